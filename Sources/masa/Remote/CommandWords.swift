/// Why what somebody asked for over SSH is not done: a sentence that says what is possible instead.
struct RemoteRefusal: Error, Hashable {
  let sentence: String

  /// - Parameter reason: What is wrong and what to do instead, in sentences.
  init(_ reason: String) { sentence = "\(reason) Nothing was done." }
}

/// A command as somebody's own computer sent it, divided into words as people quote them, and into
/// nothing more: no shell has a part in it, and no character stands for anything but itself.
struct CommandWords: Hashable {
  /// The words, without their quotation marks.
  let all: [String]

  /// The longest command that is read, in bytes.
  static let mostBytes = 65_536
  /// The most words that are read.
  static let mostWords = 512

  /// Divides a text: at blanks, but for what is in '...' or "..." or behind a backslash.
  ///
  /// - Throws: ``RemoteRefusal`` where only a shell could tell what is meant.
  init(_ text: String) throws(RemoteRefusal) {
    guard text.utf8.count <= Self.mostBytes else {
      throw RemoteRefusal(
        "This command is \(text.utf8.count) bytes long; over SSH at most \(Self.mostBytes) are read. "
          + "Enter less at once, or do it in the dashboard: ssh SERVER")
    }
    var reading = Reading()
    for scalar in text.unicodeScalars { try reading.take(scalar) }
    all = try reading.finish()
  }

  /// How to write what a shell of one's own takes apart.
  static let howToQuote =
    "Your own shell takes one pair of quotation marks away, so write two: "
    + "ssh SERVER \"actions add GROUP --title 'Ask them; then tell us'\""

  /// The words so far, and within which marks the next character stands.
  private struct Reading {
    private var words: [String] = []
    /// The word that is being read; nil between words.
    private var word: String.UnicodeScalarView?
    /// The mark that ends what is quoted; nil outside.
    private var mark: Unicode.Scalar?
    private var isEscaped = false

    /// What a shell would act on, and what would be two commands.
    private static let shellMarks: Set<Unicode.Scalar> = [
      ";", "|", "&", "<", ">", "(", ")", "$", "`", "\n", "\r",
    ]

    mutating func take(_ scalar: Unicode.Scalar) throws(RemoteRefusal) {
      try require(scalar)
      if isEscaped {
        isEscaped = false
        // Within "..." a backslash takes the meaning of these only, elsewhere of whatever follows.
        if mark != nil, !["\\", "\"", "$", "`"].contains(scalar) { append("\\") }
        if mark == nil, scalar.properties.isWhitespace, scalar != " " { throw Self.twoCommands }
        append(scalar)
        return
      }
      switch (scalar, mark) {
      case ("\\", nil), ("\\", "\""):
        isEscaped = true
        if word == nil { word = .init() }
      case (_, let mark?): if scalar == mark { self.mark = nil } else { append(scalar) }
      case ("'", nil), ("\"", nil):
        mark = scalar
        if word == nil { word = .init() }
      case (" ", nil), ("\t", nil): try endWord()
      case ("\n", nil), ("\r", nil): throw Self.twoCommands
      case (_, nil) where Self.shellMarks.contains(scalar):
        throw RemoteRefusal(
          "A \(scalar) outside quotation marks means something to a shell, and there is none here: "
            + "Masa does one command at a time. Leave it out, or quote the text that it belongs to. "
            + CommandWords.howToQuote)
      default: append(scalar)
      }
    }

    mutating func finish() throws(RemoteRefusal) -> [String] {
      guard mark == nil, !isEscaped else {
        throw RemoteRefusal(
          "A quotation mark or a backslash has nothing that ends it. " + CommandWords.howToQuote)
      }
      try endWord()
      return words
    }

    private mutating func append(_ scalar: Unicode.Scalar) {
      word = word ?? .init()
      word?.append(scalar)
    }

    private mutating func endWord() throws(RemoteRefusal) {
      guard let word else { return }
      words.append(String(word))
      self.word = nil
      guard words.count <= CommandWords.mostWords else {
        throw RemoteRefusal(
          "This command has more than \(CommandWords.mostWords) words, which is more than Masa reads "
            + "over SSH. Quote what is one text. \(CommandWords.howToQuote)")
      }
    }

    private static let twoCommands = RemoteRefusal(
      "A line ends within this command, and Masa does one command at a time. Write it on one line, or "
        + "quote the text that has several. " + CommandWords.howToQuote)

    /// Fails for what nobody types: a character that commands a terminal, or letters lost on the way.
    private func require(_ scalar: Unicode.Scalar) throws(RemoteRefusal) {
      if scalar == "\u{fffd}" {
        throw RemoteRefusal(
          "This command holds letters that could not be read. Let your terminal send UTF-8, and write "
            + "it again.")
      }
      let isTyped = scalar.value >= 0x20 || ["\t", "\n", "\r"].contains(scalar)
      if !isTyped || scalar.value == 0x7f {
        throw RemoteRefusal(
          "This command holds a character that cannot be seen (number \(scalar.value)). Type it again, "
            + "without pasting.")
      }
    }
  }
}
