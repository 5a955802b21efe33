/// Somebody who has everything that was shown and wants to know more: an independent search that shares no code
/// with what hides.
///
/// Each cell has a range at first. Ranges are narrowed by every sum until nothing changes, then one is cut in half
/// and each half is tried.
struct Attacker {
  /// A sum as everybody knows it: its total and its parts.
  struct Line {
    let total: Int
    let parts: [Int]
  }

  /// The least and the most that each cell can be.
  var least: [Int]
  var most: [Int]
  let lines: [Line]
  /// Numbers near which others are looked for first; they decide how long it takes, not what is found.
  let hint: [Int]
  /// How many ranges were looked at.
  private(set) var steps = 0

  init(least: [Int], most: [Int], lines: [Line], hint: [Int]) {
    (self.least, self.most, self.lines, self.hint) = (least, most, lines, hint)
  }

  enum Answer: Equatable {
    case found([Int])
    case impossible
    case tooLong
  }

  /// Numbers that fit everything with one cell in a range.
  mutating func numbers(where cell: Int, isIn range: ClosedRange<Int>) -> Answer {
    let (least, most) = (least, most)
    defer { (self.least, self.most) = (least, most) }
    self.least[cell] = max(least[cell], range.lowerBound)
    self.most[cell] = min(most[cell], range.upperBound)
    steps = 0
    return search()
  }

  private mutating func search() -> Answer {
    steps += 1
    if steps > 20_000 { return .tooLong }
    guard narrow() else { return .impossible }
    var widest: Int?
    for cell in least.indices where least[cell] < most[cell] {
      if widest.map({ most[cell] - least[cell] < most[$0] - least[$0] }) ?? true { widest = cell }
    }
    guard let cell = widest else { return .found(least) }
    let (before, after) = (least, most)
    let middle = least[cell] + (most[cell] - least[cell]) / 2
    for isLower in hint[cell] <= middle ? [true, false] : [false, true] {
      (least, most) = (before, after)
      if isLower { most[cell] = middle } else { least[cell] = middle + 1 }
      let answer = search()
      if answer != .impossible { return answer }
    }
    return .impossible
  }

  /// Narrows every range by every line; false where nothing is left of one.
  private mutating func narrow() -> Bool {
    var changed = true
    while changed {
      changed = false
      for line in lines {
        var (low, high) = (0, 0)
        for part in line.parts {
          low += least[part]
          high += most[part]
        }
        if low > least[line.total] { (least[line.total], changed) = (low, true) }
        if high < most[line.total] { (most[line.total], changed) = (high, true) }
        if least[line.total] > most[line.total] { return false }
        for part in line.parts {
          let lowest = least[line.total] - (high - most[part])
          let highest = most[line.total] - (low - least[part])
          if lowest > least[part] {
            low += lowest - least[part]
            (least[part], changed) = (lowest, true)
          }
          if highest < most[part] {
            high -= most[part] - highest
            (most[part], changed) = (highest, true)
          }
          if least[part] > most[part] { return false }
        }
      }
    }
    return true
  }
}
