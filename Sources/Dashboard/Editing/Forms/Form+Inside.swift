import Entry
import Safeguarding

extension Form {
  /// What a form hands on before it is finished: what is understood, and what is typed otherwise.
  typealias Partial = (value: StoredValue, typed: [String: String])

  /// What is typed, as far as it is understood.
  func partial(_ context: EntryContext) -> Partial {
    var copy = self
    copy.takeInside(context)
    let context = context.adding(copy.added)
    var value = copy.part ?? copy.start ?? .record([])
    var typed: [String: String] = [:]
    for field in copy.fields where field.isChanged {
      let reading = field.reading(context)
      if field.shape != nil {
        value[field.name] = field.entered
        typed.merge(field.typedInRows) { first, _ in first }
      } else if reading.problem.isEmpty {
        copy.put(reading.value, of: field, in: &value, context.day)
      } else {
        typed[field.name] = field.text
      }
    }
    return (value.ordered(as: kind.shape), typed)
  }

  /// Hands what is typed into the form inside back to its field, whether it is finished or not.
  mutating func takeInside(_ context: EntryContext) {
    guard var inner = inside else { return }
    inside = nil
    let all = context.adding(added)
    inner.takeInside(all)
    switch inner.origin {
    case .row(let index, let name)?:
      guard let field = fields.firstIndex(where: { $0.name == name }),
        fields[field].rows.indices.contains(index)
      else { return }
      let (value, typed) = inner.partial(all)
      let isUntouched = fields[field].rows[index].isBegun && inner.changedCount == 0
      added += inner.added
      setAside += inner.setAside
      if isUntouched, value == inner.start ?? .record([]), typed.isEmpty {
        fields[field].rows.remove(at: index)
        return
      }
      fields[field].rows[index].value = value
      fields[field].rows[index].typed = typed
      fields[field].rows[index].isBegun = false
      fields[field].problem = ""
    case .added?:
      if inner.changedCount > 0 { setAside.append(inner) }
    case nil: break
    }
  }

  /// Finishes the form inside, where nothing in it is wrong; else goes to what is.
  mutating func finishInside(_ context: EntryContext) {
    guard var inner = inside else { return }
    let all = context.adding(added)
    guard inner.checkFields(all) != nil else {
      inside = inner
      return
    }
    let withInner = all.adding(inner.added)
    inner.identifyRows(withInner)
    var value = inner.partial(all).value
    if let problem = inner.firstProblem(ofPart: value, withInner) {
      inner.point(to: problem)
      inside = inner
      return
    }
    if case .added(let new)? = inner.origin {
      do throws(NewRecord.Problem) {
        try take(new, value, inner, all)
      } catch {
        inner.point(to: RecordProblem(error.field, error.sentence, hint: ""))
        inside = inner
      }
      return
    }
    value = identified(value, inner.kind.shape, all)
    let isAdded = inner.part == nil
    takeInside(context)
    if case .row(let index, let name)? = inner.origin,
      let field = fields.firstIndex(where: { $0.name == name }),
      fields[field].rows.indices.contains(index)
    {
      fields[field].rows[index].value = value
      // Who has added one is likely to add the next.
      fields[field].selected = isAdded && fields[field].holdsSeveral ? index + 1 : index
    }
  }

  /// Gives an id to each record inside the record whose kind has ids and that was left without one.
  mutating func identifyRows(_ context: EntryContext) {
    for index in fields.indices {
      guard let shape = fields[index].shape else { continue }
      for place in fields[index].rows.indices where fields[index].rows[place].typed.isEmpty {
        fields[index].rows[place].value = identified(
          fields[index].rows[place].value, shape, context)
      }
    }
  }

