import Entry
import Letters
import Safeguarding
import TerminalUI

extension GridForm {
  /// What a key asks for beyond the grid.
  enum Answer: Hashable, Sendable {
    /// Something else is typed.
    case typed
    /// It looks otherwise, and what is typed is the same.
    case moved
    /// The key means nothing here; the sentence says what to press instead.
    case told(String)
    /// Another agency or another period is wanted.
    case open(FigureGrid.Source, FigurePeriod)
    case save, leave, drop
  }

  /// Does what a key means in the grid.
  ///
  /// - Parameters:
  ///   - key: The key.
  ///   - page: How many rows show.
  ///   - context: What there is to refer to.
  /// - Returns: What the key asks for.
  mutating func receive(_ key: Key, page: Int, _ context: EntryContext) -> Answer {
    if pasted != nil { return receive(overPaste: key, page: page) }
    switch key {
    case .control("s"): return .save
    case .escape, .control("c"): return .leave
    case .control("x"): return .drop
    default: break
    }
    switch stop {
    case .agency, .period: return receive(onChoice: key, context)
    case .mark, .save: return receive(onButton: key)
    case .cell(let row, _): return receive(inCell: key, of: grid.rows[row], page: page)
    }
  }

  /// What a key means while what was pasted is shown.
  private mutating func receive(overPaste key: Key, page: Int) -> Answer {
    guard let pasted else { return .moved }
    switch key {
    case .enter, .control("s"):
      grid = grid.taking(pasted)
      self.pasted = nil
      load()
      return .typed
    case .escape, .control("c"), .control("x"):
      self.pasted = nil
      return .told("Nothing of what you pasted was taken.")
    case .down: pastedOffset += 1
    case .up: pastedOffset = max(0, pastedOffset - 1)
    case .pageDown: pastedOffset += max(1, page - 1)
    case .pageUp: pastedOffset = max(0, pastedOffset - max(1, page - 1))
    default: return .told("Enter takes what you pasted, Esc leaves it. Up and Down show the rest.")
    }
    return .moved
  }

  private mutating func receive(inCell key: Key, of row: FigureGrid.Row, page: Int) -> Answer {
    switch key {
    case .enter, .down: go(by: 1)
    case .up: go(by: -1)
    case .tab: goAcross(by: 1)
    case .backTab: goAcross(by: -1)
    case .left where isFresh: goAcross(by: -1)
    case .right where isFresh: goAcross(by: 1)
    case .pageDown: jump(by: max(1, page - 1))
    case .pageUp: jump(by: -max(1, page - 1))
    case .home where isFresh: jump(by: -grid.rows.count)
    case .end where isFresh: go(to: .save)
    case .function(2):
      isFresh = false
      editor.moveToEnd()
    default:
      if let lock = row.lock { return .told(lock) }
      return type(key)
    }
    return .moved
  }

  /// Goes so many rows on, not out of them.
  private mutating func jump(by step: Int) {
    guard case .cell(let row, let column) = stop else { return }
    go(to: .cell(row: max(0, min(grid.rows.count - 1, row + step)), column))
  }

  /// Types into the cell: the first letter takes the place of a figure, and goes on with a comment.
  private mutating func type(_ key: Key) -> Answer {
    let before = editor.text
    switch key {
    case .character where isFresh && column == .value, .delete where isFresh:
      editor.replaceAll(with: "")
    default: break
    }
    switch editor.receive(key, width: .max / 4) {
    case .unused: return .told("\(key.label) does nothing in a cell. F1 shows the keys.")
    case .refused(let sentence): return .told(sentence)
    case .used:
      isFresh = false
      if editor.text == before { return .moved }
      store()
      return .typed
    }
  }

  /// What a key means on the agency or the period: the arrows go through them, letters look for one.
  private mutating func receive(onChoice key: Key, _ context: EntryContext) -> Answer {
    switch key {
    case .left: return choose(by: -1)
    case .right: return choose(by: 1)
    case .enter, .down, .tab, .up, .backTab:
      if !isFresh, let answer = chosen(context) { return answer }
      if !problem.isEmpty { return .moved }
      go(by: key == .up || key == .backTab ? -1 : 1)
      return .moved
    case .end: go(to: .save)
    case .character, .backspace, .delete, .control("u"):
      if isFresh, key != .backspace { editor.replaceAll(with: "") }
      isFresh = false
      problem = ""
      _ = editor.receive(key, width: .max / 4)
    default: return .told("Left and Right choose, letters look for one, Down goes to the figures.")
    }
    return .moved
  }

