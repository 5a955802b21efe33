/// Why typed words are no day, as a sentence that shows two forms which are.
public struct DateProblem: Error, Hashable, Sendable {
  /// What was not understood, and what to write instead.
  public let sentence: String

  private init(_ problem: String) {
    sentence = "\(problem) Write 28 mar 2024, or 15 working days after 28 mar 2024."
  }

  static let nothingGiven = DateProblem("No day was given.")

  static func tooLong(limit: Int) -> DateProblem {
    DateProblem("What was given is too long for a day: at most \(limit) characters are read.")
  }

  /// The words are no day, or one that no calendar has.
  static func notUnderstood(_ words: some StringProtocol) -> DateProblem {
    DateProblem("\"\(quoted(words))\" is not understood as a day, or there is no such day.")
  }

  static func tooMany(limit: Int) -> DateProblem {
    DateProblem("A distance can be at most \(limit) long.")
  }

  static let outOfReach = DateProblem("The day asked for lies outside of the years 1 to 9999.")

  /// The words on one line and short enough to be read.
  private static func quoted(_ words: some StringProtocol) -> String {
    let line = words.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return line.count <= 40 ? line : line.prefix(37) + "..."
  }
}
