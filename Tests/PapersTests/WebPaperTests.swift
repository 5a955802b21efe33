import Papers
import Testing

/// A page says to those who hear it what it says to those who see it.
@Suite struct WebPaperTests {
  private func tags(_ page: String) -> Tags { Tags(page, unclosed: ["meta"]) }

  @Test(arguments: SamplePaper.hostile)
  func everyPageIsInOrder(text: String) {
    let page = SamplePaper.paper(text, label: text).html
    let tags = tags(page)
    #expect(tags.faults.isEmpty)
    #expect(tags["h1"].count == 1 && tags["main"].count == 1)
    #expect(tags["html"].first?.value("lang") == "en-GB")
    #expect(tags["script"].isEmpty && tags["style"].count == 1)
    let levels = tags.all.filter { !$0.isEnd }.compactMap { tag in
      tag.name.count == 2 && tag.name.first == "h" ? tag.name.last?.wholeNumberValue : nil
    }
    for (one, next) in zip(levels, levels.dropFirst()) { #expect(next <= one + 1, "\(levels)") }
    let ids = tags.all.compactMap { $0.isEnd ? nil : $0.value(" id") }
    #expect(Set(ids).count == ids.count, "\(ids)")
    for link in tags["a"] {
      let target = link.value("href") ?? ""
      #expect(target.first == "#" && ids.contains(String(target.dropFirst())), "\(target)")
    }
    for name in tags.all.compactMap({ $0.isEnd ? nil : $0.value("aria-labelledby") }) {
      for id in name.split(separator: " ") { #expect(ids.contains(String(id))) }
    }
    #expect(!page.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" })
  }

  @Test func eachTableHasItsCaptionAndHeads() {
    let tags = tags(SamplePaper.paper().html).all
    var count = 0
    for (index, tag) in tags.enumerated() where tag.name == "table" && !tag.isEnd {
      count += 1
      let end = tags[index...].firstIndex { $0.name == "table" && $0.isEnd } ?? tags.endIndex
      let inner = tags[index + 1..<end].filter { !$0.isEnd }
      #expect(inner.first?.name == "caption")
      let heads = inner.filter { $0.name == "th" }.map { $0.value("scope") ?? "" }
      #expect(heads.prefix { $0 == "col" }.count > 1 && heads.last == "row")
      let rows = inner.split { $0.name == "tr" }.dropFirst(2)
      for row in rows { #expect(row.first?.name == "th" && row.first?.value("scope") == "row") }
    }
    #expect(count == 5)
  }

  /// A chart is a picture with a name, what one sees in it, and its numbers as a table behind it.
  @Test func eachChartHasItsWordsAndItsTable() {
    let tags = tags(SamplePaper.paper().html).all
    let charts = tags.indices.filter { tags[$0].name == "svg" && !tags[$0].isEnd }
    #expect(charts.count == 2)
    for chart in charts {
      #expect(tags[chart].value("role") == "img")
      #expect(tags[chart + 1].name == "title" && tags[chart + 3].name == "desc")
      let next = tags[chart...].first { ["table", "h2", "h3"].contains($0.name) }
      #expect(next?.name == "table")
    }
  }

  /// A gap, what is made up and the longest bar are told in words, whatever the colours are.
  @Test func nothingIsToldByColourAlone() {
    let page = SamplePaper.paper("Words").html
    #expect(page.contains("<strong>Missing:</strong> Words <em>Who can supply it: Words.</em>"))
    #expect(page.contains("Words\u{b0}") && page.contains("What is made up"))
    #expect(page.contains("No number: not known") && page.contains("Nothing: 0"))
  }

  @Test func theLabelStandsOnEachPrintedSheet() {
    let page = SamplePaper.paper(label: "OFFICIAL-SENSITIVE").html
    #expect(page.contains("@top-left { content: \"OFFICIAL-SENSITIVE\""))
    // No label ends the style sheet or its own quotation marks.
    let odd = SamplePaper.paper(label: "\"; } </style> \\").html
    #expect(odd.contains("content: \"\\22 \\3b  \\7d  \\3c \\2f style\\3e  \\5c \";"))
  }

  @Test(arguments: [
    ("ground", "ink"), ("ground", "quiet"), ("head", "ink"), ("ground", "link"), ("gap", "ink"),
    ("ground", "bar"), ("ground", "rule"),
  ])
  func everyPairOfColoursCanBeRead(ground: String, ink: String) throws {
    for isDark in [false, true] {
      func light(_ name: String) throws -> Double {
        let colour = try #require(WebColours.all.first { $0.name == name })
        return luminance(isDark ? colour.dark : colour.light)
      }
      let (one, other) = (try light(ground), try light(ink))
      let contrast = (max(one, other) + 0.05) / (min(one, other) + 0.05)
      let least = ["bar", "rule"].contains(ink) ? 3.0 : 7.0
      #expect(contrast >= least, "\(ground) and \(ink), dark: \(isDark), \(contrast)")
    }
  }

  private func luminance(_ hex: String) -> Double {
    let number = Int(hex.dropFirst(), radix: 16) ?? 0
    let parts = [number >> 16, number >> 8, number].map { part -> Double in
      let share = Double(part & 255) / 255
      return share <= 0.04045 ? share / 12.92 : power((share + 0.055) / 1.055)
    }
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
  }

  /// A number to the power of 2.4, without the library of mathematics: its square times its fifth root's square.
  private func power(_ number: Double) -> Double {
    var root = number
    for _ in 0..<60 {
      root -= (root * root * root * root * root - number) / (5 * root * root * root * root)
    }
    return number * number * root * root
  }
}
