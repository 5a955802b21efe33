/// How a record is ticked as done, and opened again.
public struct Tick<E: Entity>: Sendable {
  /// The fields that ticking changes.
  public let fields: Set<String>
  /// Whether it is done.
  public let isDone: @Sendable (E) -> Bool
  /// The record as done on a day.
  public let done: @Sendable (E, CalendarDate) -> E
  /// The record as still to be done.
  public let reopened: @Sendable (E) -> E

  /// Says how such records are ticked.
  public init(
    fields: Set<String>, isDone: @escaping @Sendable (E) -> Bool,
    done: @escaping @Sendable (E, CalendarDate) -> E, reopened: @escaping @Sendable (E) -> E
  ) {
    self.fields = fields
    self.isDone = isDone
    self.done = done
    self.reopened = reopened
  }
}
