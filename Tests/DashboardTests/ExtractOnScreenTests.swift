import FoundationEssentials
import Letters
import Safeguarding
import Testing

@testable import Dashboard

/// Whoever has only the documents finds what they print on the page of a record.
@Suite struct ExtractOnScreenTests {
  /// A text, a figure or a day that a document prints, and the record that keeps it.
  private struct Fact {
    let record: RecordID
    let field: String
    let printed: String

    /// The ways in which a page may show it; none for what it says in other words: an id, a choice, how
    /// many rows there are.
    var shown: [String] {
      if printed == "(none)" || field.hasSuffix("count") || field == "id" { return [] }
      if let number = Double(printed) {
        let decimals = printed.split(separator: ".").dropFirst().first?.count ?? 0
        return [printed, formatted(number, decimals: decimals, grouping: true)]
      }
      if let date = ImpreciseDate(printed) { return [date.short] }
      let isChoice = printed.first?.isLowercase ?? true && !printed.contains(" ")
      return isChoice || field.contains("source[") ? [] : [printed]
    }
  }

  private func facts() throws -> [Fact] {
    let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "DataStoreTests/Extracts/kent-and-medway.csv")
    var reader = RowReader(separator: UInt8(ascii: ","))
    try reader.append([UInt8](Data(contentsOf: file)), isLast: true)
    var facts: [Fact] = []
    while try reader.next() {
      let row = reader.row
      guard let type = Kinds.type(named: row.text(2)), !row.text(3).hasPrefix("*") else { continue }
      facts.append(
        Fact(
          record: RecordID(type.kind, row.text(3)), field: row.text(4), printed: row.text(5)))
    }
    return facts
  }

  /// Every text, figure and day of the extract can be read where its record is looked at.
  @Test func whatTheDocumentsPrintIsOnTheRecordsPage() throws {
    var dashboard = Fixture.sample.dashboard()
    var checked = 0
    for (record, facts) in Dictionary(grouping: try facts(), by: \.record) {
      let facts = facts.filter { !$0.shown.isEmpty }
      guard !facts.isEmpty else { continue }
      dashboard.browsing.openAnew(Place(RecordPane.id, [record.kind.name, record.id]))
      let page = dashboard.plainLines.joined(separator: " ").split(separator: " ")
        .joined(separator: " ")
      for fact in facts {
        checked += 1
        #expect(
          fact.shown.contains { page.contains($0) },
          "\(record.kind.name) \(record.id), \(fact.field): \(fact.printed)")
      }
    }
    #expect(checked >= 650)
  }
}
