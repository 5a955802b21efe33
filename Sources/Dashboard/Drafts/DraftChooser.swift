import Entry
import Letters
import Safeguarding
import TerminalUI

extension Dashboard {
  /// Takes in what the person was typing when they left.
  mutating func receive(drafts found: [Draft], at times: [String: String]) {
    for draft in found { drafts[draft.id] = draft }
    draftTimes.merge(times) { _, last in last }
    guard !found.isEmpty, mode == .browsing else { return }
    telling.tell(
      unasked:
        "You were typing when you left: press ‹drafts› to see \(counted(drafts.count, "draft")).")
  }

  /// The drafts, by their titles.
  private var listedDrafts: [Draft] {
    drafts.values.sorted { ($0.title.folded, $0.id) < ($1.title.folded, $1.id) }
  }

  /// What the chooser of drafts offers.
  var draftItems: [ChooserItem] {
    listedDrafts.map { draft in
      let labels = draftDifferences(draft).map(\.label)
      return ChooserItem(
        draft.title.isEmpty ? "Something typed" : draft.title,
        keys: draftTimes[draft.id] ?? "this session",
        note: labels.isEmpty
          ? "nothing differs"
          : "\(labels.joined(separator: ", ")) \(labels.count == 1 ? "differs" : "differ")",
        .draft(draft.id))
    }
  }

  /// What is typed in a draft and stands otherwise in its record now.
  private func draftDifferences(_ draft: Draft) -> [(label: String, typed: String, now: String)] {
    if draft.form == GridForm.draftForm {
      return GridForm.differences(in: draft, context.workspace)
    }
    guard let kind = FormKind(of: draft) else { return [] }
    let record = context.workspace.record(kind: draft.record.kind.name, id: draft.record.id)
    let part = record?.stored?.value(at: draft.path.map { PathStep(stored: $0) }) ?? draft.start
    let shapes = kind.shape.fields
    return kind.layout.fields.compactMap { entry in
      let shape = shapes.first { $0.name == entry.name }
      if draft.holdsRows(of: entry.name) {
        let name =
          shape.flatMap { EntryKind($0)?.shape?.kind }
          .map { nameOfOne(in: entry.name, of: kind.shape.type, $0) } ?? "entry"
        func told(_ value: StoredValue?) -> String {
          value.map { counted($0.elements?.count ?? 1, name) } ?? ""
        }
        return (
          kind.shape.label(of: entry.name), told(draft.values[entry.name]),
          told(part?[entry.name])
        )
      }
      guard let typed = draft.texts[entry.name] else { return nil }
      let isWho = entry.name == Attendee.field
      let now =
        isWho
        ? EntryKind.owners(isSeveral: false).text(of: Attendee.value(of: part), context.entry)
        : shape.flatMap { EntryKind($0, style: entry.style, in: part) }?
          .text(of: part?[entry.name], context.entry) ?? ""
      let label =
        switch entry.name {
        case FormLayout.addedNote: "Progress note"
        case Attendee.field: "Who"
        default: entry.label.isEmpty ? kind.shape.label(of: entry.name) : entry.label
        }
      return typed == now ? nil : (label, typed, now)
    }
  }

  /// What the selected draft says, and what stands there now.
  func draftLines(_ chooser: Chooser, width: Int) -> [Line] {
    let items = choices(chooser, among: draftItems)
    guard !items.isEmpty,
      case .draft(let id) = items[min(chooser.selected, items.count - 1)].choice,
      let draft = drafts[id]
    else { return [] }
    let lines = draftDifferences(draft).flatMap { label, typed, now in
      (Line("\(label): ", .secondary) + Line(typed.shortened, .input)
        + .secondary(now.isEmpty ? "  (blank now)" : "  (now \(now.shortened))"))
        .wrapped(width: width)
    }
    return lines.prefix(6) + [.empty]
  }

  /// Opens the form of a draft as it was left.
  mutating func resume(_ id: String) {
    guard let draft = drafts[id] else { return }
    if draft.form == GridForm.draftForm { return GridEntry.resume(draft, in: &self) }
    guard let kind = FormKind(of: draft) else { return }
    guard !draft.document.isEmpty else {
      notice = "\(kind.command?.wayBackToSeveral ?? kind.title): what you typed is filled in."
      return
    }
    if let reason = context.lock(on: draft.record, in: draft.document) {
      notice = reason
      return
    }
    let path = draft.path.map { PathStep(stored: $0) }
    let target = FormTarget(draft.record, in: draft.document, path: path)
    open(
      Form(
        kind, draft.title, [Form.Subject(target, base: draft.base)], start: draft.start,
        allowed: context.allowedFields(in: draft.document), author: identity, context))
    noteReload()
  }

  /// Asks whether the selected draft is to be thrown away.
  mutating func askToForget(_ chooser: Chooser) {
    let items = choices(chooser, among: draftItems)
    guard !items.isEmpty,
      case .draft(let id) = items[min(chooser.selected, items.count - 1)].choice,
      let draft = drafts[id]
    else { return }
    mode = .confirming(
      Confirmation(
        "Throw away what you typed in \"\(draft.title.shortTitle)\"?", .forgetDraft(id)))
  }

  /// Throws a draft away.
  mutating func forget(_ id: String) -> [DashboardEffect] {
    drafts[id] = nil
    notice = "What you typed was thrown away. Nothing in the data changed."
    if !drafts.isEmpty, form == nil, grid == nil { mode = .choosing(Chooser(.drafts)) }
    return [.dropDraft(id)]
  }
}
