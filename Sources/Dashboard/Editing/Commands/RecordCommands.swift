import Safeguarding
import TerminalUI

extension Command {
  /// What the kinds of records declare to be done with them.
  static let recordCommands: [Command] = Kinds.all.flatMap { commands(of: $0) }

  private static func commands<E: Entity>(of type: E.Type) -> [Command] {
    E.commands.map { declared in
      var command = Command(
        declared.id, declared.title, keys: declared.keys.map { .character($0) }, section: "Edit",
        hint: declared.hint, rank: 3, reason: { $0.standpoint.reasonNotTo(declared) },
        run: { $0.perform($0.standpoint.outcome(of: declared)) })
      command.kind = E.kind
      command.hintedAmong = declared.hintedAmong
      return command
    }
  }

  /// A command that cannot be done, and says why.
  static func refusal(_ sentence: String) -> Command {
    Command(
      "refusal", sentence, keys: [], section: "", reason: { _ in sentence }, change: { _ in })
  }
}

extension Dashboard {
  /// The command of a key: one of the dashboard, else one on records such as the selected one.
  func command(of key: Key) -> Command? {
    let found = keymap.commands(of: key)
    if let anywhere = found.first(where: { $0.kind == nil }) { return anywhere }
    let selected = browsing.subject.record?.kind ?? content.about?.kind
    return found.first { $0.kind == selected } ?? found.first
  }
}

/// The records that a command is for, and what is known where it acts.
private struct Chosen<E: Entity> {
  let records: [E]
  let context: RecordContext
}

extension Standpoint {
  /// What is known of the data where one stands.
  var records: RecordContext {
    var known = RecordContext(
      context.stored, day: context.day, author: author, names: context.names)
    known.about = about
    return known
  }

  /// The records that a command is for, with what is known where it acts; else why there are none.
  private func chosen<E: Entity>(for command: RecordCommand<E>) -> Result<Chosen<E>, Refusal> {
    var context = records
    func record(_ id: RecordID) -> E? {
      id.kind == E.kind ? context.workspace[E.self][id.id] : nil
    }
    var found: [E] = []
    switch command.subject {
    case .marked: found = marks.compactMap(record)
    case .expected: found = expected(E.self).map { [$0] } ?? []
    case .found(let find): return find(context).map { Chosen(records: [$0], context: context) }
    case .element(let list, let exists):
      guard !isPast, subject.path.count == 2, subject.list == list, let index = subject.index,
        let holder = subject.record.flatMap(record), exists(holder, index)
      else { return .failure(Refusal(command.missing)) }
      context.element = index
      return .success(Chosen(records: [holder], context: context))
    case .selected: break
    }
    if found.isEmpty, !isPast {
      if case .record(let selected) = subject { found = record(selected).map { [$0] } ?? [] }
      if found.isEmpty { found = about.flatMap(record).map { [$0] } ?? [] }
    }
    return found.isEmpty
      ? .failure(Refusal(command.missing))
      : .success(Chosen(records: found, context: context))
  }

  /// What the selected row would record, where no record tells of it yet.
  private func expected<E: Entity>(_ type: E.Type) -> E? {
    guard case .unrecorded(let addition) = subject, addition.kind == E.kind,
      addition.target.path.isEmpty
    else { return nil }
    return addition.start.flatMap { E.read(from: StoredSource($0)) }
  }

  /// Why a command that a kind declares cannot be done now; nil when it can.
  func reasonNotTo<E: Entity>(_ command: RecordCommand<E>) -> String? {
    switch chosen(for: command) {
    case .failure(let refusal): return refusal.sentence
    case .success(let chosen):
      return chosen.records.lazy.compactMap { record in
        command.reason(record, chosen.context)
          ?? command.changes(record, chosen.context).lazy.compactMap { place in
            self.reasonNotToChange(place, fields: command.fields)
          }.first
      }.first
    }
  }

  /// Why a record cannot be changed, or added, just now; nil when it can.
  private func reasonNotToChange(_ place: RecordPlace, fields: Set<String>?) -> String? {
    place.record.id.isEmpty
      ? context.lock(on: place.record, in: place.document)
      : reasonNotToChange(place.record, in: place.document, fields: fields)
  }

  /// What a command that a kind declares comes to here.
  func outcome<E: Entity>(of command: RecordCommand<E>) -> Outcome {
    guard case .success(let chosen) = chosen(for: command),
      let outcome = command.run(chosen.records, chosen.context)
    else { return .nothing }
    switch outcome {
    case .edit(let edit): return .edit(edit)
    case .choice(let choice): return .choice(.record(choice))
    case .form(let form, let title, let offered):
      let subjects = chosen.records.compactMap { record in
        target(of: form.list == nil ? .record(record.link) : subject).map {
          FormRequest.Subject(target: $0)
        }
      }
      return .form(FormRequest(form, subjects, title, offered: offered))
    case .prepared(let form, let records, let title):
      let subjects = records.map {
        FormRequest.Subject(target: target(at: $0.place), prepared: $0.value)
      }
      return .form(FormRequest(form, subjects, title))
    case .adding(let record, let title):
      var request = FormRequest(
        Addition(
          record.place.record.kind, to: target(at: record.place), start: record.value, title: title)
      )
      // Who takes minutes goes on with the next item.
      request.staysThere = true
      return .form(request)
    }
  }

  /// What a form changes for a record in its place.
  private func target(at place: RecordPlace) -> FormTarget {
    FormTarget(
      place.record,
      in: place.document ?? context.stored.document(of: place.record) ?? "")
  }
}

extension RecordChoice {
  /// What a chooser offers.
  var items: [ChooserItem] {
    options.map { option in
      var item = ChooserItem(
        option.title, keys: option.word, note: option.reason ?? option.note,
        option.reason.map { .command(.refusal($0)) } ?? .edit(option.edit))
      item.isOff = option.reason != nil
      return item
    }
  }
}
