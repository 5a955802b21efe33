import Letters
import Safeguarding
import TerminalUI

/// Finds anything by a few letters: what can be done here, what there is, and what cannot be done here.
struct Palette: Sendable {
  /// Where a row stands: what can be done here, where one can go, what cannot be done here.
  enum Band: Int, CaseIterable, Sendable {
    case doHere, goTo, notHere

    /// What stands above the rows.
    var title: String {
      switch self {
      case .doHere: "Do here"
      case .goTo: "Go to"
      case .notHere: "Not here"
      }
    }
  }

  /// The rows for what is typed, and how many there would be if all were shown.
  struct Answer: Sendable {
    var items: [ChooserItem]
    var count: Int
  }

  let dashboard: Dashboard
  let query: String

  init(_ dashboard: Dashboard, _ query: String) {
    self.dashboard = dashboard
    self.query = query
  }

  private var context: PaneContext { dashboard.context }
  private var words: [[UInt8]] { Folding.words(of: query) }

  /// What is offered, in the order of the bands.
  var answer: Answer {
    guard !words.isEmpty else {
      let all = commands + sections + kinds
      return Answer(items: Palette.inBands(all), count: all.count)
    }
    var finding = context.finding
    finding.look(for: query, context)
    guard let texts = finding.texts, let found = finding.found(query) else {
      return Answer(items: [], count: 0)
    }
    let spoken = spoken(finding, texts)
    let offered = [commands, sections, kinds, additions, narrowings(texts)].flatMap(ranked)
    let records = Palette.likeliest(found.first.compactMap { item(at: $0, texts) }, query)
    var items = spoken + offered + records
    if items.isEmpty { items = byLetters(commands) }
    // Who types the very name of something wants to go there.
    let isNamed = spoken.isEmpty && records.first.map { $0.isNamed(query) } ?? false
    var answer = Answer(
      items: Palette.inBands(items, isNamed ? [.goTo, .doHere, .notHere] : Band.allCases),
      count: items.count - found.first.count + found.count)
    if let day = day(isAlone: items.isEmpty) {
      answer.items.insert(day, at: 0)
      answer.count += 1
    }
    return answer
  }

  /// The rows in the order of their bands.
  private static func inBands(
    _ items: [ChooserItem], _ bands: [Band] = Band.allCases
  ) -> [ChooserItem] {
    bands.flatMap { band in items.filter { $0.band == band } }
  }

  /// The rows in which every word stands, or whose key it is; those that match best first.
  private func ranked(_ items: [ChooserItem]) -> [ChooserItem] {
    let (words, typed) = (words, query.folded)
    let scored = items.enumerated().compactMap { index, item -> (ChooserItem, Int, Int)? in
      let title = item.title.folded
      if title == typed { return (item, 1000, index) }
      if item.keys.folded.split(separator: " ").contains(where: { $0 == typed }) {
        return (item, 200, index)
      }
      if title.holds(words) { return (item, FuzzyMatcher.score(query, in: title) ?? 0, index) }
      // What people call it comes behind what it is called.
      guard let more = CommandWords.ofCommand[item.id], "\(title) \(more)".folded.holds(words)
      else { return nil }
      return (item, -1000, index)
    }
    return scored.sorted { ($1.1, $0.2) < ($0.1, $1.2) }.map(\.0)
  }

  /// Records whose very name was typed before all others, and those that are over last.
  private static func likeliest(_ items: [ChooserItem], _ query: String) -> [ChooserItem] {
    func place(_ item: ChooserItem) -> Int { item.isOver ? 2 : item.isNamed(query) ? 0 : 1 }
    return [0, 1, 2].flatMap { rank in items.filter { place($0) == rank } }
  }

  /// The rows that hold the letters in their order, for words that nothing is called by.
  private func byLetters(_ items: [ChooserItem]) -> [ChooserItem] {
    items.enumerated().compactMap { index, item in
      FuzzyMatcher.score(query, in: item.title).map { (item, $0, index) }
    }.sorted { ($1.1, $0.2) < ($0.1, $1.2) }.map(\.0)
  }
}

extension Palette {
  private var commands: [ChooserItem] {
    dashboard.keymap.commands.map { command in
      var item = ChooserItem(command, in: dashboard)
      // Help tells the other keys.
      item.shownKey = command.keys.first?.label
      item.band = item.isOff ? .notHere : command.section == Command.paneSection ? .goTo : .doHere
      return item
    }
  }

  /// The parts of the panes that have several.
  private var sections: [ChooserItem] {
    panes.flatMap { pane -> [ChooserItem] in
      guard let sectioned = pane as? any SectionedPane.Type else { return [] }
      return sectioned.sections.dropFirst().map { section in
        ChooserItem(
          "Go to \(pane.title): \(section.title)", keys: "", note: "",
          .place(Place(pane.id, [section.id])), in: .goTo)
      }
    }
  }

  /// The list of each kind.
  private var kinds: [ChooserItem] {
    Kinds.all.map { type in
      ChooserItem(
        "All \(Kinds.plural(of: type).lowercasedFirst)", keys: "",
        note: counted(context.workspace.count(of: type), type.kind.title.lowercased()),
        .place(Place(RecordsPane.id, [type.kind.name])), in: .goTo)
    }
  }

  /// Adding a record of each kind.
  private var additions: [ChooserItem] {
    Kinds.all.flatMap { context.additions(of: $0) }.map { addition in
      ChooserItem(
        addition.title, keys: "", note: "opens a form", .addition(addition), in: .doHere)
    }
  }

