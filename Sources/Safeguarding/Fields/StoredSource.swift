/// A place in a value that was written in memory: fields are read from it as they are from a file.
public struct StoredSource: ValueSource {
  /// What reading reported.
  public final class Findings {
    /// What is wrong, with a hint how to mend it.
    public internal(set) var problems: [(message: String, hint: String)] = []
    /// The records of other kinds that were named.
    public internal(set) var references: [RecordID] = []

    /// Nothing reported so far.
    public init() {}
  }

  private let value: StoredValue?
  private let findings: Findings

  /// A place that reports to a list of findings.
  public init(_ value: StoredValue?, _ findings: Findings = Findings()) {
    self.value = value
    self.findings = findings
  }

  /// The text written here.
  public var text: String? { value?.text }

  /// The number written here, as it is spelled.
  public var numberSpelling: String? {
    if case .number(let spelling)? = value { spelling } else { nil }
  }

  /// The truth value written here.
  public var boolean: Bool? { if case .boolean(let value)? = value { value } else { nil } }

  /// Whether nothing is written here.
  public var isNull: Bool { value == nil }

  /// The readable values of a list; a faulty one is reported and left out.
  public func list<Value: FieldValue>(of type: Value.Type) -> [Value]? {
    value?.elements?.compactMap { Value.read(from: StoredSource($0, findings)) }
  }

  /// What stands under a name.
  public func member(_ name: StaticString) -> StoredSource? {
    value?[name.description].map { StoredSource($0, findings) }
  }

  /// A record read field by field.
  public func record<R: Record>(_ type: R.Type) -> R? {
    guard let members = value?.members else {
      report("\(R.kind.title) was expected here.", hint: "Fill in its fields.")
      return nil
    }
    var record = R()
    var visitor = MemberReader(members: members, type: R.self, findings: findings)
    record.visitFields(&visitor)
    findings.problems += record.problems.map { ($0.message, $0.hint) }
    return record
  }

  /// Notes what is wrong here.
  public func report(_ message: @autoclosure () -> String, hint: @autoclosure () -> String) {
    findings.problems.append((message(), hint()))
  }

  /// Notes that the value names a record of another kind.
  public func refers(to kind: RecordKind, id: String) {
    findings.references.append(RecordID(kind, id))
  }

  /// What is written here in a few words.
  public var description: String {
    switch value {
    case .boolean(let value): String(value)
    case .number(let spelling): "the number \(spelling)"
    case .text(let text): "the text \"\(text.count > 40 ? text.prefix(37) + "..." : text[...])\""
    case .list: "a list"
    case .record: "a record"
    case nil: "nothing"
    }
  }
}

private struct MemberReader: FieldVisitor {
  let members: [StoredValue.Member]
  let type: any Record.Type
  let findings: StoredSource.Findings

  mutating func visit<Value: FieldValue>(
    _ name: StaticString, _ value: inout Value, _ presence: Presence, _ help: StaticString
  ) {
    let key = name.description
    guard let member = members.first(where: { $0.key == key }) else {
      if presence == .required {
        findings.problems.append(("\(fieldLabel(key, of: type)) is missing.", help.description))
      }
      return
    }
    if let read = Value.read(from: StoredSource(member.value, findings)) { value = read }
  }
}
