import Letters
import TerminalUI

extension String {
  /// The text with the letters that match what is typed in the role of a match.
  ///
  /// Of each word its first place counts, one at the beginning of a word before others; where a word
  /// stands nowhere, the letters in their order do.
  func matched(by query: String, _ role: Role) -> Line {
    let words = Folding.words(of: query)
    guard !words.isEmpty else { return Line(self, role) }
    let characters = Array(self)
    // The bytes that are compared, and of which character each one comes.
    var bytes: [UInt8] = []
    var origins: [Int] = []
    for (place, character) in characters.enumerated() {
      Folding.append(String(character), to: &bytes)
      origins += Array(repeating: place, count: bytes.count - origins.count)
    }
    var isMatch = Array(repeating: false, count: characters.count)
    for word in words {
      guard let found = String.place(of: word, in: bytes) else {
        isMatch = String.letters(of: words.flatMap(\.self), in: bytes, origins, characters.count)
        break
      }
      for place in found { isMatch[origins[place]] = true }
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

  private static func place(of word: [UInt8], in text: [UInt8]) -> Range<Int>? {
    text.withUnsafeBufferPointer { text in
      var within: Range<Int>?
      var start = 0
      while let found = Folding.place(of: word, in: text, start..<text.count) {
        let before = found.lowerBound == 0 ? UInt8(ascii: " ") : text[found.lowerBound - 1]
        let isInWord = before >= 0x80 || before &- 0x61 < 26 || before &- 0x30 < 10
        if !isInWord { return found }
        within = within ?? found
        start = found.lowerBound + 1
      }
      return within
    }
  }

  /// Which characters hold the letters in their order.
  private static func letters(
    of wanted: [UInt8], in text: [UInt8], _ origins: [Int], _ count: Int
  ) -> [Bool] {
    var isMatch = Array(repeating: false, count: count)
    let wanted = wanted.filter { $0 != UInt8(ascii: "-") && $0 != UInt8(ascii: "'") }
    var next = 0
    for (place, byte) in text.enumerated() where next < wanted.count && byte == wanted[next] {
      isMatch[origins[place]] = true
      next += 1
    }
    return isMatch
  }
}
