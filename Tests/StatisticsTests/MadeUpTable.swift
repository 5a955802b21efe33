@testable import Statistics

/// A random number generator that says the same every time.
struct Dice: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
    return mixed ^ (mixed >> 31)
  }

  /// A count as partnerships have them: often none, often few.
  mutating func count() -> Int {
    switch Int.random(in: 0..<10, using: &self) {
    case 0, 1: 0
    case 2...4: Int.random(in: 1...5, using: &self)
    case 5...7: Int.random(in: 6...30, using: &self)
    default: Int.random(in: 31...300, using: &self)
    }
  }

  /// One of the numbers of a range.
  mutating func roll(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &self) }
}

/// A table together with its sums as an attacker knows them.
struct MadeUpTable {
  var table = SmallNumberTable()
  var cells: [CellID] = []
  var values: [Int] = []
  var lines: [Attacker.Line] = []
  var published: Set<Int> = []

  mutating func add(_ value: Int, isPublished: Bool = false) -> Int {
    cells.append(table.addCell(value, isPublished: isPublished))
    values.append(value)
    if isPublished { published.insert(values.count - 1) }
    return values.count - 1
  }

  /// Adds a total of cells.
  mutating func total(of parts: [Int], isPublished: Bool = false) -> Int {
    let total = add(parts.reduce(0) { $0 + values[$1] }, isPublished: isPublished)
    say(total, of: parts)
    return total
  }

  /// Says what a cell is the sum of.
  mutating func say(_ total: Int, of parts: [Int]) {
    table.addSum(cells[total], of: parts.map { cells[$0] })
    lines.append(.init(total: total, parts: parts))
  }

  /// Rows and columns with their totals; rows are said first.
  init(rows: [[Int]]) {
    var places = rows.map { row in row.map { 0 * $0 } }
    for (row, values) in rows.enumerated() {
      for (column, value) in values.enumerated() { places[row][column] = add(value) }
    }
    addTotals(places)
  }

  init() {}

  /// Adds totals of rows, then of columns, then of both.
  mutating func addTotals(_ places: [[Int]]) {
    var places = places
    for row in places.indices { places[row].append(total(of: places[row])) }
    guard let width = places.first?.count else { return }
    for column in 0..<width - 1 { _ = total(of: places.map { $0[column] }) }
    _ = total(of: places.map { $0[width - 1] })
    // The total of totals is the total of the columns' totals too.
    let last = values.count - 1
    say(last, of: Array(last - width + 1..<last))
  }

  /// What an attacker can know under a policy once this is shown.
  func attacker(_ shown: Suppression) -> Attacker {
    let most = 4 * (values.max() ?? 0) + 200
    var ranges: [(Int, Int)] = []
    for (cell, value) in zip(cells, values) {
      switch (shown[cell], shown.policy.rounding) {
      case (.number(let number), nil): ranges.append((number, number))
      case (.number(0), _): ranges.append((0, 0))
      case (.number(let number), let base?):
        // Every number that is rounded to this one, and is not small.
        let all = max(1, number - base)...number + base
        let fitting = all.filter {
          ($0 + base / 2) / base * base == number && $0 > shown.policy.threshold
        }
        ranges.append((fitting.first ?? value, fitting.last ?? value))
      case (.hidden, nil): ranges.append((1, most))
      case (.hidden, _):
        ranges.append((1, value <= shown.policy.threshold ? shown.policy.threshold : most))
      }
    }
    return Attacker(least: ranges.map(\.0), most: ranges.map(\.1), lines: lines, hint: values)
  }

  /// The hidden cells that an attacker recovers: those that can be only one number, or only a small one.
  func recovered(from shown: Suppression) -> [Int] {
    var attacker = attacker(shown)
    var safe: Set<Int> = []
    var recovered: [Int] = []
    let given = Set(shown.unprotected.map(\.position))
    let threshold = shown.policy.rounding == nil ? shown.policy.threshold : 0
    for (place, cell) in cells.enumerated()
    where shown.isHidden(cell) && !safe.contains(place) && !given.contains(place) {
      var isSafe = false
      let value = values[place]
      let ranges =
        value <= threshold
        ? [threshold + 1...Int.max] : [value + 1...Int.max, 1...max(1, value - 1)]
      for range in ranges where range.lowerBound != value || range.upperBound != value {
        guard case .found(let numbers) = attacker.numbers(where: place, isIn: range) else {
          continue
        }
        isSafe = true
        for other in numbers.indices
        where values[other] <= threshold
          ? numbers[other] > threshold : numbers[other] != values[other]
        {
          safe.insert(other)
        }
        break
      }
      if !isSafe { recovered.append(place) }
    }
    return recovered
  }

  /// The hidden cells that the equations alone give away: elimination in whole numbers modulo a prime.
  func solved(from shown: Suppression) -> [Int] {
    let prime = 1_000_003
    let unknown = cells.indices.filter { shown.isHidden(cells[$0]) }
    var columns: [Int: Int] = [:]
    for (column, place) in unknown.enumerated() { columns[place] = column }
    var rows = lines.map { line in
      var row = Array(repeating: 0, count: unknown.count)
      for part in line.parts { if let column = columns[part] { row[column] += 1 } }
      if let column = columns[line.total] { row[column] += prime - 1 }
      return row
    }
    func inverse(_ number: Int) -> Int {
      // Fermat's little theorem.
      var (result, base, exponent) = (1, number, prime - 2)
      while exponent > 0 {
        if exponent % 2 == 1 { result = result * base % prime }
        base = base * base % prime
        exponent /= 2
      }
      return result
    }
    var rank = 0
    for column in unknown.indices {
      guard let pivot = (rank..<rows.count).first(where: { rows[$0][column] % prime != 0 }) else {
        continue
      }
      rows.swapAt(rank, pivot)
      let factor = inverse(rows[rank][column] % prime)
      let filled = unknown.indices.filter { rows[rank][$0] % prime != 0 }
      for place in filled { rows[rank][place] = rows[rank][place] * factor % prime }
      for row in rows.indices where row != rank && rows[row][column] % prime != 0 {
        let factor = prime - rows[row][column] % prime
        for place in filled {
          rows[row][place] = (rows[row][place] + factor * rows[rank][place]) % prime
        }
      }
      rank += 1
    }
    return rows.prefix(rank).compactMap { row in
      let filled = unknown.indices.filter { row[$0] % prime != 0 }
      return filled.count == 1 ? unknown[filled[0]] : nil
    }
  }
}
