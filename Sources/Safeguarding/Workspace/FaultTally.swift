/// How many faults there are, errors and warnings apart, whether they are told or only counted.
public struct FaultTally: Hashable, Sendable {
  /// How many errors there are.
  public var errors = 0
  /// How many warnings there are.
  public var warnings = 0

  /// Counts nothing yet.
  public init() {}

  /// Counts one fault.
  init(_ severity: Fault.Severity) { note(severity) }

  /// Counts one more fault.
  package mutating func note(_ severity: Fault.Severity) {
    if severity == .error { errors += 1 } else { warnings += 1 }
  }

  /// How many there are together.
  public var total: Int { errors + warnings }

  /// What both count.
  public static func + (left: FaultTally, right: FaultTally) -> FaultTally {
    var sum = left
    sum.errors += right.errors
    sum.warnings += right.warnings
    return sum
  }

  /// Both counts: "1,000 errors and 1 warning".
  package var words: String { "\(counted(errors, "error")) and \(counted(warnings, "warning"))" }
}

extension Sequence<Fault> {
  /// How many faults these stand for.
  public var tally: FaultTally { reduce(FaultTally()) { $0 + $1.tally } }

  /// The first error of each file that concerns more than one of its records.
  package var unreadFiles: [Fault] {
    var seen: Set<String> = []
    return filter {
      $0.severity == .error && $0.recordKind == nil && !$0.isRest && seen.insert($0.file).inserted
    }
  }
}
