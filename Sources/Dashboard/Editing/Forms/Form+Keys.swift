import TerminalUI

extension Form {
  /// What a key asks for beyond the form.
  enum Answer: Hashable, Sendable {
    /// Something else is typed.
    case typed
    /// The form looks otherwise, and what is typed is the same.
    case moved
    /// The key means nothing here.
    case unused
    case save, leave, drop
  }

  /// Does what a key means in the form.
  ///
  /// - Parameters:
  ///   - key: The key.
  ///   - width: The columns in which long text wraps.
  ///   - context: What there is to refer to.
  /// - Returns: What the key asks for.
  mutating func receive(_ key: Key, width: Int, _ context: PaneContext) -> Answer {
    switch key {
    case .control("s"): return .save
    case .escape, .control("c"):
      if saving == nil { dropOffered() }
      return .leave
    case .control("x"): return .drop
    case .function(1):
      isHelpShown.toggle()
      return .moved
    case .backTab: return go(to: focus - 1, context)
    case .tab:
      let took = takeSelected(context)
      _ = go(to: focus + 1, context)
      return took ? .typed : .moved
    case .pageUp: return go(to: 0, context)
    case .pageDown: return go(to: fields.count, context)
    default: break
    }
    guard let field = focused else { return receiveOnSave(key, context) }
    if case .choice = field.kind, let answer = choose(key) { return answer }
    if field.kind.findsRecords, let answer = find(key, context) { return answer }
    switch key {
    case .enter where !field.kind.isMultiline: return go(to: focus + 1, context)
    case .up where !field.kind.isMultiline: return go(to: focus - 1, context)
    case .down where !field.kind.isMultiline: return go(to: focus + 1, context)
    default: return type(key, width: width, context)
    }
  }

  /// Takes pasted text into the field that has the keys.
  mutating func paste(_ text: String) -> Answer {
    guard fields.indices.contains(focus) else { return .unused }
    if case .choice = fields[focus].kind { fields[focus].editor.replaceAll(with: "") }
    if fields[focus].isReplaced { fields[focus].editor.replaceAll(with: "") }
    fields[focus].isFresh = false
    let refusal = fields[focus].editor.insert(text)
    fields[focus].problem = refusal ?? ""
    return refusal == nil ? .typed : .moved
  }

  private mutating func go(to index: Int, _ context: PaneContext) -> Answer {
    focus(on: index, context)
    return .moved
  }

  private mutating func receiveOnSave(_ key: Key, _ context: PaneContext) -> Answer {
    switch key {
    case .enter, .character(" "): .save
    case .up, .left: go(to: focus - 1, context)
    case .down, .right: go(to: 0, context)
    default: .unused
    }
  }

  private mutating func type(_ key: Key, width: Int, _ context: PaneContext) -> Answer {
    let before = fields[focus].text
    if case .character = key, fields[focus].isReplaced {
      fields[focus].editor.replaceAll(with: "")
    }
    switch fields[focus].editor.receive(key, width: width) {
    case .unused:
      if key == .up { return go(to: focus - 1, context) }
      if key == .down { return go(to: focus + 1, context) }
      return .unused
    case .refused(let sentence):
      fields[focus].problem = sentence
      return .moved
    case .used:
      fields[focus].isFresh = false
      if fields[focus].text == before { return .moved }
      fields[focus].problem = ""
      fields[focus].selected = 0
      return .typed
    }
  }

  /// What a key means in a choice; nil for one that means what it does elsewhere.
  private mutating func choose(_ key: Key) -> Answer? {
    switch key {
    case .left: fields[focus].choose(by: -1)
    case .right: fields[focus].choose(by: 1)
    case .character(" ") where fields[focus].isFresh: fields[focus].choose(by: 1)
    case .character where fields[focus].isFresh, .backspace where fields[focus].isFresh:
      fields[focus].editor.replaceAll(with: "")
      fields[focus].isFresh = false
      return key == .backspace ? .typed : nil
    default: return nil
    }
    return .typed
  }

  /// What a key means in the list of matches; nil for one that means what it does elsewhere.
  private mutating func find(_ key: Key, _ context: PaneContext) -> Answer? {
    let count = fields[focus].matches(context).count
    guard count > 0 else {
      if case .reference = fields[focus].kind, fields[focus].isFresh, case .character = key {
        // A letter begins another name.
        fields[focus].editor.replaceAll(with: "")
      }
      return nil
    }
    switch key {
    case .down: fields[focus].selected = min(count - 1, fields[focus].selected + 1)
    case .up: fields[focus].selected = max(0, fields[focus].selected - 1)
    case .enter: return takeSelected(context) ? .typed : nil
    default: return nil
    }
    return .moved
  }

  /// Puts the selected match into the field; answers whether there was one.
  private mutating func takeSelected(_ context: PaneContext) -> Bool {
    guard let field = focused, field.kind.findsRecords else { return false }
    let matches = field.matches(context)
    guard !matches.isEmpty else { return false }
    fields[focus].take(matches[min(field.selected, matches.count - 1)])
    return true
  }
}
