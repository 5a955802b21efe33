/// The work of hiding: first what is small, then what each sum would give away, then what an attacker could work out.
struct SuppressionRun {
  let table: SmallNumberTable
  let policy: SmallNumberPolicy
  var reasons: [Suppression.Reason]
  /// The cells whose numbers whoever attacks the table does not know.
  var isFree: [Bool]
  /// The lines that each cell is in, one after the other, those first that were known first: a line is a sum with its
  /// total.
  let lineOffsets: [Int32]
  let lines: [Int32]
  /// Where those lines of each cell end that are known by the day that is looked at.
  var lineEnds: [Int32]
  /// The cells and the lines, in the order in which they became known.
  let stages: Stages
  /// The day that is looked at: what was known and shown before stays shown.
  var day = Int32.min
  /// Whether a cell is in more lines than a row and a column.
  ///
  /// Where it is, hiding the smallest cell of each line leads from line to line and hides most of the table.
  var hasCrossings = false
  /// How many cells of each line are hidden, and what its hidden parts add up to.
  var hiddenCounts: [Int32]
  var hiddenSums: [Int]
  /// The lines to look at, the first on top.
  var pending = LineQueue()
  /// Hidden cells of which no proof is known yet that they are safe, in the order in which they were hidden.
  var unproven: [Int] = []
  var isProven: [Bool]
  var unprotected: [Int] = []
  var auditCount = 0
  /// Whether there are cells that can be hidden no more.
  var hasPublished: Bool
  /// The cells that are free or could become so by hiding them; empty until somebody asks.
  var canBeFree: [Bool] = []

  // The move that is being looked for: by how much each cell changes, and by how much each line is out of balance.
  var changes: [Int]
  var balances: [Int]
  var moved: [Int] = []
  /// The cells that could put the lines of a search right, those of its last step on top.
  var choices: [Choice] = []
  var openLines = 0
  /// How many steps the search may still take, and how many cells its move may have.
  var searchSteps = 0
  var longestMove = 0
  /// Whether cells that are shown may be part of it, and are hidden then.
  var mayHide = false
  /// Whether hidden numbers that are small count as possibly large although others are rounded.
  var anySize = false
  /// How much reckoning is left; where none is, more is hidden instead.
  var work = 60_000_000

  init(_ table: SmallNumberTable, _ policy: SmallNumberPolicy) {
    self.table = table
    self.policy = policy
    let (count, lineCount) = (table.count, table.totals.count)
    reasons = Array(repeating: .shown, count: count)
    isProven = Array(repeating: false, count: count)
    changes = Array(repeating: 0, count: count)
    hiddenCounts = Array(repeating: 0, count: lineCount)
    hiddenSums = Array(repeating: 0, count: lineCount)
    balances = Array(repeating: 0, count: lineCount)
    hasPublished = table.published.contains(true)
    if policy.rounding != nil {
      isFree = zip(table.values, table.published).map { value, isPublished in
        value > policy.threshold || value > 0 && !isPublished
      }
    } else {
      isFree = Array(repeating: false, count: count)
    }
    // Numbers that are rounded are so each by itself, whenever it becomes known.
    stages = Stages(table, isOne: policy.rounding != nil)
    (lineOffsets, lines) = Self.lines(of: table, stages.lines)
    lineEnds = lineOffsets
  }

  /// The lines of each cell, in the order of all lines.
  private static func lines(of table: SmallNumberTable, _ order: [Int]) -> ([Int32], [Int32]) {
    var offsets = Array(repeating: Int32(0), count: table.count + 1)
    for cell in table.parts { offsets[Int(cell) + 1] += 1 }
    for cell in table.totals { offsets[Int(cell) + 1] += 1 }
    for place in offsets.indices.dropFirst() { offsets[place] += offsets[place - 1] }
    var next = offsets
    var lines = Array(repeating: Int32(0), count: table.parts.count + table.totals.count)
    for line in order {
      for place in Int(table.partOffsets[line])..<Int(table.partOffsets[line + 1]) {
        let cell = Int(table.parts[place])
        lines[Int(next[cell])] = Int32(line)
        next[cell] += 1
      }
      let total = Int(table.totals[line])
      lines[Int(next[total])] = Int32(line)
      next[total] += 1
    }
    return (offsets, lines)
  }

  /// Where the lines of a cell stand that are known.
  func lineRange(of cell: Int) -> Range<Int> {
    Int(lineOffsets[cell])..<Int(lineEnds[cell])
  }

  /// Where the parts of a line stand.
  func partRange(of line: Int) -> Range<Int> {
    Int(table.partOffsets[line])..<Int(table.partOffsets[line + 1])
  }

  /// 1 for a part of a line, -1 for its total.
  func sign(of cell: Int, in line: Int) -> Int { Int(table.totals[line]) == cell ? -1 : 1 }

  mutating func result() -> Suppression {
    for stage in stages.all {
      learn(stage)
      protect()
      if !unprotected.isEmpty, stage != stages.all.first { protectByWhatWasShown() }
    }
    return Suppression(
      table, policy, hidden: reasons, unprotected: unprotected.map { CellID(position: $0) },
      auditCount: auditCount)
  }

  /// Hides a cell and has its lines looked at.
  mutating func hide(_ cell: Int, _ reason: Suppression.Reason) {
    guard reasons[cell] == .shown else { return }
    reasons[cell] = reason
    isFree[cell] = true
    unproven.append(cell)
    for place in lineRange(of: cell) { note(cell, in: Int(lines[place])) }
  }

  /// Counts a hidden cell in one of its lines, and has that looked at.
  mutating func note(_ cell: Int, in line: Int) {
    hiddenCounts[line] += 1
    if sign(of: cell, in: line) > 0 { hiddenSums[line] &+= table.values[cell] }
    if policy.rounding == nil { pending.insert(line) }
  }

  /// Whether a cell is shown and may be hidden.
  func canBeHidden(_ cell: Int) -> Bool {
    table.values[cell] > 0 && !table.published[cell] && reasons[cell] == .shown
      && table.days[cell] >= day
  }

  /// Hides one more cell of each line that gives a hidden one away by itself, the first line first, until none does.
  mutating func hideComplements() {
    while let line = pending.popFirst() {
      guard givesAway(line), let cell = complement(in: line) else { continue }
      hide(cell, .complement)
      pending.insert(line)
    }
  }

  /// Whether a line alone gives away, or holds down, one of its hidden cells.
  func givesAway(_ line: Int) -> Bool {
    guard policy.rounding == nil else { return false }
    let hidden = Int(hiddenCounts[line])
    if hidden < 2 { return hidden == 1 }
    if reasons[Int(table.totals[line])] != .shown { return false }
    // Each of the others is at least 1, so the largest that one can be is what they leave.
    return hiddenSums[line] < policy.threshold + hidden
  }

  /// The cell of a line to be hidden next: the smallest part, or the total where no part is left.
  func complement(in line: Int) -> Int? {
    var best: Int?
    for place in partRange(of: line) {
      let cell = Int(table.parts[place])
      if canBeHidden(cell), best.map({ comes(cell, before: $0) }) ?? true { best = cell }
    }
    let total = Int(table.totals[line])
    return best ?? (canBeHidden(total) ? total : nil)
  }

  /// Whether a cell is hidden before another.
  func comes(_ cell: Int, before other: Int) -> Bool {
    (table.values[cell], cell) < (table.values[other], other)
  }
}
