/// The part of what an indicator measures that a value is for: the age from 5 to 9, one agency, one district.
public struct Breakdown: Record {
  /// What this kind of record is called.
  public static let kind = RecordKind(
    "breakdown", title: "Part of the whole",
    help:
      "The part of what is measured that a value is for: by what it is broken down, and which part."
  )
  /// By what it is broken down: age, sex, agency, area.
  public var by: String = ""
  /// Which part it is: 5 to 9.
  public var part: String = ""

  /// The whole.
  public init() {}

  /// A part.
  public init(by: String, _ part: String) { (self.by, self.part) = (by, part) }

  /// What people read for fields whose keys they would not understand.
  public static let fieldWords: [String: FieldWords] = ["by": "Broken down by", "part": "Part"]

  /// Visits each field.
  @inlinable
  public mutating func visitFields(_ visitor: inout some FieldVisitor) {
    visitor.required("by", &by, "By what it is broken down: age, sex, agency, area.")
    visitor.required("part", &part, "Which part it is: 5 to 9.")
  }

  /// Both in a line.
  public func lines(_ names: Names) -> [String] { ["\(by): \(part)"] }
}
