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
  }

  /// As many are told of each file.
  static let maximum = 100

  private var told: [Finding] = []
  private var toldWarnings = 0
  private var untoldErrors = 0
  private var untoldWarnings = 0
  private var firstUntold = Int.max

  /// How many were reported, whether they are told or counted.
  var count: Int { told.count + untoldErrors + untoldWarnings }

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
    told.append(Finding(severity: severity, offset: offset, message: message(), hint: hint()))
    if severity == .warning { toldWarnings += 1 }
  }

  /// Adds what was found later in the same file.
  mutating func add(_ later: Findings) {
    for finding in later.told {
      report(finding.severity, at: finding.offset, { finding.message }, hint: { finding.hint })
    }
    untoldErrors += later.untoldErrors
    untoldWarnings += later.untoldWarnings
    firstUntold = min(firstUntold, later.firstUntold)
  }

  /// Everything that is told, with one sentence for the rest where the first of it stands.
  var all: [Finding] {
    guard untoldErrors + untoldWarnings > 0 else { return told }
    let counts = [(untoldErrors, "error"), (untoldWarnings, "warning")].filter { $0.0 > 0 }
    let more = counts.map { "\($0.0) more \($0.1)\($0.0 == 1 ? "" : "s")" }
    let isOne = untoldErrors + untoldWarnings == 1
    let rest = Finding(
      severity: untoldErrors > 0 ? .error : .warning, offset: firstUntold,
      message: "There \(isOne ? "is" : "are") \(more.joined(separator: " and ")) in this file"
        + (isOne ? ", here" : ", the first of them here")
        + "; no more than \(Self.maximum) of a file are told.",
      hint: "Mend what is told, then read the folder again: the next ones are told then.")
    return told + [rest]
  }

  private mutating func leaveOut(_ severity: Fault.Severity, at offset: Int) {
    if severity == .error { untoldErrors += 1 } else { untoldWarnings += 1 }
    firstUntold = min(firstUntold, offset)
  }
}
