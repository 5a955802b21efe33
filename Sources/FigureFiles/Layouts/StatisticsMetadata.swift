import Letters

/// The description that lies beside a file of official statistics, `NAME.meta.csv`.
struct StatisticsMetadata: Sendable {
  struct Entry: Sendable {
    let isMeasure: Bool
    let label: String
    let unit: String
    let decimals: Int
  }

  /// What is said of each column, by its name as it is compared.
  private(set) var entries: [String: Entry] = [:]

  /// Reads the description; nil where it is none.
  init?(
    _ bytes: [UInt8], _ heading: Heading, _ geography: StatisticsGeography,
    _ checks: inout FigureChecks
  ) {
    var rows = RowReader()
    var names: Heading?
    do throws(RowProblem) {
      try rows.append(bytes, isLast: true)
      while try rows.next() {
        let row = rows.row
        if row.isBlank { continue }
        guard let names else {
          names = Heading(row)
          continue
        }
        read(row, names)
      }
    } catch {
      checks.note(
        .columns, .warns,
        "The description beside the file cannot be read, so its columns were judged by their cells. "
          + error.sentence)
      return nil
    }
    guard let names, names.column("colname") != nil, names.column("coltype") != nil else {
      checks.note(
        .columns, .warns,
        "The description beside the file has no columns col_name and col_type, so the columns of the "
          + "file were judged by their cells.")
      return nil
    }
    compare(heading, geography, &checks)
  }

  private mutating func read(_ row: CellRow, _ names: Heading) {
    func text(_ key: String) -> String { names.column([key]).map { row.text($0) } ?? "" }
    let unit = text("indicatorunit")
    entries[Heading.key(text("colname"))] = Entry(
      isMeasure: Heading.key(text("coltype")) == "indicator", label: text("label").cleanedLine,
      unit: unit.folded == "numberstring" ? "" : unit,
      // Blank means two.
      decimals: Int(text("indicatordp")).map { max(0, min(15, $0)) } ?? 2)
  }

  private func compare(
    _ heading: Heading, _ geography: StatisticsGeography, _ checks: inout FigureChecks
  ) {
    for (column, key) in heading.keys.enumerated()
    where !geography.columns.contains(column) && entries[key] == nil && !key.isEmpty {
      checks.note(
        .columns, .warns, row: heading.row, column: column + 1,
        "\(heading.cited(column)) is not in the description beside the file, and was not read.")
    }
    for key in entries.keys.sorted() where heading.column([key]) == nil {
      checks.note(
        .columns, .warns, row: heading.row,
        "The description beside the file names a column \"\(key)\" that the file does not have.")
    }
  }
}
