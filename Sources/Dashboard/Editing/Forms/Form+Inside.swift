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
    guard let inner = inside else { return }
    inside = nil
    let all = context.adding(added)
    switch inner.origin {
    case .row(let index, let name)?:
      guard let field = fields.firstIndex(where: { $0.name == name }),
        fields[field].rows.indices.contains(index)
      else { return }
      let (value, typed) = inner.partial(all)
      let isUntouched = fields[field].rows[index].isBegun && inner.changedCount == 0
      added += inner.added
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
    var value = inner.partial(all).value
    if let problem = inner.firstProblem(ofPart: value, withInner) {
      inner.point(to: problem)
      inside = inner
      return
    }
    if case .added(let new)? = inner.origin {
      take(new, value, inner, all)
      return
    }
    if value["id"] == nil, inner.kind.shape.fields.contains(where: { $0.name == "id" }) {
      value["id"] = .text(partID(for: value, inner, all))
      value = value.ordered(as: inner.kind.shape)
    }
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

  /// An id for a record inside the record, made of both names: `mscp-pmqa.vice-chair`.
  private func partID(
    for value: StoredValue, _ inner: Form, _ context: EntryContext
  ) -> String {
    let name = (value["title"] ?? value["name"])?.text ?? inner.kind.title
    let stem = subjects.first?.target.record.id ?? ""
    let taken = Set(fields.flatMap(\.rows).compactMap { $0.value["id"]?.text })
    return context.newID(
      of: name, after: stem.isEmpty ? "" : "\(stem).", inner.kind.shape.kind, besides: taken)
  }

  /// Takes in a new record, and its name into the field that names it.
  private mutating func take(
    _ new: AddedName, _ value: StoredValue, _ inner: Form, _ context: EntryContext
  ) {
    let name = (value["name"] ?? value["title"])?.text ?? new.name
    let id = context.newID(of: name, new.kind)
    let members = (value.members ?? []).filter { $0.key != "id" }
    let whole = StoredValue.record([StoredValue.Member("id", .text(id))] + members)
    added +=
      inner.added + [AddedRecord(RecordID(new.kind, id), name, whole, in: new.document)]
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
    inside = Form(
      kind, title, [], start: start, typed: row.typed, author: author,
      inside: .row(index, field: name), part: row.isBegun ? nil : row.value,
      context.adding(added))
  }

  /// Opens the form of a new record that a field is to name.
  mutating func openNew(_ kind: RecordKind, _ context: EntryContext) {
    guard fields.indices.contains(focus), let form = FormKind(of: kind),
      let document = context.workspace.documentOfNew(kind)
    else { return }
    let name = fields[focus].letters
    let key = form.shape.fields.contains { $0.name == "name" } ? "name" : "title"
    let new = AddedName(kind: kind, field: fields[focus].name, name: name, document: document)
    if let index = setAside.firstIndex(where: { $0.origin == .added(new) }) {
      inside = setAside.remove(at: index)
      return
    }
    inside = Form(
      form, "Add \(form.title)", [], start: Form.blank(form.shape.type), typed: [key: name],
      author: author, inside: .added(new), context.adding(added))
  }

  /// What a new record of a type says before anything is entered.
  private static func blank(_ type: any Record.Type) -> StoredValue? {
    func stored<R: Record>(_ type: R.Type) -> StoredValue? { R().stored }
    return stored(type)
  }
}

extension String {
  /// The text with its first letter in capitals.
  fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
