import Statistics

/// What is hidden of the figures of a workspace, so that nobody can be recognised by a small number.
public struct HiddenFigures: Sendable {
  /// The rule that was followed.
  public let rule: SmallNumbers
  /// The ids of the values of which something is hidden or rounded.
  public private(set) var values: Set<String> = []
  /// The ids of indicators of which a comparator is hidden.
  public private(set) var compared: Set<String> = []
  /// How many values are hidden.
  public private(set) var count = 0
  /// The ids of indicators of which a hidden value can be worked out from what was published.
  public private(set) var givenAway: Set<String> = []

  init(_ rule: SmallNumbers) { self.rule = rule }

  /// Whether a record is not shown as the folder holds it.
  public func changes(_ record: RecordID) -> Bool {
    switch record.kind {
    case Observation.kind: values.contains(record.id)
    case Indicator.kind: compared.contains(record.id)
    default: false
    }
  }

  fileprivate mutating func noteComparators(of indicator: String) { compared.insert(indicator) }

  fileprivate mutating func note(_ shown: ShownFigures, of indicator: String) {
    count += shown.hiddenCount
    if shown.isGivenAway { givenAway.insert(indicator) }
    for case let figure? in shown.replaced { values.insert(figure.id) }
  }
}

extension Workspace {
  /// The workspace as it may leave: small numbers are hidden, and what would give them away.
  ///
  /// Whatever is worked out from figures is worked out from this copy. It is for reading alone.
  public var withoutSmallNumbers: Workspace {
    if hiddenFigures != nil { return self }
    let rule = settings.smallNumbers
    var hidden = HiddenFigures(rule)
    var copy = self
    let policy = rule.policy
    guard policy.threshold > 0, !values.all.isEmpty else {
      copy.hiddenFigures = hidden
      return copy
    }
    let (indicatorTable, documents, values) = (self.indicators, self.documents, self.values)
    var others: [(Int, Observation)] = []
    var indicators: [String: [Comparator]] = [:]
    for id in Set(values.groups.keys.map { Observation.indicator(ofGroup: $0) }) {
      let positions = values.positions(inGroups: [id, Observation.groupOfParts(id)])
      let indicator = indicatorTable[id] ?? Indicator()
      let figures = positions.map { values.all[$0] }
      let shown = ShownFigures(
        indicator, figures, isPublished: figures.map { $0.isPublished(in: documents) },
        since: figures.map { Int32(clamping: documents.knownFrom($0)?.dayNumber ?? 0) },
        policy: policy)
      hidden.note(shown, of: id)
      for (position, figure) in zip(positions, shown.replaced) {
        if let figure { others.append((position, figure)) }
      }
      if let comparators = shown.comparators(of: indicator, documents, policy) {
        indicators[id] = comparators
        hidden.noteComparators(of: id)
      }
    }
    copy.values.replace(others)
    copy.indicators.replace(
      indicatorTable.all.enumerated().compactMap { position, indicator in
        indicators[indicator.id].map { comparators in
          var other = indicator
          other.comparators = comparators
          return (position, other)
        }
      })
    copy.hiddenFigures = hidden
    return copy
  }

  /// The workspace as the person who reads it may see it.
  public var shown: Workspace { access.seesSmallNumbers ? self : withoutSmallNumbers }

  /// Whether everybody can read a value in a document that was published.
  func isPublished(_ value: Observation) -> Bool { value.isPublished(in: documents) }

  /// Why figures may not leave, as a sentence: what was published gives a hidden one away; nil where none is.
  ///
  /// - Parameter indicator: The id of the one that is asked for; all of them where nothing is given.
  /// - Returns: The sentence.
  public func refusalToExport(of indicator: String? = nil) -> String? {
    let all = withoutSmallNumbers.hiddenFigures?.givenAway ?? []
    let found = indicator.map { all.contains($0) ? [$0] : [] } ?? all.sorted()
    guard let first = found.first else { return nil }
    let others = found.count > 1 ? " and \(counted(found.count - 1, "more indicator"))" : ""
    return
      "A small number of \(names(Indicator.kind, first))\(others) can be worked out from the values that "
      + "were published before, so nothing new of it may leave. The data is unchanged. See which of its values "
      + "name a published document: take that out of those which were not published, or ask whoever published "
      + "them."
  }
}

extension Observation {
  fileprivate func isPublished(in documents: RecordTable<SourceDocument>) -> Bool {
    !isIllustrative && !source.isEmpty && documents.holdsOne(of: source)
  }
}

extension RecordTable where Element: Entity {
  /// Puts records in the place of others with the same id that belong to the same record.
  mutating func replace(_ others: [(Int, Element)]) {
    for (position, element) in others { elements[position] = element }
  }
}
