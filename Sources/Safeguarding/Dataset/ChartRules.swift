package import Statistics

/// The rules by which the charts of a workspace are read.
public enum ChartRules: String, Choice {
  case nhs, westernElectric, anhoej

  /// The rules in words.
  public var title: String {
    switch self {
    case .nhs: "NHS, Making Data Count"
    case .westernElectric: "Western Electric"
    case .anhoej: "Anhøj's rules for run charts"
    }
  }

  /// The same for a chart.
  package var preset: ControlChartPreset {
    switch self {
    case .nhs: .nhs
    case .westernElectric: .westernElectric
    case .anhoej: .anhoej
    }
  }
}

/// How small numbers are kept from people without the right to see them, and out of all that leaves.
public enum SmallNumbers: String, Choice {
  case dfe, nhs, none

  /// The way in words.
  public var title: String {
    switch self {
    case .dfe: "1 to 5 hidden, as the Department for Education does"
    case .nhs: "1 to 7 hidden, the rest to the nearest 5, as the NHS does"
    case .none: "none hidden"
    }
  }

  /// The same for a table.
  package var policy: SmallNumberPolicy {
    switch self {
    case .dfe: .dfe
    case .nhs: .nhs
    case .none: .none
    }
  }
}
