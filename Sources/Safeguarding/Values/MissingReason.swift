/// Why a published table has no value: the five reasons that statistics in England print.
public enum MissingReason: String, Choice {
  /// There can be no value, such as the percentage of no plans.
  case notApplicable
  /// There could be a value, but nobody has it.
  case notAvailable
  /// The value is hidden, so that nobody can be recognised by it.
  case confidential
  /// The value is so low that it rounds to 0, and is not 0.
  case low
  /// What was sent cannot be relied on.
  case unreliable

  /// The reason in words.
  public var title: String {
    switch self {
    case .notApplicable: "not applicable"
    case .notAvailable: "not available"
    case .confidential: "confidential"
    case .low: "too low to show"
    case .unreliable: "unreliable"
    }
  }

  /// What tables print in place of the value: `z`, `x`, `c`, `low`, `u`.
  public var symbol: String {
    switch self {
    case .notApplicable: "z"
    case .notAvailable: "x"
    case .confidential: "c"
    case .low: "low"
    case .unreliable: "u"
    }
  }
}
