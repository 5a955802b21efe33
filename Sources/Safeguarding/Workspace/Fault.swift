/// Something wrong in a data folder, with its place and how to mend it.
public struct Fault: Hashable, Sendable {
  /// How bad it is.
  public enum Severity: String, Hashable, Sendable, Comparable {
    /// The data cannot be used as it stands.
    case error
    /// The data can be used, but somebody should look.
    case warning

    /// Errors come before warnings.
    public static func < (left: Severity, right: Severity) -> Bool {
      left == .error && right == .warning
    }
  }

  /// How bad it is.
  public let severity: Severity
  /// The file, relative to the data folder.
  public let file: String
  /// The line, 1 for the first; 0 when the whole file is meant.
  public let line: Int
  /// The column, 1 for the first; 0 when the whole file is meant.
  public let column: Int
  /// What is wrong, as a sentence.
  public let message: String
  /// How to mend it, as a sentence.
  public let hint: String
  /// The kind of the record it is in, where it is in one.
  public let recordKind: RecordKind?
  /// The id of the record it is in, where that could be read.
  public let recordID: String?
  /// How many faults it stands for: itself, or those of its file that are only counted.
  public let tally: FaultTally
  /// Whether it only counts what is not told of its file.
  public let isRest: Bool

  /// As many faults of each file are told, the rest is counted.
  public static let toldOfAFile = 100

  /// Describes a fault.
  public init(
    _ severity: Severity, file: String, line: Int = 0, column: Int = 0, message: String,
    hint: String, recordKind: RecordKind? = nil, recordID: String? = nil,
    standingFor rest: FaultTally? = nil
  ) {
    self.severity = severity
    self.file = file
    self.line = line
    self.column = column
    self.message = message.withShortWords
    self.hint = hint.withShortWords
    self.recordKind = recordKind
    self.recordID = recordID
    tally = rest ?? FaultTally(severity)
    isRest = rest != nil
  }

  /// The place as editors understand it: `file:line:column`.
  public var place: String { line == 0 ? file : "\(file):\(line):\(column)" }

  /// One line: place, severity, what is wrong and how to mend it.
  public var sentence: String { "\(place): \(severity.rawValue): \(message) \(hint)" }
}
