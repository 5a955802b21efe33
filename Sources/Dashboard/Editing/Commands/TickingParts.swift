import Safeguarding

/// A part of a record that Space ticks, or enters there.
struct TickedPart: Sendable {
  /// Where it stands, or is added.
  let target: FormTarget
  /// What no record tells yet: the part where it is added to a list, else the whole record with it.
  private var start: StoredValue?
  private let partType: any Record.Type

  /// A part of a record; nil where that is not ticked.
  init?(_ target: FormTarget) {
    guard !target.path.isEmpty, let type = FormKind(of: target)?.shape.type,
      Kinds.ticksParts(of: type)
    else { return nil }
    self.target = target
    partType = type
  }

  /// A part that no record tells of yet; nil where that is not ticked.
  init?(_ addition: Addition) {
    self.init(addition.target)
    start = addition.start
  }

  /// Whether it is added to a list by being ticked.
  private var isAdded: Bool { target.path.last == .newElement }

  /// The part as it stands, and the record in which it does; nil where it has gone.
  private func standing(in workspace: Workspace) -> (part: StoredValue, whole: StoredValue)? {
    let stored = workspace.record(target.record)?.stored
    if isAdded {
      guard let start, let stored else { return nil }
      return (start, stored)
    }
    guard let whole = start ?? stored, let part = whole.value(at: target.path) else { return nil }
    return (part, whole)
  }

  /// Whether it has to wait for changes of its record that are on their way to the disk.
  func waits(for changes: [Change], in workspace: Workspace) -> Bool {
    let own = changes.filter { $0.record == target.record }
    if own.isEmpty { return false }
    return waits(for: own, as: partType, in: workspace)
  }

  private func waits<Part: Record>(
    for changes: [Change], as type: Part.Type, in workspace: Workspace
  ) -> Bool {
    guard let tick = Part.partTick, let standing = standing(in: workspace),
      case .field(let list)? = target.path.first
    else { return true }
    return changes.contains { tick.waits(for: $0, toTick: standing.part, in: list) }
  }

  /// The edit that ticks it; nil where it has gone.
  func edit(_ context: RecordContext) -> Edit? {
    edit(as: partType, context)
  }

  private func edit<Part: Record>(as type: Part.Type, _ context: RecordContext) -> Edit? {
    let place = PartTick<Part>.Place(target.record.kind, isEntered: !isAdded, context)
    guard let standing = standing(in: context.workspace),
      let ticked = Part.partTick?.ticking(standing.part, of: standing.whole, at: place),
      let after = ticked.whole.replacing(at: target.path, with: ticked.part)
    else { return nil }
    return Edit(ticked.title.shortTitle, changes(to: after, in: context.workspace))
  }

  private func changes(to after: StoredValue, in workspace: Workspace) -> [Change] {
    let (record, document) = (target.record, target.document)
    if target.isNewRecord {
      return [Change(workspace.placed(document), record, from: nil, to: after)]
    }
    func changes<E: Entity>(_ type: E.Type) -> [Change] {
      E.differences(from: workspace.record(record)?.stored, to: after).map {
        Change(document, record, field: $0.field, from: $0.from, to: $0.to)
      }
    }
    return Kinds.type(named: record.kind.name).map { changes($0) } ?? []
  }
}

extension Standpoint {
  /// Why a part of a record cannot be ticked just now; nil when it can.
  func reasonNotToTick(_ part: TickedPart) -> String? {
    if part.waits(for: saving.flatMap(\.changes), in: context.stored) {
      return Standpoint.stillSaving
    }
    return context.lock(on: part.target.record, in: part.target.document)
  }

  /// Ticks a part of a record.
  func tick(_ part: TickedPart) -> Outcome {
    part.edit(records).map { .tick($0, TickMemory()) } ?? .nothing
  }
}
