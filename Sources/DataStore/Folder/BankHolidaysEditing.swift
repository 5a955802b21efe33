import JSONDocument
import Safeguarding

/// Writes the days of a newer list into the file of ours, and notes each change.
///
/// What the file holds besides, and its layout, stay as they are.
struct BankHolidaysEditing {
  private(set) var document: JSONDocument
  private(set) var entries: [BankHolidaysImport.Entry] = []

  init(_ document: JSONDocument) { self.document = document }

  /// Merges a division; it is laid anew where ours has none.
  mutating func merge(
    _ newer: PublishedBankHolidays.Section, into ours: [BankHolidays.Day]?
  ) throws {
    let comparison = BankHolidaysComparison(ours: ours ?? [], newer: newer.days)
    var noted: [BankHolidaysImport.Change] = []
    if let ours {
      var rows = Rows(division: newer.division, ours: ours)
      for pair in comparison.moved {
        let event = newer.events[pair.newer]
        noted.append(.moved(ours[pair.ours], to: event.day.date))
        try rows.move(pair.ours, to: event, in: &document)
      }
      for index in comparison.added { try rows.add(newer.events[index], to: &document) }
      noted += comparison.renamed.map {
        .renamed(ours[$0.ours], title: newer.days[$0.newer].title)
      }
      noted += comparison.unconfirmed.map { .unconfirmed(ours[$0]) }
    } else {
      let events = comparison.added.map { newer.events[$0] }
        .sorted { $0.day.date < $1.day.date }.map(\.literal)
      document = try document.inserting(
        key: newer.division,
        ["division": .string(newer.division), "events": .array(events)], into: document.root)
    }
    noted += comparison.added.map { .added(newer.days[$0]) }
    entries += noted.sorted { $0.date < $1.date }
      .map { BankHolidaysImport.Entry(division: newer.division, change: $0) }
  }
}

/// The dates of a division's events in the order of the file, to find the place of each.
private struct Rows {
  private struct Row {
    /// The position in our list as it was read; nil for a day that was added.
    let original: Int?
    var date: CalendarDate
  }

  private let division: String
  private var rows: [Row]

  init(division: String, ours: [BankHolidays.Day]) {
    self.division = division
    rows = ours.enumerated().map { Row(original: $0.offset, date: $0.element.date) }
  }

  /// Adds an event before the first that is later.
  mutating func add(
    _ event: PublishedBankHolidays.Event, to document: inout JSONDocument
  ) throws {
    try insert(event.literal, Row(original: nil, date: event.day.date), &document)
  }

  /// Gives an event of ours what a newer one says, and its place by date; other members stay.
  mutating func move(
    _ original: Int, to newer: PublishedBankHolidays.Event, in document: inout JSONDocument
  ) throws {
    guard let position = rows.firstIndex(where: { $0.original == original }),
      let value = try events(of: document)[position]
    else { throw lost }
    let literal = value.taking(newer.literal)
    let row = Row(original: original, date: newer.day.date)
    let isAfter = position == 0 || rows[position - 1].date <= row.date
    let isBefore = position + 1 == rows.count || row.date <= rows[position + 1].date
    if isAfter, isBefore {
      document = try document.replacing(value, with: literal)
      rows[position] = row
    } else {
      document = try document.removing(value)
      rows.remove(at: position)
      try insert(literal, row, &document)
    }
  }

  private mutating func insert(
    _ literal: JSONLiteral, _ row: Row, _ document: inout JSONDocument
  ) throws {
    let position = rows.firstIndex { $0.date > row.date } ?? rows.count
    document = try document.inserting(literal, into: events(of: document), at: position)
    rows.insert(row, at: position)
  }

  private func events(of document: JSONDocument) throws -> JSONValue {
    guard let events = document.root[division]?["events"] else { throw lost }
    return events
  }

  private var lost: BankHolidaysImportError {
    .ours("the days of the division \"\(division)\" were not found again while they were edited")
  }
}

extension JSONValue {
  /// This object with the members of another one in place of its own or behind them.
  fileprivate func taking(_ other: JSONLiteral) -> JSONLiteral {
    guard case .object(let others) = other else { return other }
    var written = members.map { member in
      JSONLiteral.Member(
        member.key, others.first { $0.key == member.key }?.value ?? member.value.literal)
    }
    written += others.filter { self[$0.key] == nil }
    return .object(written)
  }
}

extension BankHolidaysImport.Change {
  /// The day by which a change is put in order.
  fileprivate var date: CalendarDate {
    switch self {
    case .added(let day), .moved(let day, _), .renamed(let day, _), .unconfirmed(let day): day.date
    }
  }
}
