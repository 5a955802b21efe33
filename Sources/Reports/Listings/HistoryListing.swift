import JSONDocument
package import Safeguarding

/// What was changed, by whom and when, as the journals keep it.
package struct HistoryListing: Sendable {
  /// Which entries are wanted; nothing given means all.
  package struct Filter: Sendable {
    /// Only those that changed the record with this id, or lie in this folder or group; or one entry.
    package var id: String?
    /// Only those of the account with this name or number.
    package var user: String?
    /// Only those saved at this second or later, in seconds since 1970.
    package var since: Int?

    /// Every entry.
    package init() {}
  }

  /// The entries that were asked for, latest last.
  package let entries: [JournalEntry]
  /// The entries as a table.
  package let listing: Listing

  /// Lists entries, which are given earliest first; an edit that reached several folders is listed once.
  package init(_ history: [JournalEntry], names: Names, filter: Filter = Filter()) {
    entries = history.joined.filter { filter.wants($0) }
    var listing = Listing(columns: HistoryListing.columns)
    for entry in entries { listing.add(HistoryListing.cells(of: entry, names)) }
    self.listing = listing
  }

  /// The entries as people read them: a line for each, and a line for each thing it changed.
  ///
  /// The time is given in seconds since 1970 and is written as the people here write it.
  package func lines(_ names: Names, time: (Int) -> String) -> [String] {
    if entries.isEmpty { return ["Nothing is listed."] }
    return entries.flatMap { entry in
      let undone = entry.undoes.map { " (takes back \($0))" } ?? ""
      let head = "\(entry.id)  \(time(entry.time))  \(entry.user)  "
      return [head + entry.headline(names) + undone]
        + entry.changes.flatMap { $0.words(names) }.map { "  \($0)" }
    }
  }

  private static let columns: [Listing.Column] = [
    .init("id", "Id"), .init("at", "At"), .init("user", "By"), .init("uid"),
    .init("title", "Title", widest: 60), .init("changes"), .init("undoes"),
  ]

  private static func cells(of entry: JournalEntry, _ names: Names) -> [Listing.Cell] {
    [
      .text(entry.id.description), .text(moment(entry.time)), .text(entry.user),
      .whole(entry.userID), .text(entry.title), .list(entry.changes.map(cell)),
      .known(entry.undoes?.description),
    ]
  }

  private static func cell(of change: Change) -> Listing.Cell {
    .object([
      .init("document", .text(change.document)),
      .init("kind", .text(change.record.kind.name)), .init("id", .text(change.record.id)),
      .init("field", .known(change.field)), .init("from", cell(of: change.from)),
      .init("to", cell(of: change.to)),
    ])
  }

  private static func cell(of value: StoredValue?) -> Listing.Cell {
    switch value {
    case .boolean(let value): .boolean(value)
    case .number(let spelling):
      JSONNumber(spelling: spelling).map { .number($0) } ?? .text(spelling)
    case .text(let text): .text(text)
    case .list(let values): .list(values.map { cell(of: $0) })
    case .record(let members): .object(members.map { .init($0.key, cell(of: $0.value)) })
    case nil: .nothing
    }
  }

  /// A second of Coordinated Universal Time: `2024-03-31T10:41:07Z`.
  private static func moment(_ seconds: Int) -> String {
    let stamp = CalendarStamp(secondsSince1970: seconds).text
    let (day, time) = (stamp.prefix(8), stamp.dropFirst(9).prefix(6))
    return "\(day.prefix(4))-\(day.dropFirst(4).prefix(2))-\(day.dropFirst(6))T"
      + "\(time.prefix(2)):\(time.dropFirst(2).prefix(2)):\(time.dropFirst(4))Z"
  }
}

extension HistoryListing.Filter {
  /// Whether an entry is one of those that are wanted.
  fileprivate func wants(_ entry: JournalEntry) -> Bool {
    if let since, entry.time < since { return false }
    if let user, user != entry.user, user != String(entry.userID) { return false }
    guard let id else { return true }
    return entry.id.description == id || entry.touches(id)
  }
}

extension JournalEntry {
  /// Whether it changed the record with an id, or anything in a folder or group.
  package func touches(_ id: String) -> Bool {
    changes.contains { change in
      change.record.id == id || change.folder == id || change.folder.hasSuffix("/\(id)")
    }
  }
}
