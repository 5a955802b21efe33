extension Change {
  /// What is changed, as people read it: a line for each difference.
  ///
  /// A field says what stood there and what stands there now, "Status: open, now done"; a list says what
  /// was added, removed, moved or changed in it; a whole record is called by its title.
  public func words(_ names: Names) -> [String] {
    let differences = DifferenceWords(values: ValueWords(names))
    let shape = Kinds.records[record.kind.name].map { ValueShape.record(RecordShape(of: $0)) }
    if let field {
      let own = differences.values.shape(of: field, in: shape)
      let label = fieldLabel(field, of: Kinds.records[record.kind.name])
      return differences.lines(at: [label], own, from: from, to: to)
    }
    switch (from, to) {
    case (nil, let new?): return ["Added: " + differences.values.title(of: new, record)]
    case (let old?, nil): return ["Removed: " + differences.values.title(of: old, record)]
    case (let old?, let new?): return differences.fields(at: [], shape, from: old, to: new)
    case (nil, nil): return []
    }
  }
}

extension JournalEntry {
  /// What was done, in a line: its title, or the first of its changes where it has none.
  public func headline(_ names: Names) -> String {
    if !title.isEmpty { return title }
    let lines = changes.flatMap { change in
      change.words(names).map { line in
        change.field == nil && (change.from == nil || change.to == nil)
          ? line : "\(names(change.record.kind, change.record.id)): \(line)"
      }
    }
    guard let first = lines.first else { return "No changes" }
    return lines.count == 1 ? first : "\(first), and \(lines.count - 1) more"
  }
}
