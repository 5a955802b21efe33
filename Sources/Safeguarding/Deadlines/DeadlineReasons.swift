/// What a record itself says of the date it is owed by.
protocol DeadlineReasons {
  /// Why the date is what it is; empty where the record does not say.
  var because: String { get }
  /// What asks for it; empty where the rule says it.
  var authority: String { get }
  /// Since when and why it stands still.
  var pause: Pause? { get }
}

extension DeadlineReasons {
  var because: String { "" }
  var authority: String { "" }
}
