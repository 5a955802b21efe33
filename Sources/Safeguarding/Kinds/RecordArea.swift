/// The part of the work to which records of a kind belong; what is late in one counts together.
public enum RecordArea: Hashable, Sendable {
  /// Who takes part, who meets, what is decided.
  case arrangements
  /// What was set out to do, and what could go wrong.
  case plans
  /// Who checked what, asked for what, disagreed about what.
  case assurance
  /// What is learned from incidents.
  case learning
  /// Voice, thresholds, programmes, training.
  case practice
  /// What comes in and what it is spent on.
  case money
}

/// What makes records of a kind a check in the map of assurance: when, by which line, and what it came to.
public struct RecordCheck<E>: Sendable {
  /// By which line it was checked.
  public let line: @Sendable (E) -> AssuranceLine
  /// What sort of check it is, in words.
  public let sort: @Sendable (E) -> String
  /// When it was, or is to be.
  public let on: @Sendable (E) -> ImpreciseDate?
  /// What it came to by a day, in words.
  public let result: @Sendable (E, RecordContext) -> String
  /// Whether it is known of before it happens; what comes unannounced is not.
  public let isAnnounced: Bool

  /// Declares what makes a record a check.
  public init(
    line: @escaping @Sendable (E) -> AssuranceLine, sort: @escaping @Sendable (E) -> String,
    on: @escaping @Sendable (E) -> ImpreciseDate?,
    isAnnounced: Bool = true, result: @escaping @Sendable (E, RecordContext) -> String
  ) {
    (self.line, self.sort, self.on, self.result) = (line, sort, on, result)
    self.isAnnounced = isAnnounced
  }
}

/// Who gives assurance: those who do the work, those who oversee it, or somebody independent.
///
/// As Kent's partnership calls them: KSCMP arrangements 2022, sections 8 and 9.
public enum AssuranceLine: String, Choice {
  case first, second, third

  /// What is chosen, in words.
  public var title: String {
    switch self {
    case .first: "first: those who do the work"
    case .second: "second: those who oversee it"
    case .third: "third: independent"
    }
  }
}
