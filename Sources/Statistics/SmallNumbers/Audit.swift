/// The audit: a cell counts as safe only where other numbers are known that fit everything that is shown.
///
/// Such numbers are a *move* away from the real ones: some free cells change so that every sum stays right. A move
/// that is found proves the cells safe that it changes enough; where none is found, more is hidden. So a search that
/// gives up too early hides too much, and never too little.
extension SuppressionRun {
  /// How many cells around one are tried together, and then, where that was not enough.
  private static let reaches = [40, 160]

  /// Hides more until every hidden cell is proven safe, or nothing is left that could be hidden.
  mutating func audit() {
    var next = 0
    while next < unproven.count {
      let cell = unproven[next]
      if isProven[cell] || prove(cell) {
        next += 1
        continue
      }
      let count = unproven.count
      if hideByMove(cell) {
        auditCount += unproven.count - count
        hideComplements()
        continue
      }
      guard !isHopeless(cell), let more = another(for: cell) else {
        if !proveAnySize(cell) { unprotected.append(cell) }
        next += 1
        continue
      }
      auditCount += 1
      hide(more, .complement)
      hideComplements()
    }
  }

  /// The least and the most that a free cell can be, as far as it is known without looking at others; nil for no end.
  func bounds(of cell: Int) -> (Int, Int?) {
    let value = table.values[cell]
    if reasons[cell] == .shown, policy.rounding != nil {
      let range = policy.range(of: value)
      return (range.lowerBound, range.upperBound)
    }
    // Where numbers are rounded, nearly all that is hidden is small, and everybody knows it.
    let isKnownSmall = policy.rounding != nil && !anySize && policy.isSmall(value)
    return (1, isKnownSmall ? policy.threshold : nil)
  }

  /// The changes of a cell of which one proves it safe.
  private func goals(of cell: Int) -> [Int] {
    let value = table.values[cell]
    if policy.rounding == nil, value <= policy.threshold { return [policy.threshold + 1 - value] }
    let (least, most) = bounds(of: cell)
    return [1, -1].filter { $0 > 0 ? most.map { $0 > value } ?? true : value > least }
  }

  /// Whether a change of a cell is enough to call it safe.
  private func isEnough(_ change: Int, for cell: Int) -> Bool {
    guard policy.rounding == nil, table.values[cell] <= policy.threshold else { return change != 0 }
    return table.values[cell] + change > policy.threshold
  }

  /// Proves hidden cells safe one by one, each by a move for which few more are hidden.
  mutating func hideByMoves() {
    var next = 0
    while next < unproven.count {
      let cell = unproven[next]
      if !isProven[cell], !proveQuickly(cell) { _ = hideByMove(cell) }
      next += 1
    }
  }

  /// Hides the cells of a move that proves one safe; false where none is found.
  private mutating func hideByMove(_ cell: Int) -> Bool {
    guard policy.rounding == nil,
      goals(of: cell).contains(where: { searchMove(of: cell, by: $0, hiding: true) })
    else { return false }
    for cell in moved { hide(cell, .complement) }
    return acceptMove(for: cell)
  }

  /// Looks for a proof that rests on the one sign for everything that is hidden: a hidden cell need not be small.
  private mutating func proveAnySize(_ cell: Int) -> Bool {
    anySize = true
    defer { anySize = false }
    return policy.rounding != nil && proveQuickly(cell)
  }

  private mutating func proveQuickly(_ cell: Int) -> Bool {
    proveLine(of: cell)
    if isProven[cell] { return true }
    let goals = goals(of: cell)
    guard
      goals.contains(where: { searchMove(of: cell, by: $0) })
        || goals.contains(where: { raise(cell, by: $0) })
    else { return false }
    return acceptMove(for: cell)
  }

  /// Proves all cells of a line safe that a move within it does: one changes, and others make up for it.
  ///
  /// Only parts that are in no other line can, as no line but this one is out of balance by them. Where very many parts
  /// make one total and nothing else, these are all, and none of them has to be looked at by itself.
  private mutating func proveLine(of cell: Int) {
    guard policy.rounding == nil, isAlone(cell) else { return }
    let line = Int(lines[Int(lineOffsets[cell])])
    let alone = partRange(of: line).map { Int(table.parts[$0]) }.filter { isAlone($0) }
    // How much all of them together can be lowered.
    let slack = alone.reduce(0) { $0 + table.values[$1] - 1 }
    for cell in alone where !isProven[cell] {
      let value = table.values[cell]
      let others = slack - (value - 1)
      isProven[cell] =
        value <= policy.threshold
        ? others > policy.threshold - value : alone.count > 1 && (others > 0 || value > 1)
    }
  }

