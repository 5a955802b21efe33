import Safeguarding

extension Resolution {
  /// Puts conflicts into words.
  ///
  /// - Parameters:
  ///   - edit: What was to be saved.
  ///   - conflicts: What stood in its way; at least one.
  ///   - isFromForm: Whether it is typed into the open form.
  ///   - known: The records of the edit as they were last known, for those that are gone.
  ///   - context: What records are called.
  ///   - when: Puts a moment into words.
  init(
    _ edit: Edit, _ conflicts: [Conflict], isFromForm: Bool, known: [RecordID: StoredValue],
    _ context: PaneContext, when: (Int) -> String
  ) {
    self.edit = edit
    self.isFromForm = isFromForm
    var items: [Item] = []
    var gone: Set<RecordID> = []
    for conflict in conflicts {
      let record = conflict.mine.record
      let who = [conflict.user, conflict.time.map(when)].compactMap(\.self).joined(separator: ", ")
      guard conflict.isGone else {
        items.append(Item(conflict, who: who, under: edit.title, context))
        continue
      }
      guard gone.insert(record).inserted else { continue }
      let all = conflicts.filter { $0.isGone && $0.mine.record == record }
      items.append(Item(gone: all, who: who, known: known[record], context))
    }
    self.items = items
  }
}

extension Resolution.Item {
  /// A field, or a whole record, that both changed.
  fileprivate init(
    _ conflict: Conflict, who: String, under title: String, _ context: PaneContext
  ) {
    let mine = conflict.mine
    let words = ConflictedValue(mine, context)
    conflicts = [conflict]
    label = words.label(under: title)
    self.who = who
    gone = nil
    if mine.field != nil, !words.hasParts([mine.from, mine.to, conflict.theirs]) {
      theirs = words.lines(conflict.theirs)
      self.mine = words.lines(mine.to)
      before = words.lines(mine.from)
      both = words.both(conflict.theirs, mine.to)
    } else {
      theirs = words.differences(from: mine.from, to: conflict.theirs)
      self.mine = words.differences(from: mine.from, to: mine.to)
      before = []
      both = nil
    }
  }

  /// A record that is gone, with everything that was to be changed in it.
  fileprivate init(
    gone conflicts: [Conflict], who: String, known: StoredValue?, _ context: PaneContext
  ) {
    self.conflicts = conflicts
    let record = conflicts.first?.mine.record
    let label = record.map { context.label(of: $0) } ?? ""
    let kind = record?.kind.title ?? "Record"
    self.label = "\(kind) \"\(known?["title"]?.text?.shortTitle ?? label)\""
    self.who = who
    theirs = ["removed, and stays so"]
    mine =
      known == nil
      ? ["what it held is not known here any more; an undo of the removal brings it back"]
      : ["add it again as new, with"] + conflicts.flatMap { $0.mine.words(context.names) }
    before = []
    both = nil
    gone = known
  }
}

/// Puts the values of a conflict into words.
private struct ConflictedValue {
  let change: Change
  let context: PaneContext

  init(_ change: Change, _ context: PaneContext) {
    self.change = change
    self.context = context
  }

  /// What the conflict is about; under a title that names the record, the field alone.
  func label(under title: String) -> String {
    let name = context.label(of: change.record)
    if let field = change.field, title.contains(name) { return label(of: field) }
    return change.field.map { "\(label(of: $0)) of \"\(name)\"" }
      ?? "\(change.record.kind.title) \"\(name)\""
  }

  private func label(of field: String) -> String {
    fieldLabel(field, of: Kinds.records[change.record.kind.name])
  }

  /// Whether a value is told by its differences, because it has parts of its own.
  func hasParts(_ values: [StoredValue?]) -> Bool {
    values.contains { value in
      value?.elements?.contains { $0.members != nil && !isName($0) } == true
    }
  }

  /// Whether an element of a list is told in one line anyway: an owner.
  private func isName(_ element: StoredValue) -> Bool {
    change.field == "owners" || element.members?.isEmpty == true
  }

  /// A value as people read it.
  func lines(_ value: StoredValue?) -> [String] {
    guard let value else { return ["nothing"] }
    if let text = freeText(value) {
      return text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    }
    if let texts = texts(value) { return texts.map { "- \($0)" } }
    return named(value)
  }

  /// A value in the words of a change that puts it there.
  private func named(_ value: StoredValue) -> [String] {
    let added = Change(
      change.document, change.record, field: change.field, from: nil, to: value)
    let label = change.field.map { self.label(of: $0) } ?? ""
    return added.words(context.names).map { line in
      for start in ["\(label): added ", "\(label): no, now "] where line.hasPrefix(start) {
        return String(line.dropFirst(start.count))
      }
      return line
    }
  }

  /// What differs between two versions.
  func differences(from old: StoredValue?, to new: StoredValue?) -> [String] {
    let change = Change(change.document, change.record, field: change.field, from: old, to: new)
    let lines = change.words(context.names)
    return lines.isEmpty ? ["as it was"] : lines
  }

  /// A text that somebody wrote, rather than a word, a day or the name of a record.
  private func freeText(_ value: StoredValue) -> String? {
    guard let text = value.text, named(value).first?.hasPrefix("\"") == true else { return nil }
    return text
  }

  private func texts(_ value: StoredValue) -> [String]? {
    guard let elements = value.elements, !elements.isEmpty else { return nil }
    let texts = elements.compactMap(\.text)
    let isFree = named(value).allSatisfy { $0.hasPrefix("\"") }
    return texts.count == elements.count && isFree ? texts : nil
  }

  /// Both versions of a text or of a list of texts: what others wrote first.
  func both(_ theirs: StoredValue?, _ mine: StoredValue?) -> StoredValue? {
    guard let theirs, let mine else { return nil }
    if let theirs = freeText(theirs), let mine = freeText(mine) {
      let isLong = [theirs, mine].contains { $0.utf8.count > 40 || $0.contains("\n") }
      return isLong ? .text("\(theirs)\n\(mine)") : nil
    }
    guard let own = texts(mine), let others = texts(theirs) else { return nil }
    return .list((others + own.filter { !others.contains($0) }).map { .text($0) })
  }
}
