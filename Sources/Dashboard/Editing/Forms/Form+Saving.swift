import Entry
package import Safeguarding

extension Form {
  /// What became of an attempt to finish the form.
  package enum Finished: Hashable, Sendable {
    case edit(Edit)
    /// Nothing differs from what stands there.
    case unchanged
    /// Something has to be put right first; the form says what.
    case faulty
  }

  /// What was changed, as it is understood; nil where something is wrong: then the first such field has
  /// the keys.
  mutating func checkFields(_ context: EntryContext) -> [(field: FormField, value: StoredValue?)]? {
    let context = context.adding(added)
    refusal = ""
    var values: [(field: FormField, value: StoredValue?)] = []
    for index in fields.indices {
      let reading = fields[index].reading(context)
      fields[index].problem = reading.problem
      if reading.unknown != nil { fields[index].isListClosed = false }
      if reading.problem.isEmpty, reading.value == nil, isNeeded(fields[index]) {
        fields[index].problem = "\(fields[index].label) is needed. \(fields[index].help)"
      }
      if reading.problem.isEmpty, reading.value == nil, isOwed(within: fields[index]) {
        fields[index].problem = "\(fields[index].label) is needed. \(fields[index].help)"
      }
      if isReasonOwed(fields[index], context) {
        fields[index].problem = "Reason is needed. Say why the term is longer."
      }
      if fields[index].isChanged { values.append((fields[index], reading.value)) }
    }
    if let rival = Attendee.rival(in: fields, context) {
      let label = fields[rival].label.lowercasedFirst
      fields[rival].problem =
        "Who names another \(label), and only one can be kept. Blank one of them, or name a person "
        + "as Who."
    }
    guard let faulty = fields.firstIndex(where: { !$0.problem.isEmpty }) else { return values }
    focus = faulty
    return nil
  }

  /// The edit that the form asks for; where something is wrong, goes to the first such field.
  mutating func finish(_ outer: EntryContext) -> Finished {
    takeInside(outer)
    let context = outer.adding(added)
    identifyRows(context)
    guard let values = checkFields(outer) else { return .faulty }
    var all: [Change] = []
    var named: Set<RecordID> = []
    var last: StoredValue?
    for subject in subjects {
      let after = result(for: subject, values, context.day)
      if let problem = firstProblem(of: after, subject, context) {
        point(to: problem)
        return .faulty
      }
      let own: [Change]
      do throws(NewRecord.Problem) {
        own = try changes(subject, to: after, as: kind.entity, context)
      } catch {
        point(to: RecordProblem(error.field, error.sentence, hint: ""))
        return .faulty
      }
      all += own
      if !own.isEmpty { named.formUnion(Form.findings(in: after, as: kind.entity).references) }
      last = after
    }
    if all.isEmpty { return .unchanged }
    return .edit(Edit(editTitle(last, context), additions(named) + all))
  }

  /// The records that have to be added because what is saved names them, or one of them does.
  private func additions(_ named: Set<RecordID>) -> [Change] {
    var named = named
    for record in added.reversed() where named.contains(record.record) {
      if let type = Kinds.records[record.record.kind.name] {
        named.formUnion(Form.findings(in: record.value, as: type).references)
      }
    }
    return added.filter { named.contains($0.record) }.map {
      Change($0.document, $0.record, from: nil, to: $0.value)
    }
  }

  /// Whether a blank field would leave the record without what it cannot do without.
  private func isNeeded(_ field: FormField) -> Bool {
    field.isRequired && (isNew || field.isChanged)
  }

  /// Whether a term in the chair was made longer and nobody has said why.
  private func isReasonOwed(_ field: FormField, _ context: EntryContext) -> Bool {
    guard kind.id == ChairTerm.kind.name, field.name == "reason",
      !field.isChanged || field.text.trimmingBlanks.isEmpty,
      let old = fields.first(where: { $0.name == "to" })?.old.flatMap(Form.day),
      let new = day(of: "to", context)
    else { return false }
    return old < new
  }

  /// Shows a problem at its field, or above all fields where it has none of its own.
  mutating func point(to problem: RecordProblem) {
    if let index = fields.firstIndex(where: { $0.name == problem.field }) {
      fields[index].problem = "\(problem.message) \(problem.hint)"
      focus = index
    } else {
      refusal = "\(problem.message) \(problem.hint)"
    }
  }

