import Letters

/// Finds what somebody means by a few letters.
enum FuzzyMatcher {
  /// How well letters occur in a text in their order, or nil when they do not.
  static func score(_ letters: String, in text: String) -> Int? {
    let (typed, plain) = (letters.folded, text.folded)
    let wanted = Array(typed.filter { !" -'".contains($0) })
    var position = 0
    var score = 0
    var lastMatch = -2
    var isWordStart = true
    for (index, character) in plain.enumerated() {
      if position < wanted.count, character == wanted[position] {
        score += 1 + (isWordStart ? 3 : 0) + (lastMatch == index - 1 ? 2 : 0)
        lastMatch = index
        position += 1
      }
      isWordStart = character == " "
    }
    guard position == wanted.count else { return nil }
    // What is typed as it stands is meant before letters that only happen to follow one another.
    guard typed.count > 1 else { return score }
    let isWord = " \(plain)".holds([Array(" \(typed)".utf8)])
    return isWord ? score + 100 : plain.holds(typed) ? score + 50 : score
  }
}
