/// A quick look for a small move: one cell changes, then each line that is out of balance is put right by one cell more.
///
/// Where cells may be hidden for it, those that are hidden already and those that put more lines right come first, so
/// that the move closes early and few are hidden.
extension SuppressionRun {
  /// How many cells of a line are tried, beside its total.
  private static let widest = 10

  /// Looks for a move that changes a cell by so much, and leaves it applied where it is found.
  mutating func searchMove(of cell: Int, by change: Int, hiding: Bool = false) -> Bool {
    mayHide = hiding
    let lineCount = lineRange(of: cell).count
    // The corners of a box with one side a line, then whatever closes.
    // Where cells may be hidden for a move, it is worth a longer look; where not, the next look follows.
    let steps = hiding || policy.rounding != nil ? 400 : 100
    for (length, steps) in [(1 << min(lineCount, 4), steps), (20, steps / 2)] {
      (searchSteps, longestMove) = (steps, length)
      apply(change, to: cell)
      if putRight() { return true }
      takeBack(cell)
    }
    return false
  }

  /// Raises a cell by so much and every total above it as well, and leaves that applied where it is a move.
  ///
  /// A total rises with one of its parts, and so on down to a cell that is no total.
  /// Where all of these are hidden it always is, however little there is to take from other cells.
  mutating func raise(_ cell: Int, by change: Int) -> Bool {
    guard change > 0 else { return false }
    var lowest = cell
    // Sums that go round in a circle end nowhere.
    for _ in 0..<table.totals.count {
      guard let part = freePart(of: lowest) else { break }
      lowest = part
    }
    apply(change, to: lowest)
    var next = 0
    while next < moved.count {
      for place in lineRange(of: moved[next]) {
        let (line, total) = (Int(lines[place]), Int(table.totals[Int(lines[place])]))
        guard balances[line] > 0, changes[total] == 0, isFree[total] else { continue }
        apply(balances[line], to: total)
      }
      next += 1
    }
    if openLines == 0, changes[cell] != 0, isMove() { return true }
    undoMove()
    return false
  }

  /// The first free part of a cell that is a total.
  private func freePart(of cell: Int) -> Int? {
    for place in lineRange(of: cell) where sign(of: cell, in: Int(lines[place])) < 0 {
      for part in partRange(of: Int(lines[place])) where isFree[Int(table.parts[part])] {
        return Int(table.parts[part])
      }
    }
    return nil
  }

  /// Changes a cell and the balance of its lines.
  mutating func apply(_ change: Int, to cell: Int) {
    changes[cell] = change
    moved.append(cell)
    for place in lineRange(of: cell) { tip(Int(lines[place]), cell, by: change) }
  }

  /// Takes back the change of the cell that moved last.
  mutating func takeBack(_ cell: Int) {
    for place in lineRange(of: cell) { tip(Int(lines[place]), cell, by: -changes[cell]) }
    changes[cell] = 0
    moved.removeLast()
  }

  private mutating func tip(_ line: Int, _ cell: Int, by change: Int) {
    if balances[line] != 0 { openLines -= 1 }
    balances[line] += sign(of: cell, in: line) * change
    if balances[line] != 0 { openLines += 1 }
  }

  /// A cell that could put a line right.
  struct Choice {
    let cell: Int
    /// How many lines it puts right, less how many it upsets.
    let worth: Int
    let isTotal: Bool
  }

  private func comes(_ one: Choice, before other: Choice) -> Bool {
    if one.worth != other.worth { return one.worth > other.worth }
    let (isFree, isOtherFree) = (isFree[one.cell], isFree[other.cell])
    if isFree != isOtherFree { return isFree }
    if isFree { return one.cell < other.cell }
    if one.isTotal != other.isTotal { return other.isTotal }
    return comes(one.cell, before: other.cell)
  }

  private mutating func putRight() -> Bool {
    guard openLines > 0, let line = nextLine() else { return true }
    searchSteps -= 1
    // A cell more puts right three lines or four, seldom more.
    guard searchSteps > 0, moved.count + (openLines + 3) / 4 <= longestMove else { return false }
    let balance = balances[line]
    // The choices of all steps lie on one pile, so that no step needs memory of its own.
    let start = choices.count
    defer { choices.removeSubrange(start...) }
    for place in partRange(of: line) { add(Int(table.parts[place]), -balance, in: line) }
    add(Int(table.totals[line]), balance, in: line)
    let end = choices.count
    var tried = 0
    while tried < end - start {
      // The best of those that were not tried yet.
      var best = start + tried
      for place in best + 1..<max(end, best + 1) where comes(choices[place], before: choices[best])
      {
        best = place
      }
      choices.swapAt(start + tried, best)
      let choice = choices[start + tried]
      tried += 1
      // The total stays a choice: it can rise with its parts as far as need be.
      guard tried <= Self.widest || choice.isTotal else { continue }
      apply(-balance * sign(of: choice.cell, in: line), to: choice.cell)
      if putRight() { return true }
      takeBack(choice.cell)
    }
    return false
  }

  /// The shortest line out of balance: it leaves the least choice.
  private func nextLine() -> Int? {
    var best: Int?
    for cell in moved {
      for place in lineRange(of: cell) {
        let line = Int(lines[place])
        guard balances[line] != 0 else { continue }
        if best.map({ partRange(of: line).count < partRange(of: $0).count }) ?? true { best = line }
      }
    }
    return best
  }

  /// Adds a cell to the choices if it can change so much.
  private mutating func add(_ cell: Int, _ change: Int, in line: Int) {
    guard changes[cell] == 0, isFree[cell] || mayHide && canBeHidden(cell) else { return }
    let (least, most) = bounds(of: cell)
    let value = table.values[cell] + change
    guard value >= least, most.map({ value <= $0 }) ?? true else { return }
    var worth = 0
    for place in lineRange(of: cell) {
      let line = Int(lines[place])
      let balance = balances[line]
      if balance == 0 {
        worth -= 1
      } else if balance + sign(of: cell, in: line) * change == 0 {
        worth += 1
      }
    }
    choices.append(Choice(cell: cell, worth: worth, isTotal: sign(of: cell, in: line) < 0))
  }
}
