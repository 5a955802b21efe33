import Testing

@testable import TerminalUI

@Suite struct ColumnRoomTests {
  /// A mark, a date as an extra, an owner, a group as an extra of a higher rank, and the main text.
  private static let wishes = [
    ColumnWish(natural: 2, widest: 2, least: 2, rank: 0),
    ColumnWish(natural: 10, widest: 10, least: 10, rank: 2),
    ColumnWish(natural: 18, widest: 24, least: 8, rank: 0),
    ColumnWish(natural: 20, widest: 20, least: 8, rank: 4),
    ColumnWish(natural: 60, widest: 90, least: 30, rank: 0, isMain: true),
  ]

  @Test(
    "Extras go first, then the widest gives way; what is left over goes to what is cut",
    arguments: [
      (200, [2, 10, 24, 20, 90]), (148, [2, 10, 24, 20, 84]), (118, [2, 10, 18, 20, 60]),
      (117, [2, 10, 24, 0, 75]), (96, [2, 10, 18, 0, 60]), (95, [2, 0, 24, 0, 65]),
      (84, [2, 0, 18, 0, 60]), (60, [2, 0, 18, 0, 36]), (54, [2, 0, 18, 0, 30]),
      (50, [2, 0, 14, 0, 30]), (44, [2, 0, 8, 0, 30]),
    ])
  func widths(width: Int, expected: [Int]) {
    #expect(ColumnRoom.widths(Self.wishes, in: width) == expected)
  }

  @Test(
    "What only a few cells need goes before the main text loses anything",
    arguments: [
      (90, [24, 60]), (80, [18, 60]), (76, [14, 60]), (70, [14, 54]), (46, [14, 30]),
    ])
  func usual(width: Int, expected: [Int]) {
    let wishes = [
      ColumnWish(natural: 24, widest: 24, least: 8, rank: 0, usual: 14),
      ColumnWish(natural: 60, widest: 60, least: 30, rank: 0, isMain: true),
    ]
    #expect(ColumnRoom.widths(wishes, in: width) == expected)
  }

  @Test("One long cell gives its column nothing before the main text is whole")
  func oneLongCell() {
    let wishes = [
      ColumnWish(natural: 12, widest: 30, least: 8, rank: 0),
      ColumnWish(natural: 60, widest: 90, least: 30, rank: 0, isMain: true),
      ColumnWish(natural: 34, widest: 40, least: 20, rank: 1),
    ]
    #expect(ColumnRoom.widths(wishes, in: 120) == [12, 64, 40])
    #expect(ColumnRoom.widths(wishes, in: 150) == [16, 90, 40])
  }

  @Test(
    "The longest text of the main column is whole where there is room, also before another column")
  func longestTextIsWhole() {
    func widths(isFollowed: Bool) -> [Int] {
      let rows = (0..<20).map { index in
        TableRow(
          id: "\(index)",
          cells: [
            Line(String(repeating: "words ", count: index == 0 ? 24 : 7)),
            Line(isFollowed ? "how it stands" : ""),
          ])
      }
      return Table(
        columns: [Column("What", .main()), Column("How", .text(least: 10))], rows: TableRows(rows)
      ).widths(in: 190)
    }
    #expect(widths(isFollowed: true) == [144, 13])
    #expect(widths(isFollowed: false) == [144, 0])
  }

  @Test("A column that gives way keeps the longest of its words whole")
  func longestWord() {
    let rows = (0..<16).map { index in
      TableRow(
        id: "\(index)",
        cells: [
          Line(index == 0 ? "a partnership" : "office"),
          Line(String(repeating: "many words ", count: 8)),
        ])
    }
    let table = Table(
      columns: [Column("Kind", .text(least: 4)), Column("What", .main())], rows: TableRows(rows))
    #expect(table.wishes.map(\.usual)[0] == 11)
  }

  @Test("A word of a short text is broken only where the long text could not be read otherwise")
  func brokenWord() {
    let rows = (0..<16).map {
      TableRow(
        id: "\($0)",
        cells: [Line("Joint Exploitation"), Line(String(repeating: "many words ", count: 8))])
    }
    let table = Table(
      columns: [Column("Lead", .text(least: 8, most: 18)), Column("What", .main())],
      rows: TableRows(rows))
    #expect(table.widths(in: 42) == [12, 28])
    #expect(table.widths(in: 40) == [12, 26])
    #expect(table.widths(in: 38) == [10, 26])
  }

