extension RecordContext {
  /// Whether something had happened by the day on which one stands.
  ///
  /// What is told without a day is taken to have happened.
  public func hasHappened(_ date: ImpreciseDate?) -> Bool {
    guard let date else { return false }
    return date.first.map { $0 <= day } ?? true
  }
}

extension Clock {
  /// One date that a record names itself, and the one that fulfils it.
  ///
  /// - Parameters:
  ///   - word: The word for the event in rules: `urgentDecisionDue`.
  ///   - says: The event in words: "the decision names the day by which it is minuted".
  ///   - id: The id of the rule that follows.
  ///   - title: The title of the rule, and of what is owed.
  ///   - form: What sort of thing is owed.
  ///   - type: The type of the records.
  ///   - due: When it is due; nil where the record owes nothing.
  ///   - done: When it was done; nil where it is still owed.
  /// - Returns: The clock.
  static func own<E: Entity>(
    _ word: String, _ says: String, rule id: String, _ title: String, form: DeadlineForm,
    of type: E.Type, due: @escaping @Sendable (E) -> ImpreciseDate?,
    done: @escaping @Sendable (E) -> ImpreciseDate?
  ) -> Clock {
    own(word, says, rule: id, title, form: form, of: type) { record, _ in
      guard let day = due(record) else { return [] }
      let doneOn = done(record)
      return [Owed(record.label, due: day, isDone: doneOn != nil, doneOn: doneOn)]
    }
  }
}

extension Tick {
  /// Ticks a record by the day on which it was done.
  ///
  /// - Parameters:
  ///   - field: The field that holds the day.
  ///   - path: The same field.
  /// - Returns: How such records are ticked.
  static func day(
    _ field: String, _ path: any WritableKeyPath<E, ImpreciseDate?> & Sendable
  ) -> Tick {
    Tick(
      fields: [field], isDone: { $0[keyPath: path] != nil },
      set: { record, day in record[keyPath: path] = day.map { ImpreciseDate($0) } })
  }
}
