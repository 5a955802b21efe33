package import Papers
import Safeguarding

extension AnnualAccount {
  /// A paper for a council's committee on the year: what it is asked to do first, what people write marked.
  package func scrutinyPaper(label: String) -> WrittenPaper {
    var paper = WrittenPaper(
      title: "\(partnership.name): report to scrutiny, \(yearName)", subject: "Scrutiny paper",
      label: label, day: day.iso)
    paper.hasContents = false
    paper.opening = [
      .facts([
        PaperFact("Report from", PaperText(partnership.name)),
        PaperFact("Year", PaperText(yearName)),
        PaperFact("Records as at", PaperText(day.short)),
      ]),
      .gap(
        PaperGap(
          .toWrite, "The committee, the day of its meeting, the lead officer and whom to ask.",
          who: "Business manager")),
    ]
    func slot(_ heading: String, _ what: String, _ who: String) -> PaperSection {
      PaperSection(heading, [.gap(PaperGap(.toWrite, what, who: who))])
    }
    paper.sections = [
      PaperSection(
        "1 Summary and purpose",
        [
          .paragraph(
            PaperText(
              "This report tells the committee what the \(partnership.name) did in \(yearName), how far it has come with its priorities, and where little or no progress is recorded."
            ))
        ]),
      PaperSection(
        "2 Recommendation",
        [.paragraph("The committee is asked to note the report and to comment on it.")]),
      PaperSection(
        "3 Background",
        [
          .paragraph(
            "The safeguarding partners publish a report at least once in every twelve months on what they have done as a result of their arrangements, and on how effective the arrangements have been."
          )
        ]),
      advice, risks,
      slot("6 Consultation", "Who was heard on this report.", "Business manager"),
      money,
      slot(
        "8 Legal implications", "What the council's lawyers say.", "Legal officer of the council"),
      slot(
        "Appendices and background papers", "The yearly report, and what else is appended.",
        "Business manager"),
    ]
    return paper
  }

  private var advice: PaperSection {
    let headline = figures(of: workspace.indicators.all.filter(\.headline)).filter(\.isOfYear)
    let figures = blocks("Figures of the year", headline)
    let late = stuck
    let progress: [PaperBlock] =
      late.isEmpty
      ? [
        .gap(
          PaperGap(
            .toWrite, "Where there is little or no progress; no record says that there is none.",
            who: "Groups that lead a priority"))
      ]
      : [
        .table(
          PaperTable(
            "Where little or no progress is recorded",
            heads: ["What", "Who", "First due", "How it stands"],
            rows: late.map {
              [
                text($0.title, $0.source), PaperText(words($0.owners)),
                PaperText($0.due?.known ?? "no date"), PaperText($0.status.title),
              ]
            }))
      ]
    let changes = blocks("What changed, and what shows it", shownChanges())
    let impact: [PaperBlock] =
      !changes.isEmpty
      ? changes
      : [
        .gap(
          PaperGap(
            .missing, "What changed for children and families, and what shows it.",
            who: "Groups that lead a priority"))
      ]
    return PaperSection(
      "4 Advice and analysis", [],
      parts: [
        PaperSection(
          "Figures",
          figures.isEmpty
            ? [
              .gap(
                PaperGap(.missing, "Figures of the year.", who: "Group that looks at the dataset"))
            ] : figures),
        PaperSection("Impact", impact), PaperSection("Little or no progress", progress),
        PaperSection("Reviews", [.paragraph(PaperText(reviewLine))]),
      ])
  }

  private var risks: PaperSection {
    let records = RecordContext(workspace, day: day)
    let open = workspace.risks.all.filter {
      $0.partnership.id == partnership.id && !records.hasHappened($0.closedOn)
    }
    return PaperSection(
      "5 Risks",
      open.isEmpty
        ? [.gap(PaperGap(.missing, "The risks of the partnership.", who: "Business manager"))]
        : [
          .table(
            PaperTable(
              "Risks, and what is done about them",
              heads: ["What could happen", "How it is judged", "What is done"],
              rows: open.map {
                [
                  text($0.title, $0.source), PaperText($0.score(records)?.words ?? "no score"),
                  PaperText($0.controls.joined(separator: "; ")),
                ]
              }))
        ])
  }

  private var money: PaperSection {
    let figures = figures(in: "resources").filter(\.isOfYear)
    let totals = figures.filter { !$0.indicator.unit.hasPrefix("%") }
    let paid = contributions(paidShares(figures)).filter {
      if case .chart = $0 { false } else { true }
    }
    let table = PaperBlock.table(
      PaperTable(
        "Other money in \(yearName)", heads: ["What", "Amount"],
        rows: totals.map {
          [text($0.indicator.title, $0.latest.source), PaperText(amount($0.latest.value))]
        }, numbers: [1]))
    return PaperSection(
      "7 Financial implications",
      paid + (totals.isEmpty ? [] : [table]) + [
        .gap(
          PaperGap(
            .toWrite, "What the report means for the council's money.",
            who: "Finance officer of the council"))
      ])
  }
}
