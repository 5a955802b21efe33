import Safeguarding
import TerminalUI

extension Standpoint {
  /// Why what is selected cannot be removed; nil when it can.
  var reasonNotToRemove: String? {
    if isPast { return "What history tells is past. ‹undo› takes it back." }
    guard let record = subject.record else {
      return "Nothing that can be removed is selected here. ‹next-panel› goes to the next panel."
    }
    guard let target = target(of: subject) else { return Standpoint.noForm(record.kind) }
    guard isRemovable(target) else {
      return "This is a part that every \(record.kind.title.lowercased()) has: ‹edit› changes it."
    }
    return reasonNotToChange(record, in: target.document)
  }

  /// A whole record, or an element of a list in one, can be taken out; a single field is blanked.
  private func isRemovable(_ target: FormTarget) -> Bool {
    guard let last = target.path.last else { return true }
    if case .element = last { return true }
    return false
  }

  /// Asks before what is selected is removed: what it is, and what refers to it.
  func askToRemove() -> Outcome {
    guard let target = target(of: subject), isRemovable(target),
      let record = context.stored.record(kind: target.record.kind.name, id: target.record.id),
      let before = record.stored
    else { return .nothing }
    let name = label(of: subject)
    guard case .field(let field)? = target.path.first else {
      let kind = type(of: record).kind
      let change = Change(target.document, target.record, from: before, to: nil)
      let noun = kind.title.lowercased()
      return .ask(
        Confirmation(
          "Remove the \(noun) \"\(name.asTitle.shortTitle)\"?" + ending(of: record)
            + references(to: target.record),
          .commit(Edit("Remove \(noun): \(name)".shortTitle, [change]))))
    }
    guard
      let after = without(target.path, of: record) ?? before.replacing(at: target.path, with: nil)
    else {
      return .nothing
    }
    let noun = FormKind(of: target)?.title ?? "entry"
    let change = Change(
      target.document, target.record, field: field, from: before[field], to: after[field])
    return .ask(
      Confirmation(
        "Remove the \(noun) \"\(name.asTitle.shortTitle)\"?",
        .commit(Edit("Remove \(noun): \(name)".shortTitle, [change]))))
  }

  /// A record without an element of one of its lists, where more changes with it; else nil.
  private func without(_ path: [PathStep], of record: any Entity) -> StoredValue? {
    guard path.count == 2, case .field(let list) = path[0], case .element(let index) = path[1]
    else { return nil }
    return record.removingElement(at: index, of: list)?.stored
  }

  /// What is done rather than removing something that was so once.
  private func ending(of record: any Entity) -> String {
    if record is ActionItem {
      return context.keys.naming(
        " What is no longer to be done is better dropped: Esc, then ‹edit› sets its status.")
    }
    let fields = Standpoint.fields(of: record)
    guard fields.contains("to"), fields.contains("from") else { return "" }
    return context.keys.naming(
      " If it was so and has come to an end, press Esc, and enter its last day with ‹edit›.")
  }

  private static func fields<E: Entity>(of record: E) -> Set<String> {
    Set(RecordShape(E.self).fields.map(\.name))
  }

  /// How many records refer to one, and the first three of them.
  private func references(to record: RecordID) -> String {
    let found = context.stored.referrers(to: record)
    if found.isEmpty { return "" }
    let names = found.prefix(3).map { "\"\(context.label(of: $0))\"" }.joined(separator: ", ")
    let more = found.count > 3 ? " and \(found.count - 3) more" : ""
    return " \(counted(found.count, "record")) \(found.count == 1 ? "refers" : "refer") to it: "
      + "\(names)\(more)."
  }
}
