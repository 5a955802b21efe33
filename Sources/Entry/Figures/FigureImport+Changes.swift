package import Safeguarding

extension FigureImport {
  /// The changes that keep what is new and what is restated.
  ///
  /// - Throws: `NewRecord.Problem` where a value has no place in the data folder.
  package func changes() throws(NewRecord.Problem) -> [Change] { try changes(of: items) }

  /// Those of the changes that bring words: what is said of a figure, and each part of a breakdown once.
  ///
  /// A preview looks through them, and need not make the others, which are very many and numbers alone.
  ///
  /// - Throws: `NewRecord.Problem` where a value has no place in the data folder.
  package func changesInWords() throws(NewRecord.Problem) -> [Change] {
    var known: Set<Int32> = []
    return try changes(of: items.filter { known.insert($0.parts.slot).inserted || $0.hasWords })
  }

  private func changes(of items: [Item]) throws(NewRecord.Problem) -> [Change] {
    var changes: [Change] = []
    var taken: Set<String> = []
    var beside: [String: [Item]] = [:]
    var order: [String] = []
    for item in items {
      switch item.outcome {
      case .same, .differs: continue
      case .new, .restates: break
      }
      if item.comparator != nil {
        if beside[item.indicator] == nil { order.append(item.indicator) }
        beside[item.indicator, default: []].append(item)
        continue
      }
      var value = item.value
      value.id = workspace.newValueID(item.stem, &taken)
      guard let stored = value.stored else { continue }
      changes += workspace.changes(adding: try workspace.placing(stored, as: Observation.self))
    }
    // File by file, so that the journal holds very many of one file as one list.
    let files = Dictionary(
      changes.enumerated().map { ($0.element.document, $0.offset) },
      uniquingKeysWith: { first, _ in first })
    changes = changes.enumerated().sorted { left, right in
      let (one, other) = (files[left.element.document] ?? 0, files[right.element.document] ?? 0)
      return (one, left.offset) < (other, right.offset)
    }.map(\.element)
    return changes + order.compactMap { comparators($0, beside[$0] ?? []) }
  }

  /// The change that puts figures to compare with beside an indicator.
  private func comparators(_ id: String, _ items: [Item]) -> Change? {
    let record = RecordID(Indicator.kind, id)
    guard let document = workspace.document(of: record) else { return nil }
    let before = workspace.record(record)?.stored?["comparators"]
    var all = before?.elements ?? []
    for item in items {
      var comparator = Comparator()
      comparator.name = item.comparator ?? ""
      (comparator.period, comparator.value) = (item.period.date, item.measure)
      comparator.release = wishes.release
      guard let stored = comparator.stored else { continue }
      if case .restates(let place, _) = item.outcome, let index = Int(place),
        all.indices.contains(index)
      {
        all[index]["value"] = stored["value"]
        all[index]["release"] = stored["release"]
      } else {
        all.append(stored)
      }
    }
    return Change(document, record, field: "comparators", from: before, to: .list(all))
  }
}
