import JSONDocument
import Safeguarding

/// What reading one file has found so far: faults, ids and references, with their places.
///
/// It is unchecked because it is handed on whole: one thread fills it, and another one takes it over
/// when the first has ended.
final class ReadingContext: @unchecked Sendable {
  /// A record that stands alone or gives itself an id, with the bytes it is written in.
  struct Frame {
    let kind: RecordKind
    let range: Range<Int>
    /// The id that it gives itself, and where.
    var declared: (id: String, offset: Int)?
  }

  /// An id by which a record names another one.
  struct Mention {
    let kind: RecordKind
    let id: String
    let offset: Int
  }

  private struct Finding {
    let severity: Fault.Severity
    let offset: Int
    let message: String
    let hint: String
  }

  let file: String
  private let document: JSONDocument
  private lazy var lines = document.lineIndex
  private var depth = 0
  /// The record that is being read and lies in no other one.
  private var outermost = 0
  private var findings: [Finding] = []
  private(set) var frames: [Frame] = []
  private(set) var mentions: [Mention] = []

  init(file: String, document: JSONDocument) {
    self.file = file
    self.document = document
  }

  func enter(_ kind: RecordKind, _ range: Range<Int>) {
    if depth == 0 {
      outermost = frames.count
      frames.append(Frame(kind: kind, range: range))
    }
    depth += 1
  }

  func leave() { depth -= 1 }

  func declare(_ kind: RecordKind, id: String, at offset: Int, in range: Range<Int>) {
    if frames[outermost].range == range {
      frames[outermost].declared = (id, offset)
    } else {
      frames.append(Frame(kind: kind, range: range, declared: (id, offset)))
    }
  }

  func mention(_ kind: RecordKind, id: String, at offset: Int) {
    mentions.append(Mention(kind: kind, id: id, offset: offset))
  }

  func report(
    _ severity: Fault.Severity = .error, at offset: Int, _ message: String, hint: String
  ) {
    findings.append(Finding(severity: severity, offset: offset, message: message, hint: hint))
  }

  /// How much has been reported so far.
  var findingCount: Int { findings.count }

  func place(of offset: Int) -> String {
    let location = lines.location(atByte: offset)
    return "\(file):\(location.line):\(location.column)"
  }

  /// Everything reported, each with its line and the record it is in.
  func faults() -> [Fault] {
    findings.map { finding in
      let location = lines.location(atByte: finding.offset)
      let owner = frame(around: finding.offset)
      return Fault(
        finding.severity, file: file, line: location.line, column: location.column,
        message: finding.message, hint: finding.hint, recordKind: owner?.kind,
        recordID: owner?.declared?.id)
    }
  }

  /// The innermost record around a place that gives itself an id, else the outermost one.
  private func frame(around offset: Int) -> Frame? {
    let around = frames.filter { $0.range.contains(offset) }
    return around.filter { $0.declared != nil }.max { $0.range.lowerBound < $1.range.lowerBound }
      ?? around.first
  }
}
