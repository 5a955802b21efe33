/// The days on which the numbers of a table became known, one after the other.
///
/// Whoever collects what leaves has each number that was ever shown. So what is hidden of a table is found out day by
/// day: what was shown before stays shown, what was hidden stays hidden, and only what is new can be hidden beside it.
/// The table of an earlier day is the beginning of a later one, and comes out the same.
struct Stages {
  /// What became known on a day.
  struct Stage: Equatable {
    let day: Int32
    /// Where its cells and lines stand among all.
    let cells: Range<Int>
    let lines: Range<Int>
  }

  /// Cells and lines in the order in which they became known, and in their own order on one day.
  let cells: [Int]
  let lines: [Int]
  let all: [Stage]

  /// Puts a table in the order of its days, or has all of it on one day.
  init(_ table: SmallNumberTable, isOne: Bool) {
    let first = table.days.first
    if isOne || table.days.allSatisfy({ $0 == first }) {
      (cells, lines) = (Array(table.values.indices), Array(table.totals.indices))
      all = [Stage(day: .min, cells: cells.indices, lines: lines.indices)]
      return
    }
    let days = table.totals.indices.map { line in
      let parts = Int(table.partOffsets[line])..<Int(table.partOffsets[line + 1])
      return parts.reduce(table.days[Int(table.totals[line])]) { last, place in
        max(last, table.days[Int(table.parts[place])])
      }
    }
    let cells = Self.sorted(table.days)
    let lines = Self.sorted(days)
    var all: [Stage] = []
    var (cell, line) = (0, 0)
    while cell < cells.count {
      let (day, start, startOfLines) = (table.days[cells[cell]], cell, line)
      while cell < cells.count, table.days[cells[cell]] == day { cell += 1 }
      while line < lines.count, days[lines[line]] == day { line += 1 }
      all.append(Stage(day: day, cells: start..<cell, lines: startOfLines..<line))
    }
    (self.cells, self.lines, self.all) = (cells, lines, all)
  }

  private static func sorted(_ days: [Int32]) -> [Int] {
    // Figures mostly come in the order of their periods.
    if zip(days, days.dropFirst()).allSatisfy({ $0 <= $1 }) { return Array(days.indices) }
    return days.indices.sorted { (days[$0], $0) < (days[$1], $1) }
  }
}

extension SuppressionRun {
  /// Adds what became known on a day, and hides what is small of it.
  mutating func learn(_ stage: Stages.Stage) {
    (day, unproven) = (stage.day, [])
    if stage != stages.all.first { (hasPublished, canBeFree) = (true, []) }
    var isOld = false
    for line in stages.lines[stage.lines] {
      for cell in partRange(of: line).map({ Int(table.parts[$0]) }) + [Int(table.totals[line])] {
        lineEnds[cell] += 1
        isOld = isOld || table.days[cell] < day
        if lineRange(of: cell).count > 2, policy.rounding == nil { hasCrossings = true }
        if reasons[cell] != .shown { note(cell, in: line) }
      }
    }
    // What was safe by itself may be told by what is new.
    if isOld {
      unproven = stages.cells[..<stage.cells.lowerBound].filter { reasons[$0] != .shown }
      for cell in unproven { isProven[cell] = false }
    }
    for cell in stages.cells[stage.cells]
    where policy.isSmall(table.values[cell]) && !table.published[cell] { hide(cell, .small) }
    guard policy.hidesWholes else { return }
    for line in stages.lines[stage.lines] where partRange(of: line).count > 1 {
      let total = table.values[Int(table.totals[line])]
      guard total > 0 else { continue }
      for place in partRange(of: line) where table.values[Int(table.parts[place])] == total {
        let cell = Int(table.parts[place])
        if canBeHidden(cell) { hide(cell, .small) }
      }
    }
  }

  /// Hides what gives away what is hidden.
  mutating func protect() {
    if hasCrossings { hideByMoves() }
    hideComplements()
    audit()
  }

  /// Hides what was shown before, where nothing else helps: whoever has it has it, and others do not get it.
  mutating func protectByWhatWasShown() {
    (unproven, unprotected) = (unprotected, [])
    (day, canBeFree) = (.min, [])
    for cell in unproven {
      for place in lineRange(of: cell) { pending.insert(Int(lines[place])) }
    }
    protect()
  }
}
