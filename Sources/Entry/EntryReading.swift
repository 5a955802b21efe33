package import Safeguarding

/// What was typed into a field, as it was understood.
package struct EntryReading: Hashable, Sendable {
  /// What would be saved; nil for nothing.
  package var value: StoredValue?
  /// How it was understood, where the text alone does not say it: "Fri 12 Apr 2024, in 9 days".
  package var words = ""
  /// What was left out of what was typed; empty where nothing was.
  package var note = ""
  /// Why it cannot be saved, as a sentence; empty when it can.
  package var problem = ""
  /// The records that may be meant, where they are too many.
  package var candidates: [Candidate] = []
  /// The name that is in no record, where that is the problem.
  package var unknown: UnknownName?

  /// How it was understood, and what was left out.
  package var told: String { [words, note].filter { !$0.isEmpty }.joined(separator: ", ") }

  /// It was understood.
  package static func understood(_ value: StoredValue?, _ words: String = "") -> EntryReading {
    EntryReading(value: value, words: words)
  }

  /// It was not understood.
  package static func problem(_ sentence: String) -> EntryReading {
    EntryReading(problem: sentence)
  }
}

/// A name that is in no record, and what can be done about it.
package struct UnknownName: Hashable, Sendable {
  /// The name as it was typed.
  package let name: String
  /// The name of a record that is nearly the same; empty where there is none.
  package let near: String
  /// The kinds of record that can be added under this name.
  package let kinds: [RecordKind]
  /// Whether it can be kept as a name only.
  package let canStayName: Bool
}
