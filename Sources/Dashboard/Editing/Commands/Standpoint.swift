import Safeguarding

/// Where a command acts: what is selected, what is marked, what the place is about and what can be added.
///
/// Commands are functions of it: they say why they cannot be done, or what is to be done.
struct Standpoint: Sendable {
  let context: PaneContext
  /// What is selected.
  let subject: RowSubject
  /// What the place is about.
  let about: RecordID?
  /// The marked records that the panel with the keys lists.
  let marks: [RecordID]
  /// What can be added here, the likeliest first; worked out when it is asked for.
  var additions: [Addition] { listAdditions() }
  let listAdditions: @Sendable () -> [Addition]
  /// Why nothing can be added here, where the panel knows.
  let noAddition: String
  /// Whether what is told here is past.
  let isPast: Bool
  /// Whether the place only sums up.
  let isSummary: Bool
  /// The edits that are on their way to the disk.
  let saving: [Edit]
  /// How records stood before they were ticked.
  let ticked: TickMemory
  /// What is owed that the selected row tells of; nil where it tells of something else.
  var deadline: Deadline?
  /// Who is doing it, in words; empty where that is not known.
  var author = ""
}

/// What a command wants done.
enum Outcome: Sendable {
  case edit(Edit)
  /// An edit after which the row stays under the cursor; how its records stood before is remembered.
  case tick(Edit, TickMemory)
  case form(FormRequest)
  case choice(Chooser.Purpose)
  case ask(Confirmation)
  case nothing
}

extension Dashboard {
  /// Where a command would act now.
  var standpoint: Standpoint {
    let browsing = browsing
    return Standpoint(
      context: context, subject: browsing.subject, about: content.about, marks: browsing.marks,
      listAdditions: { browsing.additions }, noAddition: focusedPanel?.noAddition ?? "",
      isPast: content.isPast, isSummary: content.isSummary, saving: saving, ticked: ticked,
      deadline: browsing.deadline, author: identity)
  }

  /// Does what a command wants done.
  mutating func perform(_ outcome: Outcome) -> [DashboardEffect] {
    switch outcome {
    case .edit(let edit): return commit(edit)
    case .tick(let edit, let memory):
      ticked.merge(memory)
      browsing.holdSelected()
      let used = browsing.marks
      browsing.unmark(where: used.contains)
      return commit(edit)
    case .form(let request): openForm(for: request)
    case .choice(.record(let choice)): mode = .choosing(Chooser(.record(stamped(choice))))
    case .choice(let purpose): mode = .choosing(Chooser(purpose))
    case .ask(let confirmation): ask(confirmation)
    case .nothing: break
    }
    return []
  }
}

extension Dashboard {
  /// Asks a question; what a yes saves is made of the folders as they are now, not when it is answered.
  mutating func ask(_ confirmation: Confirmation) {
    guard case .commit(let edit) = confirmation.purpose else {
      mode = .confirming(confirmation)
      return
    }
    mode = .confirming(Confirmation(confirmation.question, .commit(stamped(edit))))
  }

  /// A choice among edits that are made of the folders as they are now.
  private func stamped(_ choice: RecordChoice) -> RecordChoice {
    var choice = choice
    for index in choice.options.indices {
      choice.options[index].edit = stamped(choice.options[index].edit)
    }
    return choice
  }
}

extension Standpoint {
  /// Where a subject stands: its file, its record and the way into it; nil where none is known.
  func target(of subject: RowSubject) -> FormTarget? {
    guard let record = subject.record,
      context.stored.record(kind: record.kind.name, id: record.id) != nil,
      let document = context.stored.document(of: record)
    else { return nil }
    // What lies inside another record is changed as a part of that.
    if let holder = context.stored.holder(of: record) {
      let way: [PathStep] = [.field(holder.field), .element(holder.index)]
      return FormTarget(holder.record, in: document, path: way + subject.path)
    }
    return FormTarget(record, in: document, path: subject.path)
  }

  /// What people call a subject.
  func label(of subject: RowSubject) -> String {
    guard let record = subject.record,
      let found = context.stored.record(kind: record.kind.name, id: record.id)
    else { return "this" }
    guard case .element? = subject.path.last else { return context.stored.label(of: found) }
    let part = found.stored?.value(at: subject.path)
    return part.flatMap { context.words(ofAttendance: $0) ?? $0.identity } ?? "this"
  }

  /// Why something has to wait for the disk.
  static let stillSaving =
    "The last change of this is still being saved. Press again in a moment."

  /// Why a record cannot be changed just now; nil when it can.
  func reasonNotToChange(
    _ record: RecordID, in document: String? = nil, fields: Set<String>? = nil
  ) -> String? {
    let isBusy = saving.contains { $0.changes.contains { $0.record == record } }
    if isBusy { return Standpoint.stillSaving }
    return context.lock(on: record, in: document, fields: fields)
  }

  /// Why something cannot be added; nil when it can.
  func reasonNotToAdd(_ addition: Addition) -> String? {
    if FormKind(of: addition.target) == nil { return Standpoint.noForm(addition.kind) }
    let target = addition.target
    return target.isNewRecord
      ? context.lock(on: target.record, in: target.document)
      : reasonNotToChange(target.record, in: target.document)
  }

  /// What is said of a kind of record that cannot be entered on the screen.
  static func noForm(_ kind: RecordKind) -> String {
    let noun = kind.title.lowercased()
    return
      "There is no form for \(noun.withArticle) yet, and nothing was changed. Whoever looks after "
      + "the data folder can enter it."
  }
}
