/// Finds what somebody means by a few letters.
enum FuzzyMatcher {
  /// How well letters occur in a text in their order, or nil when they do not.
  static func score(_ letters: String, in text: String) -> Int? {
    let wanted = Array(letters.lowercased().filter { $0 != " " })
    var position = 0
    var score = 0
    var lastMatch = -2
    var isWordStart = true
    for (index, character) in text.lowercased().enumerated() {
      if position < wanted.count, character == wanted[position] {
        score += 1 + (isWordStart ? 3 : 0) + (lastMatch == index - 1 ? 2 : 0)
        lastMatch = index
        position += 1
      }
      isWordStart = character == " "
    }
    return position == wanted.count ? score : nil
  }
}
