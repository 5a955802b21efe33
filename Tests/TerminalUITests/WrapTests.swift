import Testing

@testable import TerminalUI

@Suite struct WrapTests {
  @Test(
    "Lines break at spaces, and only words too long for a line are cut",
    arguments: [
      ("the quick brown fox", 10, ["the quick", "brown fox"]),
      ("the quick", 9, ["the quick"]),
      ("the quick", 8, ["the", "quick"]),
      ("abcdefgh ij", 3, ["abc", "def", "gh", "ij"]),
      ("a abcdefgh", 4, ["a", "abcd", "efgh"]),
      ("", 5, [""]),
      ("a\n\nb", 5, ["a", "", "b"]),
      ("a\n", 5, ["a"]),
      ("a\r\nb", 5, ["a", "b"]),
      ("  indented text", 10, ["  indented", "text"]),
      ("a   b", 3, ["a", "b"]),
      ("a   b", 5, ["a   b"]),
      ("trailing  ", 20, ["trailing"]),
      ("中文字", 5, ["中文", "字"]),
      ("中", 1, ["\u{FFFD}"]),
      ("ab", 1, ["a", "b"]),
      ("🇬🇧🇫🇷", 2, ["🇬🇧", "🇫🇷"]),
      ("👩\u{200d}👧", 2, ["👩\u{200d}", "👧"]),
      ("one two", 0, []),
      ("a\u{a0}b c", 3, ["a\u{a0}b", "c"]),
    ])
  func breaks(text: String, width: Int, expected: [String]) {
    #expect(Line(text).wrapped(width: width).map(\.plain) == expected)
  }

  @Test("Every part keeps its meaning")
  func roles() {
    let line = Line("Due ", .heading) + Line("since ", .text) + Line("long ago", .overdue)
    #expect(
      line.wrapped(width: 10) == [
        Line("Due ", .heading) + Line("since"), Line("long ago", .overdue),
      ])
  }

  @Test("A word of two meanings is not parted")
  func joinedWord() {
    let line = Line("see ", .text) + Line("(a", .key) + Line("bc)", .text)
    #expect(
      line.wrapped(width: 6) == [Line("see"), Line("(a", .key) + Line("bc)")])
  }

  @Test("No line is wider than its room, and no letter is lost", arguments: 1...12)
  func property(width: Int) {
    var generator = SeededGenerator(seed: UInt64(width))
    for _ in 0..<400 {
      let parts = (0..<3).map { _ in generator.text(length: 10) + " " }
      let line = Line(spans: zip(parts, [Role.text, .good, .key]).map { Span($0, $1) })
      let lines = line.wrapped(width: width)
      #expect(lines.allSatisfy { $0.width <= width })
      if width > 1 {
        #expect(visible(lines.map(\.plain)) == visible(parts))
      }
    }
  }

  private func visible(_ texts: [String]) -> [Unicode.Scalar] {
    // What shows nothing may go with the blanks around it.
    texts.flatMap(\.unicodeScalars).filter {
      $0 != " " && $0 != "\n" && $0 != "\r" && TextWidth.kind(of: $0) != .joiner
    }
  }
}
