/// What a point of a chart says.
package enum Variation: String, CaseIterable, Sendable {
  /// Nothing but what always varies.
  case commonCause = "common cause"
  /// A special cause, high, where higher is better.
  case improvementHigh = "improvement, high"
  /// A special cause, low, where lower is better.
  case improvementLow = "improvement, low"
  /// A special cause, high, where lower is better.
  case concernHigh = "concern, high"
  /// A special cause, low, where higher is better.
  case concernLow = "concern, low"
  /// A special cause, high, where neither way is better.
  case neutralHigh = "neutral, high"
  /// A special cause, low, where neither way is better.
  case neutralLow = "neutral, low"

  /// A special cause on one side, judged by which way is better.
  init(isHigh: Bool, polarity: Polarity) {
    self =
      switch polarity {
      case .up: isHigh ? .improvementHigh : .concernLow
      case .down: isHigh ? .concernHigh : .improvementLow
      case .neither: isHigh ? .neutralHigh : .neutralLow
      }
  }
}

/// Whether a target is met by what the limits let expect.
package enum Assurance: String, CaseIterable, Sendable {
  /// Every value inside the limits meets the target.
  case consistentlyPasses = "consistently passes"
  /// No value inside the limits meets the target.
  case consistentlyFails = "consistently fails"
  /// The target lies between the limits: chance decides.
  case hitOrMiss = "hit or miss"

  /// Compares a target with limits; nil where neither way is better.
  package init?(target: Double, limits: ControlLimits, polarity: Polarity) {
    guard polarity != .neither, target.isFinite else { return nil }
    let tolerance = 1e-9 * max(abs(limits.upper), abs(limits.lower))
    if target > limits.upper + tolerance {
      self = polarity == .up ? .consistentlyFails : .consistentlyPasses
    } else if target < limits.lower - tolerance {
      self = polarity == .up ? .consistentlyPasses : .consistentlyFails
    } else {
      self = .hitOrMiss
    }
  }
}
