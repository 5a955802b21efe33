import Letters

/// Reads a file of figures that arrives in pieces, whatever layout it has.
///
/// ```swift
/// var reader = FigureReader(options)
/// try reader.consume(piece)
/// let file = try reader.finish()
/// ```
package struct FigureReader: Sendable {
  /// In how many rows the names of the columns are looked for.
  static let headingRows = 10
  /// How many rows without a number are looked at as if they named columns.
  private static let mostWordRows = 5000

  private var rows = RowReader()
  private var seen: [Heading] = []
  private var layout: (any FigureLayout)?
  private var heading: Heading?
  private var cells = PersonalCell()
  private var collector: FigureCollector
  private var rowCount = 0
  private var wordRows = 0
  private var refusal: FigureRefusal?

  /// A reader of one file.
  package init(_ options: FigureOptions = FigureOptions()) {
    collector = FigureCollector(options)
  }

  /// Reads a file that is in memory.
  package static func read(
    _ bytes: [UInt8], _ options: FigureOptions = FigureOptions()
  ) throws(FigureRefusal) -> FigureFile {
    var reader = FigureReader(options)
    var place = 0
    while place < bytes.count {
      let end = min(bytes.count, place + 1 << 16)
      try reader.consume(Array(bytes[place..<end]))
      place = end
    }
    return try reader.finish()
  }

  /// Takes the next bytes of the file.
  package mutating func consume(_ bytes: [UInt8]) throws(FigureRefusal) {
    let refusal: FigureRefusal? = bytes.withUnsafeBytes { bytes in
      do throws(FigureRefusal) {
        try consume(bytes)
        return nil
      } catch {
        return error
      }
    }
    if let refusal { throw refusal }
  }

  /// Takes the next bytes of the file.
  ///
  /// - Throws: ``FigureRefusal`` as soon as it is known that the file is not to be read; nothing is kept.
  package mutating func consume(_ bytes: UnsafeRawBufferPointer) throws(FigureRefusal) {
    try take(bytes, isLast: false)
  }

  /// What the file holds, after its last piece.
  package mutating func finish() throws(FigureRefusal) -> FigureFile {
    try take(UnsafeRawBufferPointer(start: nil, count: 0), isLast: true)
    guard var layout else { throw refuse(.unknown(seen)) }
    collector.settleNumbers()
    layout.finish(&collector)
    return collector.file(layout: type(of: layout).title, rowCount: rowCount)
  }

  private mutating func take(
    _ bytes: UnsafeRawBufferPointer, isLast: Bool
  ) throws(FigureRefusal) {
    if let refusal { throw refusal }
    do throws(RowProblem) {
      try rows.append(bytes, isLast: isLast)
      while try rows.next() {
        if let found = take(rows.row) {
          refusal = found
          break
        }
      }
    } catch {
      refusal = FigureRefusal(error)
    }
    if let refusal { throw refuse(refusal) }
  }

  /// Forgets everything that was read.
  private mutating func refuse(_ refusal: FigureRefusal) -> FigureRefusal {
    self.refusal = refusal
    (rows, seen, layout, heading) = (RowReader(), [], nil, nil)
    collector = FigureCollector(FigureOptions())
    return refusal
  }

  private mutating func take(_ row: CellRow) -> FigureRefusal? {
    let measures = layout?.measureColumns ?? []
    let prose = layout?.proseColumns ?? []
    if let (column, kind) = cells.find(in: row, measures: measures, prose: prose) {
      let cited = heading?.cited(column) ?? "column \(column + 1)"
      return .cell(kind, row: row.number, cited: cited, column: column)
    }
    guard layout == nil else {
      if row.isBlank { return nil }
      rowCount += 1
      let isTaken = layout?.take(row, &collector) ?? false
      // Another table may begin below the first one: in the names of its columns is no number.
      if !isTaken || !row.hasNumber, wordRows < FigureReader.mostWordRows {
        wordRows += 1
        if let found = personal(Heading(row)) { return found }
      }
      if !isTaken {
        collector.checks.note(
          .rows, .warns, row: row.number,
          "Row \(row.number) was left out: it does not say what it is about.")
      }
      return collector.excess
    }
    return row.isBlank ? nil : begin(Heading(row), row)
  }

  private func personal(_ names: Heading) -> FigureRefusal? {
    PersonalHeading.column(of: names).map { column, name in
      .heading(row: names.row, column: column, name: name)
    }
  }

  private mutating func begin(_ names: Heading, _ row: CellRow) -> FigureRefusal? {
    if let found = personal(names) { return found }
    if let first = row[0].first, seen.isEmpty, first == 0x7b || first == 0x5b && row.count < 3 {
      return FigureRefusal(
        .unknownLayout, row: row.number,
        "It is JSON and no table of cells. Nothing was kept. Bring the figures as CSV.")
    }
    if names.column("colname") != nil, names.column("coltype") != nil {
      return FigureRefusal(
        .unknownLayout, row: names.row,
        "It describes the columns of a file of figures, and holds none. Bring the file that it lies beside."
      )
    }
    if let found = FigureLayouts.layout(of: names) {
      for name in names.repeated where found.warnsOfRepeatedColumns {
        collector.checks.note(
          .columns, .warns, row: names.row,
          "More than one column is called \"\(name)\"; the first of them was read.")
      }
      collector.checks.make(.columns)
      for (column, key) in names.keys.enumerated() where !key.isEmpty {
        guard let known = found.knownKeys, !known.contains(where: key.hasPrefix) else { continue }
        collector.checks.note(
          .columns, .warns, row: names.row, column: column + 1,
          "\(names.cited(column)) is not one of this layout, and was not read.")
      }
      collector.heading = names
      collector.habits.hasSemicolons = rows.separator == 0x3b
      layout = found.init(names, &collector)
      heading = names
      seen = []
      return nil
    }
    seen.append(names)
    return seen.count >= FigureReader.headingRows ? .unknown(seen) : nil
  }
}
