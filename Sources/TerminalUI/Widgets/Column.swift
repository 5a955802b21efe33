import Letters

/// What a row is sorted by in one column.
package enum SortKey: Hashable, Sendable, Comparable {
  case number(Double)
  case text(String)
  /// Text as it is compared already.
  case small(String)
  /// Nothing to sort by: always last.
  case nothing

  package static func < (left: SortKey, right: SortKey) -> Bool {
    switch (left, right) {
    case (.number(let a), .number(let b)): a < b
    case (.text(let a), .text(let b)): a.folded < b.folded
    case (.small(let a), .small(let b)): a < b
    case (.number, .text), (.number, .small), (.number, .nothing), (.text, .nothing),
      (.small, .nothing):
      true
    default: false
    }
  }
}

/// A column of a table.
package struct Column: Hashable, Sendable {
  /// How a column gives way where there is less room than its cells need.
  package enum Width: Hashable, Sendable {
    /// It never does: marks, numbers, dates, single words.
    case whole
    /// It is cut down to a least width; it never takes more than it is allowed.
    case text(least: Int, most: Int = 60)
    /// The text a table is read for: what the others leave, but at least so much.
    case main(least: Int = 30)
  }

  package var title: String
  package var width: Width
  package var alignment: Alignment
  /// Columns with a higher rank go first when there is not enough room; 0 always stays.
  package var rank: Int
  /// Whether the rows can be sorted by it; a picture cannot.
  package var isSortable: Bool
  /// Whether it is an extra, which goes before others do, where few rows have anything in it.
  package var yieldsWhereSeldom: Bool

  package init(
    _ title: String, _ width: Width, alignment: Alignment = .leading, rank: Int = 0,
    isSortable: Bool = true, yieldsWhereSeldom: Bool = false
  ) {
    self.yieldsWhereSeldom = yieldsWhereSeldom
    self.title = title
    self.width = width
    self.alignment = alignment
    self.rank = rank
    self.isSortable = isSortable
  }
}
