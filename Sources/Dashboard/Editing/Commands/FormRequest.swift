import Safeguarding

/// What a form that does not fill in the whole of something is for.
enum FormPurpose: String, Sendable {
  /// Fills in the whole record, or part of one.
  case whole
  /// Says how an action is getting on.
  case note
  /// Gives actions to somebody else.
  case owners
  /// Does one thing to several actions.
  case several
  /// Says when minutes were agreed.
  case minutes
  /// Says why two terms in the chair are swapped.
  case swap
}

/// A form to be opened: what it changes or adds, what for, and what it begins with.
struct FormRequest: Sendable {
  /// One record that the form changes, with what it changes beyond what is typed.
  struct Subject: Sendable {
    let target: FormTarget
    var prepared: StoredValue?
  }

  var purpose = FormPurpose.whole
  let subjects: [Subject]
  let title: String
  var start: StoredValue?
  /// What is likely meant and nobody has typed, by the name of the field.
  var offered: [String: String] = [:]

  init(_ purpose: FormPurpose, _ subjects: [Subject], _ title: String) {
    self.purpose = purpose
    self.subjects = subjects
    self.title = title
  }

  /// Changes one record or a part of it.
  init(
    _ purpose: FormPurpose, _ target: FormTarget, _ title: String,
    offered: [String: String] = [:]
  ) {
    self.init(purpose, [Subject(target: target)], title)
    self.offered = offered
  }

  /// Adds something.
  init(_ addition: Addition) {
    self.init(.whole, [Subject(target: addition.target)], addition.title)
    start = addition.start
  }
}

extension Dashboard {
  /// Opens a form: the one place in which forms come about.
  mutating func openForm(for request: FormRequest) {
    guard let first = request.subjects.first,
      let kind = request.purpose == .whole
        ? FormKind.whole(for: first.target) : FormKind.named(request.purpose.rawValue)
    else { return }
    context = context.readyForTyping()
    let subjects = request.subjects.map { subject in
      let (target, workspace) = (subject.target, context.workspace)
      let record = workspace.record(kind: target.record.kind.name, id: target.record.id)
      return Form.Subject(
        target, base: target.isNewRecord ? nil : record?.stored, prepared: subject.prepared)
    }
    let narrow = subjects.compactMap { context.allowedFields(in: $0.target.document) }
    open(
      Form(
        kind, request.title.shortTitle, subjects, start: request.start, offered: request.offered,
        allowed: narrow.first, author: identity, context))
  }
}

extension FormKind {
  /// The form that fills in the whole of a record or of a part; nil where there is none.
  static func whole(for target: FormTarget) -> FormKind? {
    let own = all.filter { $0.entity.kind == target.record.kind }
    guard let entity = own.first?.entity else { return nil }
    guard let kind = shape(of: entity).kind(at: target.path) else { return nil }
    return own.first {
      $0.part.kind == kind && (kind != entity.kind || $0.id == entity.kind.name)
    }
  }

  /// Whether the form asks for everything that a new record needs beyond what it begins with.
  func canBegin(with start: StoredValue?) -> Bool {
    shape.fields.allSatisfy { field in
      field.presence == .optional || field.name == "id" || start?[field.name] != nil
        || entries.contains { $0.name == field.name }
    }
  }

  private static func shape<E: Entity>(of type: E.Type) -> RecordShape { RecordShape(type) }
}

extension RecordShape {
  /// The kind of record that stands at the end of a way into this one; nil where none does.
  func kind(at path: some Collection<PathStep>) -> RecordKind? {
    guard let step = path.first else { return kind }
    guard case .field(let name) = step, let field = fields.first(where: { $0.name == name }) else {
      return nil
    }
    switch field.shape {
    case .record(let shape): return shape.kind(at: path.dropFirst())
    case .list(.record(let shape)): return shape.kind(at: path.dropFirst(2))
    default: return nil
    }
  }
}

extension String {
  /// The text as a title of history: on one line, cut where it is very long.
  var shortTitle: String {
    let line = replacing("\n", with: " ")
    return line.count <= 120 ? line : line.prefix(117) + "..."
  }
}
