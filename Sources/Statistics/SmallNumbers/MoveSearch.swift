/// A quick look for a small move: one cell changes, then each line that is out of balance is put right by one cell more.
extension SuppressionRun {
  private static let steps = 160
  private static let widest = 6
  private static let longest = 20

  /// Looks for a move that changes a cell by so much, and leaves it applied where it is found.
  mutating func searchMove(of cell: Int, by change: Int) -> Bool {
    searchSteps = 0
    apply(change, to: cell)
    if putRight() { return true }
    takeBack(cell)
    return false
  }

  /// Changes a cell and the balance of its lines.
  mutating func apply(_ change: Int, to cell: Int) {
    changes[cell] = change
    moved.append(cell)
    for place in lineRange(of: cell) {
      let line = Int(lines[place])
      balances[line] += sign(of: cell, in: line) * change
    }
  }

  /// Takes back the change of the cell that moved last.
  mutating func takeBack(_ cell: Int) {
    for place in lineRange(of: cell) {
      let line = Int(lines[place])
      balances[line] -= sign(of: cell, in: line) * changes[cell]
    }
    changes[cell] = 0
    moved.removeLast()
  }

  private mutating func putRight() -> Bool {
    guard let line = nextLine() else { return true }
    searchSteps += 1
    guard searchSteps <= Self.steps, moved.count < Self.longest else { return false }
    let balance = balances[line]
    var choices: [(cell: Int, worth: Int)] = []
    for place in partRange(of: line) { add(Int(table.parts[place]), -balance, to: &choices) }
    add(Int(table.totals[line]), balance, to: &choices)
    choices.sort { ($0.worth, $1.cell) > ($1.worth, $0.cell) }
    for (cell, _) in choices.prefix(Self.widest) {
      apply(-balance * sign(of: cell, in: line), to: cell)
      if putRight() { return true }
      takeBack(cell)
    }
    return false
  }

  /// The line out of balance that leaves the least choice.
  private func nextLine() -> Int? {
    var best: Int?
    for cell in moved {
      for place in lineRange(of: cell) {
        let line = Int(lines[place])
        guard balances[line] != 0 else { continue }
        if best.map({ hiddenCounts[line] < hiddenCounts[$0] }) ?? true { best = line }
      }
    }
    return best
  }

  /// Adds a cell to the choices if it can change so much, with how many lines that puts right less how many it upsets.
  private func add(_ cell: Int, _ change: Int, to choices: inout [(cell: Int, worth: Int)]) {
    guard isFree[cell], changes[cell] == 0 else { return }
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
    choices.append((cell, worth))
  }
}