  /// The whole record with what was typed.
  private func result(
    for subject: Subject, _ values: [(field: FormField, value: StoredValue?)], _ day: CalendarDate
  ) -> StoredValue {
    let target = subject.target
    var part =
      subject.prepared
      ?? (target.isNew ? start : subject.base?.value(at: target.path)) ?? .record([])
    for (field, value) in values { put(value, of: field, in: &part, day) }
    part = part.ordered(as: kind.shape)
    let whole = subject.base.flatMap { $0.replacing(at: target.path, with: part) } ?? part
    return Form.settled(whole, after: subject.base, as: kind.entity, day)
  }

  /// Puts what a field says into the record that is filled in.
  func put(
    _ value: StoredValue?, of field: FormField, in part: inout StoredValue, _ day: CalendarDate
  ) {
    switch field.name {
    case FormLayout.addedNote:
      guard let note = note(value, on: day) else { return }
      part["progress"] = .list((part["progress"]?.elements ?? []) + [note])
    case Attendee.field: Attendee.put(value, in: &part, instead: field.old)
    case _ where !field.way.isEmpty:
      guard let value else {
        guard part.value(at: field.way) != nil else { return }
        part = part.replacing(at: field.way, with: nil) ?? part
        if case .field(let holder)? = field.way.first, part[holder]?.saysNothing == true {
          part[holder] = nil
        }
        return
      }
      part = part.putting(value, at: field.way)
    default: part[field.name] = value
    }
  }

  /// The record with what goes along with the change.
  private static func settled<E: Entity>(
    _ whole: StoredValue, after base: StoredValue?, as type: E.Type, _ day: CalendarDate
  ) -> StoredValue {
    guard let before = base.flatMap({ E.read(from: StoredSource($0)) }),
      let after = E.read(from: StoredSource(whole))
    else { return whole }
    let settled = after.settled(after: before, on: day)
    return settled == after ? whole : settled.stored ?? whole
  }

  private func note(_ value: StoredValue?, on day: CalendarDate) -> StoredValue? {
    guard let text = value?.text else { return nil }
    var note = ProgressNote()
    (note.on, note.text, note.by) = (ImpreciseDate(day), text, author)
    return note.stored
  }

  private func changes<E: Entity>(
    _ subject: Subject, to after: StoredValue, as type: E.Type, _ context: EntryContext
  ) throws(NewRecord.Problem) -> [Change] {
    let target = subject.target
    guard let base = subject.base, !target.isNewRecord else {
      // Where a new record goes follows from what was entered, unless one stands in that place.
      let isPlaced = !target.document.isEmpty && !target.document.contains("*")
      let new = try context.workspace.placing(
        after, as: type, in: isPlaced ? target.document : nil)
      return [Change(new.document, new.record, from: nil, to: new.value)]
    }
    return E.differences(from: base, to: after).map { difference in
      Change(
        target.document, target.record, field: difference.field, from: difference.from,
        to: difference.to)
    }
  }

  /// The first thing wrong with a record that was not wrong with it before.
  private func firstProblem(
    of after: StoredValue, _ subject: Subject, _ context: EntryContext
  ) -> RecordProblem? {
    var whole = after
    if subject.target.isNewRecord { whole["id"] = .text("new") }
    let old = subject.base.map { Form.findings(in: $0, as: kind.entity) }
    let new = Form.findings(in: whole, as: kind.entity)
    let known = Set(old?.problems.map(\.message) ?? [])
    if let problem = new.problems.first(where: { !known.contains($0.message) }) { return problem }
    let missing = new.references.first { link in
      !(old?.references.contains(link) ?? false)
        && !context.has(link)
    }
    return missing.map { link in
      RecordProblem(
        "", "There is no \(link.kind.title.lowercased()) \"\(link.id)\" any more.",
        hint: "Choose another one.")
    }
  }

  /// The first thing wrong with the record inside another one that this form fills in.
  func firstProblem(ofPart value: StoredValue, _ context: EntryContext) -> RecordProblem? {
    var whole = value
    if whole["id"] == nil, kind.shape.fields.contains(where: { $0.name == "id" }) {
      whole["id"] = .text("new")
    }
    return Form.findings(in: whole, as: kind.shape.type).problems.first
  }

  /// What is wrong with a record, and which other records it names.
  private static func findings<E: Record>(
    in value: StoredValue, as type: E.Type
  ) -> (problems: [RecordProblem], references: [RecordID]) {
    let findings = StoredSource.Findings()
    let own = E.read(from: StoredSource(value, findings))?.problems ?? []
    let messages = Set(own.map(\.message))
    let others = findings.problems.filter { !messages.contains($0.message) }
      .map { RecordProblem("", $0.message, hint: $0.hint) }
    return (own + others, findings.references)
  }
}
