/// How one agency's own audit of a review's recommendations stands.
public struct RecommendationAudit: Record {
  /// What this kind of record is called.
  public static let kind = RecordKind(
    "recommendationAudit", title: "Audit of recommendations",
    help: "How one agency's own audit of a review's recommendations stands.")
  /// The agency that audits its own recommendations.
  public var agency: Reference<Agency> = ""
  /// When its audit was handed in.
  public var doneOn: ImpreciseDate?
  /// What has been put into practice.
  public var progress: String = ""
  /// What is difficult.
  public var difficulties: String = ""
  /// What is delayed.
  public var delays: String = ""
  /// Where this was published.
  public var source: [Citation] = []

  /// An empty audit.
  public init() {}

  /// Visits each field.
  @inlinable
  public mutating func visitFields(_ visitor: inout some FieldVisitor) {
    visitor.required("agency", &agency, "The agency that audits its own recommendations.")
    visitor.optional("doneOn", &doneOn, "When its audit was handed in.")
    visitor.optional("progress", &progress, "What has been put into practice.")
    visitor.optional("difficulties", &difficulties, "What is difficult.")
    visitor.optional("delays", &delays, "What is delayed.")
    visitor.optional("source", &source, "Where this was published.")
  }

  /// The agency, when it handed in, and what it said.
  public func lines(_ names: Names) -> [String] {
    let when = doneOn.map { "handed in \($0.short)" } ?? "not handed in"
    let said = [("progress", progress), ("difficulties", difficulties), ("delays", delays)]
      .filter { !$0.1.isEmpty }.map { "  \($0.0): \($0.1)" }
    return ["\(agency.lines(names).joined()): \(when)"] + said
  }
}
