package import Safeguarding

/// What a row of a panel, or a whole panel, stands for.
package enum RowSubject: Hashable, Sendable {
  case record(RecordID)
  /// A part of a record, with the way from the record to it.
  case part(RecordID, [PathStep])
  /// Something that no record tells yet, with what would be added to tell it.
  case unrecorded(Addition)
  /// A heading, a sum: nothing that can be changed.
  case none

  /// The record that it is, or that it is a part of; nil where none tells it.
  package var record: RecordID? {
    switch self {
    case .record(let record), .part(let record, _): record
    case .unrecorded, .none: nil
    }
  }

  /// The way from the record to the part; empty for a whole record.
  package var path: [PathStep] { if case .part(_, let path) = self { path } else { [] } }

  /// The list of the record that a part stands in: "agenda"; nil for a whole record.
  package var list: String? { if case .field(let name)? = path.first { name } else { nil } }

  /// The position in that list; nil for what stands in none.
  package var index: Int? {
    if path.count > 1, case .element(let index) = path[1] { index } else { nil }
  }

  /// What the row is known by among those of its panel.
  var id: String {
    switch self {
    case .record(let record): record.id
    case .part(let record, let path):
      ([record.id] + path.map(\.stored)).joined(separator: "/")
    case .unrecorded(let addition): addition.title
    case .none: ""
    }
  }

  /// Whether it has no name of its own and is counted: an element of a list in a record.
  var isNumbered: Bool { if case .element? = path.last { true } else { false } }
}
