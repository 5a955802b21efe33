/// How the columns of a shelf share its width, and what becomes of shelves without room for all.
extension PanelRoom {
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
