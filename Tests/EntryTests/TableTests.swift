import Entry
import Safeguarding
import Testing

/// Tables of other programs: their cells, the fields of their columns, their rows as records.
@Suite struct TableTests {
  private func rows(_ bytes: [UInt8]) -> [String] {
    do {
      return try CellTable(bytes).rows.map { row in
        "\(row.number)/\(row.line) " + row.cells.joined(separator: "|").replacing("\n", with: "~")
      }
    } catch {
      return ["x"]
    }
  }

  /// A cell with very many names takes as long as reading it, not as looking each of them up.
  @Test func veryManyNamesInOneCellAreReadOnce() throws {
    var workspace = Workspace()
    for number in 0..<200 {
      var agency = Agency()
      (agency.id, agency.name) = ("a\(number)", "Agency \(number) of the area")
      workspace.agencies.append(agency)
    }
    let context = EntryContext(workspace, on: CalendarDate(dayNumber: 20_000))
    let unknown = (0..<200_000).map { "nobody \($0)" }.joined(separator: ";")
    let known = [String](repeating: "Agency 7 of the area", count: 100_000).joined(separator: ";")
    let cells = "Action,Owner\nOne,\(unknown)\nTwo,\(known)\n"
    let table = try HeadedTable(
      CellTable(Array(cells.utf8)), for: RecordShape(ActionItem.self), said: [])
    var start = try #require(ActionItem().stored)
    start["group"] = .text("board")
    let records = TableRecords(
      table, fields: [0: "title", 1: "owners"], as: ActionItem.self,
      from: start, CellSayings(), context)
    #expect(records.faultCount == 1)
    #expect(records.faults.first?.sentence.contains("\"nobody 0\"") == true)
    #expect(records.made.first?.value["owners"]?.elements?.count == 1)
  }

  @Test(arguments: [
    ("a,b\n1,2\n", ["1/1 a|b", "2/2 1|2"]),
    ("a;b\r\n1,5;2\r\n", ["1/1 a|b", "2/2 1,5|2"]),
    ("a\tb\r1\t2, 3; 4", ["1/1 a|b", "2/2 1|2, 3; 4"]),
    ("\u{feff}a,b\n\n , \n1, 2 ", ["1/1 a|b", "4/4 1|2"]),
    ("a,b\n\"x\r\ny\",2\n3,4", ["1/1 a|b", "2/2 x~y|2", "3/4 3|4"]),
    ("a,b\n\"say \"\"so\"\"\",2", ["1/1 a|b", "2/2 say \"so\"|2"]),
    ("a\tb\n\"Working Together\" guide\t2", ["1/1 a|b", "2/2 \"Working Together\" guide|2"]),
    ("sep=;\na;b\n1,2,3;4", ["1/2 a|b", "2/3 1,2,3|4"]),
    ("a,b,,,\n1,,,,\n,2,,,", ["1/1 a|b", "2/2 1", "3/3 |2"]),
    ("only\none", ["1/1 only", "2/2 one"]), ("", []), ("a,b\n\"never closed,2\n", ["x"]),
    ("PK\u{3}\u{4}xx", ["x"]), ("a\u{0}b", ["x"]),
  ])
  func cells(_ text: String, _ expected: [String]) {
    #expect(rows(Array(text.utf8)) == expected)
  }

  @Test func olderLettersAndWideOnesAreRead() {
    #expect(rows([0x52, 0x65, 0x6e, 0xe9, 0x2c, 0x96]) == ["1/1 René|–"])
    #expect(rows([0xff, 0xfe, 0x61, 0, 0x2c, 0, 0xe9, 0]) == ["1/1 a|é"])
    #expect(rows([0xfe, 0xff, 0, 0x61, 0, 0x2c, 0, 0xe9]) == ["1/1 a|é"])
  }

  @Test func whatIsTooMuchIsRefused() {
    let many = "a,b\n" + String(repeating: "1,2\n", count: CellTable.maximumRowCount + 1)
    #expect(rows(Array(many.utf8)) == ["x"])
    #expect(rows(Array((String(repeating: ",", count: 20_000) + "1").utf8)) == ["x"])
  }

  private func matching(_ lines: [String], said: [Int: String] = [:]) throws -> [String] {
    let table = try HeadedTable(
      CellTable(Array(lines.joined(separator: "\n").utf8)), for: RecordShape(ActionItem.self))
    let matching = ColumnMatching(
      table, to: RecordShape(ActionItem.self), said: said, CellSayings(), Sample.context)
    return table.columns.map { column in
      matching.fields[column.index]
        ?? "?" + (matching.doubts.first { $0.column == column }?.fields.first ?? "")
    }
  }

