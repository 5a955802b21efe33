import Entry
package import Safeguarding

/// What a form fills in: a record, or a part of one, by the layout that it declares; or a few of its
/// fields, declared beside the command that asks for them.
package struct FormKind: Sendable {
  /// The name that drafts keep: the kind of the record, the field that holds the part, or the command.
  let id: String
  /// What is filled in, in small letters: "action".
  let title: String
  /// The kind of record that a file holds.
  let entity: any Entity.Type
  /// The record that the fields belong to: the same, or a part of it.
  let shape: RecordShape
  /// Whether its title says already what is changed.
  let keepsTitle: Bool

  /// The few fields that it asks for, where a command opens it; nil for the whole of something.
  let command: RecordForm?

  /// A few fields of a record, for a command of its own.
  private init(_ form: RecordForm, of entity: any Entity.Type) {
    let whole = RecordShape(of: entity)
    let part = form.list.flatMap { whole.part(at: [.field($0), .newElement]) }
    self.init(
      id: form.id, title: form.title, entity: entity, shape: part ?? whole,
      keepsTitle: form.keepsTitle, command: form)
  }

  /// The form of a record, or of the part at the end of a way into it; nil where there is no such part.
  package init?(of record: RecordKind, at path: [PathStep] = []) {
    guard let entity = Kinds.type(named: record.name),
      let shape = FormKind.shape(of: entity).part(at: path)
    else { return nil }
    let field = path.reversed().compactMap { step -> String? in
      if case .field(let name) = step { name } else { nil }
    }.first
    let owner = path.lastIndex { if case .field = $0 { true } else { false } }
      .flatMap { FormKind.shape(of: entity).part(at: path[..<$0]) }
    let title = field.flatMap { name in
      owner.map { nameOfOne(in: name, of: $0.type, shape.kind) }
    }
    self.init(
      id: field ?? record.name, title: title ?? shape.kind.title.lowercased(), entity: entity,
      shape: shape, keepsTitle: false)
  }

  /// The form of a record inside the record of another form.
  init(_ shape: RecordShape, in outer: FormKind, field: String) {
    self.init(
      id: field, title: nameOfOne(in: field, of: outer.shape.type, shape.kind),
      entity: outer.entity, shape: shape, keepsTitle: false)
  }

  /// The form of what a target names, or of the few fields of it that a command asks for.
  init?(of target: FormTarget, as form: RecordForm?) {
    guard let form else {
      self.init(of: target)
      return
    }
    guard let entity = Kinds.type(named: target.record.kind.name) else { return nil }
    self.init(form, of: entity)
  }

  /// The form that a draft was typed into.
  init?(of draft: Draft) {
    let entity = Kinds.type(named: draft.record.kind.name)
    if let entity, let form = entity.forms.first(where: { $0.id == draft.form }) {
      self.init(form, of: entity)
    } else {
      self.init(of: draft.record.kind, at: draft.path.map { PathStep(stored: $0) })
    }
  }

  private init(
    id: String, title: String, entity: any Entity.Type, shape: RecordShape, keepsTitle: Bool,
    command: RecordForm? = nil
  ) {
    self.command = command
    self.id = id
    self.title = title
    self.entity = entity
    self.shape = shape
    self.keepsTitle = keepsTitle
  }

  private static func shape<R: Record>(of type: R.Type) -> RecordShape { RecordShape(type) }
}

extension FormKind {
  /// The fields in their order.
  ///
  /// It is laid out where a form opens; that there is a form is asked with every key.
  var layout: FormLayout { command.map { FormLayout($0.fields) } ?? shape.type.form }

  /// The fields of a new record: what it cannot do without and nothing says yet comes before the rest
  /// where that would be folded away or stand behind what is given, so that nobody types a title over
  /// a partnership.
  func fields(beyond start: StoredValue?) -> [FormLayout.Field] {
    let listed = layout.fields
    // A few fields for a command are all that it asks for.
    guard layout == shape.type.form else { return listed }
    let names = Set(listed.map(\.name))
    let asked = Set(shape.fields.filter { isAsked($0, beyond: start) }.map(\.name))
    let given = Set(shape.fields.filter { isGiven($0, by: start) }.map(\.name))
    let unlisted = shape.fields.filter { asked.contains($0.name) && !names.contains($0.name) }
      .map { FormLayout.Field($0.name) }
    let isInOrder =
      !layout.more.contains { asked.contains($0.name) }
      && layout.first.first.map { given.contains($0.name) } != true
    if isInOrder { return unlisted + listed }
    let rest = listed.filter { !asked.contains($0.name) }
    return unlisted + listed.filter { asked.contains($0.name) }
      + rest.filter { !given.contains($0.name) } + rest.filter { given.contains($0.name) }
  }

  /// Whether a record cannot do without a field, and nothing says it yet.
  private func isAsked(_ field: RecordShape.Field, beyond start: StoredValue?) -> Bool {
    guard field.presence == .required, field.name != "id" else { return false }
    guard let value = start?[field.name] else { return true }
    return value.text?.isEmpty == true
  }

  /// Whether a field names the record that one came from, or the only one there is.
  private func isGiven(_ field: RecordShape.Field, by start: StoredValue?) -> Bool {
    guard case .reference = field.shape, field.presence == .required else { return false }
    return start?[field.name]?.text?.isEmpty == false
  }
}

extension FormKind: Hashable {
  /// Two kinds of form are the same when their names and their records are.
  package static func == (left: FormKind, right: FormKind) -> Bool {
    left.id == right.id && left.shape == right.shape && left.entity.kind == right.entity.kind
  }

  /// Feeds the name into a hash.
  package func hash(into hasher: inout Hasher) { hasher.combine(id) }
}

extension RecordShape {
  /// The shape of the part at the end of a way into such a record; nil where there is none.
  func part(at path: some Collection<PathStep>) -> RecordShape? {
    var shape = ValueShape.record(self)
    for step in path {
      switch (step, shape) {
      case (.field(let name), .record(let record)):
        guard let field = record.fields.first(where: { $0.name == name }) else { return nil }
        shape = field.shape
      case (.element, .list(let element)), (.newElement, .list(let element)): shape = element
      default: return nil
      }
    }
    if case .record(let record) = shape { return record }
    return nil
  }
}