  @Test("What stands at the right edge of its column is never far from what stands before it")
  func heldColumn() {
    let rows = (0..<16).map {
      TableRow(
        id: "\($0)",
        cells: [
          Line("9 days late"), Line($0 == 9 ? "quarterly, from June to December" : "22 Mar"),
          Line("what is owed"),
        ])
    }
    let table = Table(
      columns: [
        Column("When", .whole), Column("Due", .text(least: 11, most: 11), alignment: .trailing),
        Column("What", .main()),
      ], rows: TableRows(rows))
    #expect(table.widths(in: 120) == [11, 11, 12])
  }

  @Test("The column by which rows are sorted is in sight in every width")
  func keptColumn() {
    let row = TableRow(
      id: "a", cells: [Line("what is to be done by somebody"), Line("police"), Line("group")])
    let columns = [
      Column("What", .main()), Column("Who", .text(least: 6), rank: 1),
      Column("Group", .text(least: 5), rank: 4),
    ]
    let table = Table(columns: columns, rows: TableRows([row]))
    #expect(table.widths(in: 36) == [30, 0, 0])
    #expect(table.keeping(2).widths(in: 36)[2] == 5)
    #expect(table.keeping(2).showing([0]).widths(in: 60) == table.widths(in: 60))
  }

  @Test("A column is usually as wide as all but a tenth of its cells, or three of a short list")
  func usualOfCells() {
    let rows = (0..<16).map {
      TableRow(id: "\($0)", cells: [Line($0 < 2 ? "a very long owner" : "police"), Line("what")])
    }
    func table(_ rows: ArraySlice<TableRow>) -> Table {
      Table(
        columns: [Column("Who", .text(least: 4)), Column("What", .main())],
        rows: TableRows(Array(rows)))
    }
    #expect(table(rows[...]).wishes.map(\.usual) == [6, 4])
    #expect(table(rows[...]).wishes.map(\.natural) == [17, 4])
    // Among a few rows none is an exception.
    #expect(table(rows.prefix(8)).wishes.map(\.usual) == [17, 4])
  }

  @Test(
    "Where nothing else helps the widest gives way below its least", arguments: [1, 10, 30, 43])
  func squeezed(width: Int) {
    let widths = ColumnRoom.widths(Self.wishes, in: width)
    let room = widths.reduce(0, +) + 4
    #expect(room <= max(width, 4))
  }

  @Test("A column with nothing in it takes no room and no gap")
  func empty() {
    let wishes = [
      ColumnWish(natural: 5, widest: 5, least: 5, rank: 0),
      ColumnWish(natural: 0, widest: 0, least: 0, rank: 0),
      ColumnWish(natural: 6, widest: 6, least: 6, rank: 0),
    ]
    #expect(ColumnRoom.natural(wishes) == 13)
    #expect(ColumnRoom.widths(wishes, in: 80) == [5, 0, 6])
  }

  @Test("No column is lost as the room grows, and none is wider than its widest cell")
  func grows() {
    var shown: Set<Int> = []
    for width in 1...220 {
      let widths = ColumnRoom.widths(Self.wishes, in: width)
      let now = Set(widths.indices.filter { widths[$0] > 0 })
      if width > 12 { #expect(now.isSuperset(of: shown), "at \(width)") }
      shown = now
      #expect(zip(widths, Self.wishes).allSatisfy { $0 <= $1.widest })
    }
  }

  @Test("Of a few rows one that is a little longer is shown whole before extras")
  func oneLongerText() {
    func natural(_ longest: Int) -> Int {
      let rows = (0..<10).map {
        TableRow(id: "\($0)", cells: [Line(String(repeating: "x", count: $0 == 4 ? longest : 40))])
      }
      return Table(columns: [Column("What", .main())], rows: TableRows(rows)).naturalWidth
    }
    #expect([58, 67, 90].map(natural) == [58, 67, 60])
  }

  @Test("A table of many rows asks for what most of its long texts need")
  func longTexts() {
    let rows = (0..<1000).map { number in
      TableRow(
        id: "\(number)", cells: [Line(String(repeating: "x", count: number == 7 ? 300 : 70))])
    }
    let table = Table(columns: [Column("What", .main())], rows: TableRows(rows))
    #expect(table.naturalWidth == 70)
    #expect(table.widths(in: 200) == [200])
    #expect(table.showing([7]).naturalWidth == 70)
  }
}
