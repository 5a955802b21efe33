import Letters
import Papers
import Safeguarding

extension AnnualPart {
  /// Independent scrutiny: who, what they looked at, what came of it.
  static let scrutiny = AnnualPart("scrutiny") { account in
    let offices = account.partnership.officers.filter { $0.title.holds("scrutin") }
    let rows = offices.map { office in
      [
        account.text(office.title, office.source),
        PaperText(
          account.holder(office).map { account.workspace.names(Person.kind, $0.person.id) }
            ?? "no name recorded"),
        PaperText(account.vacancy(of: office)),
      ]
    }
    var blocks: [PaperBlock] =
      rows.isEmpty
      ? [.gap(PaperGap(.missing, "Who scrutinises the arrangements.", who: "Business team"))]
      : [
        .table(
          PaperTable("Independent scrutiny", heads: ["Office", "Held by", "Vacancy"], rows: rows))
      ]
    blocks += account.blocks("Figures of what was scrutinised", account.figures(in: "scrutiny"))
    blocks += account.scrutinyRecords + account.establishments
    blocks += account.owed("What scrutiny owed in the year", of: [.review, .meeting, .appointment])
    blocks.append(
      .gap(
        PaperGap(
          .toWrite,
          "What the scrutineer says of the year: what was found, and how far the partners answered it.",
          who: "Independent scrutineer")))
    return AnnualContent("Scrutiny", blocks)
  }

  /// What comes next.
  static let next = AnnualPart("next") { account in
    let rows = account.nextSteps.map { step in
      [
        account.text(step.title, step.source), PaperText(step.area),
        PaperText(account.words(step.owners)),
        PaperText(step.due?.known ?? "no date"),
      ]
    }
    return AnnualContent(
      "The coming year",
      rows.isEmpty
        ? [
          .gap(
            PaperGap(
              .missing, "The next steps, each with who takes it and by when.",
              who: "Delegated safeguarding partners"))
        ]
        : [
          .table(
            PaperTable("Next steps", heads: ["Step", "For", "Who", "By when"], rows: rows))
        ])
  }

  /// What was decided in the year.
  static let decisions = AnnualPart("decisions") { account in
    let groups = Set(account.groups.map(\.id))
    let rows = account.workspace.meetings.all.filter {
      groups.contains($0.group.id) && account.isInYear($0.date) && $0.status == .held
    }.flatMap { meeting in
      meeting.decisions.map { decision in
        [
          account.text(decision.text, decision.source + meeting.source),
          PaperText(account.workspace.groups[meeting.group]?.label ?? meeting.group.id),
          PaperText(meeting.date?.known ?? ""),
          PaperText(decision.owner.map { account.words([$0]) } ?? ""),
        ]
      }
    }
    return AnnualContent(
      "Decisions of the year",
      rows.isEmpty
        ? [.gap(PaperGap(.missing, "The decisions of the year.", who: "Business team"))]
        : [
          .table(
            PaperTable(
              "What was decided", heads: ["Decision", "By", "On", "Carried out by"], rows: rows))
        ])
  }
}

extension AnnualAccount {
  /// When an office was vacant in the year.
  fileprivate func vacancy(of office: Office) -> String {
    guard let since = office.vacantSince, (since.first ?? .last) <= year.upperBound,
      year.lowerBound <= (office.vacantUntil?.last ?? .last)
    else { return "" }
    return "since: \(since.known)"
      + (office.vacantUntil.map { "; filled: \($0.known)" } ?? "; not filled")
  }

  /// What the partnership owed in the year, of some sorts, as far as records tell.
  ///
  /// - Parameters:
  ///   - caption: What the table shows.
  ///   - forms: Which sorts.
  ///   - months: How many months before and after the year count as well.
  ///   - told: The titles of what is told elsewhere, and so not here.
  /// - Returns: A table; nothing where nothing was owed.
  func owed(
    _ caption: String, of forms: Set<ObligationForm>, around months: Int = 0,
    but told: Set<String> = []
  ) -> [PaperBlock] {
    let span = year.lowerBound.adding(months: -months)...year.upperBound.adding(months: months)
    func isMeant(_ date: ImpreciseDate?) -> Bool {
      guard let first = date?.first, let last = date?.last else { return false }
      return first <= span.upperBound && span.lowerBound <= last
    }
    let all = workspace.obligations.all.filter { one in
      one.partnership.id == partnership.id && forms.contains(one.form) && !told.contains(one.title)
        && (isMeant(one.period) || isMeant(one.due) || isMeant(one.doneOn)
          || months > 0 && one.period == nil && one.due == nil && one.status != .unknown)
    }
    if all.isEmpty { return [] }
    let rows = all.map { one in
      [
        text(one.title, one.source), PaperText(one.recipients.joined(separator: ", ")),
        PaperText(one.due?.known ?? "no day is recorded"),
        PaperText(one.status.title + (one.doneOn.map { ", \($0.known)" } ?? "")),
      ]
    }
    return [
      .table(PaperTable(caption, heads: ["What", "For whom", "Due", "How it stands"], rows: rows))
    ]
  }
}
