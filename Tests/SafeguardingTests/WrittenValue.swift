import Safeguarding

/// A value as a file would hold it, built in code; it collects what is reported.
indirect enum Written {
  case null
  case boolean(Bool)
  case number(String)
  case text(String)
  case list([Written])
  case object([String: Written])
}

/// What reading reported.
final class Reports {
  var messages: [String] = []
}

/// A place in a file that was built in code.
struct WrittenValue: ValueSource {
  let written: Written
  let reports: Reports

  init(_ written: Written, _ reports: Reports = Reports()) {
    self.written = written
    self.reports = reports
  }

  var text: String? {
    if case .text(let text) = written { text } else { nil }
  }

  var numberSpelling: String? {
    if case .number(let spelling) = written { spelling } else { nil }
  }

  var boolean: Bool? {
    if case .boolean(let value) = written { value } else { nil }
  }

  var isNull: Bool {
    if case .null = written { true } else { false }
  }

  func list<Value: FieldValue>(of type: Value.Type) -> [Value]? {
    guard case .list(let values) = written else { return nil }
    return values.compactMap { Value.read(from: WrittenValue($0, reports)) }
  }

  func member(_ name: StaticString) -> WrittenValue? {
    guard case .object(let members) = written else { return nil }
    return members[name.description].map { WrittenValue($0, reports) }
  }

  func record<R: Record>(_ type: R.Type) -> R? { nil }

  func report(_ message: String, hint: String) { reports.messages.append("\(message) \(hint)") }

  func refers(to kind: RecordKind, id: String) {}

  var description: String { "\(written)" }
}
