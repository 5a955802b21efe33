/// How the columns of a shelf share its width, and what becomes of shelves without room for all.
extension PanelRoom {
  /// Fills shelves from left to right; a panel whose least does not fit beside what the others want, or
  /// where there is room for that all of it, shares a column, or begins another shelf.
  func shelved(_ panels: [Int], in area: Rect, isRoomy: Bool) -> [Shelf] {
    var shelves: [Shelf] = []
    let limit = max(6, area.height / 3)
    for panel in panels {
      guard let last = shelves.indices.last else {
        shelves.append(Shelf(stacks: [Stack(width: 0, panels: [panel])]))
        continue
      }
      let stacks = shelves[last].stacks
      // The first one has no line at its left.
      let wanted = isRoomy ? wishes[panel].width : wishes[panel].leastWidth
      if stacks.reduce(0, { $0 + naturalWidth($1) }) + wanted <= area.width {
        shelves[last].stacks.append(Stack(width: 0, panels: [panel]))
      } else if let shared = stacks.lastIndex(where: { stack in
        naturalWidth(stack) >= wishes[panel].width
          && stack.panels.reduce(wishes[panel].rows) { $0 + wishes[$1].rows } <= limit
      }) {
        shelves[last].stacks[shared].panels.append(panel)
      } else {
        shelves.append(Shelf(stacks: [Stack(width: 0, panels: [panel])]))
      }
    }
    for index in shelves.indices { fill(&shelves[index], to: area.width) }
    return shelves
  }

  func naturalWidth(_ stack: Stack) -> Int {
    stack.panels.map { wishes[$0].width + 1 }.max() ?? 0
  }

  func leastWidth(_ stack: Stack) -> Int {
    stack.panels.map { wishes[$0].leastWidth + 1 }.max() ?? 0
  }

  /// Gives each column its least, then in their order what they want, then what their lists could still
  /// show; what is left over goes to a text, which can use it, else to the last.
  func fill(_ shelf: inout Shelf, to width: Int) {
    for index in shelf.stacks.indices {
      shelf.stacks[index].width = leastWidth(shelf.stacks[index])
    }
    var left = width - shelf.stacks.reduce(0) { $0 + $1.width }
    func widen(to wanted: (Stack) -> Int) {
      for index in shelf.stacks.indices {
        let stack = shelf.stacks[index]
        let more = max(0, min(left, wanted(stack) - stack.width))
        shelf.stacks[index].width += more
        left -= more
      }
    }
    widen(to: naturalWidth)
    widen { stack in
      stack.panels.map { wishes[$0].isFlexible ? 0 : wishes[$0].wholeWidth + 1 }.max() ?? 0
    }
    let text = shelf.stacks.firstIndex { $0.panels.contains { wishes[$0].isFlexible } }
    shelf.stacks[text ?? shelf.stacks.count - 1].width += left
  }

  /// Takes away the last panel that is not the main one.
  func dropLast(of shelves: inout [Shelf]) {
    let shown = shelves.flatMap { $0.stacks.flatMap(\.panels) }
    guard let last = shown.filter({ $0 != main }).max() else {
      shelves = []
      return
    }
    for shelf in shelves.indices {
      for stack in shelves[shelf].stacks.indices {
        shelves[shelf].stacks[stack].panels.removeAll { $0 == last }
      }
      let width = shelves[shelf].stacks.reduce(0) { $0 + $1.width }
      let count = shelves[shelf].stacks.count
      shelves[shelf].stacks.removeAll(where: \.panels.isEmpty)
      if shelves[shelf].stacks.count < count, !shelves[shelf].stacks.isEmpty {
        fill(&shelves[shelf], to: width)
      }
    }
    shelves.removeAll(where: \.stacks.isEmpty)
  }
}