  /// Whether a cell is hidden, and a part of one line alone.
  private func isAlone(_ cell: Int) -> Bool {
    let range = lineRange(of: cell)
    return isFree[cell] && reasons[cell] != .shown && range.count == 1
      && sign(of: cell, in: Int(lines[range.lowerBound])) > 0
  }

  /// Looks for a move that proves a cell safe.
  private mutating func prove(_ cell: Int) -> Bool {
    if proveQuickly(cell) { return true }
    let goals = goals(of: cell)
    for reach in Self.reaches {
      let near = neighbourhood(of: cell, reach, isFree)
      for goal in goals {
        guard let move = reckonMove(of: cell, by: goal, among: near) else { continue }
        for (cell, change) in zip(near, move) where change != 0 { apply(change, to: cell) }
        if isMove() {
          if acceptMove(for: cell) { return true }
        } else {
          undoMove()
        }
      }
      if near.count < reach { break }
    }
    return false
  }

  /// Whether the cells that moved stay where they can be, and every line stays in balance.
  func isMove() -> Bool {
    moved.allSatisfy { cell in
      let (least, most) = bounds(of: cell)
      let value = table.values[cell] + changes[cell]
      return isFree[cell] && value >= least && most.map { value <= $0 } ?? true
        && lineRange(of: cell).allSatisfy { balances[Int(lines[$0])] == 0 }
    }
  }

  /// Marks the cells as safe that the move proves; false where the one that it was made for is not among them.
  private mutating func acceptMove(for asked: Int) -> Bool {
    for cell in moved where reasons[cell] != .shown && isEnough(changes[cell], for: cell) {
      isProven[cell] = true
    }
    undoMove()
    return isProven[asked]
  }

  /// Takes back all changes.
  mutating func undoMove() {
    while let cell = moved.last { takeBack(cell) }
  }

  /// Reckons a move exactly; nil where there is none among these cells, or where it takes too long to find.
  private mutating func reckonMove(of cell: Int, by goal: Int, among near: [Int]) -> [Int]? {
    guard work > 0, let target = near.firstIndex(of: cell) else { return nil }
    var places: [Int: Int] = [:]
    for (place, cell) in near.enumerated() { places[cell] = place }
    var rows: [Int: [(Int, Int)]] = [:]
    for (place, cell) in near.enumerated() {
      for line in lineRange(of: cell).map({ Int(lines[$0]) }) {
        rows[line, default: []].append((place, sign(of: cell, in: line)))
      }
    }
    let ranges = near.map { cell in
      let ((least, most), value) = (bounds(of: cell), table.values[cell])
      return (least: least - value, most: most.map { $0 - value })
    }
    return MoveReckoning.move(
      rows: rows.keys.sorted().compactMap { rows[$0] }, ranges: ranges, target: target, goal: goal,
      work: &work)
  }

  /// The free cells around one, the nearest first, up to so many.
  private func neighbourhood(of cell: Int, _ reach: Int, _ isFree: [Bool]) -> [Int] {
    var (cells, seen, seenLines) = ([cell], Set([cell]), Set<Int>())
    var next = 0
    while next < cells.count {
      for place in lineRange(of: cells[next]) where seenLines.insert(Int(lines[place])).inserted {
        let line = Int(lines[place])
        let all = partRange(of: line).map { Int(table.parts[$0]) } + [Int(table.totals[line])]
        for cell in all where isFree[cell] && seen.insert(cell).inserted {
          cells.append(cell)
          if cells.count == reach { return cells }
        }
      }
      next += 1
    }
    return cells
  }

  /// Whether a cell is given away by what cannot be hidden, so that hiding more helps nobody.
  private mutating func isHopeless(_ cell: Int) -> Bool {
    let range = lineRange(of: cell)
    if range.contains(where: { givesAway(Int(lines[$0])) }) { return true }
    guard hasPublished, let reach = Self.reaches.last else { return false }
    if canBeFree.isEmpty {
      canBeFree = table.values.indices.map { cell in
        isFree[cell] || table.values[cell] > 0 && !table.published[cell]
      }
    }
    let near = neighbourhood(of: cell, reach, canBeFree)
    return goals(of: cell).allSatisfy { reckonMove(of: cell, by: $0, among: near) == nil }
  }

  /// The next cell to be hidden for one that is not safe: the smallest of its lines, else of the lines around.
  private func another(for cell: Int) -> Int? {
    var (level, seen) = ([cell], Set([cell]))
    while !level.isEmpty {
      let around = Set(level.flatMap { cell in lineRange(of: cell).map { Int(lines[$0]) } })
      let best = around.compactMap { complement(in: $0) }.min { comes($0, before: $1) }
      if let best { return best }
      level = around.flatMap { line in
        partRange(of: line).map { Int(table.parts[$0]) } + [Int(table.totals[line])]
      }
      .filter { isFree[$0] && seen.insert($0).inserted }
    }
    return nil
  }
}
