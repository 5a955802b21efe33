extension [JournalEntry] {
  /// The entries as they may leave: without the numbers that values had or have, unless everybody can read them.
  ///
  /// - Parameter workspace: The workspace without its small numbers.
  /// - Returns: The entries, in their order.
  public func withoutSmallNumbers(in workspace: Workspace) -> [JournalEntry] {
    guard let hidden = workspace.hiddenFigures, hidden.rule != .none else { return self }
    return map { entry in
      let changes = entry.changes.map { $0.withoutSmallNumbers(in: workspace) }
      // A title may name the value, whatever was changed of it.
      let isNamed = entry.changes.contains { $0.concernsHidden(in: workspace) }
      if changes == entry.changes, !isNamed { return entry }
      return JournalEntry(
        id: entry.id, title: "", time: entry.time, userID: entry.userID, user: entry.user,
        changes: changes, undoes: entry.undoes, partOf: entry.partOf, parts: entry.parts)
    }
  }
}

extension Change {
  private static let numbers: Set<String> = ["value", "numerator", "denominator"]

  /// Whether it is a change of a value that not everybody may see.
  fileprivate func concernsHidden(in workspace: Workspace) -> Bool {
    record.kind == Observation.kind && !workspace.isOpen(record.id, from, to)
  }

  fileprivate func withoutSmallNumbers(in workspace: Workspace) -> Change {
    var other = self
    switch record.kind {
    case Observation.kind:
      if !concernsHidden(in: workspace) { return self }
      if let field {
        guard Change.numbers.contains(field) else { return self }
        // Two signs alike would look as if nothing had changed.
        let before = Measure(.suppressed, words: to == nil ? "" : "as it was").stored
        (other.from, other.to) = (from == nil ? nil : before, to.map(Self.hidden))
      } else {
        (other.from, other.to) = (from.map(Self.withoutNumbers), to.map(Self.withoutNumbers))
      }
    case Indicator.kind:
      if let field {
        guard field == "comparators" else { return self }
        (other.from, other.to) = (
          from.map(Self.withoutUnpublished), to.map(Self.withoutUnpublished)
        )
      } else {
        (other.from, other.to) = (
          from.map(Self.withoutComparators), to.map(Self.withoutComparators)
        )
      }
    default: return self
    }
    return other
  }

  private static func hidden(_ value: StoredValue) -> StoredValue {
    Measure.hidden.stored ?? .text("")
  }

  private static func withoutNumbers(_ record: StoredValue) -> StoredValue {
    record.mapping { numbers.contains($0.key) ? hidden($0.value) : $0.value }
  }

  private static func withoutComparators(_ record: StoredValue) -> StoredValue {
    record.mapping { $0.key == "comparators" ? withoutUnpublished($0.value) : $0.value }
  }

  /// Comparators without the values of those that name no source.
  private static func withoutUnpublished(_ list: StoredValue) -> StoredValue {
    guard case .list(let comparators) = list else { return list }
    return .list(
      comparators.map { comparator in
        if comparator["source"] != nil { return comparator }
        return comparator.mapping { $0.key == "value" ? hidden($0.value) : $0.value }
      })
  }
}

extension StoredValue {
  /// The record with other values in its members.
  fileprivate func mapping(_ other: (Member) -> StoredValue) -> StoredValue {
    guard case .record(let members) = self else { return self }
    return .record(members.map { Member($0.key, other($0)) })
  }
}

extension Workspace {
  /// Whether everybody may see what a value was and is: it was published, or nobody is counted by it.
  fileprivate func isOpen(_ id: String, _ from: StoredValue?, _ to: StoredValue?) -> Bool {
    guard let value = values[id] else {
      // One that is gone is known by what stood there.
      guard case .text(let indicator)? = (to ?? from)?["indicator"],
        let known = indicators[indicator]
      else { return false }
      return WhatIsCounted(known) == .things
    }
    if isPublished(value) { return true }
    return indicators[value.indicator].map { WhatIsCounted($0) == .things } ?? false
  }
}
