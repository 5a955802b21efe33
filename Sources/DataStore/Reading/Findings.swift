import JSONDocument
import Safeguarding

/// What is wrong in one file: the first hundred faults, and how many more there are.
///
/// Errors are told before warnings, so that many warnings hide no error.
struct Findings: Sendable {
  /// Something wrong at a byte of the file.
  struct Finding: Sendable {
    let severity: Fault.Severity
    let offset: Int
    let message: String
    let hint: String
    /// What it counts, where it stands for what is not told.
    var rest: FaultTally?

    /// The fault at its place in a file.
    func fault(
      in file: String, at location: JSONLocation, of record: RecordKind? = nil, id: String? = nil
    ) -> Fault {
      Fault(
        severity, file: file, line: location.line, column: location.column, message: message,
        hint: hint, recordKind: record, recordID: id, standingFor: rest)
    }
  }

  /// As many are told of each file.
  static let maximum = Fault.toldOfAFile

  private var told: [Finding] = []
  private var toldWarnings = 0
  private var untold = FaultTally()
  private var firstUntold = Int.max

  /// How many were reported, whether they are told or counted.
  var count: Int { told.count + untold.total }

  /// Keeps a fault as long as there is room, and words it only then.
  mutating func report(
    _ severity: Fault.Severity, at offset: Int, _ message: () -> String, hint: () -> String
  ) {
    if told.count == Self.maximum {
      guard severity == .error, toldWarnings > 0,
        let last = told.lastIndex(where: { $0.severity == .warning })
      else {
        leaveOut(severity, at: offset)
        return
      }
      leaveOut(.warning, at: told.remove(at: last).offset)
      toldWarnings -= 1
    }
    told.append(
      Finding(
        severity: severity, offset: offset, message: message().withShortWords,
        hint: hint().withShortWords))
    if severity == .warning { toldWarnings += 1 }
  }

  /// Adds what was found later in the same file.
  mutating func add(_ later: Findings) {
    for finding in later.told {
      report(finding.severity, at: finding.offset, { finding.message }, hint: { finding.hint })
    }
    untold = untold + later.untold
    firstUntold = min(firstUntold, later.firstUntold)
  }

  /// Everything that is told, with one sentence for the rest where the first of it stands.
  var all: [Finding] {
    guard untold.total > 0 else { return told }
    let counts = [(untold.errors, "more error"), (untold.warnings, "more warning")]
    let more = counts.filter { $0.0 > 0 }.map { counted($0.0, $0.1) }
    let isOne = untold.total == 1
    let rest = Finding(
      severity: untold.errors > 0 ? .error : .warning, offset: firstUntold,
      message: "There \(isOne ? "is" : "are") \(more.joined(separator: " and ")) in this file"
        + (isOne ? ", here" : ", the first of them here")
        + "; no more than \(Self.maximum) of a file are told.",
      hint: "Mend what is told, then read the folder again: the next ones are told then.",
      rest: untold)
    return told + [rest]
  }

  private mutating func leaveOut(_ severity: Fault.Severity, at offset: Int) {
    untold.note(severity)
    firstUntold = min(firstUntold, offset)
  }
}
