import Letters

/// One way in which files give figures; a new one is a file with such a type, and a line in
/// ``FigureLayouts/all``.
protocol FigureLayout: Sendable {
  /// What it is called in sentences.
  static var title: String { get }
  /// The columns that a file of it always has.
  static var signs: [ColumnSign] { get }
  /// What it has beyond these columns, for a sentence.
  static var hint: String { get }
  /// Whether a file with these columns is of it, as far as ``signs`` do not tell.
  static func fits(_ heading: Heading) -> Bool
  /// Whether two columns of one name are worth a word.
  static var warnsOfRepeatedColumns: Bool { get }
  /// How the names of all its columns begin; nil where columns of any name may stand in it.
  static var knownKeys: [String]? { get }
  /// Begins with the names of the columns.
  init(_ heading: Heading, _ collector: inout FigureCollector)
  /// The columns, counted from 0, whose cells are measures.
  var measureColumns: Set<Int> { get }
  /// The columns, counted from 0, in which people write sentences.
  var proseColumns: Set<Int> { get }
  /// Reads a row that is not blank; false where it does not say what it is about.
  mutating func take(_ row: CellRow, _ collector: inout FigureCollector) -> Bool
  /// Reads what only the whole file tells.
  mutating func finish(_ collector: inout FigureCollector)
}

extension FigureLayout {
  /// Most layouts are known by their columns alone.
  static func fits(_ heading: Heading) -> Bool { true }
  /// Most layouts have nothing but columns.
  static var hint: String { "its columns stand in another order of rows" }
  /// Most layouts have each column once.
  static var warnsOfRepeatedColumns: Bool { true }
  /// Most layouts can have columns of any name.
  static var knownKeys: [String]? { nil }
  /// Most layouts hold no sentences that people wrote.
  var proseColumns: Set<Int> { [] }
  /// Most rows can be read as they come.
  mutating func finish(_ collector: inout FigureCollector) {}

  /// The names of the columns that a heading lacks.
  static func missing(in heading: Heading) -> [String] {
    signs.filter { heading.column($0.keys) == nil }.map(\.name)
  }
}

/// The layouts that are known.
enum FigureLayouts {
  /// Each of them.
  static let all: [any FigureLayout.Type] = [
    StatisticsLayout.self, FingertipsLayout.self, InteractiveToolLayout.self,
    InteractiveToolDictionary.self, NeighbourModelLayout.self, NeighbourListLayout.self,
    ScorecardLayout.self, InspectionLayout.self, AgencyGridLayout.self, AgencyListLayout.self,
    AgencyQuarterLayout.self,
  ]

  /// The layout that has the most of the columns of a heading, and lacks none of its own.
  static func layout(of heading: Heading) -> (any FigureLayout.Type)? {
    all.filter { $0.missing(in: heading).isEmpty && $0.fits(heading) }
      .max { $0.signs.count < $1.signs.count }
  }
}