  @Test(arguments: [
    (
      "Ref,Action required,Lead,By when,BRAG,Update", "1,Do it,NELFT,1 May 2024,B,Sent",
      ["number", "title", "owners", "due", "status", "progress"]
    ),
    (
      "No.,Recommendation,Responsibility,Deadline (for completion),RAG rating",
      "1,Do,NELFT,May 2024,G",
      ["number", "title", "owners", "due", "status"]
    ),
    (
      "Task,Who,When,Comments,Evidence", "Do it,NELFT,fri,Late,Minutes",
      ["title", "owners", "due", "note", "evidence"]
    ),
    // "Progress" is a status where it says how things stand, and notes where it does not.
    ("Action,Progress", "Do it,In progress", ["title", "status"]),
    ("Action,Progress", "Do it,Letter sent to all", ["title", "progress"]),
    ("Action,Status,Progress", "Do it,Open,Complete", ["title", "status", "progress"]),
    // What is not sure is not guessed.
    ("Action,Date", "Do it,1 May 2024", ["title", "?due"]),
    ("Action,Lead,Owner", "Do it,NELFT,NELFT", ["title", "?owners", "?owners"]),
    ("Action,Strategic Lead", "Do it,somebody", ["title", "?owners"]),
    ("Action,Status", "Do it,It went very well", ["title", "?status"]),
    ("Action,,Cost", "Do it,something,", ["title", "?", ""]),
    // By what stands in it alone: the only owners.
    ("Action,Mover", "Do it,Kent Police", ["title", "owners"]),
    ("ID,Action", "A12,Do it", ["number", "title"]),
    ("ID,Action", "mscp-12,Do it", ["id", "title"]),
  ])
  func columnsAreMatched(_ heading: String, _ row: String, _ fields: [String]) throws {
    #expect(try matching([heading, row]) == fields)
    #expect(try matching(["Action tracker,,", "", heading, row]) == fields)
  }

  @Test func aTableWithoutNamesIsRefused() {
    #expect(throws: TableProblem.self) { try matching(["1,2,3", "4,5,6"]) }
    #expect(throws: TableProblem.self) { try matching(["Action,Lead"]) }
  }

  private func read(_ heading: String, _ cell: String, _ sayings: CellSayings) throws -> String {
    let lines = ["Action,\(heading)", "Do it,\"\(cell)\""].joined(separator: "\n")
    let shape = RecordShape(ActionItem.self)
    let table = try HeadedTable(CellTable(Array(lines.utf8)), for: shape)
    let field =
      ["Lead": "owners", "Due": "due", "Status": "status", "BRAG": "status"][heading] ?? "progress"
    let records = TableRecords(
      table, fields: [0: "title", 1: field], as: ActionItem.self,
      from: .record([.init("group", .text("mscp-pmqa")), .init("status", .text("open"))]), sayings,
      Sample.context)
    guard let value = records.made.first?.value,
      let declared = shape.fields.first(where: { $0.name == field })
    else { return records.faults.first?.column?.letter ?? "no record" }
    return Sample.context.text(of: value, for: declared)
  }

  @Test(arguments: [
    ("Status", "Complete", "done"), ("Status", "In progress", "under way"),
    ("Status", "Not started", "open"),
    ("Status", "Amber", "under way"), ("Status", "Green", "B"), ("BRAG", "Green", "under way"),
    ("BRAG", "BRAG: B", "done"), ("Status", "fine", "B"), ("Status", "n/a", "open"),
    ("Status", "Not applicable", "dropped"),
    ("Due", "30/06/2024", "30 Jun 2024"), ("Due", "2024-06-30 00:00:00", "30 Jun 2024"),
    ("Due", "-", ""),
    ("Due", "ASAP", "B"), ("Due", "End of Q3", "B"), ("Lead", "Kent Police", "Kent Police"),
    ("Lead", "JS/AB", "B"), ("Lead", "Chair", "B"), ("Lead", "Police", "B"),
    ("Progress", "Letter sent", "31 Mar 2024; Letter sent"),
    (
      "Progress", "12/02/24: Sent\nto all\n1 Mar 2024 - Back",
      "12 Feb 2024; \"Sent\nto all\"\n1 Mar 2024; Back"
    ),
  ])
  func cellsAreReadAsInTheForms(_ heading: String, _ cell: String, _ text: String) throws {
    #expect(try read(heading, cell, CellSayings()) == text)
  }

  @Test(arguments: [
    ("Due", "ASAP", "\"ASAP\""), ("Lead", "JS/AB", "\"JS\"; \"AB\""), ("Status", "fine", "B"),
    ("Lead", "Kent Police & JS", "Kent Police; \"JS\""),
    ("Lead", "Chair of Quality and Performance", "\"Chair of Quality and Performance\""),
    ("Lead", "XY, Kent Police", "Kent Police"), ("Due", "Soon", "1 May 2024"),
  ])
  func whatIsSaidOfCellsHolds(_ heading: String, _ cell: String, _ text: String) throws {
    let sayings = CellSayings(["XY": "kent-police", "soon": "1 may 2024"], keepsWords: true)
    #expect(try read(heading, cell, sayings) == text)
  }
}
