package import Safeguarding

/// Something that can be added: a record of a kind or a part of a record, where it goes, and what it
/// begins with.
package struct Addition: Hashable, Sendable {
  /// What is added.
  package let kind: RecordKind
  /// Where it goes: a file, or a place in a record of one.
  package let target: FormTarget
  /// What it begins with.
  package let start: StoredValue?
  /// What adding it is called: "Add action: PMQA".
  package let title: String
  /// What tells it from others of its kind, in a few words.
  package var note = ""

  package init(_ kind: RecordKind, to target: FormTarget, start: StoredValue?, title: String) {
    self.kind = kind
    self.target = target
    self.start = start
    self.title = title
  }

  /// A record that is added where its kind lies: in the file that its fields name, else in one that is
  /// known only when it is filled in.
  package init<E: Entity>(_ record: E, of whose: String = "", called title: String? = nil) {
    let document = record.ownDocument ?? E.homes.first?.path ?? ""
    self.init(
      E.kind, to: FormTarget(RecordID(E.kind, ""), in: document), start: record.stored,
      title: title ?? E.titleOfAdding(to: whose))
  }

  /// Whether it can be filled in as it is; else it only comes about with the record it is a part of.
  package var isWhole: Bool {
    target.path.isEmpty || target.path.last == .newElement
  }

  /// What it is called in a sentence: "action", "agenda item".
  package var noun: String { kind.title.lowercased() }
}

extension PartnershipGroup {
  /// The folder of a group: where its own file lies, and those of what belongs to it.
  static func folder(of id: String) -> String {
    var group = PartnershipGroup()
    group.id = id
    let path = group.ownDocument ?? ""
    return path.split(separator: "/").dropLast().map { "\($0)/" }.joined()
  }

  /// The file of a group that its records of a kind name; its own file for kinds that lie elsewhere.
  static func document(of kind: RecordKind, in id: String) -> String {
    let folder = folder(of: id)
    func document<E: Entity>(_ type: E.Type) -> String? {
      E.homes.lazy.map { $0.path.replacing("*", with: id) }.first { $0.hasPrefix(folder) }
    }
    var group = PartnershipGroup()
    group.id = id
    return Kinds.type(named: kind.name).flatMap { document($0) } ?? group.ownDocument ?? ""
  }
}

extension PaneContext {
  /// The folder of a group as it is called now, with a slash behind it.
  func folder(of group: String) -> String {
    "\(folderPath(of: document(of: PartnershipGroup.kind, in: group)))/"
  }

  /// The file of a group that holds its records of a kind, as it is called now.
  func document(of kind: RecordKind, in group: String) -> String {
    workspace.placed(PartnershipGroup.document(of: kind, in: group))
  }

  /// A new action of a group, from one of its meetings or a review where one is in it.
  func newAction(
    in group: Reference<PartnershipGroup>, meeting: Reference<Meeting>? = nil,
    review: Reference<Review>? = nil
  ) -> Addition {
    new(ActionItem(raisedIn: group, on: day, by: meeting, from: review), in: group)
  }

  /// A new action that a review asks for, where a group follows the review.
  func newAction(from review: Review) -> Addition? {
    let reference = Reference<Review>(review.id)
    let follows = review.monitoredBy ?? records.actions(from: reference).first?.group
    return follows.map { newAction(in: $0, review: reference) }
  }

  /// A new meeting of a group.
  func newMeeting(of group: Reference<PartnershipGroup>) -> Addition {
    var meeting = Meeting()
    meeting.group = group
    return new(meeting, in: group)
  }

  /// A new term in the chair of a group; with what the pattern says of it, where it does.
  func newTerm(
    of group: Reference<PartnershipGroup>, as stretch: RotationStretch? = nil
  ) -> Addition {
    let from = stretch.map { " from \($0.first.short)" } ?? ""
    return Addition(ChairTerm(of: group, as: stretch), called: "Record chair term\(from)")
  }

  /// A new value of an indicator.
  func newValue(of indicator: Indicator) -> Addition {
    var value = Observation()
    value.indicator = Reference(indicator.id)
    // In which file it goes follows from its period.
    return Addition(
      Observation.kind, to: FormTarget(RecordID(Observation.kind, ""), in: ""),
      start: value.stored, title: "Add value: \(indicator.label)")
  }

  private func new<E: Entity>(_ record: E, in group: Reference<PartnershipGroup>) -> Addition {
    Addition(record, of: workspace.groups[group]?.label ?? "")
  }

  /// A new element of a list in a record, by the way to that list; nil where no file is known for it.
  func newPart<E: Entity, Part: Record>(
    _ part: Part, of record: E, at list: [PathStep]
  ) -> Addition? {
    guard let document = workspace.document(of: record.link) else { return nil }
    let group = (record as? Meeting).map { workspace.groups[$0.group]?.label ?? $0.group.id }
    let whose = [group, record.label].compactMap(\.self).joined(separator: ", ")
    var noun = Part.kind.title.lowercased()
    if case .field(let name)? = list.last { noun = nameOfOne(in: name, of: E.self, Part.kind) }
    return Addition(
      Part.kind, to: FormTarget(record.link, in: document, path: list + [.newElement]),
      start: part.stored, title: "Add \(noun): \(whose)")
  }

  /// A new element of each list of records that the form of a record shows first.
  func newParts(of record: any Entity) -> [Addition] {
    func addition<E: Entity, Part: Record>(
      _ type: Part.Type, _ list: String, _ record: E
    ) -> Addition? {
      newPart(Part(), of: record, at: [.field(list)])
    }
    func fields<E: Entity>(of record: E) -> [RecordShape.Field] { RecordShape(E.self).fields }
    let shown = type(of: record).form.first.map(\.name)
    return fields(of: record).compactMap { field in
      guard shown.contains(field.name), case .list(.record(let shape)) = field.shape,
        shape.kind != Owner.kind, shape.kind != Paper.kind
      else { return nil }
      return addition(shape.type, field.name, record)
    }
  }

  /// A new agenda item of a meeting, with the next number where items are numbered.
  func newItem(of meeting: Meeting) -> Addition? {
    newPart(
      meeting.adding(AgendaItem()).agenda.last ?? AgendaItem(), of: meeting,
      at: [.field("agenda")])
  }

  /// A new paper of an agenda item.
  func newPaper(ofItem item: Int, of meeting: Meeting) -> Addition? {
    var paper = Paper()
    paper.dueOn = meeting.papersDueOn
    return newPart(paper, of: meeting, at: [.field("agenda"), .element(item), .field("papers")])
  }
}
