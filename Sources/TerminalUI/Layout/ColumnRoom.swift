/// What a column would like to have, and what becomes of it where there is less room.
package struct ColumnWish: Hashable, Sendable {
  /// The width that shows every cell whole, or nearly every cell of a long text; 0 for a column with
  /// nothing in it.
  package var natural: Int
  /// The widest of its cells.
  package var widest: Int
  /// The width below which it is left out or, at rank 0, no longer shrinks while others can.
  package var least: Int
  /// The width in which none of its words is broken, as far as they are short enough for that.
  package var unbroken: Int
  /// Columns of a higher rank go first; those of rank 0 always show.
  package var rank: Int
  /// Whether it takes what is left over, up to its widest cell.
  package var isMain: Bool
  /// The width that does for most of its cells: what only a few need more goes before the main text
  /// loses anything.
  package var usual: Int
  /// The width it takes at most, however much is left over.
  package var most: Int
  /// Whether it takes nothing of what would stay blank either: what stands at its right edge would be
  /// far from what stands before it.
  package var isHeld = false

  package init(
    natural: Int, widest: Int, least: Int, rank: Int, isMain: Bool = false, usual: Int? = nil,
    most: Int? = nil, unbroken: Int = 0
  ) {
    self.unbroken = max(least, unbroken)
    self.natural = natural
    self.widest = widest
    self.usual = usual ?? natural
    self.most = most ?? widest
    self.least = least
    self.rank = rank
    self.isMain = isMain
  }
}

/// Gives the columns of a table their room, by what is in them.
package enum ColumnRoom {
  /// As many blank cells may stand beside a text that is cut.
  private static let bearable = 8
  /// The width in which a long text can just be read.
  private static let readable = 26
  /// The blank cells between two columns.
  package static let gap = 2

  /// The width of each column in a given width; 0 for a column that finds no room.
  ///
  /// Extras go before the main text loses anything, and so does what only a few cells of a column
  /// need; then the widest column gives a cell, again and again; what is left over goes to what is still
  /// cut, and then stays behind the last column.
  package static func widths(_ wishes: [ColumnWish], in width: Int) -> [Int] {
    var shown = wishes.indices.filter { wishes[$0].natural > 0 }
    func room(_ widths: [Int]) -> Int {
      shown.reduce(0) { $0 + widths[$1] } + gap * max(0, shown.count - 1)
    }
    var widths = wishes.map(\.natural)
    while room(widths) > width, let extra = last(of: shown, wishes, rank: 2) {
      shown.removeAll { $0 == extra }
    }
    while !shrink(&widths, shown, wishes, by: room(widths) - width) {
      guard let extra = last(of: shown, wishes, rank: 1) else {
        squeeze(&widths, shown, by: room(widths) - width)
        break
      }
      shown.removeAll { $0 == extra }
      widths = wishes.map(\.natural)
    }
    // What is left over goes to columns that little makes whole, to the main text, then to whatever
    // else is cut.
    func order(_ index: Int) -> (Int, Int) {
      let missing = wishes[index].most - widths[index]
      if wishes[index].isMain { return (1, 0) }
      return (missing <= widths[index] / 2 ? 0 : 2, missing)
    }
    let cut = shown.filter { wishes[$0].most > widths[$0] }
    for index in cut.sorted(by: { order($0) < order($1) }) {
      widths[index] = min(wishes[index].most, widths[index] + max(0, width - room(widths)))
    }
    // A text is rather whole than cut beside blank cells, though what stands behind it is further away then.
    let blank = shown.filter { wishes[$0].widest > widths[$0] && !wishes[$0].isHeld }
    for index in blank.sorted(by: {
      wishes[$0].widest - widths[$0] < wishes[$1].widest - widths[$1]
    }) {
      let left = width - room(widths)
      if left > bearable { widths[index] = min(wishes[index].widest, widths[index] + left) }
    }
    for index in wishes.indices where !shown.contains(index) { widths[index] = 0 }
    return widths
  }

  /// The width that shows every column whole.
  package static func natural(_ wishes: [ColumnWish]) -> Int {
    let shown = wishes.filter { $0.natural > 0 }
    return shown.reduce(0) { $0 + $1.natural } + gap * max(0, shown.count - 1)
  }

  /// The width that shows every cell whole.
  package static func whole(_ wishes: [ColumnWish]) -> Int {
    let shown = wishes.filter { $0.natural > 0 }
    return shown.reduce(0) { $0 + $1.widest } + gap * max(0, shown.count - 1)
  }

  /// The width that shows every column that is no extra, each as narrow as it may be.
  package static func least(_ wishes: [ColumnWish]) -> Int {
    let shown = wishes.filter { $0.natural > 0 && $0.rank < 2 }
    return shown.reduce(0) { $0 + min($1.natural, $1.least) } + gap * max(0, shown.count - 1)
  }

  /// The column that goes first: of the highest rank, and among equals the last.
  private static func last(of shown: [Int], _ wishes: [ColumnWish], rank: Int) -> Int? {
    shown.filter { wishes[$0].rank >= rank }.max { left, right in
      (wishes[left].rank, left) < (wishes[right].rank, right)
    }
  }

  /// Takes cells from the widest columns above their least; answers whether that was enough.
  private static func shrink(
    _ widths: inout [Int], _ shown: [Int], _ wishes: [ColumnWish], by excess: Int
  ) -> Bool {
    var left = max(0, excess)
    func give(downTo floor: (ColumnWish) -> Int) {
      while left > 0,
        let widest = shown.filter({ widths[$0] > floor(wishes[$0]) })
          .max(by: { widths[$0] < widths[$1] })
      {
        widths[widest] -= 1
        left -= 1
      }
    }
    give { $0.isMain ? $0.natural : max($0.usual, min($0.least, $0.natural)) }
    give { min($0.unbroken, $0.natural) }
    if shown.contains(where: { wishes[$0].rank > 0 }) { return left == 0 }
    // A word of a short text is broken only where the long one could not be read otherwise.
    give { min($0.isMain ? min($0.least, readable) : $0.unbroken, $0.natural) }
    give { min($0.isMain ? min($0.least, readable) : $0.least, $0.natural) }
    return left == 0
  }

  /// Takes cells from the widest columns whatever they need, where nothing else helps.
  private static func squeeze(_ widths: inout [Int], _ shown: [Int], by excess: Int) {
    for _ in 0..<max(0, excess) {
      guard let widest = shown.max(by: { widths[$0] < widths[$1] }), widths[widest] > 0 else {
        return
      }
      widths[widest] -= 1
    }
  }
}
