import JSONDocument
import Safeguarding

/// What reading one file has found so far: faults, ids and references, with their places.
final class ReadingContext {
  /// An id that a record gives itself.
  struct Declaration {
    let kind: RecordKind
    let id: String
    let offset: Int
  }

  /// An id by which a record names another one.
  struct Mention {
    let kind: RecordKind
    let id: String
    let offset: Int
    let inside: JSONValue?
    let insideKind: RecordKind?
  }

  let file: String
  private let document: JSONDocument
  private lazy var lines = document.lineIndex
  private var records: [(kind: RecordKind, object: JSONValue)] = []
  private(set) var faults: [Fault] = []
  private(set) var declarations: [Declaration] = []
  private(set) var mentions: [Mention] = []

  init(file: String, document: JSONDocument) {
    self.file = file
    self.document = document
  }

  func enter(_ kind: RecordKind, _ object: JSONValue) { records.append((kind, object)) }

  func leave() { records.removeLast() }

  func declare(_ kind: RecordKind, id: String, at offset: Int) {
    declarations.append(Declaration(kind: kind, id: id, offset: offset))
  }

  func mention(_ kind: RecordKind, id: String, at offset: Int) {
    let owner = identified
    mentions.append(
      Mention(
        kind: kind, id: id, offset: offset, inside: owner?.object, insideKind: owner?.kind))
  }

  func report(
    _ severity: Fault.Severity = .error, at offset: Int, _ message: String, hint: String
  ) {
    let owner = identified
    add(
      severity, at: offset, message, hint: hint, kind: owner?.kind,
      id: owner?.object["id"]?.string)
  }

  func report(_ mention: Mention, _ message: String, hint: String) {
    add(
      .error, at: mention.offset, message, hint: hint, kind: mention.insideKind,
      id: mention.inside?["id"]?.string)
  }

  func report(_ declaration: Declaration, _ message: String, hint: String) {
    add(
      .error, at: declaration.offset, message, hint: hint, kind: declaration.kind,
      id: declaration.id)
  }

  func place(of offset: Int) -> String {
    let location = lines.location(atByte: offset)
    return "\(file):\(location.line):\(location.column)"
  }

  /// The innermost record that gives itself an id.
  private var identified: (kind: RecordKind, object: JSONValue)? {
    records.last { $0.object["id"] != nil } ?? records.first
  }

  private func add(
    _ severity: Fault.Severity, at offset: Int, _ message: String, hint: String,
    kind: RecordKind?, id: String?
  ) {
    let location = lines.location(atByte: offset)
    faults.append(
      Fault(
        severity, file: file, line: location.line, column: location.column, message: message,
        hint: hint, recordKind: kind, recordID: id))
  }
}
