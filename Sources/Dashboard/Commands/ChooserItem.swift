import Letters
import Safeguarding
import TerminalUI

/// One line of a chooser, and what choosing it does.
struct ChooserItem: Sendable {
  /// What choosing it does.
  enum Choice: Sendable {
    case command(Command)
    /// Does something to what was named with it.
    case spoken(Command, SpokenCommand.Target)
    /// Shows only the deadlines of one sort.
    case facet(DeadlineFacet)
    /// Shows every deadline again.
    case everything
    /// Says whose deadlines are one's own.
    case identity(String)
    /// Saves an edit.
    case edit(Edit)
    /// Opens the form of something that is added.
    case addition(Addition)
    /// Goes to a place.
    case place(Place)
    /// Goes on with what was typed, by the id of the draft.
    case draft(String)
    /// Shows what somebody owes.
    case owner(String)
    /// Takes a list along.
    case export(ExportForm, ExportPlace)
    /// Presses a key in the open form.
    case formKey(Key)
    /// Copies a day that was worked out.
    case day(DateReading)
  }

  let id: String
  let keys: String
  let title: String
  var note: String
  var noteRole = Role.secondary
  /// The one of its keys that is shown; nil for all.
  var shownKey: String?
  var isOff = false
  /// Whether it is a record that illustrates and was not published.
  var isIllustrative = false
  /// Whether it is a record that has come to an end.
  var isOver = false
  /// The heading it stands under where commands are listed.
  var section = ""
  /// Where it stands in the palette.
  var band: Palette.Band?
  let choice: Choice

  /// A command with its keys, and why it cannot be run now.
  init(_ command: Command, in dashboard: Dashboard) {
    let reason = command.reason(dashboard)
    id = command.id
    keys = command.keys.map(\.label).joined(separator: " ")
    title = command.title
    note = reason ?? command.section
    section = command.section
    isOff = reason != nil
    choice = .command(command)
  }

  init(
    _ title: String, keys: String, note: String, _ choice: Choice, in band: Palette.Band? = nil
  ) {
    id = "\(keys) \(title)"
    self.keys = keys
    self.title = title
    self.note = note
    self.band = band
    self.choice = choice
  }
}

extension Dashboard {
  /// Everything a chooser offers before anything is typed.
  func candidates(_ purpose: Chooser.Purpose) -> [ChooserItem] {
    switch purpose {
    case .help where form != nil: FormHelp.items
    case .help where grid != nil: GridHelp.items
    case .help: ShortForms(on: self).items + keymap.commands.map { ChooserItem($0, in: self) }
    case .palette, .date: []
    case .facet: facetItems
    case .identity: identityItems
    case .record(let choice): choice.items
    case .addition: standpoint.additionItems
    case .drafts: draftItems
    case .export: exportItems
    case .owner: ownerItems
    }
  }

  /// What a chooser offers for what is typed: for help whole words and keys, else the letters in
  /// their order, those that match best first.
  func choices(_ chooser: Chooser, among items: [ChooserItem]) -> [ChooserItem] {
    let query = chooser.query
    if chooser.purpose == .palette { return Palette(self, query).answer.items }
    if query.isEmpty { return items }
    if chooser.purpose == .help {
      let wanted = query.folded
      // One letter is a key: that very one first, then the same letter written otherwise.
      let own = items.filter { $0.keys.split(separator: " ").contains { $0 == query } }
      if query.count == 1, !own.isEmpty {
        let others = items.filter { item in
          item.keys.folded.split(separator: " ").contains { $0 == wanted }
            && !own.contains { $0.id == item.id }
        }
        return own + others
      }
      return items.filter { item in
        item.title.holds(query)
          || item.keys.folded.split(separator: " ").contains { $0 == wanted }
      }
    }
    let scored = items.enumerated().compactMap { index, item in
      FuzzyMatcher.score(query, in: item.title).map { (item, $0, index) }
    }
    return scored.sorted { ($1.1, $0.2) < ($0.1, $1.2) }.map(\.0)
  }

  /// Every way of narrowing the deadlines that would leave some of those shown.
  private var facetItems: [ChooserItem] {
    let arrangements = pane(visit.place.pane)?.arrangements(context) ?? []
    if !arrangements.isEmpty {
      return arrangements.map { way in
        ChooserItem(
          way.title, keys: "", note: visit.place.path == way.path ? "as it is now" : "",
          .place(Place(visit.place.pane, way.path)))
      }
    }
    let shown = context.deadlines.filter { deadline in
      facets.allSatisfy { $0.includes(deadline, context) }
    }
    let all = ChooserItem(
      "all deadlines", keys: "all", note: counted(context.deadlines.count, "deadline"), .everything)
    return [all]
      + DeadlineFacet.all(among: shown, context).filter { !facets.contains($0.facet) }
      .map { facet, count in
        ChooserItem(
          facet.name(context), keys: facet.kind.title, note: counted(count, "deadline"),
          .facet(facet))
      }
  }

  /// The facets of the deadlines shown now.
  private var facets: [DeadlineFacet] {
    visit.place.pane == DeadlinesPane.id ? visit.place.path.compactMap(DeadlineFacet.init) : []
  }

  /// Everybody who owes something in this workspace.
  private var identityItems: [ChooserItem] {
    DeadlineFacet.all(among: context.deadlines, context).filter { $0.facet.kind == .owner }
      .map { facet, count in
        ChooserItem(
          facet.value, keys: "", note: counted(count, "deadline"), .identity(facet.value))
      }
  }

  /// Shows only the deadlines of one more sort.
  mutating func narrow(by facet: DeadlineFacet?) {
    let path = facet.map { facets.map(\.path) + [$0.path] } ?? []
    if visit.place.pane != DeadlinesPane.id { browsing.go(to: DeadlinesPane.id) }
    if path.isEmpty {
      browsing.backToStart()
    } else {
      browsing.open(Place(DeadlinesPane.id, path))
    }
    browsing.scrollToSelection()
  }

  /// Shows only what is one's own, or everything again.
  mutating func toggleMine() {
    if facets.last?.kind == .mine {
      _ = browsing.back()
    } else if let own = context.ownFacet {
      narrow(by: own)
      if identity.isEmpty {
        notice =
          "These are owed by \(context.ownName). ‹mine› shows everything again, ‹identity› changes who you are."
      }
    } else {
      mode = .choosing(Chooser(.identity))
    }
  }

  /// The day that is typed, and how it was understood.
  func reading(
    of text: String, from today: CalendarDate? = nil
  ) -> Result<DateReading, DateProblem> {
    let holidays = context.workspace.bankHolidays
    do throws(DateProblem) {
      return .success(
        try DateExpression.read(
          text, today: today ?? context.day,
          calendars: { holidays.workingDays(in: $0.rawValue) }))
    } catch {
      return .failure(error)
    }
  }
}
