import Safeguarding

/// A form to be opened: what it changes or adds, what for, and what it begins with.
struct FormRequest: Sendable {
  /// One record that the form changes, with what it changes beyond what is typed.
  struct Subject: Sendable {
    let target: FormTarget
    var prepared: StoredValue?
    /// The new record of which the form fills in a part; nil for a record that is there.
    var whole: StoredValue?
  }

  /// The few fields that are asked for; nil for the whole of a record, or of a part of one.
  let form: RecordForm?
  let subjects: [Subject]
  let title: String
  var start: StoredValue?
  /// What is likely meant and nobody has typed, by the name of the field.
  var offered: [String: String] = [:]
  /// Whether one stays where one is once it is saved, as what is added stands elsewhere.
  var staysThere = false

  init(
    _ form: RecordForm?, _ subjects: [Subject], _ title: String,
    offered: [String: String] = [:]
  ) {
    self.form = form
    self.subjects = subjects
    self.title = title
    self.offered = offered
  }

  /// Changes the whole of a record, or of a part of one.
  init(_ target: FormTarget, _ title: String) {
    self.init(nil, [Subject(target: target)], title)
  }

  /// Adds something.
  init(_ addition: Addition) {
    self.init(addition.target, addition.title)
    start = addition.start
  }
}

extension Dashboard {
  /// Opens a form: the one place in which forms come about.
  mutating func openForm(for request: FormRequest) {
    guard let first = request.subjects.first,
      let kind = FormKind(of: first.target, as: request.form)
    else { return }
    let subjects = request.subjects.map { subject in
      let target = subject.target
      let record = context.stored.record(target.record)
      return Form.Subject(
        target, base: target.isNewRecord ? subject.whole : record?.stored,
        prepared: subject.prepared)
    }
    let narrow = subjects.compactMap { context.allowedFields(in: $0.target.document) }
    var form = Form(
      kind, request.title.shortTitle, subjects, start: request.start, offered: request.offered,
      allowed: narrow.first, author: identity, context)
    form.staysThere = request.staysThere
    open(form)
  }
}
