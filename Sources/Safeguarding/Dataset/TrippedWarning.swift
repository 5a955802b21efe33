import Statistics

/// An early warning of an indicator that has tripped.
public struct TrippedWarning: Sendable {
  /// The indicator.
  public let indicator: Indicator
  /// The rule that tripped.
  public let rule: EarlyWarning
  /// Since when it has been so, period after period; nil where that is not known.
  public let since: ImpreciseDate?
  /// What the figures say, in words.
  public let because: String
  /// What was asked about it since, latest last.
  public let challenges: [Challenge]

  /// Whether somebody has asked about it since it tripped.
  public var isAcknowledged: Bool { !challenges.isEmpty }
}

extension Workspace {
  /// The early warnings that have tripped by a day, in the order of the indicators.
  ///
  /// - Parameters:
  ///   - day: The day.
  ///   - indicators: The indicators that are asked for; all of them where nothing is given.
  /// - Returns: What has tripped.
  public func trippedWarnings(
    on day: CalendarDate, of indicators: [Indicator]? = nil
  ) -> [TrippedWarning] {
    (indicators ?? self.indicators.all).flatMap { indicator -> [TrippedWarning] in
      if indicator.earlyWarnings.isEmpty { return [] }
      let reading = reading(of: indicator, on: day)
      return indicator.earlyWarnings.compactMap { rule in
        guard let (since, because) = tripped(rule, reading, on: day) else { return nil }
        let asked = challenges.all.filter { challenge in
          guard challenge.indicator?.id == indicator.id else { return false }
          // What was asked later had not been asked on the day.
          if let raised = challenge.raisedOn?.first, raised > day { return false }
          guard let begin = since?.first, let raised = challenge.raisedOn?.last else { return true }
          return begin <= raised
        }
        return TrippedWarning(
          indicator: indicator, rule: rule, since: since, because: because,
          challenges: asked.map { $0.known(on: day) })
      }
    }
  }

  private func tripped(
    _ rule: EarlyWarning, _ reading: IndicatorReading, on day: CalendarDate
  ) -> (since: ImpreciseDate?, because: String)? {
    switch rule.when {
    case .above, .below:
      guard let level = rule.level?.number, reading.rivals.isEmpty else { return nil }
      let run = reading.values.reversed().prefix { value in
        guard let measure = value.value, let number = measure.number else { return false }
        if rule.when == .above { return number > level && measure.qualifier != .phrase }
        return number < level && measure.qualifier != .atLeast
      }
      guard run.first?.id == reading.latest?.id, let earliest = run.last,
        run.count >= rule.periods ?? 1
      else { return nil }
      let side = rule.when == .above ? "above" : "below"
      return (
        earliest.period,
        "\(reading.latest?.value?.text ?? "") lies \(side) \(rule.level?.text ?? "")"
      )
    case .worsening:
      let wanted = max(1, rule.periods ?? 2)
      let run = worsening(reading)
      guard run.count >= wanted else { return nil }
      return (run.first?.period, "worse \(counted(run.count, "time")) one after the other")
    case .unusual:
      let history = IndicatorHistory(reading, preset: settings.controlChart.preset)
      guard let found = history.latestRule else { return nil }
      return (reading.latest?.period, found.name)
    case .missing:
      let suppliers = Set(reading.indicator.suppliers.map(\.id))
      let late = submissions.all.map { $0.known(on: day) }.filter { submission in
        suppliers.contains(submission.agency.id) && submission.status == .notReceived
          && (submission.owedBy.map { $0 < day } ?? false)
      }
      guard let first = late.min(by: { ($0.owedBy ?? day) < ($1.owedBy ?? day) }) else {
        return nil
      }
      return (first.period, "\(counted(late.count, "return")) of its suppliers did not come")
    }
  }

  /// The latest values that are each worse than the one before, earliest first.
  private func worsening(_ reading: IndicatorReading) -> [Observation] {
    var run: [Observation] = []
    for (earlier, later) in zip(reading.values, reading.values.dropFirst()).reversed() {
      guard let before = earlier.value?.number, let after = later.value?.number,
        earlier.isComparable(before: later, of: reading.indicator)
      else { break }
      switch reading.indicator.polarity {
      case .higherIsBetter where after < before, .lowerIsBetter where after > before:
        run.insert(later, at: 0)
      default: return run
      }
    }
    return run
  }
}

extension Submission {
  /// The last day on which it is in time; nil where no date is known.
  public var owedBy: CalendarDate? { (extensions.last?.to ?? due)?.last }
}

extension WarningRule {
  static let earlyWarning = WarningRule(
    id: "early-warning", summary: "An early warning of an indicator has tripped, and nobody asked."
  ) { workspace, day in
    workspace.trippedWarnings(on: day).filter { !$0.isAcknowledged }.map { tripped in
      Warning(
        text: "\(tripped.indicator.label): \(tripped.because)",
        detail: tripped.since.map { "since \($0.short)" } ?? "",
        record: RecordID(Indicator.kind, tripped.indicator.id),
        partnerships: [tripped.indicator.partnership])
    }
  }
}
