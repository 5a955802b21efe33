/// Something that a person should look at, though nothing is overdue.
public struct Warning: Hashable, Sendable {
  /// What to look at, as a short sentence.
  public let text: String
  /// A figure or date to the right of it.
  public let detail: String
  /// The record that shows it in full.
  public let record: RecordID
  /// The partnerships it concerns.
  public let partnerships: [Reference<Partnership>]
}

/// A way in which records become warnings.
public struct WarningRule: Sendable {
  /// The rule's id.
  public let id: String
  /// What the rule looks for, as a sentence.
  public let summary: String
  let find: @Sendable (Workspace, CalendarDate) -> [Warning]

  /// Every rule, in the order in which its warnings are shown.
  public static let all: [WarningRule] = [
    .chairNotRecorded, .rotationUnclear, .chairTermsOverlap, .officeVacant, .educationAsPartner,
    .worseThanComparator, .earlyWarning, .figuresDiffer, .dataBurden,
  ]

  static let officeVacant = WarningRule(
    id: "office-vacant", summary: "An office has no holder."
  ) { workspace, day in
    workspace.partnerships.all.flatMap { partnership in
      partnership.officers.filter { $0.isVacant(on: day) }.map { office in
        Warning(
          text: "\(office.title): vacant", detail: office.vacancyWords(on: day),
          record: RecordID(Partnership.kind, partnership.id),
          partnerships: [Reference(partnership.id)])
      }
    }
  }

  static let worseThanComparator = WarningRule(
    id: "above-comparator",
    summary:
      "A headline indicator is on the worse side of a comparator, or above it where neither side is said to be better."
  ) { workspace, day in
    workspace.indicators.all.filter(\.headline).compactMap { indicator in
      let reading = workspace.reading(of: indicator, on: day)
      guard
        let comparator = reading.compared.first(where: { _, comparison in
          comparison.isBetter == false
            || (comparison.isBetter == nil && comparison.direction == .up)
        })?.comparator, let value = reading.latest?.value, let other = comparator.value
      else { return nil }
      let side = (value.number ?? 0) > (other.number ?? 0) ? "above" : "below"
      return Warning(
        text: "\(indicator.label): \(value.text), \(side) \(comparator.name)",
        detail: "\(other.text) (\(comparator.period?.short ?? "period not printed"))",
        record: RecordID(Indicator.kind, indicator.id), partnerships: [indicator.partnership])
    }
  }
}

extension Workspace {
  /// What to look at on a day in a scope.
  public func warnings(on day: CalendarDate, in scope: Scope) -> [Warning] {
    WarningRule.all.flatMap { $0.find(self, day) }
      .filter { scope.includes(anyOf: $0.partnerships) }
  }
}
