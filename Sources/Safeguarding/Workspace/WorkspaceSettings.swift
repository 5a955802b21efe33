/// What the whole workspace is called and how it counts.
public struct WorkspaceSettings: Entity {
  /// What this kind of record is called.
  public static let kind = RecordKind(
    "workspace", title: "Workspace",
    help: "The title of the data folder, its partnerships in order and how it counts.")
  /// The name shown at the top of the screen.
  public var title: String = ""
  /// The version of the file format; 2 today.
  public var schemaVersion: Int = 2
  /// Pins the dashboard to this day; leave it out to use today.
  public var asOf: CalendarDate?
  /// The partnerships in the order in which they are shown.
  public var partnerships: [Reference<Partnership>] = []
  /// How many days ahead something counts as due soon.
  public var dueSoonDays: Int = 30
  /// How many working days ahead something counts as due soon that is counted in working days.
  public var dueSoonWorkingDays: Int = 3
  /// From when on the records are complete: what is owed again and again is expected from this day.
  public var recordsFrom: CalendarDate?
  /// The rules by which charts are read.
  public var controlChart: ChartRules = .nhs
  /// How small numbers are kept out of what leaves.
  public var smallNumbers: SmallNumbers = .dfe
  /// Who may see what leaves, as it stands on each page of it.
  public var handlingLabel: String = "OFFICIAL-SENSITIVE"
  /// The published documents that facts are taken from.
  public var documents: [SourceDocument] = []
  /// What a reader should know about this data.
  public var note: String = ""

  /// An empty workspace.
  public init() {}

  /// What people read for fields whose keys they would not understand.
  public static let fieldWords: [String: FieldWords] = [
    "asOf": "Shown as at",
    "dueSoonDays": "Due soon, days ahead",
    "dueSoonWorkingDays": "Due soon, working days ahead",
    "recordsFrom": "Records complete from",
    "controlChart": "Charts are read by",
    "smallNumbers": "Small numbers",
    "handlingLabel": "Label on what leaves",
    "documents": "Published documents",
  ]

  /// Visits each field.
  @inlinable
  public mutating func visitFields(_ visitor: inout some FieldVisitor) {
    visitor.required("title", &title, "The name shown at the top of the screen.")
    visitor.required("schemaVersion", &schemaVersion, "The version of the file format; 2 today.")
    visitor.optional("asOf", &asOf, "Pins the dashboard to this day; leave it out to use today.")
    visitor.optional(
      "partnerships", &partnerships, "The partnerships in the order in which they are shown.")
    visitor.optional(
      "dueSoonDays", &dueSoonDays, "How many days ahead something counts as due soon.")
    visitor.optional(
      "dueSoonWorkingDays", &dueSoonWorkingDays,
      "How many working days ahead something counts as due soon that is counted in working days.")
    visitor.optional(
      "recordsFrom", &recordsFrom,
      "From when on the records are complete; what returns is expected from then, else for a year.")
    visitor.optional("controlChart", &controlChart, "The rules by which charts are read.")
    visitor.optional(
      "smallNumbers", &smallNumbers, "How small numbers are kept out of what leaves.")
    visitor.optional(
      "handlingLabel", &handlingLabel, "Who may see what leaves, as it stands on each page of it.")
    visitor.optional("documents", &documents, "The published documents that facts are taken from.")
    visitor.optional("note", &note, "What a reader should know about this data.")
  }
}

extension WorkspaceSettings {
  /// Where they lie.
  public static let homes: [Home<WorkspaceSettings>] = [.single("workspace.json")]
  /// There is one of them, so it is called what it is.
  public var id: String {
    get { Self.kind.name }
    set {}
  }
  /// The title of the data folder.
  public var label: String { title }
}

extension Workspace {
  /// Title, partnerships in order, and how the workspace counts.
  public var settings: WorkspaceSettings {
    get { self[WorkspaceSettings.self].all.first ?? WorkspaceSettings() }
    set {
      self[WorkspaceSettings.self] = RecordTable()
      self[WorkspaceSettings.self].append(newValue)
    }
  }
}
