import Papers
import Testing

/// A paper in Markdown reads as it stands.
@Suite struct MarkdownPaperTests {
  @Test func everythingIsThere() {
    let text = SamplePaper.paper("Words").markdown
    #expect(
      text.hasPrefix("# Words\n\n**OFFICIAL-SENSITIVE**\n\n- **Words**: Words \\[1\\]\\[2\\]\n"))
    #expect(
      text.contains(
        "| Name | Words | Number |\n| --- | --- | ---: |\n| Words \\[1\\]\\[2\\] | x | 1 |\n"))
    #expect(text.contains("| Words\u{b0} | Words |  |"))
    #expect(text.contains("> **Missing:** Words Who can supply it: Words."))
    #expect(text.contains("## Sources\n\n1. Report, section 1\n2. Words"))
    #expect(text.hasSuffix("\n") && !text.contains("\n\n\n"))
  }

  @Test(arguments: SamplePaper.hostile)
  func noTextMarksAnything(text: String) {
    let paper = SamplePaper.paper(text)
    let lines = paper.markdown.split(separator: "\n", omittingEmptySubsequences: false)
    let headings = lines.filter { $0.hasPrefix("#") }
    #expect(headings.count == 9)
    for line in lines where line.hasPrefix("|") {
      let bars = line.enumerated().filter { $0.element == "|" }.count { place in
        place.offset == 0 || Array(line)[place.offset - 1] != "\\"
      }
      #expect([3, 4].contains(bars), "\(line)")
    }
    #expect(
      !paper.markdown.replacing("\\<", with: "").contains("<")
        && !paper.markdown.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" })
  }
}
