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
    let found = Command.all.filter { $0.keys.contains(key) }
    let selected = standpoint.subject.record?.kind ?? content.about?.kind
    return found.first { $0.kind == nil } ?? found.first { $0.kind == selected } ?? found.first
  }
}

extension Standpoint {
  /// What is known of the data where one stands.
  var records: RecordContext {
    RecordContext(context.workspace, day: context.day, author: author, names: context.names)
  }

  /// The records of a kind that a command is for: those that are marked, else the selected one, else the
  /// one that the place is about.
  func chosen<E: Entity>(_ type: E.Type, marked isForSeveral: Bool = true) -> [E] {
    func record(_ id: RecordID) -> E? {
      id.kind == E.kind ? context.workspace[E.self][id.id] : nil
    }
    let marked = isForSeveral ? marks.compactMap(record) : []
    if !marked.isEmpty { return marked }
    if isPast { return [] }
    if case .record(let selected) = subject, let found = record(selected) { return [found] }
    return about.flatMap(record).map { [$0] } ?? []
  }

  /// Why a command that a kind declares cannot be done now; nil when it can.
  func reasonNotTo<E: Entity>(_ command: RecordCommand<E>) -> String? {
    let chosen = chosen(E.self, marked: command.isForSeveral)
    if chosen.isEmpty { return command.missing }
    let (records, fields) = (records, command.fields)
    return chosen.lazy.compactMap { record in
      command.reason(record, records) ?? self.reasonNotToChange(record.link, fields: fields)
    }.first
  }

  /// What a command that a kind declares comes to here.
  func outcome<E: Entity>(of command: RecordCommand<E>) -> Outcome {
    let chosen = chosen(E.self, marked: command.isForSeveral)
    guard !chosen.isEmpty, let outcome = command.run(chosen, records) else { return .nothing }
    switch outcome {
    case .edit(let edit): return .edit(edit)
    case .choice(let choice): return .choice(.record(choice))
    case .form(let form, let title, let offered):
      let subjects = chosen.compactMap { record in
        target(of: .record(record.link)).map { FormRequest.Subject(target: $0) }
      }
      return .form(FormRequest(form, subjects, title, offered: offered))
    }
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
