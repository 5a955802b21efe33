/// How it is known who has a chair, an office or a seat.
public enum HoldingState: String, CaseIterable, Hashable, Sendable {
  /// A record says that somebody has or had it.
  case held
  /// A document showed somebody in it on a date; nothing says whether it is still so.
  case printed
  /// A record says that somebody is to take it.
  case planned
  /// It follows from the order of a rotation; no record says it.
  case projected
  /// Whoever had it last has left, and nothing is recorded since.
  case ended
  /// A record says that nobody has it.
  case vacant
  /// Nothing is recorded.
  case notRecorded
  /// What is recorded is closed to the reader.
  case closed

  /// The state in words.
  public var title: String {
    switch self {
    case .held: "held"
    case .printed: "as printed"
    case .planned: "planned"
    case .projected: "by the pattern"
    case .ended: "ended"
    case .vacant: "vacant"
    case .notRecorded: "not recorded"
    case .closed: "closed to you"
    }
  }

  init(_ status: ChairTermStatus) {
    switch status {
    case .held: self = .held
    case .planned: self = .planned
    case .projected: self = .projected
    case .vacant: self = .vacant
    }
  }
}

/// Why a stretch ends when it ends.
public enum StretchEnding: String, Hashable, Sendable {
  /// A record says when.
  case recorded
  /// The length of the terms in the rotation says when.
  case byPattern
  /// The next one begins.
  case nextBegins
  /// Nothing says that it ends.
  case open
}
