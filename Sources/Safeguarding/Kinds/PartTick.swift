/// What Space does to a record that lies in a field of another one: attendance, a paper.
public struct PartTick<Part: Record>: Sendable {
  /// What such parts are called where it is told what Space ticks: "papers".
  public let words: String
  /// The fields of which the first that says something tells a part from the others of its list.
  ///
  /// Then others of the list may be on their way to the disk while it is ticked; where there are none,
  /// nothing of the whole record may be.
  public let identity: [String]
  /// The fields of the whole record that ticking a part may change, too.
  public let follows: Set<String>
  private let step: @Sendable (inout Part, inout StoredValue, Place) -> String?

  /// Where a part is ticked.
  public struct Place: Sendable {
    /// The kind of the whole record.
    public let kind: RecordKind
    /// Whether the record tells of the part already, else ticking enters it.
    public let isEntered: Bool
    /// What is known of the data.
    public let context: RecordContext

    /// A place in a record of a kind.
    public init(_ kind: RecordKind, isEntered: Bool, _ context: RecordContext) {
      self.kind = kind
      self.isEntered = isEntered
      self.context = context
    }
  }

  /// What becomes of a part that is ticked.
  public struct Outcome: Hashable, Sendable {
    /// The part.
    public let part: StoredValue
    /// The whole record with what follows, the part in it still as it was.
    public let whole: StoredValue
    /// What history calls it.
    public let title: String
  }

  /// Declares parts that are done on a day, and open again without one.
  ///
  /// - Parameters:
  ///   - words: What they are called where it is told what Space ticks.
  ///   - titles: What history calls it when one is done, and when it is opened again.
  ///   - name: What people call one.
  ///   - isDone: Whether one is done.
  ///   - set: Makes one done on a day, or still to be done where there is no day.
  public init(
    _ words: String, titles: (done: String, open: String) = ("Tick", "Open again"),
    name: @escaping @Sendable (Part) -> String, isDone: @escaping @Sendable (Part) -> Bool,
    set: @escaping @Sendable (inout Part, CalendarDate?) -> Void
  ) {
    self.words = words
    identity = []
    follows = []
    step = { part, _, place in
      let wasDone = isDone(part)
      set(&part, wasDone ? nil : place.context.day)
      return "\(wasDone ? titles.open : titles.done): \(name(part))"
    }
  }

  /// Declares parts of records of a kind, which may change with them.
  ///
  /// - Parameters:
  ///   - words: What they are called where it is told what Space ticks.
  ///   - holder: The kind of the whole record.
  ///   - identity: The fields of which the first that says something tells one from the others.
  ///   - follows: The fields of the whole record that may change, too.
  ///   - step: Changes a part and the record that it lies in, and says what history calls that.
  public init<Holder: Entity>(
    _ words: String, of holder: Holder.Type, knownBy identity: [String],
    changing follows: Set<String>,
    step: @escaping @Sendable (inout Part, inout Holder, Place) -> String
  ) {
    self.words = words
    self.identity = identity
    self.follows = follows
    self.step = { part, whole, place in
      guard place.kind == Holder.kind, var record = Holder.read(from: StoredSource(whole)) else {
        return nil
      }
      let title = step(&part, &record, place)
      whole = record.stored ?? whole
      return title
    }
  }

  /// What becomes of a part and of the record that it lies in; nil for what cannot be read as such.
  public func ticking(_ part: StoredValue, of whole: StoredValue, at place: Place) -> Outcome? {
    guard var changed = Part.read(from: StoredSource(part)) else { return nil }
    var whole = whole
    guard let title = step(&changed, &whole, place), let part = changed.stored else { return nil }
    return Outcome(part: part, whole: whole, title: title)
  }

  /// Whether a change on its way to the disk has to be there before a part can be ticked.
  ///
  /// - Parameters:
  ///   - change: A change of the record in which the part lies.
  ///   - part: The part.
  ///   - list: The field in which it lies.
  /// - Returns: True where the change and the part may touch.
  public func waits(for change: Change, toTick part: StoredValue, in list: String) -> Bool {
    guard !identity.isEmpty, let field = change.field else { return true }
    guard field == list else { return !follows.contains(field) }
    guard let key = identity.first(where: { part[$0] != nil }) else { return false }
    func own(_ list: StoredValue?) -> StoredValue? {
      list?.elements?.first { $0[key] == part[key] }
    }
    return own(change.from) != own(change.to)
  }
}
