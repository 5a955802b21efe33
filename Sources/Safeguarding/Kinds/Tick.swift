/// How a record is ticked as done, and opened again.
///
/// As with all that a kind declares, the type asks nothing of `E`: whatever it asked would be looked up at
/// each start, for each kind, among all conformances of the program.
public struct Tick<E>: Sendable {
  /// The fields that ticking changes.
  public let fields: Set<String>
  /// Whether it is done.
  public let isDone: @Sendable (E) -> Bool
  private let set: @Sendable (inout E, CalendarDate?) -> Void

  /// Says how such records are ticked.
  ///
  /// - Parameters:
  ///   - fields: The fields that ticking changes.
  ///   - isDone: Whether one is done.
  ///   - set: Makes one done on a day, or still to be done where there is no day.
  public init(
    fields: Set<String>, isDone: @escaping @Sendable (E) -> Bool,
    set: @escaping @Sendable (inout E, CalendarDate?) -> Void
  ) {
    self.fields = fields
    self.isDone = isDone
    self.set = set
  }

  /// The record as done on a day.
  public func done(_ record: E, _ day: CalendarDate) -> E { setting(record, day) }

  /// The record as still to be done.
  public func reopened(_ record: E) -> E { setting(record, nil) }

  private func setting(_ record: E, _ day: CalendarDate?) -> E {
    var record = record
    set(&record, day)
    return record
  }
}
