extension String {
  /// The most letters of a quoted text, or of a word, that a sentence repeats.
  private static let longestQuote = 60
  /// The most letters of a sentence.
  private static let longestSentence = 2_000

  /// The sentence with each long quoted text and each long word cut, and how long that is.
  ///
  /// What stands in a file may be of any length; a sentence about it stays one that can be read.
  package var withShortWords: String {
    if utf8.count <= Self.longestQuote { return self }
    var short = ""
    var isQuoted = false
    for piece in split(separator: "\"", omittingEmptySubsequences: false) {
      if isQuoted || !short.isEmpty { short += "\"" }
      short += isQuoted ? Self.cut(piece) : Self.cuttingWords(of: piece)
      isQuoted.toggle()
    }
    return short.utf8.count <= Self.longestSentence * 4 && short.count <= Self.longestSentence
      ? short : short.prefix(Self.longestSentence) + "…"
  }

  private static func cuttingWords(of piece: Substring) -> String {
    if piece.utf8.count <= longestQuote { return String(piece) }
    return piece.split(separator: " ", omittingEmptySubsequences: false).map(cut)
      .joined(separator: " ")
  }

  private static func cut(_ text: Substring) -> String {
    if text.utf8.count <= longestQuote { return String(text) }
    let letters = text.unicodeScalars
    let count = letters.count
    if count <= longestQuote { return String(text) }
    return String(letters.prefix(40)) + "… (\(grouped(count)) letters)"
  }
}
