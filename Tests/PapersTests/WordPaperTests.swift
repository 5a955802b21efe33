import Testing

@testable import Papers

/// A document for Word says how it is built, and no text of it breaks it.
@Suite struct WordPaperTests {
  @Test(arguments: SamplePaper.hostile)
  func everyPartIsInOrder(text: String) throws {
    let paper = SamplePaper.paper(text, label: text)
    var writer = WordWriter(paper)
    let body = writer.body
    let chart = try #require(writer.charts.first)
    for part in [
      body, WordChart(chart).part, WordSheet.across.foot(label: text),
      WordStyles.part(language: "en-GB"),
    ] {
      #expect(Tags(part).faults.isEmpty)
      #expect(
        !part.unicodeScalars.contains {
          $0.value < 0x20 && $0 != "\n" || $0.value & 0xfffe == 0xfffe
        })
    }
    let tags = Tags(body)
    #expect(tags.all.last { $0.name == "w:sectPr" } != nil)
    let names = tags["w:bookmarkStart"].compactMap { $0.value("w:name") }
    #expect(Set(names).count == names.count)
    for link in tags["w:hyperlink"] { #expect(names.contains(link.value("w:anchor") ?? "")) }
    let ids = tags["wp:docPr"].compactMap { $0.value(" id") }
    #expect(ids.count == 2 && Set(ids).count == 2)
    #expect(tags["wp:docPr"].allSatisfy { $0.value("descr") != nil })
  }

  @Test func eachTableRepeatsItsHeadAndEachCellHasAParagraph() {
    var writer = WordWriter(SamplePaper.paper())
    let tags = Tags(writer.body)
    #expect(tags["w:tbl"].count == 5 && tags["w:tblHeader"].count == 5)
    #expect(tags["w:tblGrid"].count == 5 && tags["w:tblCaption"].count == 5)
    let all = tags.all
    for (index, tag) in all.enumerated() where tag.name == "w:tc" && !tag.isEnd {
      let end = all[index...].firstIndex { $0.name == "w:tc" && $0.isEnd } ?? all.endIndex
      #expect(all[index..<end].contains { $0.name == "w:p" })
    }
    for (index, tag) in all.enumerated() where tag.name == "w:tbl" && !tag.isEnd {
      let row = all[index...].firstIndex { $0.name == "w:tr" && !$0.isEnd } ?? index
      #expect(all[row + 3].name == "w:tblHeader" || all[row + 2].name == "w:tblHeader")
    }
  }

  /// The sheet that ends says how it was: upright, then across, then upright again.
  @Test func wideSectionsLieAcross() {
    var writer = WordWriter(SamplePaper.paper())
    let sheets = Tags(writer.body)["w:pgSz"].map { $0.value("w:orient") ?? "upright" }
    #expect(sheets == ["upright", "landscape", "upright"])
    #expect(WordSheet.across.foot(label: "L").contains("w:pos=\"\(16838 - 2 * 1134)\""))
  }

  @Test func headingsAreHeadingsAndTheContentsAreWrittenOut() {
    var writer = WordWriter(SamplePaper.paper("Title"))
    let styles = Tags(writer.body)["w:pStyle"].compactMap { $0.value("w:val") }
    #expect(styles.first == "Title" && styles.filter { $0 == "Title" }.count == 1)
    #expect(styles.filter { $0 == "Heading1" }.count == 6)
    #expect(styles.filter { $0 == "Heading2" }.count == 1 && styles.contains("Heading3"))
    #expect(styles.filter { $0 == "TOC1" }.count == 6 && styles.filter { $0 == "TOC2" }.count == 1)
  }

  /// Widths add up to the room between the margins, whatever the columns hold.
  @Test(arguments: [1, 2, 5, 9], SamplePaper.hostile)
  func columnsFillTheSheet(count: Int, text: String) {
    for sheet in WordSheet.allCases {
      let row = (0..<count).map { PaperText($0 == 0 ? text : "cell \($0)") }
      let table = PaperTable("Caption", heads: row.map(\.text), rows: [row])
      let columns = Tags(WordTable(table, on: sheet).text { XML.run($0.text) })["w:gridCol"]
      let widths = columns.compactMap { Int($0.value("w:w") ?? "") }
      #expect(widths.allSatisfy { $0 > 300 })
      #expect((sheet.room - count...sheet.room).contains(widths.reduce(0, +)))
    }
  }

  @Test func theSamePaperGivesTheSameBytes() throws {
    let first = try #require(SamplePaper.paper().docx)
    let second = try #require(SamplePaper.paper().docx)
    #expect(first == second && first.starts(with: [0x50, 0x4b, 3, 4]))
    #expect(first.count < 40_000)
  }

  /// The time of each file in the archive is the first day that archives know, in both of its lists.
  @Test func theArchiveTellsNoTime() throws {
    let bytes = try #require(ZipArchive([("a.txt", Array("aaaa".utf8)), ("empty", [])])).bytes
    #expect(Array(bytes[10..<14]) == [0, 0, 0x21, 0])
    let central = try #require(
      bytes.indices.first { bytes[$0...].starts(with: [0x50, 0x4b, 1, 2]) })
    #expect(Array(bytes[central + 12..<central + 16]) == [0, 0, 0x21, 0])
    #expect(bytes.suffix(22).starts(with: [0x50, 0x4b, 5, 6]) && bytes[bytes.count - 12] == 2)
  }
}
