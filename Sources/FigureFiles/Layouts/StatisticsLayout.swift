import Letters

/// Official statistics of the Department for Education, as Explore Education Statistics gives them.
struct StatisticsLayout: FigureLayout {
  static let title = "official statistics (Explore Education Statistics)"
  static let signs = [
    ColumnSign("time_period"), ColumnSign("time_identifier"), ColumnSign("geographic_level"),
  ]
  /// How many rows are looked at before it is said which columns are measures.
  private static let sampled = 1000

  private let heading: Heading
  private let geography: StatisticsGeography
  private var sample: [CellRow] = []
  private var columns: StatisticsColumns?
  private var areas = CellCache<Interned<ReadArea>?>()
  private var periods = CellCache<Interned<ReadPeriod>>()
  private var breakdowns = CellCache<Interned<[BreakdownMember]>>()
  private(set) var measureColumns: Set<Int> = []

  init(_ heading: Heading, _ collector: inout FigureCollector) {
    self.heading = heading
    geography = StatisticsGeography(heading)
    measureColumns = Set(heading.names.indices).subtracting(geography.columns)
    collector.checks.make(.periods)
    guard let bytes = collector.options.metadata,
      let metadata = StatisticsMetadata(bytes, heading, geography, &collector.checks)
    else { return }
    settle(StatisticsColumns(heading, geography, metadata), &collector)
  }

  mutating func take(_ row: CellRow, _ collector: inout FigureCollector) -> Bool {
    guard columns == nil else { return read(row, &collector) }
    if row[geography.level].isEmpty { return false }
    sample.append(row.alone)
    if sample.count >= StatisticsLayout.sampled { readSample(&collector) }
    return true
  }

  mutating func finish(_ collector: inout FigureCollector) {
    if columns == nil { readSample(&collector) }
  }

  private mutating func readSample(_ collector: inout FigureCollector) {
    settle(StatisticsColumns(heading, geography, sample: sample, &collector.checks), &collector)
    for row in sample where !read(row, &collector) {
      collector.checks.note(
        .rows, .warns, row: row.number,
        "Row \(row.number) was left out: it does not say what it is about.")
    }
    sample = []
  }

  private mutating func settle(
    _ columns: StatisticsColumns, _ collector: inout FigureCollector
  ) {
    self.columns = columns.adding(to: &collector)
    measureColumns = Set(columns.measures.map(\.column))
    if columns.measures.isEmpty {
      collector.checks.note(
        .columns, .fails, row: heading.row,
        "No column holds measures. Bring the description (.meta.csv) that lies beside the file.")
    }
  }

  private mutating func read(_ row: CellRow, _ collector: inout FigureCollector) -> Bool {
    guard let columns, !row[geography.level].isEmpty else { return false }
    if row.count != heading.names.count { note(row, &collector) }
    let geography = geography
    guard
      let area = areas.value(
        row, geography.columnsOfArea, &collector,
        make: { $0.area(geography.area(row), row: row.number) })
    else { return true }
    let heading = heading
    let period = periods.value(row, [geography.period, geography.identifier], &collector) {
      let (period, fault) = ReadPeriod.statistics(
        row.text(geography.period), row.text(geography.identifier))
      if let fault {
        $0.checks.note(
          .periods, .fails, row: row.number, column: geography.period + 1,
          "Row \(row.number), \(heading.cited(geography.period)): \(fault).")
      }
      return $0.names.period(period)
    }
    let breakdown =
      columns.filterColumns.isEmpty
      ? collector.names.everybody()
      : breakdowns.value(row, columns.filterColumns, &collector) {
        $0.names.breakdown(columns.members(row))
      }
    for measure in columns.measures {
      collector.add(
        row, measure.column, slot: measure.slot, area: area, period: period, breakdown: breakdown)
    }
    return true
  }

  private func note(_ row: CellRow, _ collector: inout FigureCollector) {
    collector.checks.note(
      .rows, .fails, row: row.number,
      "Row \(row.number) has \(row.count) cells, and there are \(heading.names.count) columns.")
  }
}
