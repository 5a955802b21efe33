/// Gives the panels of a pane their room, by what is in them: main panel first, the others beside it
/// or on shelves around it, in the order of their worth.
package struct PanelRoom: Sendable {
  /// Where each panel stands; empty for one that finds no room.
  package private(set) var areas: [Rect]

  /// The panels of one column of a shelf.
  struct Stack {
    var width: Int
    var panels: [Int]
  }

  /// Columns of panels beside one another.
  struct Shelf {
    var stacks: [Stack]
    var isMain = false
  }

  /// The narrowest room beside the main panel that is worth having.
  package static let besides = 39

  let wishes: [PanelWish]
  let main: Int

  /// Places panels in an area.
  ///
  /// - Parameters:
  ///   - wishes: What each panel would like to have, in the order in which they are read.
  ///   - main: The position of the panel that the pane is there for.
  ///   - area: The room there is.
  package init(_ wishes: [PanelWish], main: Int, in area: Rect) {
    self.wishes = wishes
    self.main = main
    let nowhere = Rect(x: area.x, y: area.y, width: 0, height: 0)
    areas = Array(repeating: nowhere, count: wishes.count)
    guard main < wishes.count else { return }
    let all = Array(wishes.indices)
    let worthy = all.filter { !wishes[$0].isExtra || $0 == main }
    for panels in [all, worthy] {
      // Side by side, unless fewer panels would show than over one another, or a text only in a narrow
      // column beside rows that stay blank.
      var best = columns(of: panels, in: area).flatMap { standing($0, in: area) }
      let over = whole(panels, in: area) ?? standing(stacked(panels, in: area), in: area)
      if let under = over, best.map({ $0.panelCount < under.panelCount }) ?? true { best = under }
      if let beside = best, let under = over, isCramped(beside), isWhole(under) { best = under }
      guard let best else { continue }
      // Extras show only where the main panel does not go short for them.
      let isGenerous = best.panelCount == panels.count && isGenerous(best.shelves, in: area)
      if panels.count > worthy.count, !isGenerous { continue }
      place(best.shelves, best.heights, in: area)
      return
    }
    areas[main] = area
  }

  /// Whether nothing that matters goes short for the extras: the main panel has its share, and what
  /// stands beside it has all its rows.
  private func isGenerous(_ shelves: [Shelf], in area: Rect) -> Bool {
    let under = shelves.filter { !$0.isMain }
    let others = under.reduce(0) { $0 + leastRows(of: $1) }
    let isExtra: (Int) -> Bool = { self.wishes[$0].isExtra }
    let areExtrasUnder = under.flatMap(\.stacks).flatMap(\.panels).contains(where: isExtra)
    // A column without extras in it goes short of nothing for them.
    let concerned = shelves.filter(\.isMain).flatMap(\.stacks).filter {
      areExtrasUnder || $0.panels.contains(where: isExtra)
    }
    return concerned.allSatisfy { stack in
      let wanted = stack.panels.reduce(0) { rows, panel in
        let wish = wishes[panel]
        if wish.isExtra { return rows + wish.leastRows }
        // A text is read in parts; a list that can show as a whole does, a longer one has its share.
        if wish.isFlexible && !wish.isDetail && panel != main { return rows + wish.leastRows }
        let isLong = panel == main && wish.rows > area.height
        return rows + (isLong ? PanelRoom.share(of: area) : wish.rows)
      }
      return wanted + others <= area.height
    }
  }

  /// Shelves with their heights, after the last panels were left out that found no room.
  private struct Standing {
    let shelves: [Shelf]
    let heights: [Int]

    var panelCount: Int { shelves.reduce(0) { $0 + $1.stacks.reduce(0) { $0 + $1.panels.count } } }
  }

  /// Whether a text beside the main panel has less width than it is read well in.
  private func isCramped(_ standing: Standing) -> Bool {
    standing.shelves.filter(\.isMain).flatMap { $0.stacks.dropFirst() }.contains { stack in
      stack.panels.contains { panel in
        let wish = wishes[panel]
        return wish.isFlexible && !wish.isDetail
          && stack.width - 1 < min(wish.width, PanelRoom.readable)
      }
    }
  }

  /// Whether every panel has all its rows.
  private func isWhole(_ standing: Standing) -> Bool {
    zip(standing.shelves, standing.heights).allSatisfy { rows($0, \.rows) <= $1 }
  }

  /// A text that has less width takes many short lines.
  private static let readable = 46

  /// As many of the panels of some shelves as find room; nil where not even the main one does.
  private func standing(_ shelves: [Shelf], in area: Rect) -> Standing? {
    var shelves = shelves
    while !shelves.isEmpty {
      if let heights = heights(of: shelves, in: area) {
        return withRestAtFoot(Standing(shelves: shelves, heights: heights), in: area)
      }
      dropLast(of: &shelves)
    }
    return nil
  }

  /// The rows that the main panel has before any other one gets more than its least.
  private static func share(of area: Rect) -> Int { area.height * 11 / 20 }

  /// Main panel at the left at its own width, and beside it what fits there; nil where nothing does.
  private func columns(of panels: [Int], in area: Rect) -> [Shelf]? {
    let room = area.width - PanelRoom.besides - 1
    guard panels.count > 1, wishes[main].width <= room else { return nil }
    // What is longer than half of the screen stands under the main panel, which widens for it.
    let long = panels.map { wishes[$0] }.filter {
      !$0.isDetail && !$0.isFlexible && $0.width <= room
    }
    let left = long.filter { $0.width > area.width * 9 / 20 }.map(\.width).max() ?? 0
    let width = max(left, wishes[main].width)
    let rest = area.width - width
    var (leftPanels, rightPanels, others): ([Int], [Int], [Int]) = ([], [], [])
    var (leftRows, rightRows) = (0, 0)
    for index in panels {
      let wish = wishes[index]
      if index == main {
        leftPanels.append(index)
        leftRows += wish.rows
      } else if wish.isDetail || wish.leastWidth + 1 <= rest && wish.isFlexible
        || wish.width + 1 <= rest
      {
        let isRoomLeft = rightRows + wish.leastRows <= area.height
        // A text stands where more of it shows.
        let isLongText = wish.isFlexible && !wish.isDetail
        let isLeft = isLongText && leftRows < rightRows && rightRows + wish.rows > area.height
        if isLeft || !isRoomLeft, leftRows + wish.leastRows <= area.height, wish.width <= width {
          leftPanels.append(index)
          leftRows += wish.rows
        } else {
          rightPanels.append(index)
          rightRows += wish.rows
        }
      } else if wish.leastWidth <= width, wish.isFlexible || wish.width <= width {
        leftPanels.append(index)
        leftRows += wish.rows
      } else {
        others.append(index)
      }
    }
    if rightPanels.isEmpty { return nil }
    // What the right column has no use for goes to texts beside it that are still cut.
    let used = rightPanels.map { wishes[$0].usedWidth + 1 }.max() ?? 0
    let whole = leftPanels.map { wishes[$0].wholeWidth }.max() ?? 0
    let more = max(0, min(whole - width, rest - max(used, PanelRoom.besides + 1)))
    let first = Shelf(
      stacks: [
        Stack(width: width + more, panels: leftPanels),
        Stack(width: rest - more, panels: rightPanels),
      ], isMain: true)
    return [first] + shelved(others, in: area, isRoomy: false)
  }

  /// Main panel over the whole width, the others on shelves before and after it.
  private func stacked(_ panels: [Int], in area: Rect, isRoomy: Bool = false) -> [Shelf] {
    let own = Shelf(stacks: [Stack(width: area.width, panels: [main])], isMain: true)
    return shelved(panels.filter { $0 < main }, in: area, isRoomy: isRoomy) + [own]
      + shelved(panels.filter { $0 > main }, in: area, isRoomy: isRoomy)
  }

  /// Panels over one another in which every one has all its rows without giving any of its width to others;
  /// nil where that is not so.
  private func whole(_ panels: [Int], in area: Rect) -> Standing? {
    let shelves = stacked(panels, in: area, isRoomy: true)
    guard let standing = standing(shelves, in: area), standing.panelCount == panels.count,
      isWhole(standing)
    else { return nil }
    return standing
  }

  private func rows(_ shelf: Shelf, _ rows: (PanelWish) -> Int) -> Int {
    shelf.stacks.map { $0.panels.reduce(0) { $0 + rows(wishes[$1]) } }.max() ?? 0
  }

  private func leastRows(of shelf: Shelf) -> Int {
    shelf.stacks.map { $0.panels.reduce(0) { $0 + least($1) } }.max() ?? 0
  }

  private func least(_ panel: Int) -> Int {
    panel == main ? min(wishes[panel].rows, PanelRoom.leastMainRows) : wishes[panel].leastRows
  }

  /// The rows of a main panel that are worth having.
  private static let leastMainRows = 9

  /// The height of each shelf; nil where not even the least of each finds room.
  private func heights(of shelves: [Shelf], in area: Rect) -> [Int]? {
    let natural = shelves.map { rows($0, \.rows) }
    var heights = shelves.map(leastRows)
    var left = area.height - heights.reduce(0, +)
    if left < 0 { return nil }
    let order = shelves.indices.sorted { shelves[$0].isMain && !shelves[$1].isMain }
    func grow(to most: (Int) -> Int) {
      for index in order {
        let more = max(0, min(left, min(natural[index], most(index)) - heights[index]))
        heights[index] += more
        left -= more
      }
    }
    grow { shelves[$0].isMain ? PanelRoom.share(of: area) : max(4, area.height / 3) }
    grow { shelves[$0].isMain ? .max : 0 }
    grow { _ in .max }
    return heights
  }

  /// Gives what nobody else has a use for to a text about the selected row, which may be longer than it
  /// says, and puts that at the foot: what it leaves blank is never above other panels.
  private func withRestAtFoot(_ standing: Standing, in area: Rect) -> Standing {
    let left = area.height - standing.heights.reduce(0, +)
    let texts = standing.shelves.indices.last { index in
      standing.shelves[index].stacks.contains {
        $0.panels.contains { wishes[$0].isDetail && wishes[$0].isFlexible }
      }
    }
    guard left > 0, let texts else { return standing }
    var (shelves, heights) = (standing.shelves, standing.heights)
    heights[texts] += left
    if !shelves[texts].isMain {
      shelves.append(shelves.remove(at: texts))
      heights.append(heights.remove(at: texts))
    }
    return Standing(shelves: shelves, heights: heights)
  }

  private mutating func place(_ shelves: [Shelf], _ heights: [Int], in area: Rect) {
    var y = area.y
    for (shelf, height) in zip(shelves, heights) {
      var x = area.x
      for stack in shelf.stacks {
        let rows = rows(of: stack, in: height)
        var top = y
        for (panel, rows) in zip(stack.panels, rows) {
          areas[panel] = Rect(x: x, y: top, width: stack.width, height: rows)
          top += rows
        }
        x += stack.width
      }
      y += height
    }
  }

  /// The rows of the panels of a column: each its least, then in their order what they want; the last
  /// one reaches to the foot.
  private func rows(of stack: Stack, in height: Int) -> [Int] {
    var rows = stack.panels.map { min(least($0), height) }
    var left = height - rows.reduce(0, +)
    let order = stack.panels.indices.sorted { first, second in
      stack.panels[first] == main && stack.panels[second] != main
    }
    for index in order {
      let more = max(0, min(left, wishes[stack.panels[index]].rows - rows[index]))
      rows[index] += more
      left -= more
    }
    if let last = rows.indices.last { rows[last] += max(0, left) }
    return rows
  }
}
