package import Safeguarding
package import TerminalUI

/// A row of a panel: what it stands for, how it looks, and where Enter leads from it.
package struct PanelRow: Sendable {
  package let row: TableRow
  package let subject: RowSubject
  package let target: Place?
  /// Whether it is known by its number in a list only.
  let isNumbered: Bool

  /// A row that stands for nothing that could be changed.
  package init(
    _ id: String, _ cells: [Line], keys: [SortKey] = [], further: [Line] = [],
    isHeading: Bool = false, tally: Line = .empty, target: Place? = nil
  ) {
    row = TableRow(
      id: id, cells: cells, keys: keys, isHeading: isHeading, further: further, tally: tally)
    subject = .none
    self.target = target
    isNumbered = false
  }

  /// A row that stands for something; Enter leads to its record unless it is said where else.
  package init(
    _ subject: RowSubject, id: String? = nil, _ cells: [Line], keys: [SortKey] = [],
    further: [Line] = [], depth: Int = 0, target: Place? = nil
  ) {
    row = TableRow(
      id: id ?? subject.id, cells: cells, keys: keys, further: further, depth: depth)
    self.subject = subject
    self.target = target ?? subject.place
    isNumbered = id == nil && subject.isNumbered
  }

  /// A row that stands for a record.
  package init(
    _ record: RecordID, id: String? = nil, _ cells: [Line], keys: [SortKey] = [], depth: Int = 0,
    target: Place? = nil
  ) {
    self.init(.record(record), id: id, cells, keys: keys, depth: depth, target: target)
  }
}

extension RowSubject {
  /// Where a whole record is shown; a part is shown where it is.
  var place: Place? { if case .record(let record) = self { Place(record: record) } else { nil } }
}

/// The rows of a panel: what each stands for is known of all, how one looks only when it is seen.
package struct PanelRows: Sendable {
  /// The rows as a table has them.
  package let table: TableRows
  /// Whether they are known by their numbers in a list only, which others may change.
  let isNumbered: Bool
  private let subjectAt: @Sendable (Int) -> RowSubject
  private let targetAt: @Sendable (Int) -> Place?
  private let deadlineAt: @Sendable (Int) -> Deadline?

  /// Rows that are there already.
  package init(_ rows: [PanelRow]) {
    table = TableRows(rows.map(\.row))
    isNumbered = rows.contains(where: \.isNumbered)
    subjectAt = { rows[$0].subject }
    targetAt = { rows[$0].target }
    deadlineAt = { _ in nil }
  }

  /// Rows that are made when they are seen, one for each of some items.
  ///
  /// - Parameters:
  ///   - items: What the rows are about.
  ///   - headings: The positions of those that only part others.
  ///   - id: What a row is known by; its subject's id where it is not said.
  ///   - subject: What a row stands for.
  ///   - deadline: What is owed that a row tells of, in a list of what is owed.
  ///   - key: What a row is sorted by in a column; nil for the text of its cell.
  ///   - row: How a row looks.
  package init<Item: Sendable>(
    _ items: [Item], headings: [Int] = [], id: (@Sendable (Item) -> String)? = nil,
    subject: @escaping @Sendable (Item) -> RowSubject,
    deadline: @escaping @Sendable (Item) -> Deadline? = { _ in nil },
    key: @escaping @Sendable (Item, Int) -> SortKey? = { _, _ in nil },
    row: @escaping @Sendable (Item) -> PanelRow
  ) {
    // Where a row leads is asked of the selected one with each key, and known since it was made.
    let targets = Remembered<Int, Place?>(most: 256)
    table = TableRows(
      count: items.count, headings: headings,
      id: { id?(items[$0]) ?? subject(items[$0]).id }, key: { key(items[$0], $1) },
      row: { position in
        let made = row(items[position])
        _ = targets(position) { made.target }
        return made.row
      })
    isNumbered = false
    subjectAt = { subject(items[$0]) }
    targetAt = { position in targets(position) { row(items[position]).target } }
    deadlineAt = { deadline(items[$0]) }
  }

  /// How many there are.
  package var count: Int { table.count }

  /// What the row at a position stands for.
  package func subject(_ position: Int) -> RowSubject { subjectAt(position) }

  /// What is owed that the row at a position tells of; nil where it tells of something else.
  package func deadline(_ position: Int) -> Deadline? { deadlineAt(position) }

  /// Where Enter leads from the row at a position.
  package func target(_ position: Int) -> Place? { targetAt(position) }

  /// The position of the first row that stands for something; nil where none does.
  func position(where isMeant: (RowSubject) -> Bool) -> Int? {
    (0..<count).first { isMeant(subjectAt($0)) }
  }
}
