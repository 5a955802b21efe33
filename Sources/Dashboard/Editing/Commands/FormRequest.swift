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

  /// The form of a few fields that is meant; nil for that of the whole record.
  var form: FormKind? {
    switch self {
    case .whole: nil
    case .note: .note
    case .owners: .owners
    case .several: .several
    case .minutes: .minutes
    case .swap: .swap
    }
  }
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
      let kind = request.purpose.form ?? FormKind(of: first.target)
    else { return }
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

extension String {
  /// The text as a title of history: on one line, cut where it is very long.
  var shortTitle: String {
    let line = replacing("\n", with: " ")
    return line.count <= 120 ? line : line.prefix(117) + "..."
  }
}
