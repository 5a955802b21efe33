import JSONDocument
import Reports
import Safeguarding
import Testing

/// Figures as agencies send them, written in every form, and attacked with all of it together.
@Suite struct ExportAttackTests {
  private static let quarters = [
    "2023-04-01/2023-06-30", "2023-07-01/2023-09-30", "2023-10-01/2023-12-31",
    "2024-01-01/2024-03-31",
  ]
  private static let year = "2023-04-01/2024-03-31"

  /// Figures, and what everybody knows to be a sum of others.
  private struct Sent {
    var workspace = Workspace()
    var numbers: [Int] = []
    var lines: [Attacker.Line] = []
    var published: Set<Int> = []

    init(_ dice: inout Dice) {
      var indicator = Indicator()
      (indicator.id, indicator.unit, indicator.aggregation) = ("plans", "children", .sum)
      workspace.indicators.append(indicator)
      let hasSexes = dice.roll(0...1) == 0
      let ages = (0..<dice.roll(2...4)).map { "\($0)" }
      let sexes = hasSexes ? ["f", "m"] : [""]
      var periods: [[Int]] = []
      for quarter in ExportAttackTests.quarters {
        var inside: [[Int]] = []
        for age in ages {
          inside.append(
            sexes.map { add(dice.count(), quarter, age, $0) })
        }
        periods.append(addTotals(inside, quarter, ages, sexes))
      }
      let totals = periods[0].indices.map { place in periods.reduce(0) { $0 + numbers[$1[place]] } }
      let places = periods[0].map { workspace.values.all[$0].breakdown }
      for (place, total) in totals.enumerated() {
        let all = add(total, ExportAttackTests.year, places[place])
        lines.append(Attacker.Line(total: all, parts: periods.map { $0[place] }))
      }
      // The year is broken down as its quarters are.
      let shift = 4 * periods[0].count
      for line in lines.prefix(linesOfAQuarter) {
        lines.append(
          Attacker.Line(total: line.total + shift, parts: line.parts.map { $0 + shift }))
      }
    }

    private var linesOfAQuarter = 0

    private mutating func addTotals(
      _ inside: [[Int]], _ quarter: String, _ ages: [String], _ sexes: [String]
    ) -> [Int] {
      let before = lines.count
      var all = inside.flatMap(\.self)
      if sexes.count > 1 {
        let rows = zip(ages, inside).map { age, row in total(of: row, quarter, age, "") }
        let columns = sexes.indices.map { column in
          total(of: inside.map { $0[column] }, quarter, "", sexes[column])
        }
        let whole = total(of: rows, quarter, "", "")
        lines.append(Attacker.Line(total: whole, parts: columns))
        all += rows + columns + [whole]
      } else {
        all.append(total(of: all, quarter, "", ""))
      }
      linesOfAQuarter = lines.count - before
      return all
    }

    private mutating func total(
      of parts: [Int], _ quarter: String, _ age: String, _ sex: String
    ) -> Int {
      let whole = add(parts.reduce(0) { $0 + numbers[$1] }, quarter, age, sex)
      lines.append(Attacker.Line(total: whole, parts: parts))
      return whole
    }

    private mutating func add(_ number: Int, _ period: String, _ age: String, _ sex: String) -> Int
    {
      let parts =
        (age.isEmpty ? [] : [Breakdown(by: "age", age)])
        + (sex.isEmpty ? [] : [Breakdown(by: "sex", sex)])
      return add(number, period, parts)
    }

    private mutating func add(_ number: Int, _ period: String, _ parts: [Breakdown]) -> Int {
      var value = Observation()
      (value.id, value.indicator) = ("v\(numbers.count)", "plans")
      (value.period, value.breakdown) = (ImpreciseDate(period), parts)
      value.value = Measure(.exact, spelling: String(number))
      workspace.values.append(value)
      numbers.append(number)
      return numbers.count - 1
    }
  }

  @Test(arguments: 0..<8)
  func nothingIsRecoveredFromAllThatLeft(seed: Int) throws {
    var dice = Dice(state: UInt64(seed) &* 0x5851_f42d_4c95_7f2d &+ 11)
    var (hidden, asked, long) = (0, 0, 0)
    for _ in 0..<25 {
      let sent = Sent(&dice)
      let leaving = sent.workspace.withoutSmallNumbers
      #expect(leaving.hiddenFigures?.givenAway.isEmpty == true)
      let known = try Self.union(of: leaving)
      for (cell, number) in sent.numbers.enumerated() {
        if let shown = known[cell] { #expect(shown == number) }
      }
      let cells = sent.numbers.indices
      let most = 4 * 4 * 8 * 300
      var attacker = Attacker(
        least: cells.map { known[$0] ?? 1 }, most: cells.map { known[$0] ?? most },
        lines: sent.lines, hint: sent.numbers)
      for cell in cells where known[cell] == nil {
        hidden += 1
        guard sent.numbers[cell] <= 5 else { continue }
        asked += 1
        switch attacker.numbers(where: cell, isIn: 6...most) {
        case .found: break
        case .tooLong: long += 1
        case .impossible: Issue.record("Value \(cell) of \(sent.numbers) is known to be small.")
        }
      }
      for (cell, number) in sent.numbers.enumerated() where (1...5).contains(number) {
        #expect(known[cell] == nil)
      }
    }
    print("Of \(hidden) hidden values \(asked) small ones were attacked, \(long) for too long.")
    #expect(asked > 50 && long * 20 <= asked)
  }

  /// What somebody knows who has every export: of values, and of indicators, as JSON and as CSV.
  private static func union(of workspace: Workspace) throws -> [Int: Int] {
    let context = RecordContext(workspace, day: CalendarDate(dayNumber: 20_000))
    var known: [Int: Int] = [:]
    func learn(_ id: String?, _ number: String?) {
      guard let id, let cell = Int(id.dropFirst()), let number, let count = Int(number) else {
        return
      }
      #expect(known[cell] == nil || known[cell] == count)
      known[cell] = count
    }
    let json = RecordsListing(Observation.self, in: context, as: .json).listing
    for row in try JSONDocument(text: json.written(as: .json)).root.elements {
      learn(row["id"]?.string, row["value"]?.numberSpelling)
    }
    let csv = rows(
      of: RecordsListing(Observation.self, in: context, as: .csv).listing.written(as: .csv))
    let (id, value) = (csv[0].firstIndex(of: "id") ?? 0, csv[0].firstIndex(of: "value") ?? 0)
    for row in csv.dropFirst() { learn(row[id], row[value]) }
    // The values of an indicator come in their own order.
    let plans = try #require(workspace.indicators["plans"])
    let ids = workspace.values(of: plans).map(\.id)
    let listing = try IndicatorsListing(workspace, of: "plans").listing
    for form in [ListingFormat.csv, .spreadsheet] {
      let table = rows(of: listing.written(as: form))
      for name in ["value", "valueText"] {
        let column = table[0].firstIndex(of: name) ?? 0
        for (id, row) in zip(ids, table.dropFirst()) { learn(id, row[column]) }
      }
    }
    return known
  }

  private static func rows(of csv: String) -> [[String]] {
    var (rows, row, cell, isQuoted) = ([[String]](), [String](), "", false)
    for scalar in csv.unicodeScalars {
      switch scalar {
      case "\"": isQuoted.toggle()
      case "," where !isQuoted:
        row.append(cell)
        cell = ""
      case "\n" where !isQuoted:
        rows.append(row + [cell])
        (row, cell) = ([], "")
      case "\r" where !isQuoted: break
      default: cell.unicodeScalars.append(scalar)
      }
    }
    return rows
  }
}