  /// A record inside the record with an id made of both names: `mscp-pmqa.vice-chair`.
  private func identified(
    _ value: StoredValue, _ shape: RecordShape, _ context: EntryContext
  ) -> StoredValue {
    guard value["id"] == nil, shape.fields.contains(where: { $0.name == "id" }) else {
      return value
    }
    let name = (value["title"] ?? value["name"])?.text ?? shape.kind.title.lowercased()
    let stem = subjects.first?.target.record.id ?? ""
    let taken = Set(fields.flatMap(\.rows).compactMap { $0.value["id"]?.text })
    var value = value
    value["id"] = .text(
      context.newID(
        of: name, after: stem.isEmpty ? "" : "\(stem).", shape.kind, besides: taken))
    return value.ordered(as: shape)
  }

  /// Takes in a new record, and its name into the field that names it.
  private mutating func take(
    _ new: AddedName, _ value: StoredValue, _ inner: Form, _ context: EntryContext
  ) throws(NewRecord.Problem) {
    let name = (value["name"] ?? value["title"])?.text ?? new.name
    let id = context.newID(of: name, new.kind)
    let members = (value.members ?? []).filter { $0.key != "id" }
    let whole = StoredValue.record([StoredValue.Member("id", .text(id))] + members)
    let placed = try context.workspace.placing(whole, as: inner.kind.entity)
    added += inner.added + [AddedRecord(placed.record, name, placed.value, in: placed.document)]
    setAside += inner.setAside
    inside = nil
    guard let index = fields.firstIndex(where: { $0.name == new.field }) else { return }
    fields[index].put(context.adding(added).finder(new.kind).text(of: id))
  }

  /// Opens the form of a row, or of a new one behind the last.
  mutating func openRow(_ context: EntryContext) {
    guard fields.indices.contains(focus), let shape = fields[focus].shape else { return }
    let name = fields[focus].name
    let start = Form.blank(shape.type)
    let index: Int
    if let row = fields[focus].selectedRow {
      index = row
      fields[focus].rows[row].isRemoved = false
    } else {
      index = fields[focus].rows.count
      fields[focus].rows.append(FormField.Row(value: start ?? .record([]), isBegun: true))
      fields[focus].selected = index
    }
    let row = fields[focus].rows[index]
    let kind = FormKind(shape, in: self.kind, field: name)
    let title = row.isBegun ? "Add \(kind.title)" : "\(kind.title.capitalizedFirst)"
    var inner = Form(
      kind, title, [], start: start, typed: row.typed, author: author,
      inside: .row(index, field: name), part: row.isBegun ? nil : row.value,
      context.adding(added))
    let others = fields[focus].rows.enumerated().filter { $0.offset != index }.map(\.element)
    inner.siblings = others.filter { !$0.isRemoved }.map(\.value)
    inner.setAside = setAside
    setAside = []
    inside = inner
  }

  /// Opens the form of a new record that a field is to name.
  mutating func openNew(_ kind: RecordKind, _ context: EntryContext) {
    guard fields.indices.contains(focus), let form = FormKind(of: kind),
      let key = Kinds.nameField(of: kind)
    else { return }
    let name = fields[focus].letters
    let new = AddedName(kind: kind, field: fields[focus].name, name: name)
    if let index = setAside.firstIndex(where: { $0.origin == .added(new) }) {
      inside = setAside.remove(at: index)
      return
    }
    let start = context.workspace.beginning(of: form.entity, for: partnerships(context))
    inside = Form(
      form, "Add \(form.title)", [], start: start, typed: [key: name],
      author: author, inside: .added(new), context.adding(added))
  }

  /// The partnerships that something can belong to which is added here: the one that is entered, or all.
  private func partnerships(_ context: EntryContext) -> [Partnership] {
    let named = fields.lazy.compactMap { field -> String? in
      guard case .reference(Partnership.kind) = field.kind else { return nil }
      return field.reading(context).value?.text
    }.first
    let known = (named ?? start?["partnership"]?.text).flatMap {
      context.workspace.partnerships[$0]
    }
    return known.map { [$0] } ?? context.workspace.partnerships.all
  }

  /// What a new record of a type says before anything is entered.
  private static func blank(_ type: any Record.Type) -> StoredValue? {
    func stored<R: Record>(_ type: R.Type) -> StoredValue? { R().stored }
    return stored(type)
  }
}
