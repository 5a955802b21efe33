/// The ten authorities that are most like one, as a model of statistical neighbours says.
package struct StatisticalNeighbours: Hashable, Sendable {
  /// How like two authorities are.
  package enum Closeness: String, CaseIterable, Hashable, Sendable {
    case extremelyClose, veryClose, close, somewhatClose, notClose

    /// The closeness in the words of the model.
    package var words: String {
      switch self {
      case .extremelyClose: "Extremely close"
      case .veryClose: "Very close"
      case .close: "Close"
      case .somewhatClose: "Somewhat close"
      case .notClose: "Not close"
      }
    }

    init?(_ printed: String) {
      guard
        let found = Closeness.allCases.first(where: {
          Heading.key($0.words) == Heading.key(printed)
        })
      else { return nil }
      self = found
    }
  }

  /// One of the ten.
  package struct Neighbour: Hashable, Sendable {
    /// Its place among the ten, from 1.
    package let rank: Int
    /// Its code of three digits; empty where the file gives a name.
    package let code: String
    /// Its name; empty where the file gives a code.
    package let name: String
    /// How like it is; nil where the file does not say.
    package let closeness: Closeness?
  }

  /// The year of the model: two models name different neighbours.
  package let model: String
  /// The code of three digits of the authority.
  package let code: String
  /// The name of the authority.
  package let name: String
  /// The name of the region in which it lies.
  package let region: String
  /// Whether the authority is one that was abolished.
  package let isAbolished: Bool
  /// The neighbours, the most like first.
  package let neighbours: [Neighbour]
  /// The row of the file, counted from 1.
  package let row: Int
}
