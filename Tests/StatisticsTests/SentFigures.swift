import Safeguarding

/// Figures, and what everybody knows to be a sum of others.
struct SentFigures {
  var workspace = Workspace()
  var numbers: [Int] = []
  var lines: [Attacker.Line] = []

  static let quarters = [
    "2023-04-01/2023-06-30", "2023-07-01/2023-09-30", "2023-10-01/2023-12-31",
    "2024-01-01/2024-03-31",
  ]
  private static let year = "2023-04-01/2024-03-31"

  init(_ dice: inout Dice) {
    var indicator = Indicator()
    (indicator.id, indicator.unit, indicator.aggregation) = ("plans", "children", .sum)
    workspace.indicators.append(indicator)
    let hasSexes = dice.roll(0...1) == 0
    let ages = (0..<dice.roll(2...4)).map { "\($0)" }
    let sexes = hasSexes ? ["f", "m"] : [""]
    var periods: [[Int]] = []
    for quarter in SentFigures.quarters {
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
      let all = add(total, SentFigures.year, places[place])
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

  private mutating func add(_ number: Int, _ period: String, _ age: String, _ sex: String) -> Int {
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

  /// The folder as it was when a quarter had just ended.
  func atTheEnd(of quarter: String) -> Workspace {
    var before = workspace
    before.values = RecordTable()
    guard let end = ImpreciseDate(quarter)?.last else { return before }
    before.values.append(
      contentsOf: workspace.values.all.filter { $0.period?.last.map { $0 <= end } ?? false })
    return before
  }

  /// The same with one number restated, and every sum that it is in.
  func restated(_ dice: inout Dice) -> SentFigures {
    var after = self
    let inside = numbers.indices.filter { cell in !lines.contains { $0.total == cell } }
    let changed = inside[dice.roll(0...inside.count - 1)]
    var difference: [Int: Int] = [changed: dice.count() - numbers[changed]]
    // Lines stand behind those that their parts are the totals of.
    for line in lines where difference[line.total] == nil {
      let sum = line.parts.reduce(0) { $0 + (difference[$1] ?? 0) }
      if line.parts.contains(where: { difference[$0] != nil }) { difference[line.total] = sum }
    }
    var new: [Int: Int] = [:]
    for cell in difference.keys.sorted() {
      var value = workspace.values.all[cell]
      (value.supersedes, value.id) = (value.id, "v\(after.numbers.count)")
      value.knownSince = ImpreciseDate("2024-06-30")
      let number = numbers[cell] + (difference[cell] ?? 0)
      value.value = Measure(.exact, spelling: String(number))
      after.workspace.values.append(value)
      after.numbers.append(number)
      new[cell] = after.numbers.count - 1
    }
    for line in lines where new[line.total] != nil {
      after.lines.append(
        Attacker.Line(
          total: new[line.total] ?? line.total, parts: line.parts.map { new[$0] ?? $0 }))
    }
    return after
  }
}