  private func choose(by step: Int) -> Answer {
    func next<T: Equatable>(_ all: [T], _ now: T) -> T? {
      guard let place = all.firstIndex(of: now) else { return step < 0 ? all.last : all.first }
      return all.indices.contains(place + step) ? all[place + step] : nil
    }
    if stop == .agency {
      guard let source = next(sources.map(\.source), grid.source) else {
        return .told(step < 0 ? "This is the first agency." : "That was the last agency.")
      }
      return .open(source, grid.period)
    }
    let known = periods.first { $0.isSame(as: grid.period.date) } ?? grid.period
    guard let period = next(periods, known) else {
      return .told("Any other period can be typed: Q1 2019/20, mar 2024 or 2023/24.")
    }
    return .open(grid.source, period)
  }

  /// What is typed on the agency or the period; nil where it is what stands there.
  private mutating func chosen(_ context: EntryContext) -> Answer? {
    if stop == .agency {
      guard let found = found(editor.text, context) else {
        problem = "No agency here is called so."
        return nil
      }
      return found == grid.source ? nil : .open(found, grid.period)
    }
    switch FigurePeriod.reading(of: editor.text, context) {
    case .success(let period):
      return period.isSame(as: grid.period.date) ? nil : .open(grid.source, period)
    case .failure(let problem):
      self.problem = problem.sentence
      return nil
    }
  }

  /// The agency that letters mean: its name, or the first that begins with them, or has a word that does.
  private func found(_ text: String, _ context: EntryContext) -> FigureGrid.Source? {
    let wanted = text.folded
    if let agency = context.workspace.agency(called: text),
      let found = sources.first(where: { $0.source.agency == agency.id })
    {
      return found.source
    }
    let named = sources.first { $0.name.folded.hasPrefix(wanted) }
    return
      (named
      ?? sources.first { source in
        source.name.folded.split(separator: " ").contains { $0.hasPrefix(wanted) }
      })?.source
  }

  /// What a key means on the mark of the return or on Save.
  private mutating func receive(onButton key: Key) -> Answer {
    switch key {
    case .character(" ") where stop == .mark:
      grid.isReceived.toggle()
      return .typed
    case .enter where stop == .save, .character(" ") where stop == .save: return .save
    case .enter, .down, .right, .tab: go(by: 1)
    case .up, .left, .backTab: go(by: -1)
    case .home: go(to: grid.rows.isEmpty ? .agency : .cell(row: 0, .value))
    case .end: go(to: .save)
    default:
      return .told(
        stop == .mark
          ? "Space marks the return as received, or not. Up goes back to the figures."
          : "Enter saves. Up goes back to the figures.")
    }
    return .moved
  }

  /// Takes in pasted text: one cell is typed, a block is shown first.
  mutating func paste(_ text: String, _ workspace: Workspace) -> Answer {
    guard pasted == nil else {
      return .told("Enter takes what you pasted, Esc leaves it. Then paste the next.")
    }
    guard case .cell(let row, let column) = stop else {
      if stop == .agency || stop == .period {
        if isFresh { editor.replaceAll(with: "") }
        isFresh = false
        return editor.insert(String(text.prefix(200))).map { .told($0) } ?? .moved
      }
      return .told("Go to the row in which the cells begin, and paste again.")
    }
    let trimmed = text.trimmingBlanks
    let isBlock = trimmed.contains { $0.isNewline } || text.contains("\t")
    if column == .comment || !isBlock {
      if let lock = grid.rows[row].lock { return .told(lock) }
      if isFresh, column == .value { editor.replaceAll(with: "") }
      if let refusal = editor.insert(trimmed.onOneLine) { return .told(refusal) }
      isFresh = false
      store()
      return .typed
    }
    let paste = FigurePaste(text, into: grid, from: row, workspace)
    guard paste.refusal.isEmpty else { return .told(paste.refusal) }
    guard !paste.cells.isEmpty else { return .told("What you pasted is blank.") }
    (pasted, pastedOffset) = (paste, 0)
    return .moved
  }
}
