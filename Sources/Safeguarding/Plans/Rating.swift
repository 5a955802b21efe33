/// How something was judged to be getting on, in a word of a scale, on a day.
public struct Rating: Record {
  /// What this kind of record is called.
  public static let kind = RecordKind(
    "rating", title: "Judgement",
    help: "How something was judged to be getting on: a word of a scale, on a day, by whom and why."
  )
  /// The word of the scale.
  public var level: String = ""
  /// The scale whose word it is.
  public var scale: Reference<RatingScale>?
  /// When it was judged.
  public var on: ImpreciseDate?
  /// Who judged.
  public var by: [Owner] = []
  /// Why it is so.
  public var because: String = ""

  /// An empty one.
  public init() {}

  /// What matters first.
  public static var form: FormLayout {
    FormLayout(
      Rating.self,
      first: ["level", "scale", "on", "by", .long("because")])
  }

  /// What people read for fields whose keys they would not understand.
  public static let fieldWords: [String: FieldWords] = [
    "level": "Judged",
    "on": "Judged on",
    "by": "Judged by",
    "because": "Why",
  ]

  /// Visits each field.
  @inlinable
  public mutating func visitFields(_ visitor: inout some FieldVisitor) {
    visitor.required("level", &level, "The word of the scale.")
    visitor.optional("scale", &scale, "The scale whose word it is.")
    visitor.optional("on", &on, "When it was judged.")
    visitor.optional("by", &by, "Who judged.")
    visitor.optional("because", &because, "Why it is so.")
  }

  /// The word, its day and why.
  public func lines(_ names: Names) -> [String] {
    let day = on.map { ", \($0.short)" } ?? ""
    return ["\(level)\(day)\(because.isEmpty ? "" : ": \(because)")"]
  }

  /// The sentence that its scale has for it; empty where there is none.
  public func says(in workspace: Workspace) -> String { found(in: workspace)?.says ?? "" }

  /// How good or bad its scale takes it to be.
  public func tone(in workspace: Workspace) -> RatingTone { found(in: workspace)?.tone ?? .neutral }

  private func found(in workspace: Workspace) -> RatingLevel? {
    if let scale { return workspace.ratingScales[scale]?.level(level) }
    return workspace.ratingScales.all.lazy.compactMap { $0.level(level) }.first
  }
}

extension [Rating] {
  /// The last judgement that was made by a day; nil where none was.
  public func latest(_ context: RecordContext) -> Rating? {
    last { $0.on.map { context.hasHappened($0) } ?? true }
  }
}
