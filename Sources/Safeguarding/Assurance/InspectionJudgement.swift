/// One judgement of an inspection.
public struct InspectionJudgement: Record {
  /// What this kind of record is called.
  public static let kind = RecordKind(
    "judgement", title: "Judgement", help: "What an inspection judged, and how.")
  /// What was judged.
  public var what: String = ""
  /// How, as printed.
  public var grade: String = ""

  /// No judgement.
  public init() {}

  /// A judgement.
  public init(_ what: String, _ grade: String) { (self.what, self.grade) = (what, grade) }

  /// What people read for fields whose keys they would not understand.
  public static let fieldWords: [String: FieldWords] = ["what": "What was judged"]

  /// Visits each field.
  @inlinable
  public mutating func visitFields(_ visitor: inout some FieldVisitor) {
    visitor.required("what", &what, "What was judged.")
    visitor.required("grade", &grade, "How it was judged, as printed.")
  }

  /// Both in a line.
  public func lines(_ names: Names) -> [String] { ["\(what): \(grade)"] }
}
