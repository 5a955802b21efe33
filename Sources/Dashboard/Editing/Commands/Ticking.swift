import Safeguarding
import TerminalUI

/// How actions stood before they were ticked in this session, so that ticking twice changes nothing.
struct TickMemory: Hashable, Sendable {
  /// An action before and after a tick.
  struct Standing: Hashable, Sendable {
    let status: ActionStatus
    let doneOn: ImpreciseDate?
  }

  private var before: [RecordID: Standing] = [:]

  /// How an action stood before it was ticked last; nil where nobody has ticked it.
  subscript(record: RecordID) -> Standing? { before[record] }

  /// Remembers how an action stands.
  mutating func remember(_ action: ActionItem) {
    before[action.link] = Standing(status: action.status, doneOn: action.doneOn)
  }

  /// Remembers what another memory does.
  mutating func merge(_ other: TickMemory) {
    before.merge(other.before) { _, last in last }
  }
}

extension Standpoint {
  /// Why there is nothing to tick here; nil when there is.
  var reasonNotToTick: String? {
    if isSummary {
      return "Nothing is changed from this summary by one key. Enter opens what is selected, and "
        + "there Space ticks it."
    }
    let actions = chosenActions
    if !actions.isEmpty {
      return actions.lazy.compactMap {
        self.reasonNotToChange($0.link, fields: ["status", "doneOn"])
      }.first
    }
    if case .unrecorded(let addition) = subject {
      if addition.kind == Attendance.kind { return reasonNotToAttend }
      if addition.kind == HandoverItem.kind {
        return reasonNotToChange(addition.target.record, in: addition.target.document)
      }
    }
    guard !isPast, let target = target(of: subject) else { return Standpoint.nothingToTick }
    switch tickedKind {
    case Attendance.kind: return reasonNotToAttend
    case Paper.kind, HandoverItem.kind:
      return reasonNotToChange(target.record, in: target.document)
    default: return Standpoint.nothingToTick
    }
  }

  private static let nothingToTick =
    "Space ticks actions, attendance, papers and the handover list. Nothing such is here."

  /// What sort of part is selected; nil for a whole record.
  private var tickedKind: RecordKind? {
    guard !subject.path.isEmpty, let target = target(of: subject) else { return nil }
    return FormKind(of: target)?.shape.kind
  }

  /// Ticks what is selected, or all that is marked; what was ticked is opened again.
  func tick() -> Outcome {
    let actions = chosenActions
    if !actions.isEmpty { return tick(actions) }
    if case .unrecorded(let addition) = subject {
      return addition.kind == Attendance.kind ? attend() : tickUnrecorded(addition)
    }
    switch tickedKind {
    case Attendance.kind: return attend()
    case Paper.kind: return tickPaper()
    case HandoverItem.kind: return tickHandover()
    default: return .nothing
    }
  }

  private func tick(_ actions: [ActionItem]) -> Outcome {
    let isClosing = actions.contains { $0.isOpen || $0.status == .unknown }
    let chosen = actions.filter { isClosing ? !$0.isClosed : true }
    var memory = TickMemory()
    let changes = chosen.flatMap { action -> [Change] in
      guard let document = context.workspace.document(of: action.link) else { return [] }
      let after = isClosing ? closed(action) : reopened(action)
      memory.remember(action)
      return action.changes(to: after, in: document)
    }
    let what = chosen.count == 1 ? chosen[0].title : counted(chosen.count, "action")
    let done = chosen.count == 1 && !isClosing ? chosen[0].doneOn : nil
    let was = done.map { " (was done on \($0.short))" } ?? ""
    return .tick(
      Edit("\(isClosing ? "Tick" : "Open again\(was)"): \(what)".shortTitle, changes), memory)
  }

  /// An action that is done; on the day it was done before, where it was only opened for a moment.
  private func closed(_ action: ActionItem) -> ActionItem {
    guard let before = ticked[action.link], before.status == .done else {
      return action.completed(on: context.day)
    }
    return action.standing(as: before)
  }

  /// An action that is not done any more: as it stood before it was, where that is known.
  private func reopened(_ action: ActionItem) -> ActionItem {
    if let before = ticked[action.link], before.status != .done {
      return action.standing(as: before)
    }
    let ticking = context.journal.reversed().lazy.flatMap(\.changes).first {
      $0.record == action.link && $0.field == "status" && $0.to?.text == ActionStatus.done.rawValue
    }
    var after = action.reopened()
    if let status = (ticking?.from?.text).flatMap(ActionStatus.init) { after.status = status }
    return after
  }

  private func tickPaper() -> Outcome {
    guard let target = target(of: subject), target.path.count == 4,
      case .element(let item) = target.path[1], case .element(let index) = target.path[3],
      let meeting = context.workspace.meetings[target.record.id],
      meeting.agenda.indices.contains(item), meeting.agenda[item].papers.indices.contains(index)
    else { return .nothing }
    var after = meeting
    let isIn = meeting.agenda[item].papers[index].receivedOn != nil
    after.agenda[item].papers[index].receivedOn = isIn ? nil : context.day
    let title = "Paper \(isIn ? "not in" : "received"): \(label(of: subject))"
    return .edit(Edit(title, meeting.changes(to: after, in: target.document)))
  }

  private func tickHandover() -> Outcome {
    guard let target = target(of: subject), let index = subject.index,
      let term = context.workspace.chairTerms[target.record.id],
      term.handover.indices.contains(index)
    else { return .nothing }
    var after = term
    after.handover[index].doneOn =
      term.handover[index].isDone ? nil : ImpreciseDate(context.day)
    let verb = after.handover[index].isDone ? "Tick" : "Open again"
    return .edit(
      Edit(
        "\(verb): \(term.handover[index].title)".shortTitle,
        term.changes(to: after, in: target.document)))
  }

  /// Ticks an item that only the pattern gives: its list is recorded with the term.
  private func tickUnrecorded(_ addition: Addition) -> Outcome {
    let target = addition.target
    guard let whole = addition.start, var item = whole.value(at: target.path) else {
      return .nothing
    }
    let isDone = item["doneOn"] != nil
    item["doneOn"] = isDone ? nil : ImpreciseDate(context.day).stored
    guard let after = whole.replacing(at: target.path, with: item) else { return .nothing }
    let verb = isDone ? "Open again" : "Tick"
    let title = "\(verb): \(item["title"]?.text ?? "")".shortTitle
    if target.isNewRecord {
      return .edit(Edit(title, [Change(target.document, target.record, from: nil, to: after)]))
    }
    let before = context.workspace.chairTerms[target.record.id]?.stored
    let changes = ChairTerm.differences(from: before, to: after).map {
      Change(target.document, target.record, field: $0.field, from: $0.from, to: $0.to)
    }
    return .edit(Edit(title, changes))
  }
}

extension ActionItem {
  /// The action as it stood at another time.
  fileprivate func standing(as before: TickMemory.Standing) -> ActionItem {
    var action = self
    (action.status, action.doneOn) = (before.status, before.doneOn)
    return action
  }
}
