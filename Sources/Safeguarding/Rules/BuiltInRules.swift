extension Rule {
  /// The rules that follow from what records say of themselves; a rule of the data may replace each.
  public static let builtIn: RecordTable<Rule> = {
    var rules = RecordTable<Rule>()
    rules.append(contentsOf: Kinds.clocks.compactMap(\.rule))
    return rules
  }()
}

extension Kinds {
  /// The dates by which records of all kinds are owed, in the order in which those of one day stand.
  static let clocks: [Clock] = all.flatMap { $0.clocks }.enumerated()
    .sorted { ($0.element.rank, $0.offset) < ($1.element.rank, $1.offset) }.map(\.element)
}
