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

  /// What says into which file a figure goes.
  private struct Place: Hashable {
    let parts: ObjectIdentifier
    let period: ObjectIdentifier
  }

  private func changes(of items: [Item]) throws(NewRecord.Problem) -> [Change] {
    /// File by file, so that the journal holds very many of one file as one list.
    var files: [(document: String, changes: [Change])] = []
    var numbers: [String: Int] = [:]
    var places: [Place: String] = [:]
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
      // No other record has the id, and the fields say where it goes; what they do not say is asked for.
      let whose = Place(
        parts: ObjectIdentifier(item.parts), period: ObjectIdentifier(item.period))
      let known = places[whose] ?? value.ownDocument
      places[whose] = known
      guard let document = known else {
        _ = try workspace.placing(stored, as: Observation.self)
        continue
      }
      let new = Change(document, RecordID(Observation.kind, value.id), from: nil, to: stored)
      if let number = numbers[new.document] {
        files[number].changes.append(new)
      } else {
        numbers[new.document] = files.count
        files.append((new.document, [new]))
      }
    }
    return files.flatMap { file -> [Change] in
      let placed = workspace.placed(file.document)
      return file.changes.map { change in
        var change = change
        change.document = placed
        return change
      }
    } + order.compactMap { comparators($0, beside[$0] ?? []) }
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
