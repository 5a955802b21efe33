package import Papers
import Safeguarding

extension AnnualAccount {
  /// The yearly report, by a list of what has to be in it.
  ///
  /// - Parameters:
  ///   - list: What the guidance asks for.
  ///   - label: Who may see it.
  ///   - leftOut: How many records illustrate, and so do not count.
  /// - Returns: The report.
  package func report(by list: ContentList, label: String, leftOut: Int = 0) -> WrittenPaper {
    var paper = WrittenPaper(
      title: "\(partnership.name): yearly report \(yearName)", subject: "Yearly report",
      label: label,
      day: day.iso)
    let contents = AnnualPart.all.map { ($0.name, $0.content(self)) }
    var sections: [String: [AnnualPlace]] = [:]
    for (name, content) in contents {
      let own = content.section
      sections[name, default: []].append(AnnualPlace(name: own.heading, section: own))
      for (aspect, parts) in content.aspects {
        sections[aspect, default: []] += parts.map {
          AnnualPlace(name: "\(own.heading): \($0.heading)", section: $0)
        }
      }
    }
    paper.sections = contents.map(\.1.section)
    let fills = list.items.map { item in
      AnnualFill(item.parts.flatMap { sections[$0] ?? [] }.map(\.section))
    }
    paper.opening = [.facts(facts(list, fills, leftOut))]
    paper.sections += [shortForms(in: paper)].compactMap(\.self)
    let gaps = paper.gaps
    paper.sections += [asked(list, fills, sections), lacking(gaps)]
    return paper
  }

  private func facts(_ list: ContentList, _ fills: [AnnualFill], _ leftOut: Int) -> [PaperFact] {
    func count(_ fill: AnnualFill) -> Int { fills.count { $0 == fill } }
    var facts = [
      PaperFact("Partnership", text("\(partnership.name) (\(partnership.shortName))", [])),
      PaperFact("Year", PaperText("\(year.lowerBound.short) to \(year.upperBound.short)")),
      PaperFact(
        "Status", "Draft, assembled from the records; not agreed by the safeguarding partners"),
      PaperFact("Records as at", PaperText(day.short)),
      PaperFact("Guidance followed", PaperText(list.title)),
    ]
    if !fills.isEmpty {
      facts.append(
        PaperFact(
          "Of what is asked for",
          PaperText(
            "\(count(.filled)) of \(fills.count) are in it, \(count(.partly)) in part, \(count(.missing)) missing"
          )))
    }
    if leftOut > 0 {
      facts.append(
        PaperFact(
          "Left out",
          PaperText("\(counted(leftOut, "record")) that illustrate and were not published")))
    }
    if !workspace.access.closed.isEmpty {
      facts.append(
        PaperFact(
          "Not in it",
          PaperText(
            "What is closed to whoever made this: ask \(workspace.access.contact) for the whole report"
          )))
    }
    return facts
  }

  /// What the guidance asks for, with where the report says it.
  private func asked(
    _ list: ContentList, _ fills: [AnnualFill], _ sections: [String: [AnnualPlace]]
  ) -> PaperSection {
    let rows = zip(list.items, fills).map { item, fill -> [PaperText] in
      let places = item.parts.flatMap { sections[$0] ?? [] }.map(\.name)
      var seen: Set<String> = []
      return [
        text([item.number, item.title].filter { !$0.isEmpty }.joined(separator: " "), item.source),
        PaperText(fill.words),
        PaperText(
          places.isEmpty
            ? "No part of this report"
            : places.filter { seen.insert($0).inserted }.joined(separator: "\n")),
        PaperText(fill == .filled ? "" : item.suppliers.joined(separator: ", ")),
        PaperText(item.confidence == .confirmed ? "" : item.confidence.title),
      ]
    }
    let table = PaperTable(
      "What \(list.title) asks for",
      heads: [
        "What it asks for", "In this report", "Where", "Who can supply the rest",
        "How sure that it is asked",
      ],
      rows: rows)
    return PaperSection(
      "What the guidance asks for",
      rows.isEmpty
        ? [
          .gap(
            PaperGap(
              .missing,
              "The list of what the guidance in force asks for. Write it into report-contents.",
              who: "Business team"))
        ] : [.table(table)], isWide: true)
  }

  /// The short forms that stand in the report, with what they stand for; nil without any.
  private func shortForms(in paper: WrittenPaper) -> PaperSection? {
    let words = paper.words
    let rows = workspace.abbreviations.all.filter { words.contains($0.short) }.map {
      [text($0.short, $0.source), PaperText($0.long), PaperText($0.says)]
    }
    return rows.isEmpty
      ? nil
      : PaperSection(
        "Short forms",
        [
          .table(
            PaperTable(
              "What the short forms in this report stand for",
              heads: ["Short form", "Stands for", "What that is"], rows: rows))
        ])
  }

  private func lacking(_ gaps: [(heading: String, gap: PaperGap)]) -> PaperSection {
    let rows = gaps.map { heading, gap in
      [PaperText(heading), PaperText(gap.kindWords), PaperText(gap.what), PaperText(gap.who)]
    }
    return PaperSection(
      "What is missing, and who can supply it",
      rows.isEmpty
        ? [.paragraph("Nothing.")]
        : [
          .table(
            PaperTable(
              "Gaps in this report", heads: ["Section", "Kind", "What", "Who can supply it"],
              rows: rows))
        ], isWide: true)
  }
}

/// A section that says something a list of contents asks for, with what it is called there.
private struct AnnualPlace {
  let name: String
  let section: PaperSection
}
