import TerminalUI

extension String {
  /// The text with the letters that match what is typed in the role of a match.
  ///
  /// Of each word its first place counts, one at the beginning of a word before others; where a word
  /// stands nowhere, the letters in their order do.
  func matched(by query: String, _ role: Role) -> Line {
    let words = query.lowercased().split(separator: " ").map { Array($0) }
    guard !words.isEmpty else { return Line(self, role) }
    let characters = Array(self)
    // One small letter for each, so that places stay the same.
    let small = characters.map { $0.lowercased().first ?? $0 }
    var isMatch = Array(repeating: false, count: small.count)
    for word in words {
      guard let start = String.place(of: word, in: small) else {
        isMatch = String.letters(of: words.flatMap(\.self), in: small)
        break
      }
      for place in start..<start + word.count { isMatch[place] = true }
    }
    var spans: [Span] = []
    var start = 0
    for place in characters.indices.dropFirst() + [characters.count]
    where place == characters.count || isMatch[place] != isMatch[start] {
      guard start < characters.count else { break }
      spans.append(Span(String(characters[start..<place]), isMatch[start] ? .match : role))
      start = place
    }
    return Line(spans: spans)
  }

  private static func place(of word: [Character], in text: [Character]) -> Int? {
    var within: Int?
    for start in text.indices where start + word.count <= text.count {
      guard text[start] == word[0], text[start..<start + word.count].elementsEqual(word) else {
        continue
      }
      if start == 0 || !(text[start - 1].isLetter || text[start - 1].isNumber) { return start }
      within = within ?? start
    }
    return within
  }

  private static func letters(of wanted: [Character], in text: [Character]) -> [Bool] {
    var next = 0
    return text.map { character in
      guard next < wanted.count, character == wanted[next] else { return false }
      next += 1
      return true
    }
  }
}
