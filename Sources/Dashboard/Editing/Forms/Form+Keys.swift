import Entry
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
    /// The key means nothing here; the sentence says what to press instead.
    case told(String)
  }

  /// Does what a key means in the form.
  ///
  /// - Parameters:
  ///   - key: The key.
  ///   - width: The columns in which long text wraps.
  ///   - context: What there is to refer to.
  /// - Returns: What the key asks for.
  mutating func receive(_ key: Key, width: Int, _ context: EntryContext) -> Answer {
    if let answer = receive(inside: key, width: width, context) { return answer }
    let context = context.adding(added)
    if let answer = receive(inline: key) { return answer }
    switch key {
    case .control("s"): return .save
    case .escape: return close(context)
    case .control("c"): return leave()
    case .control("x"): return .drop
    case .function(1):
      isHelpShown.toggle()
      return .moved
    case .backTab: return go(by: -1, context)
    case .tab:
      let took = takeSelected(context, byTab: true)
      _ = go(by: 1, context)
      return took ? .typed : .moved
    case .pageUp: return go(to: stops.first ?? 0, context)
    case .pageDown: return go(to: savePosition, context)
    default: break
    }
    guard let field = focused else { return receiveOnButton(key, context) }
    if field.shape != nil { return receiveInRows(key, width: width, context) }
    if case .choice = field.kind, let answer = choose(key) { return answer }
    if field.kind.findsRecords, let answer = find(key, context) { return answer }
    switch key {
    case .enter where !field.kind.isMultiline: return go(by: 1, context)
    case .up where !field.kind.isMultiline: return go(by: -1, context)
    case .down where !field.kind.isMultiline: return go(by: 1, context)
    default: return type(key, width: width, context)
    }
  }

  /// Lets the form inside do what a key means; nil where none is open.
  private mutating func receive(
    inside key: Key, width: Int, _ context: EntryContext
  ) -> Answer? {
    guard var inner = inside else { return nil }
    if key == .control("c") { return leave() }
    let answer = inner.receive(key, width: width, context.adding(added))
    inside = inner
    switch answer {
    case .save:
      finishInside(context)
      return .typed
    case .leave:
      takeInside(context)
      return .typed
    case .drop where inner.inside == nil && inner.changedCount == 0:
      takeInside(context)
      return .moved
    case .typed, .moved, .unused, .drop, .told: return answer
    }
  }

  /// Throws away what is typed into the innermost form; what it said before stays.
  mutating func dropInside() {
    guard var inner = inside else { return }
    guard inner.inside == nil else {
      inner.dropInside()
      inside = inner
      return
    }
    inside = nil
    guard case .row(let index, let name)? = inner.origin,
      let field = fields.firstIndex(where: { $0.name == name }),
      fields[field].rows.indices.contains(index)
    else { return }
    if fields[field].rows[index].isBegun {
      fields[field].rows.remove(at: index)
    } else {
      fields[field].rows[index].typed = [:]
    }
  }

  /// Gives the keys to the position that was pressed; one that has them already is opened.
  mutating func press(_ index: Int, _ context: EntryContext) {
    if var inner = inside {
      inner.press(index, context.adding(added))
      inside = inner
    } else if index == morePosition {
      showMore()
    } else if index != focus {
      focus(on: index, context.adding(added))
    }
  }

  /// Gives the keys to a position further up or down, as far as there are any.
  mutating func turn(by step: Int, _ context: EntryContext) {
    if var inner = inside {
      inner.turn(by: step, context.adding(added))
      inside = inner
      return
    }
    let place = (stops.firstIndex(of: focus) ?? 0) + step
    if stops.indices.contains(place) { focus(on: stops[place], context.adding(added)) }
  }

  /// Closes the innermost thing: the list below a field, the help, then the form.
  private mutating func close(_ context: EntryContext) -> Answer {
    if let field = focused, !field.matches(context).isEmpty {
      fields[focus].isListClosed = true
      return .moved
    }
    if isHelpShown {
      isHelpShown = false
      return .moved
    }
    return leave()
  }

  private mutating func leave() -> Answer {
    if saving == nil { dropOffered() }
    return .leave
  }

  /// Takes pasted text into the field that has the keys.
  mutating func paste(_ text: String) -> Answer {
    if var inner = inside {
      let answer = inner.paste(text)
      inside = inner
      return answer
    }
    guard fields.indices.contains(focus), fields[focus].shape == nil else {
      return .told("Text is pasted into a field. Enter opens a form with fields here.")
    }
    if case .choice = fields[focus].kind { fields[focus].editor.replaceAll(with: "") }
    if fields[focus].isReplaced { fields[focus].editor.replaceAll(with: "") }
    fields[focus].isFresh = false
    fields[focus].isListClosed = false
    let refusal = fields[focus].editor.insert(text)
    fields[focus].problem = refusal ?? ""
    return refusal == nil ? .typed : .moved
  }

  /// Goes to a position, where no name is left without an answer.
  private mutating func go(to index: Int, _ context: EntryContext) -> Answer {
    let here = focus
    focus(on: index, context)
    guard here != focus, fields.indices.contains(here), !fields[here].isAsked,
      fields[here].isChanged, fields[here].reading(context).unknown != nil
    else { return .moved }
    focus = here
    fields[here].isAsked = true
    fields[here].isListClosed = false
    return .moved
  }

  /// Goes so many positions on; after the last comes the first.
  private mutating func go(by step: Int, _ context: EntryContext) -> Answer {
    let stops = stops
    let place = stops.firstIndex(of: focus) ?? 0
    return go(to: stops[(place + step + stops.count) % stops.count], context)
  }

  private mutating func receiveOnButton(_ key: Key, _ context: EntryContext) -> Answer {
    switch key {
    case .enter, .character(" "):
      guard focus == morePosition else { return .save }
      showMore()
      return .moved
    case .up, .left: return go(by: -1, context)
    case .down, .right: return go(by: 1, context)
    case .character:
      let does = focus == morePosition ? "shows more fields" : isInside ? "is done here" : "saves"
      return .told("Enter \(does). Up goes back to the last field, where you can type.")
    default: return .unused
    }
  }

  private mutating func type(_ key: Key, width: Int, _ context: EntryContext) -> Answer {
    let before = fields[focus].text
    if case .character(let character) = key, fields[focus].isReplaced {
      if character == ";", fields[focus].kind.isSeveral {
        fields[focus].editor.move(to: before.utf8.count)
      } else {
        fields[focus].editor.replaceAll(with: "")
      }
    }
    switch fields[focus].editor.receive(key, width: width) {
    case .unused:
      if key == .up { return go(by: -1, context) }
      if key == .down { return go(by: 1, context) }
      return .unused
    case .refused(let sentence):
      fields[focus].problem = sentence
      return .moved
    case .used:
      fields[focus].isFresh = false
      fields[focus].isListClosed = false
      if fields[focus].text == before { return .moved }
      fields[focus].problem = ""
      fields[focus].isAsked = false
      fields[focus].selected = 0
      return .typed
    }
  }

  /// What a key means among the records of a field.
  private mutating func receiveInRows(
    _ key: Key, width: Int, _ context: EntryContext
  ) -> Answer {
    let field = fields[focus]
    switch key {
    case .up where field.selected > 0: fields[focus].selected -= 1
    case .down where field.selected + 1 < field.placeCount: fields[focus].selected += 1
    case .up: return go(by: -1, context)
    case .down: return go(by: 1, context)
    case .enter: openRow(context)
    case .character(" ") where field.selectedRow == nil: openRow(context)
    case .character where field.selectedRow == nil:
      // What is typed where a record is added begins it.
      openRow(context)
      guard var inner = inside, inner.focused?.shape == nil else { return .moved }
      _ = inner.receive(key, width: width, context.adding(added))
      inside = inner
      return .typed
    case .character("a") where field.holdsSeveral:
      fields[focus].selected = field.rows.count
      openRow(context)
    case .character("<"): return fields[focus].moveRow(by: -1) ? .typed : .unused
    case .character(">"): return fields[focus].moveRow(by: 1) ? .typed : .unused
    case .delete, .control("d"): return fields[focus].toggleRow() ? .typed : .unused
    case .character:
      let adds = field.holdsSeveral ? "a adds another \(field.one), " : ""
      return .told("Enter opens this \(field.one) to change it, \(adds)Delete takes it out.")
    default: return .unused
    }
    return .moved
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
  private mutating func find(_ key: Key, _ context: EntryContext) -> Answer? {
    let count = fields[focus].matches(context).count
    guard count > 0 else { return nil }
    switch key {
    case .down: fields[focus].selected = min(count - 1, fields[focus].selected + 1)
    case .up: fields[focus].selected = max(0, fields[focus].selected - 1)
    case .enter: return takeSelected(context, byTab: false) ? .typed : nil
    default: return nil
    }
    return .moved
  }

  /// Does what the selected match stands for; answers whether there was one.
  private mutating func takeSelected(_ context: EntryContext, byTab: Bool) -> Bool {
    guard let field = focused, field.kind.findsRecords else { return false }
    let matches = field.matches(context)
    guard !matches.isEmpty else { return false }
    let match = matches[min(field.selected, matches.count - 1)]
    if match.isAnswer, byTab { return false }
    if let kind = match.adds {
      openNew(kind, context)
    } else {
      fields[focus].take(match)
    }
    return true
  }
}
