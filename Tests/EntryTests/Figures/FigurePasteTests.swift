import Entry
import Safeguarding
import Testing

/// Cells copied in a spreadsheet: where each of them goes.
@Suite struct FigurePasteTests {
  private let grid = FigureGridFixture.grid()

  private func pasted(_ text: String, from row: Int = 0) -> FigurePaste {
    FigurePaste(text, into: grid, from: row, FigureGridFixture.workspace)
  }

  private func told(_ paste: FigurePaste) -> [String] {
    paste.matches.map { match in
      let comment = match.comment.isEmpty ? "" : " // \(match.comment)"
      return "\(grid.rows[match.row].key): \(match.value)\(comment)"
    }
  }

  @Test(arguments: [
    (
      "301\n120\n181\n22.1", 0,
      ["plans: 301", "plans|Age=0 to 4: 120", "plans|Age=5 to 17: 181", "repeat: 22.1"]
    ),
    ("22.1\n\n390", 3, ["repeat: 22.1", "referrals: 390"]),
    ("1.4\t390\n1.2\t22.1", 0, ["referrals: 390", "repeat: 22.1"]),
    ("390\t1.4\n22.1\t1.2", 0, ["referrals: 390", "repeat: 22.1"]),
    ("referrals\t390\nrepeat\t22.1", 5, ["referrals: 390", "repeat: 22.1"]),
    ("Children\u{2019}s Protection Plans\t301\nDays waited\t<5", 0, ["plans: 301", "waits: <5"]),
    ("Indicator\tValue\nReferrals\t390", 0, ["referrals: 390"]),
    ("Value\n301\n120", 0, ["plans: 301", "plans|Age=0 to 4: 120"]),
    (
      "No\tMeasure\tUnit\tQ4 2023-24\tQ1 2024-25\n1.4\tReferrals\treferrals\t400\t390", 0,
      ["referrals: 390"]
    ),
    ("Ref\tValue\tComments\n1.6\t9\tOne long wait", 0, ["waits: 9 // One long wait"]),
    ("1.4\tReferrals\t390\n1.2\tRepeat referrals\t22.1", 0, ["referrals: 390", "repeat: 22.1"]),
    (
      "Agency\tIndicator ID\tIndicator\tUnit\tPeriod\tValue\tNumerator\tDenominator\tAnalysis\n"
        + "council\trepeat\tRepeat referrals\t%\tQ1 2024-25\t22.5\t90\t400\tAs before", 0,
      ["repeat: 22.5 (90/400) // As before"]
    ),
    ("plans, 0 to 4\t118", 0, ["plans|Age=0 to 4: 118"]),
  ])
  func rowsAreFoundByWhatNamesThemElseByTheirPlace(
    _ text: String, _ row: Int, _ expected: [String]
  ) {
    #expect(told(pasted(text, from: row)) == expected)
  }

  @Test(arguments: [
    ("Referrals\t390\nBed nights\t12", "names no indicator of this list"),
    ("Referrals\t390\nReferrals\t391", "is a second figure for the same indicator"),
    ("Indicator\tPeriod\tValue\nReferrals\tQ4 2023-24\t390", "is of another period"),
    ("Indicator\tAgency\tValue\nReferrals\tpolice\t390", "is of another agency"),
    (
      "Referrals\t390\t400\nDays waited\t7\t8",
      "stands in one of several columns of figures: copy one, or its headings"
    ),
    (
      "Indicator\tUnit\tValue\nReferrals\treferrals\t390",
      "stands in the column \"Unit\", which is not needed"
    ),
    ("1\n2\n3\n4\n5\n6\n7\n8\n9", "has no row left to go to"),
  ])
  func whatGoesNowhereIsToldWithItsReason(_ text: String, _ reason: String) {
    let reasons = pasted(text).unmatched.map { cell -> String in
      if case .unmatched(let reason) = cell.place { reason } else { "" }
    }
    #expect(reasons.contains(reason), "\(reasons)")
  }

  @Test(arguments: [
    "Child Unique ID\tValue\nA\t3", "Referrals\t9434765919", "Referrals\tseen by 943 476 5919",
  ])
  func whatIsAboutOneChildIsNotTakenAndNotRepeated(_ text: String) {
    let paste = pasted(text)
    #expect(paste.matches.isEmpty && paste.cells.isEmpty)
    #expect(paste.refusal.contains("Nothing of what you pasted was kept"))
    #expect(!paste.refusal.contains("943"))
  }

  /// Whatever is pasted, each cell is in a value, in a comment, names something, or is told as not matched.
  @Test func noCellIsDroppedWithoutAWord() {
    let words = [
      "", "", "12", "1,234", "12.5 %", "<5", "*", "n/a", "abc", "#REF!", "1.234", "Referrals",
      "referrals", "1.1", "1.4", "Value", "Indicator", "Unit", "Q1 2024-25", "council", "police",
      "\"open", "\"two\nlines\"", "Total", "Comments", "Numerator", "Denominator", "~70",
      "late, sorry",
    ]
    var state: UInt64 = 7
    func roll(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    for _ in 0..<3000 {
      let text = (0..<1 + roll(6)).map { _ in
        (0..<1 + roll(4)).map { _ in words[roll(words.count)] }.joined(separator: "\t")
      }.joined(separator: "\n")
      let start = roll(grid.rows.count)
      let paste = pasted(text, from: start)
      guard paste.refusal.isEmpty else { continue }
      let after = grid.taking(paste)
      let states = after.states
      for cell in paste.cells {
        switch cell.place {
        case .value(let row):
          #expect(after.rows[row].texts.value.contains(cell.text), "\(text): \(cell)")
          // What stands in a row is a figure, or a fault.
          #expect(
            after.rows[row].figure != nil || states[row].isFaulty, "\(text): \(cell)")
        case .comment(let row):
          #expect(after.rows[row].texts.comment.contains(cell.text), "\(text): \(cell)")
        case .name(let row): #expect(after.rows.indices.contains(row))
        case .unmatched(let reason): #expect(!reason.isEmpty)
        case .heading: #expect(cell.row == 1)
        }
      }
      // Each cell that is not blank is told once.
      let told = paste.cells.map(\.text).joined(separator: "|").filter { !$0.isWhitespace }
      let written = text.filter { !$0.isWhitespace && $0 != "\"" }
      #expect(
        told.filter { $0 != "|" && $0 != "\"" } == written, "\(text)")
    }
  }
}
