/// What is known where a record is looked at: the data, the day, and who looks.
public struct RecordContext: Sendable {
  /// Everything that was read.
  public let workspace: Workspace
  /// The day on which one stands.
  public let day: CalendarDate
  /// What people call records.
  public let names: Names
  /// Who does something, in words; empty where that is not known.
  public let author: String
  /// The record that the place is about, where one acts; nil elsewhere.
  public var about: RecordID?
  /// The position in its list of what is selected, for a command on elements of a list.
  public var element: Int?

  /// Looks at a workspace on a day.
  public init(_ workspace: Workspace, day: CalendarDate, author: String = "", names: Names? = nil) {
    self.workspace = workspace
    self.day = day
    self.author = author
    self.names = names ?? workspace.names
  }
}

extension RecordContext {
  /// The group in which one acts; nil elsewhere.
  var group: PartnershipGroup? { about.flatMap { workspace.group(of: $0) } }

  /// The record of a kind that the place is about; nil where it is about another one.
  func about<E: Entity>(_ type: E.Type) -> E? {
    about.flatMap { $0.kind == E.kind ? workspace[E.self][$0.id] : nil }
  }
}

extension RecordContext {
  /// The edit that makes a record another one; nil where its file is not known.
  func edit<E: Entity>(called title: String, _ before: E, to after: E) -> Edit? {
    workspace.document(of: before.link).map { document in
      Edit(title.shortTitle, before.changes(to: after, in: document))
    }
  }

  /// The same as what a command comes to.
  func edit<E: Entity>(_ title: String, _ before: E, to after: E) -> RecordOutcome? {
    edit(called: title, before, to: after).map { .edit($0) }
  }
}
