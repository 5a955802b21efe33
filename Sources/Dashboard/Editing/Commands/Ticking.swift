import Safeguarding
import TerminalUI

/// How records stood before they were ticked in this session, so that ticking twice changes nothing.
struct TickMemory: Hashable, Sendable {
  /// The fields that a tick changes, as they were; one that said nothing is nil.
  typealias Standing = [String: StoredValue?]

  private var before: [RecordID: Standing] = [:]

  /// How a record stood before it was ticked last; nil where nobody has ticked it.
  subscript(record: RecordID) -> Standing? { before[record] }

  /// Remembers how a record stands.
  mutating func remember<E: Entity>(_ record: E, _ fields: Set<String>) {
    let stored = record.stored
    before[record.link] = Dictionary(
      fields.map { ($0, stored?[$0]) }, uniquingKeysWith: { first, _ in first })
  }

  /// Remembers what another memory does.
  mutating func merge(_ other: TickMemory) {
    before.merge(other.before) { _, last in last }
  }
}

extension Standpoint {
  /// What Space does here.
  private enum Ticking {
    /// Ticks whole records, which are of one kind.
    case records([RecordID])
    /// Does what the selected row of a list of what is owed says.
    case edit(RecordID, Edit)
    /// Makes the record that would tell how something goes, as done.
    case unrecorded(Addition)
    /// Ticks a part of a record.
    case part(TickedPart)
    case nothing(String)
  }

  private var ticking: Ticking {
    if isSummary {
      return .nothing(
        "Nothing is changed from this summary by one key. ‹open› opens what is selected, and there "
          + "‹tick› ticks it.")
    }
    if !marks.isEmpty { return .records(marks) }
    if case .unrecorded(let addition) = subject {
      if let part = TickedPart(addition) { return .part(part) }
      return Kinds.ticks(addition.kind) && addition.target.isNewRecord
        ? .unrecorded(addition) : .nothing(Standpoint.nothingToTick)
    }
    if isPast { return .nothing(Standpoint.nothingToTick) }
    if let deadline {
      switch deadline.fulfilment(records) {
      case .tick: break
      case .edit(let edit): return .edit(deadline.record, edit)
      case .elsewhere(let sentence): return .nothing(sentence)
      }
    }
    if let part = target(of: subject).flatMap({ TickedPart($0) }) { return .part(part) }
    if case .record(let record) = subject, Kinds.ticks(record.kind) { return .records([record]) }
    return .nothing(Standpoint.nothingToTick)
  }

  /// Why there is nothing to tick here; nil when there is.
  var reasonNotToTick: String? {
    switch ticking {
    case .nothing(let sentence): return sentence
    case .unrecorded(let addition): return reasonNotToAdd(addition)
    case .part(let part): return reasonNotToTick(part)
    case .edit(let record, let edit):
      return reasonNotToChange(record, fields: Set(edit.changes.compactMap(\.field)))
    case .records(let records):
      return records.lazy.compactMap { record in
        guard let type = Kinds.type(named: record.kind.name), Kinds.ticks(record.kind) else {
          return Standpoint.nothingToTick
        }
        return self.reasonNotToChange(record, fields: Standpoint.tickedFields(of: type))
      }.first
    }
  }

  private static func tickedFields(of type: any Entity.Type) -> Set<String> {
    func fields<E: Entity>(_ type: E.Type) -> Set<String> { E.tick?.fields ?? [] }
    return fields(type)
  }

  private static let nothingToTick =
    "‹tick› ticks what is owed or done, and \(listed(Kinds.tickedParts)). Nothing such is here."

  /// Ticks what is selected, or all that is marked; what was ticked is opened again.
  func tick() -> Outcome {
    switch ticking {
    case .nothing: .nothing
    case .part(let part): tick(part)
    case .edit(_, let edit): .tick(edit, TickMemory())
    case .unrecorded(let addition):
      Kinds.type(named: addition.kind.name).map { made(addition, as: $0) } ?? .nothing
    case .records(let records):
      records.first.flatMap { Kinds.type(named: $0.kind.name) }.map { tick(records, as: $0) }
        ?? .nothing
    }
  }

  private func tick<E: Entity>(_ ids: [RecordID], as type: E.Type) -> Outcome {
    guard let tick = E.tick else { return .nothing }
    let records = ids.compactMap { $0.kind == E.kind ? context.stored[E.self][$0.id] : nil }
    let isClosing = records.contains { !tick.isDone($0) }
    let chosen = records.filter { !isClosing || !tick.isDone($0) }
    var memory = TickMemory()
    let changes = chosen.flatMap { record -> [Change] in
      guard let document = context.stored.document(of: record.link) else { return [] }
      memory.remember(record, tick.fields)
      let after = isClosing ? done(record, tick) : reopened(record, tick)
      return record.changes(to: after, in: document)
    }
    let what =
      chosen.count == 1 ? chosen[0].label : counted(chosen.count, E.kind.title.lowercased())
    let day = chosen.count == 1 && !isClosing ? Standpoint.day(in: chosen[0], tick) : nil
    let was = day.map { " (was done on \($0.short))" } ?? ""
    return .tick(
      Edit("\(isClosing ? "Tick" : "Open again\(was)"): \(what)".shortTitle, changes), memory)
  }

  /// The day on which a record was done.
  private static func day<E: Entity>(in record: E, _ tick: Tick<E>) -> ImpreciseDate? {
    let stored = record.stored
    return tick.fields.sorted().lazy.compactMap { name in
      stored?[name].flatMap { ImpreciseDate.read(from: StoredSource($0)) }
    }.first
  }

  /// The record as done; on the day it was done before, where it was only opened for a moment.
  private func done<E: Entity>(_ record: E, _ tick: Tick<E>) -> E {
    if let standing = ticked[record.link], let before = record.standing(as: standing),
      tick.isDone(before)
    {
      return before
    }
    return tick.done(record, context.day)
  }

  /// The record as still to be done: as it stood before it was ticked, where that is known.
  private func reopened<E: Entity>(_ record: E, _ tick: Tick<E>) -> E {
    if let standing = ticked[record.link], let before = record.standing(as: standing),
      !tick.isDone(before)
    {
      return before
    }
    let open = tick.reopened(record)
    let earlier = context.journal.reversed().lazy.compactMap { entry -> E? in
      let own = entry.changes.filter { change in
        change.record == record.link && change.field.map(tick.fields.contains) == true
      }
      let standing = TickMemory.Standing(
        own.compactMap { change in change.field.map { ($0, change.from) } },
        uniquingKeysWith: { first, _ in first })
      guard !standing.isEmpty, let before = open.standing(as: standing), !tick.isDone(before),
        let after = open.standing(as: standing.mapValues { _ in nil }), after != before
      else { return nil }
      return before
    }.first
    return earlier ?? open
  }

  /// Makes the record that would tell how something goes, as done today.
  private func made<E: Entity>(_ addition: Addition, as type: E.Type) -> Outcome {
    guard let tick = E.tick, let start = addition.start,
      let record = E.read(from: StoredSource(start))
    else { return .nothing }
    let done = tick.done(record, context.day)
    let title = "Tick, with \(E.kind.title.lowercased().withArticle) made for it: \(done.label)"
    let document = context.stored.placed(addition.target.document)
    return .edit(Edit(title.shortTitle, [done.added(to: document)]))
  }
}

extension Entity {
  /// The record as it stood at another time, in some of its fields.
  fileprivate func standing(as before: TickMemory.Standing) -> Self? {
    guard var stored else { return nil }
    for (field, value) in before { stored[field] = value }
    return Self.read(from: StoredSource(stored))
  }
}
