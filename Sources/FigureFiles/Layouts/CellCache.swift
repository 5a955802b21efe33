import Letters
import Safeguarding

/// What cells of the same letters mean, worked out once.
struct CellCache<Value: Sendable>: Sendable {
  private var table = ByteTable()
  private var values: [Value] = []
  private var key: [UInt8] = []

  /// What the cells of some columns mean together.
  mutating func value(
    _ row: CellRow, _ columns: [Int], _ collector: inout FigureCollector,
    make: (inout FigureCollector) -> Value
  ) -> Value {
    let number: Int
    if columns.count == 1 {
      number = table.number(of: row[columns[0]]).number
    } else {
      key.removeAll(keepingCapacity: true)
      for column in columns {
        key.append(contentsOf: row[column])
        // No cell holds it.
        key.append(0)
      }
      number = table.number(of: key).number
    }
    if number == values.count { values.append(make(&collector)) }
    return values[number]
  }
}

extension FigureCollector {
  /// An area, kept once; what is wrong with its codes is named. Nil where it is not wanted.
  mutating func area(
    _ area: ReadArea, row: Int, isWanted: Bool = false
  ) -> Interned<ReadArea>? {
    guard isWanted || wish.isForAll || wish.includes(area.name, area.oldCode, area.newCode) else {
      return nil
    }
    if !area.oldCode.isEmpty || !area.newCode.isEmpty { checks.make(.areas) }
    let (interned, fault) = names.area(area, known: options.knownAreas)
    if let fault { checks.note(.areas, .warns, row: row, "Row \(row): \(fault).") }
    return interned
  }

  /// A period that people print, kept once; that its days are not known is named.
  mutating func period(
    _ text: String, year kind: YearKind?, row: Int, column: Int
  ) -> Interned<ReadPeriod> {
    checks.make(.dated)
    let period = ReadPeriod.printed(text, year: kind)
    if !period.isDated, !names.knows(period) {
      checks.note(
        .dated, .warns, row: row, column: column + 1,
        period.years == nil
          ? "Row \(row): \"\(shortened(text))\" names no year, so its days are not known."
          : "Row \(row): \"\(shortened(text))\" does not say whether it is a calendar, financial or academic year, "
            + "so its days are not known.")
    }
    return names.period(period)
  }

  /// The number of a cell; nil where none stands in it.
  func number(_ cell: ArraySlice<UInt8>) -> Double? {
    guard case .number(let number) = CellValue(cell, isMachine: isMachine) else { return nil }
    return (isMachine || number.isComma ? number.asThousands : number.value).number
  }
}

/// What the name of a measure says of its unit.
enum UnitName {
  static func unit(of name: String) -> String {
    let folded = name.folded
    let words = folded.split { !$0.isLetter && !$0.isNumber && $0 != "%" && $0 != "," }
    if folded.contains("%") || words.first == "pt"
      || words.contains(where: { ["percent", "percentage", "pct", "perc"].contains($0) })
    {
      return "%"
    }
    if let place = words.firstIndex(of: "per"), place + 1 < words.count {
      let number = words[place + 1].replacing(",", with: "")
      if let count = Int(number), number.count >= 3 {
        return "per " + grouped(count)
      }
    }
    return ""
  }
}
