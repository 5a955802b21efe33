import JSONDocument
import Reports
import Testing

@Suite struct ListingTests {
  private func listing(_ cells: [Listing.Cell]) -> Listing {
    var listing = Listing(columns: cells.indices.map { .init("c\($0)", "C\($0)") })
    listing.add(cells)
    return listing
  }

  @Test(arguments: [
    ("plain", "plain"), ("a,b", "\"a,b\""), ("say \"no\"", "\"say \"\"no\"\"\""),
    ("two\nlines", "\"two\nlines\""), ("=1+1", "'=1+1"), (" =1+1", "' =1+1"),
    ("\u{a0}\t=1", "'\u{a0}\t=1"), ("\tx", "'\tx"),
    ("＝1+1", "'＝1+1"), ("＠x", "'＠x"), ("\u{feff}=1", "'\u{feff}=1"),
    ("\u{200b} -1", "'\u{200b} -1"),
    ("a = b", "a = b"), (" ", " "), ("x=1", "x=1"), ("+44", "'+44"), ("-5", "'-5"),
    ("@x", "'@x"), ("\tx", "'\tx"), ("\rx", "\"'\rx\""),
    ("=HYPERLINK(\"a\",1)", "\"'=HYPERLINK(\"\"a\"\",1)\""),
    ("a=b", "a=b"), ("", ""),
  ])
  func quotesAndDefusesTextInCSV(text: String, field: String) {
    #expect(listing([.text(text)]).written(as: .csv) == "c0\r\n\(field)\r\n")
  }

  @Test func keepsNumbersAndWordsInCSV() throws {
    let half = try #require(JSONNumber(spelling: "-0.50"))
    let cells: [Listing.Cell] = [
      .number(half), .whole(-3), .boolean(true), .nothing, .coded("dueSoon", shown: "due soon"),
      .texts(["a", "b"]), .list([.text("=x"), .text("y")]),
    ]
    #expect(
      listing(cells).written(as: .csv)
        == "c0,c1,c2,c3,c4,c5,c6\r\n-0.50,-3,true,,dueSoon,a; b,'=x; y\r\n")
  }

  @Test func writesTypedJSON() throws {
    let half = try #require(JSONNumber(spelling: "0.50"))
    let cells: [Listing.Cell] = [
      .number(half), .boolean(false), .nothing, .coded("mscp", shown: "MSCP"), .texts(["\u{1b}"]),
      .object([.init("name", .text("England"))]),
    ]
    #expect(
      listing(cells).json.write()
        == #"[{"c0":0.50,"c1":false,"c2":null,"c3":"mscp","c4":["\u001B"],"c5":{"name":"England"}}]"#
    )
  }

  @Test func alignsTextAndLeavesOutColumnsWithoutTitle() {
    var listing = Listing(columns: [.init("id"), .init("name", "Name"), .init("count", "Count")])
    listing.add([.text("x"), .text("Zoë"), .whole(7)])
    listing.add([.text("y"), .text("日本\nand\tmore\u{1b}"), .whole(-12)])
    listing.add([.text("z"), .text("last")])
    #expect(
      listing.written(as: .text) == """
        Name            Count
        Zoë                 7
        日本 and more\u{fffd}    -12
        last

        """)
  }

  @Test(arguments: [
    (ListingFormat.text, "Nothing is listed.\n"), (.csv, "a\r\n"), (.json, "[]\n"),
  ])
  func saysThatNothingIsListed(format: ListingFormat, text: String) {
    #expect(Listing(columns: [.init("a", "A")]).written(as: format) == text)
  }

  @Test func anEmptyListingInTextNeedsNoLabel() {
    var listing = Listing(columns: [.init("a", "A")])
    listing.handling = "OFFICIAL-SENSITIVE"
    #expect(listing.written(as: .text) == "Nothing is listed.\n")
    #expect(listing.written(as: .csv) == "a,handling\r\n")
  }

  /// One long cell does not make every other row as long.
  @Test func aLongCellStandsOutOfItsColumn() {
    var listing = Listing(columns: [.init("a", "A"), .init("b", "B")])
    listing.add([.text(String(repeating: "x", count: 100_000)), .text("end")])
    for _ in 0..<1000 { listing.add([.text("short"), .text("end")]) }
    let lines = listing.written(as: .text).split(separator: "\n")
    #expect(lines.count == 1002)
    #expect(lines[1].hasSuffix("x  end") && lines[1].count == 100_005)
    #expect(lines[2] == "short" + String(repeating: " ", count: 197) + "end")
  }

  /// In each form the label stands where it has a place: behind all columns, in each object, or on a line of its own.
  @Test func whoMaySeeItStandsInEachFormThatHasAPlaceForIt() {
    var listing = listing([.text("x")])
    listing.add([.text("y")])
    let unmarked = listing
    func plain(_ format: ListingFormat) -> String { unmarked.written(as: format) }
    listing.handling = "OFFICIAL-SENSITIVE"
    #expect(
      listing.written(as: .csv)
        == "c0,handling\r\nx,OFFICIAL-SENSITIVE\r\ny,OFFICIAL-SENSITIVE\r\n")
    #expect(listing.written(as: .text) == "OFFICIAL-SENSITIVE\n\(plain(.text))")
    #expect(
      listing.written(as: .spreadsheet)
        == "c0,Handling\r\nx,OFFICIAL-SENSITIVE\r\ny,OFFICIAL-SENSITIVE\r\n")
    #expect(listing.written(as: .markdown).hasPrefix("**OFFICIAL-SENSITIVE**\n\n| C0 |"))
    let json = listing.written(as: .json).filter { !$0.isWhitespace }
    #expect(
      json
        == #"[{"c0":"x","handling":"OFFICIAL-SENSITIVE"},{"c0":"y","handling":"OFFICIAL-SENSITIVE"}]"#
    )
    listing.handling = ""
    #expect(!listing.written(as: .json).contains("handling"))
    #expect(listing.written(as: .csv) == "c0\r\nx\r\ny\r\n")
    #expect(listing.written(as: .text) == plain(.text))
  }
}
