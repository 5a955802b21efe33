extension TextEditor {
  /// What came of a key.
  package enum Outcome: Hashable, Sendable {
    /// The key means nothing to the text; somebody else may use it.
    case unused
    case used
    /// The key was for the text, which did not take it; the sentence says why.
    case refused(String)
  }

  /// Does what a key means in a text that is shown in a width.
  package mutating func receive(_ key: Key, width: Int) -> Outcome {
    switch key {
    case .character(let character): return outcome(of: insert(String(character)))
    case .enter where isMultiline: return outcome(of: insert("\n"))
    case .backspace: removeBefore()
    case .delete: removeAfter()
    case .left: moveLeft()
    case .right: moveRight()
    case .home, .control("a"): moveToStart()
    case .end, .control("e"): moveToEnd()
    case .control("k"): removeToEnd()
    case .control("u"): removeToStart()
    case .control("w"): removeWordBefore()
    case .up where isMultiline: return moveUp(width: width) ? .used : .unused
    case .down where isMultiline: return moveDown(width: width) ? .used : .unused
    default: return .unused
    }
    return .used
  }

  private func outcome(of refusal: String?) -> Outcome { refusal.map { .refused($0) } ?? .used }

  /// Goes one row up; answers whether there was one.
  package mutating func moveUp(width: Int) -> Bool { moveRow(by: -1, width: width) }

  /// Goes one row down; answers whether there was one.
  package mutating func moveDown(width: Int) -> Bool { moveRow(by: 1, width: width) }

  private mutating func moveRow(by step: Int, width: Int) -> Bool {
    let layout = layout(width: width)
    let row = layout.cursor.y + step
    guard layout.rows.indices.contains(row) else { return false }
    let column = goal ?? layout.cursor.x
    move(to: layout.place(row: row, column: column))
    goal = column
    return true
  }
}
