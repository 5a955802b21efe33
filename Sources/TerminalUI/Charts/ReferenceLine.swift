/// A value to compare a chart with: an average, a target, a comparator.
package struct ReferenceLine: Hashable, Sendable {
  package var name: String
  /// The value; nothing if it is missing, and so are NaN and infinity.
  package var value: Double?
  /// What the value is for, such as "2022-23"; empty if there is nothing to say.
  package var note: String
  /// How it differs in time from the own value, such as "a year older"; empty if it does not.
  package var age: String

  package init(name: String, value: Double?, note: String = "", age: String = "") {
    self.name = name
    self.value = ChartNumber.plotted(value)
    self.note = note
    self.age = age
  }

  /// The name with its note in brackets.
  var title: String {
    let notes = [note, age].filter { !$0.isEmpty }
    return notes.isEmpty ? name : "\(name) (\(notes.joined(separator: ", ")))"
  }
}
