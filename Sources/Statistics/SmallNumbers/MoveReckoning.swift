/// A move found by exact reckoning: the simplex method over fractions, begun at the real numbers.
///
/// The real numbers are no corner of what is possible, so cells start between their ends and are pushed to them one by
/// one. Where the best corner is no whole number, ranges are narrowed towards the real numbers and it begins again.
struct MoveReckoning {
  /// The least and the most that a cell can change.
  typealias Ends = (least: Int, most: Int?)

  private var matrix: [Fraction]
  private let width: Int
  /// The column that each row gives; the others are free to be pushed.
  private var basis: [Int]
  private var rowOf: [Int?]
  private var changes: [Fraction]
  private var ends: [Ends]
  private var steps = 0

  /// Changes of every cell that leave each row in balance and change the target by the goal; nil where none is found.
  static func move(
    rows: [[(Int, Int)]], ranges: [Ends], target: Int, goal: Int, work: inout Int
  ) -> [Int]? {
    do {
      let start = try MoveReckoning(rows, ranges, target: target)
      var narrowed = ranges
      for _ in 0..<24 {
        var reckoning = start
        reckoning.ends = narrowed
        defer { work -= reckoning.steps * reckoning.matrix.count }
        guard try reckoning.push(target, to: goal) else { return nil }
        if let move = reckoning.whole(target, goal, ranges) { return move }
        guard let broken = reckoning.changes.firstIndex(where: { !$0.isWhole }) else { return nil }
        let end = reckoning.changes[broken].towardsZero
        if reckoning.changes[broken].top > 0 {
          narrowed[broken].most = end
        } else {
          narrowed[broken].least = end
        }
      }
      return nil
    } catch {
      // Numbers too long for exact reckoning: no move is known, so more is hidden.
      return nil
    }
  }

  /// Brings the rows into the form in which each gives one column by the others.
  private init(
    _ rows: [[(Int, Int)]], _ ranges: [Ends], target: Int
  ) throws(Fraction.Overflow) {
    width = ranges.count
    ends = ranges
    changes = Array(repeating: .zero, count: width)
    rowOf = Array(repeating: nil, count: width)
    basis = []
    matrix = []
    for row in rows {
      var line = Array(repeating: Fraction.zero, count: width)
      for (column, sign) in row { line[column] = Fraction(line[column].top + sign) }
      for (place, column) in basis.enumerated() where !line[column].isZero {
        let factor = line[column]
        for other in 0..<width where !matrix[place * width + other].isZero {
          line[other] = try line[other].minus(factor.times(matrix[place * width + other]))
        }
      }
      guard
        let column = line.indices.first(where: { !line[$0].isZero && $0 != target })
          ?? line.indices.first(where: { !line[$0].isZero })
      else { continue }
      matrix += line
      basis.append(column)
      try pivot(basis.count - 1, column)
    }
  }

  /// Makes a row give a column.
  private mutating func pivot(_ row: Int, _ column: Int) throws(Fraction.Overflow) {
    rowOf[basis[row]] = nil
    basis[row] = column
    rowOf[column] = row
    let factor = matrix[row * width + column]
    var filled: [Int] = []
    for other in 0..<width where !matrix[row * width + other].isZero {
      filled.append(other)
      if factor != Fraction(1) {
        matrix[row * width + other] = try matrix[row * width + other].divided(by: factor)
      }
    }
    for other in basis.indices where other != row {
      let factor = matrix[other * width + column]
      guard !factor.isZero else { continue }
      for place in filled {
        matrix[other * width + place] = try matrix[other * width + place].minus(
          factor.times(matrix[row * width + place]))
      }
    }
    steps += 1
  }

  /// Pushes columns until the target has changed by the goal; false where it cannot.
  private mutating func push(_ target: Int, to goal: Int) throws(Fraction.Overflow) -> Bool {
    let way = goal > 0 ? 1 : -1
    for _ in 0..<(8 * width + 64) {
      guard let (column, rate) = try next(for: target, way) else { return false }
      let direction = rate.top > 0 ? 1 : -1
      let speed = Fraction(way * direction)
      // How far until the goal is reached, then until something is at its end.
      var far = try Fraction(goal).minus(changes[target]).times(Fraction(way)).divided(
        by: rate.times(Fraction(direction)))
      var (isReached, blocking) = (true, Int?.none)
      if let own = try room(of: column, speed), try own.isLess(than: far) {
        (far, isReached) = (own, false)
      }
      for (row, basic) in basis.enumerated() where !matrix[row * width + column].isZero {
        let speedOfBasic = try matrix[row * width + column].times(speed).negated
        guard let room = try room(of: basic, speedOfBasic) else { continue }
        let isFirst = try room.isLess(than: far)
        if isFirst || blocking.map({ room == far && basic < basis[$0] }) ?? false {
          (far, isReached, blocking) = (room, false, row)
        }
      }
      changes[column] = try changes[column].plus(speed.times(far))
      for (row, basic) in basis.enumerated() where !matrix[row * width + column].isZero {
        changes[basic] = try changes[basic].minus(
          matrix[row * width + column].times(speed).times(far))
      }
      if isReached { return true }
      if let blocking { try pivot(blocking, column) } else { steps += 1 }
    }
    return false
  }

  /// The first column to push, and how fast the target gains by it; nil where nothing helps.
  ///
  /// A positive rate is gained by raising the column when the way is up, by lowering it when the way is down.
  private func next(for target: Int, _ way: Int) throws(Fraction.Overflow) -> (Int, Fraction)? {
    guard let row = rowOf[target] else {
      return try canMove(target, way) ? (target, Fraction(1)) : nil
    }
    for column in 0..<width where rowOf[column] == nil {
      let rate = matrix[row * width + column].negated
      guard !rate.isZero else { continue }
      if try canMove(column, rate.top > 0 ? way : -way) { return (column, rate) }
    }
    return nil
  }

  private func canMove(_ column: Int, _ way: Int) throws(Fraction.Overflow) -> Bool {
    let change = changes[column]
    if way < 0 { return try Fraction(ends[column].least).isLess(than: change) }
    guard let most = ends[column].most else { return true }
    return try change.isLess(than: Fraction(most))
  }

  /// How long a column can go on at a speed; nil for ever.
  private func room(of column: Int, _ speed: Fraction) throws(Fraction.Overflow) -> Fraction? {
    if speed.top < 0 {
      return try changes[column].minus(Fraction(ends[column].least)).divided(by: speed.negated)
    }
    guard let most = ends[column].most else { return nil }
    return try Fraction(most).minus(changes[column]).divided(by: speed)
  }

  /// The changes in whole numbers: as they are, or a multiple of them that every range allows.
  private func whole(_ target: Int, _ goal: Int, _ ranges: [Ends]) -> [Int]? {
    if changes.allSatisfy(\.isWhole) { return changes.map(\.top) }
    var common = 1
    for change in changes where !change.isWhole {
      let (next, isLong) = common.multipliedReportingOverflow(
        by: change.bottom / Fraction.divisor(common, change.bottom))
      guard !isLong, next < 1 << 20 else { return nil }
      common = next
    }
    let move = changes.map { $0.top * (common / $0.bottom) }
    for (change, range) in zip(move, ranges) {
      guard change >= range.least, range.most.map({ change <= $0 }) ?? true else { return nil }
    }
    return move
  }
}
