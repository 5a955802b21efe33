import JSONDocument
import Safeguarding

extension Measure {
  /// The number with the decimals of its source; nothing where there is no number.
  var cell: Listing.Cell { number.map { .decimal($0, decimals: decimals) } ?? .nothing }
}

extension Measure.Qualifier {
  /// The word in JSON and CSV.
  var word: String {
    switch self {
    case .exact: "exact"
    case .atLeast: "atLeast"
    case .about: "about"
    case .phrase: "phrase"
    case .notAvailable: "notAvailable"
    case .suppressed: "suppressed"
    }
  }
}

extension IndicatorReading.Direction {
  /// The word in JSON and CSV.
  var word: String {
    switch self {
    case .up: "up"
    case .down: "down"
    case .same: "same"
    }
  }
}

extension IndicatorReading.Comparison {
  /// The difference with as many decimals as the more exact of the two values.
  func cell(_ own: Measure?, _ other: Measure?) -> Listing.Cell {
    .decimal(difference, decimals: max(own?.decimals ?? 0, other?.decimals ?? 0))
  }
}

extension Listing.Cell {
  /// A number with so many decimals, without commas between thousands.
  static func decimal(_ number: Double, decimals: Int) -> Listing.Cell {
    let spelled = decimals <= 6 ? formatted(number, decimals: decimals) : "\(number)"
    return (JSONNumber(spelling: spelled) ?? JSONNumber(number)).map { .number($0) } ?? .nothing
  }
}
