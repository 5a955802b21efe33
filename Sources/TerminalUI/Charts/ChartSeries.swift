/// A named run of values, drawn as one line of a chart.
package struct ChartSeries: Hashable, Sendable {
  package var name: String
  package var points: [ChartPoint]

  package init(name: String, points: [ChartPoint]) {
    self.name = name
    self.points = points
  }
}

/// One value of a series and the period it belongs to.
package struct ChartPoint: Hashable, Sendable {
  /// The period, such as "Mar 2023".
  package var label: String
  /// The value; nothing if it is missing, and so are NaN, infinity and what exceeds 10¹⁵.
  package var value: Double?
  package var qualifier: ChartQualifier
  /// What a rule says of the value; nothing if none does.
  package var sign: ChartSign?
  /// The rule in words, for those who hear the chart.
  package var remark: String

  package init(
    _ label: String, _ value: Double?, _ qualifier: ChartQualifier = .exact, sign: ChartSign? = nil,
    remark: String = ""
  ) {
    self.label = label
    self.value = ChartNumber.plotted(value)
    self.qualifier = qualifier
    (self.sign, self.remark) = (sign, remark)
  }
}

/// How sure a value is.
package enum ChartQualifier: Hashable, Sendable {
  case exact, atLeast, about, provisional

  /// The value's text with the qualifier in words.
  func words(_ number: String) -> String {
    switch self {
    case .exact: number
    case .atLeast: "at least \(number)"
    case .about: "about \(number)"
    case .provisional: "\(number) provisional"
    }
  }

  /// The value's text with the qualifier as a short sign.
  func short(_ number: String) -> String {
    switch self {
    case .exact: number
    case .atLeast: number + "+"
    case .about: "c." + number
    case .provisional: number + "p"
    }
  }

  /// What the short sign means, or nothing if there is none.
  var key: String? {
    switch self {
    case .exact: nil
    case .atLeast: "+ at least"
    case .about: "c. about"
    case .provisional: "p provisional"
    }
  }
}
