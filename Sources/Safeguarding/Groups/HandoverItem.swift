/// One thing to do when the chair passes on, and whether it is done.
public struct HandoverItem: Record {
  /// What this kind of record is called.
  public static let kind = RecordKind(
    "handoverItem", title: "Handover item",
    help: "One thing to do when the chair passes on, and whether it is done.")
  /// What has to be done.
  public var title: String = ""
  /// When it was done; none while it is not.
  public var doneOn: ImpreciseDate?
  /// Who does it or did it, in words.
  public var by: String = ""
  /// What else a reader should know.
  public var note: String = ""

  /// An empty handover item.
  public init() {}

  /// Something that has to be done and is not done yet.
  public init(title: String) { self.title = title }

  /// Whether it is done.
  public var isDone: Bool { doneOn != nil }

  /// What matters first.
  public static var form: FormLayout {
    FormLayout([.title("title"), "doneOn", "by", .long("note")])
  }

  /// What people read for fields whose keys they would not understand.
  public static let fieldWords: [String: FieldWords] = [
    "title": "What is to be done",
    "by": "Who",
  ]

  /// It is ticked by the day on which it was done.
  public static var partTick: PartTick<HandoverItem>? {
    PartTick(
      "the handover list", name: { $0.title }, isDone: { $0.isDone },
      set: { $0.doneOn = $1.map { ImpreciseDate($0) } })
  }

  /// Visits each field.
  @inlinable
  public mutating func visitFields(_ visitor: inout some FieldVisitor) {
    visitor.required("title", &title, "What has to be done.")
    visitor.optional("doneOn", &doneOn, "When it was done; leave it out while it is not.")
    visitor.optional("by", &by, "Who does it or did it, in words.")
    visitor.optional("note", &note, "What else a reader should know.")
  }

  /// The item in a line with a box that is ticked when it is done.
  public func lines(_ names: Names) -> [String] {
    var line = (isDone ? "[x] " : "[ ] ") + title
    if let doneOn { line += ", done \(doneOn.short)" }
    if !by.isEmpty { line += isDone ? " by \(by)" : ", by \(by)" }
    if !note.isEmpty { line += " (\(note))" }
    return [line]
  }
}
