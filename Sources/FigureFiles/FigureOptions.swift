import Letters

/// What is known and wanted before a file of figures is read.
package struct FigureOptions: Sendable {
  /// The bytes of the `.meta.csv` that lies beside the file; nil where none does.
  package var metadata: [UInt8]?
  /// The areas whose figures are wanted, by name or code; nil for all.
  package var areas: [String]?
  /// The areas that are known, against which codes and names are checked.
  package var knownAreas: [KnownArea] = []
  /// What kind of year the measures of a file have, by the folded name of the measure or its code.
  package var yearKinds: [String: YearKind] = [:]
  /// The year of a file that names quarters only: `2024-25`.
  package var year: String?
  /// The period of figures of which a file names none: `Q1 2024-25`.
  package var quarter: String?
  /// The most figures that are kept.
  package var limit = 2_000_000

  package init() {}

  /// Takes what a dictionary says of the years of its measures.
  package mutating func takeYears(from definitions: [MeasureDefinition]) {
    for definition in definitions {
      guard let year = definition.year else { continue }
      yearKinds[definition.short.folded] = year
    }
  }
}

/// An area with its names and codes.
package struct KnownArea: Hashable, Sendable {
  /// Its name.
  package let name: String
  /// Its code of three digits.
  package let oldCode: String
  /// Its code of nine letters and digits.
  package let newCode: String

  package init(name: String, oldCode: String, newCode: String) {
    (self.name, self.oldCode, self.newCode) = (name, oldCode, newCode)
  }
}

/// Which areas are wanted.
struct AreaWish: Sendable {
  private let keys: Set<String>?

  init(_ areas: [String]?) { keys = areas.map { Set($0.map(AreaName.key)) } }

  /// Whether all are.
  var isForAll: Bool { keys == nil }

  /// Whether an area with one of these names and codes is wanted.
  func includes(_ names: String...) -> Bool {
    guard let keys else { return true }
    return names.contains { !$0.isEmpty && keys.contains(AreaName.key($0)) }
  }
}
