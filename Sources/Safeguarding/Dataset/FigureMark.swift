import Statistics

/// What one value says at a glance, beside the others of its indicator.
public enum FigureMark: CaseIterable, Hashable, Sendable {
  case nothing, hidden, words, misses, near, meets, concern, improvement, unusual, worse, better
  case same, up, down

  /// The sign of it, in one letter.
  public var sign: Character {
    switch self {
    case .nothing: "."
    case .hidden: "h"
    case .words: "w"
    case .misses: "x"
    case .near: "n"
    case .meets: "o"
    case .concern: "!"
    case .improvement: "#"
    case .unusual: "~"
    case .worse: "-"
    case .better: "+"
    case .same: "="
    case .up: "/"
    case .down: "\\"
    }
  }

  /// What the sign means.
  public var title: String {
    switch self {
    case .nothing: "no value"
    case .hidden: "hidden"
    case .words: "in words"
    case .misses: "misses target"
    case .near: "near target"
    case .meets: "meets target"
    case .concern: "concern"
    case .improvement: "improvement"
    case .unusual: "unusual"
    case .worse: "worse"
    case .better: "better"
    case .same: "unchanged"
    case .up: "up"
    case .down: "down"
    }
  }
}

extension IndicatorHistory {
  /// What each value says, by its id.
  ///
  /// A rule of the control chart comes first, then the target, then the change from the value before.
  func marks(_ reading: IndicatorReading) -> [String: FigureMark] {
    var marks: [String: FigureMark] = [:]
    var before: Observation?
    for value in reading.values {
      marks[value.id] = FigureMark(value, after: before, reading)
      if value.value?.number != nil { before = value }
    }
    for (index, point) in points.enumerated() {
      if let value = point.value, let mark = ruleMark(at: index) { marks[value.id] = mark }
    }
    return marks
  }

  /// What a rule of the chart says of a value; nil where none names it.
  package func ruleMark(at index: Int) -> FigureMark? {
    guard points[index].value != nil, let variation = chart.variations[index] else { return nil }
    return switch variation {
    case .commonCause: nil
    case .improvementHigh, .improvementLow: .improvement
    case .concernHigh, .concernLow: .concern
    case .neutralHigh, .neutralLow: .unusual
    }
  }
}

extension FigureMark {
  fileprivate init(_ value: Observation, after before: Observation?, _ reading: IndicatorReading) {
    guard let measure = value.value else {
      self = .nothing
      return
    }
    guard let number = measure.number else {
      self =
        switch measure.qualifier {
        case .suppressed: .hidden
        case .phrase: .words
        default: .nothing
        }
      return
    }
    if let rating = reading.rating(of: value) {
      self =
        switch rating.standing {
        case .misses: .misses
        case .near: .near
        case .meets: .meets
        }
      return
    }
    guard let before, let earlier = before.value?.number, measure.qualifier != .atLeast,
      before.value?.qualifier != .atLeast, before.isComparable(before: value, of: reading.indicator)
    else {
      self = .nothing
      return
    }
    self =
      switch (reading.indicator.polarity, number - earlier) {
      case (_, 0): .same
      case (.higherIsBetter, 0...), (.lowerIsBetter, ..<0): .better
      case (.higherIsBetter, _), (.lowerIsBetter, _): .worse
      case (_, 0...): .up
      default: .down
      }
  }
}
