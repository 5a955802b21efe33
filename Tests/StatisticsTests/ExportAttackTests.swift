import JSONDocument
import Reports
import Safeguarding
import Testing

/// Figures as agencies send them, written in every form, and attacked with all of it together.
@Suite struct ExportAttackTests {
  /// What leaves a folder in one state of it, and in those before.
  enum Leaving: CaseIterable {
    case once, eachQuarter, beforeAndAfterARestatement
  }

  @Test(arguments: Leaving.allCases, 0..<8)
  func nothingIsRecoveredFromAllThatLeft(leaving: Leaving, seed: Int) throws {
    var dice = Dice(state: UInt64(seed) &* 0x5851_f42d_4c95_7f2d &+ 11)
    var (hidden, asked, long) = (0, 0, 0)
    for _ in 0..<25 {
      let first = SentFigures(&dice)
      let sent = leaving == .beforeAndAfterARestatement ? first.restated(&dice) : first
      let states =
        switch leaving {
        case .once: [sent.workspace]
        case .eachQuarter:
          SentFigures.quarters.map { sent.atTheEnd(of: $0) } + [sent.workspace]
        case .beforeAndAfterARestatement: [first.workspace, sent.workspace]
        }
      var known: [Int: Int] = [:]
      for state in states {
        let leaving = state.withoutSmallNumbers
        #expect(leaving.hiddenFigures?.givenAway.isEmpty == true)
        known.merge(try Self.union(of: leaving)) { $1 }
      }
      for (cell, number) in sent.numbers.enumerated() {
        if let shown = known[cell] { #expect(shown == number) }
      }
      let cells = sent.numbers.indices
      let most = 4 * 4 * 8 * 300
      var attacker = Attacker(
        least: cells.map { known[$0] ?? 1 }, most: cells.map { known[$0] ?? most },
        lines: sent.lines, hint: sent.numbers)
      for cell in cells where known[cell] == nil {
        hidden += 1
        guard sent.numbers[cell] <= 5 else { continue }
        asked += 1
        switch attacker.numbers(where: cell, isIn: 6...most) {
        case .found: break
        case .tooLong: long += 1
        case .impossible: Issue.record("Value \(cell) of \(sent.numbers) is known to be small.")
        }
      }
      for (cell, number) in sent.numbers.enumerated() where (1...5).contains(number) {
        #expect(known[cell] == nil)
      }
    }
    print("Of \(hidden) hidden values \(asked) small ones were attacked, \(long) for too long.")
    #expect(asked > 50 && long * 20 <= asked)
  }

  /// What somebody knows who has every export: of values, and of indicators, as JSON and as CSV.
  private static func union(of workspace: Workspace) throws -> [Int: Int] {
    let context = RecordContext(workspace, day: CalendarDate(dayNumber: 20_000))
    var known: [Int: Int] = [:]
    func learn(_ id: String?, _ number: String?) {
      guard let id, let cell = Int(id.dropFirst()), let number, let count = Int(number) else {
        return
      }
      #expect(known[cell] == nil || known[cell] == count)
      known[cell] = count
    }
    let json = RecordsListing(Observation.self, in: context, as: .json).listing
    for row in try JSONDocument(text: json.written(as: .json)).root.elements {
      learn(row["id"]?.string, row["value"]?.numberSpelling)
    }
    let csv = rows(
      of: RecordsListing(Observation.self, in: context, as: .csv).listing.written(as: .csv))
    let (id, value) = (csv[0].firstIndex(of: "id") ?? 0, csv[0].firstIndex(of: "value") ?? 0)
    for row in csv.dropFirst() { learn(row[id], row[value]) }
    // The values of an indicator come in their own order.
    let plans = try #require(workspace.indicators["plans"])
    let ids = workspace.values(of: plans).map(\.id)
    let listing = try IndicatorsListing(workspace, of: "plans").listing
    for form in [ListingFormat.csv, .spreadsheet] {
      let table = rows(of: listing.written(as: form))
      for name in ["value", "valueText"] {
        let column = table[0].firstIndex(of: name) ?? 0
        for (id, row) in zip(ids, table.dropFirst()) { learn(id, row[column]) }
      }
    }
    return known
  }

  private static func rows(of csv: String) -> [[String]] {
    var (rows, row, cell, isQuoted) = ([[String]](), [String](), "", false)
    for scalar in csv.unicodeScalars {
      switch scalar {
      case "\"": isQuoted.toggle()
      case "," where !isQuoted:
        row.append(cell)
        cell = ""
      case "\n" where !isQuoted:
        rows.append(row + [cell])
        (row, cell) = ([], "")
      case "\r" where !isQuoted: break
      default: cell.unicodeScalars.append(scalar)
      }
    }
    return rows
  }
}
