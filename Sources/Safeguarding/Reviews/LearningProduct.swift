/// Something made to spread the learning, with how many it reached.
public struct LearningProduct: Record {
  /// What this kind of record is called.
  public static let kind = RecordKind(
    "learningProduct", title: "Learning product",
    help: "A briefing, video or event that spreads the learning, and how many it reached.")
  /// What it is: video, briefing, event.
  public var form: String = ""
  /// Its title.
  public var title: String = ""
  /// When it was published or held.
  public var published: ImpreciseDate?
  /// How many it reached.
  public var reach: Measure?
  /// What the reach counts: views, people.
  public var reachUnit: String = ""
  /// When the reach was counted.
  public var reachAsAt: ImpreciseDate?
  /// Where this was published.
  public var source: [Citation] = []

  /// An empty learning product.
  public init() {}

  /// What people read for fields whose keys they would not understand.
  public static let fieldWords: [String: FieldWords] = [
    "reach": "How many it reached",
    "reachUnit": "Counted in",
    "reachAsAt": "Counted on",
  ]

  /// Visits each field.
  @inlinable
  public mutating func visitFields(_ visitor: inout some FieldVisitor) {
    visitor.required("form", &form, "What it is: video, briefing, event.")
    visitor.optional("title", &title, "Its title.")
    visitor.optional("published", &published, "When it was published or held.")
    visitor.optional("reach", &reach, "How many it reached.")
    visitor.optional("reachUnit", &reachUnit, "What the reach counts: views, people.")
    visitor.optional("reachAsAt", &reachAsAt, "When the reach was counted.")
    visitor.optional("source", &source, "Where this was published.")
  }

  /// What, when and reach in a line.
  public func lines(_ names: Names) -> [String] {
    var line = [form, title].filter { !$0.isEmpty }.joined(separator: ": ")
    if let published { line += ", \(published.short)" }
    if let reach { line += ", \(reach.text) \(reachUnit)" }
    if let reachAsAt { line += " (as at \(reachAsAt.short))" }
    return [line]
  }
}
