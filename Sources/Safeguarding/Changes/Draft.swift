/// What somebody typed into a form and has not saved yet.
///
/// It is kept as the texts that were typed, right or wrong, with the record as it was when the form
/// opened: so it can be gone on with after a lost line, and compared with what stands there then.
public struct Draft: Hashable, Sendable {
  /// A short name that the same form on the same part of the same record always has.
  public let id: String
  /// What it is about, for a list of drafts: "Edit action: send the audit tool".
  public let title: String
  /// The form that was filled in.
  public let form: String
  /// The file that was to be changed, by its path in the data folder.
  public let document: String
  /// The record that was to be changed; a new one has no id.
  public let record: RecordID
  /// The way into the record: the keys of fields, positions in lists, and `+` for a new element.
  public let path: [String]
  /// The whole record as it was when the form opened; nil for a new one.
  public let base: StoredValue?
  /// What a new record or element began with.
  public let start: StoredValue?
  /// What is typed, by the name of the field; fields that nobody touched are left out.
  public let texts: [String: String]
  /// What is entered as rows, by the name of the field; a text under `seats/2/from` is not understood yet.
  public let values: [String: StoredValue]

  /// Keeps what was typed.
  public init(
    id: String, title: String, form: String, document: String, record: RecordID,
    path: [String] = [], base: StoredValue? = nil, start: StoredValue? = nil,
    texts: [String: String], values: [String: StoredValue] = [:]
  ) {
    self.id = id
    self.title = title
    self.form = form
    self.document = document
    self.record = record
    self.path = path
    self.base = base
    self.start = start
    self.texts = texts
    self.values = values
  }

  /// Whether nothing is typed.
  public var isEmpty: Bool { texts.isEmpty && values.isEmpty }

  /// Whether rows of a field were changed, or something in them is typed and not understood yet.
  public func holdsRows(of field: String) -> Bool {
    values[field] != nil
      || texts.keys.contains { way in
        let steps = way.split(separator: "/")
        return steps.count > 2 && steps[0] == field && Int(steps[1]) != nil
      }
  }
}

extension Draft {
  /// The draft as a file holds it.
  public var stored: StoredValue {
    let typed = texts.sorted { $0.key < $1.key }.map {
      StoredValue.Member($0.key, .text($0.value))
    }
    var members = [
      StoredValue.Member("id", .text(id)), .init("title", .text(title)),
      .init("form", .text(form)), .init("document", .text(document)),
      .init("kind", .text(record.kind.name)), .init("record", .text(record.id)),
      .init("path", .list(path.map { .text($0) })),
    ]
    if let base { members.append(.init("base", base)) }
    if let start { members.append(.init("start", start)) }
    members.append(.init("texts", .record(typed)))
    if !values.isEmpty {
      let entered = values.sorted { $0.key < $1.key }.map { StoredValue.Member($0.key, $0.value) }
      members.append(.init("values", .record(entered)))
    }
    return .record(members)
  }

  /// Reads a draft; nil for anything that is none.
  public init?(stored value: StoredValue) {
    func text(_ key: String) -> String? { value[key]?.text }
    guard let id = text("id"), !id.isEmpty, let form = text("form"), let kind = text("kind"),
      let members = value["texts"]?.members
    else { return nil }
    var texts: [String: String] = [:]
    for member in members { texts[member.key] = member.value.text }
    var values: [String: StoredValue] = [:]
    for member in value["values"]?.members ?? [] { values[member.key] = member.value }
    self.init(
      id: id, title: text("title") ?? "", form: form, document: text("document") ?? "",
      record: RecordID(RecordKind(kind, title: inWords(kind), help: ""), text("record") ?? ""),
      path: (value["path"]?.elements ?? []).compactMap(\.text), base: value["base"],
      start: value["start"], texts: texts, values: values)
  }
}
