/// A question of which several edits answer one.
public struct RecordChoice: Hashable, Sendable {
  /// One answer.
  public struct Option: Hashable, Sendable {
    /// What is chosen.
    public let title: String
    /// What it is known by, in a word or two.
    public let word: String
    /// What choosing it does, in a few words.
    public let note: String
    /// Why it cannot be chosen, as a sentence; nil when it can.
    public let reason: String?
    /// What choosing it saves.
    public package(set) var edit: Edit

    /// An answer with what it saves.
    public init(
      _ title: String, word: String = "", note: String = "", reason: String? = nil, _ edit: Edit
    ) {
      self.title = title
      self.note = note
      self.word = word
      self.reason = reason
      self.edit = edit
    }
  }

  /// What is asked: "Hand over to which group?".
  public let question: String
  /// What the answers are, in a word: "Group".
  public let heading: String
  /// The answers, in the order in which they are offered.
  public package(set) var options: [Option]

  /// Asks a question.
  public init(_ question: String, _ heading: String, _ options: [Option]) {
    self.question = question
    self.heading = heading
    self.options = options
  }
}