  /// Narrowing the deadlines, and what is still owed of each sort.
  private func narrowings(_ texts: FindableTexts) -> [ChooserItem] {
    let narrowing = texts.facets.map { facet, count in
      let name = facet.name(context)
      return ChooserItem(
        "Narrow deadlines to \(name)", keys: dashboard.keymap.label(for: "narrow"),
        note: rows(count), .facet(facet),
        in: .doHere)
    }
    let owed = texts.openForms.map { form, count in
      ChooserItem(
        "\(form.prefix(1).uppercased())\(form.dropFirst()) that \(Palette.missing(form)), all groups",
        keys: "", note: rows(count),
        .place(
          Place(
            DeadlinesPane.id,
            [DeadlineFacet(.kind, form).path, DeadlineFacet(.status, DeadlineFacet.open).path])),
        in: .doHere)
    }
    return narrowing + owed
  }

  private func rows(_ count: Int) -> String { "Deadlines, \(counted(count, "row"))" }

  /// How something is said to be owed still.
  private static func missing(_ form: String) -> String {
    form.hasSuffix("papers") ? "are missing" : "is still owed"
  }

  /// What was typed with what it is done to: the command on each thing that is called so.
  private func spoken(_ finding: PaletteFinding, _ texts: FindableTexts) -> [ChooserItem] {
    guard let said = SpokenCommand.said(in: query), let named = finding.named(query),
      let command = dashboard.keymap.commands.first(where: { $0.id == said.command.id })
    else { return [] }
    var seen = Set<String>()
    return named.compactMap { position -> ChooserItem? in
      let found = texts.found(position, context)
      let deadline: Deadline? =
        switch found {
        case .record(let record): texts.deadline(of: record.link, context)
        case .deadline(let deadline): deadline
        case nil: nil
        }
      let name: String
      let target: SpokenCommand.Target
      if said.command.isForOwed {
        guard let deadline, seen.insert(deadline.id).inserted else { return nil }
        (name, target) = (FindableTexts.name(of: deadline), .deadline(deadline.id))
      } else {
        guard case .record(let record)? = found, record.link.kind == command.kind,
          seen.insert(record.link.id).inserted
        else { return nil }
        (name, target) = (FindableTexts.name(of: record, context), .record(record.link))
      }
      var item = ChooserItem(
        "\(said.command.title): \(name)", keys: dashboard.keymap.label(for: command.id), note: "",
        .spoken(command, target), in: .doHere)
      if let deadline { item.tell(deadline, context) }
      return item
    }
  }

  /// The row of a record, or of what is owed.
  private func item(at position: Int, _ texts: FindableTexts) -> ChooserItem? {
    switch texts.found(position, context) {
    case .record(let record):
      var item = ChooserItem(
        FindableTexts.name(of: record, context), keys: "", note: "",
        .place(Place(record: record.link)), in: .goTo)
      item.isIllustrative = record.isIllustrative
      if let end = Palette.end(of: record), let last = end.last, last < context.day {
        item.isOver = true
        item.note = "ended \(end.short)"
      }
      if let deadline = texts.deadline(of: record.link, context) {
        item.tell(deadline, context)
      } else if context.isFaulty(record.link) {
        (item.note, item.noteRole) = ("x something in it cannot be read", .fault)
      }
      return item
    case .deadline(let deadline):
      var item = ChooserItem(
        FindableTexts.name(of: deadline), keys: "", note: "",
        .place(Place(record: deadline.record)), in: .goTo)
      item.isIllustrative = deadline.isIllustrative
      item.tell(deadline, context)
      return item
    case nil: return nil
    }
  }

  /// The day that was typed: with a number in it, or where nothing else is called so.
  private func day(isAlone: Bool) -> ChooserItem? {
    guard isAlone || query.contains(where: \.isNumber),
      case .success(let reading) = dashboard.reading(of: query)
    else { return nil }
    return ChooserItem(reading.result.long, keys: "", note: "Enter copies it", .day(reading))
  }
}

extension Palette {
  /// The kinds of records that tell when they came to an end.
  private static let kindsWithEnd = Set(
    Kinds.all.filter { type in
      let names = Set(RecordShape(of: type).fields.map(\.name))
      return names.isSuperset(of: ["from", "to"])
    }.map { $0.kind })

  /// When a record came to an end, where it says so.
  private static func end(of record: any Entity) -> ImpreciseDate? {
    guard kindsWithEnd.contains(record.link.kind), let end = record.stored?["to"] else {
      return nil
    }
    return ImpreciseDate.read(from: StoredSource(end))
  }
}

extension ChooserItem {
  /// Whether what is typed is the whole name of the record that it leads to.
  fileprivate func isNamed(_ typed: String) -> Bool {
    let wanted = typed.folded
    let name = title.folded.split(separator: ": ", maxSplits: 1).last ?? ""
    return !isOver && (name == wanted || name.hasPrefix("\(wanted), "))
  }

  /// Says behind a record who owes it and how late it is.
  fileprivate mutating func tell(_ deadline: Deadline, _ context: PaneContext) {
    let owner = deadline.owners.short(in: context.workspace)
    let distance = deadline.distanceWords(on: context.day)
    note = [owner, distance].filter { !$0.isEmpty }.joined(separator: ", ")
    if deadline.status == .overdue { noteRole = .overdue }
  }
}
