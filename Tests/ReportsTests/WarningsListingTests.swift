import DataStore
import Reports
import Safeguarding
import Testing

/// The listing of early warnings, and the mark of what rests on made-up figures.
@Suite struct WarningsListingTests {
  private func rows(_ latest: String) throws -> [String] {
    let files = [
      "workspace.json": #"{"title": "T", "schemaVersion": 2, "partnerships": ["ta"]}"#,
      "partnerships/ta/partnership.json": #"{"id": "ta", "name": "Test Area", "shortName": "TA"}"#,
      "dataset/ta.json": """
      {"clusters": [{"id": "k", "partnership": "ta", "title": "K"}],
       "indicators": [{"id": "cp", "partnership": "ta", "cluster": "k", "title": "Plans",
         "polarity": "lowerIsBetter", "earlyWarnings": [{"when": "above", "level": 100}]}]}
      """,
      "dataset/values/v.json": """
      {"values": [{"id": "a", "indicator": "cp", "period": "2023-03", "value": 110},
       {"id": "b", "indicator": "cp", "period": "2024-03", "value": 120\(latest)}]}
      """,
    ]
    let workspace = WorkspaceReader(
      files: files.map { (path: $0.key, bytes: Array($0.value.utf8)) }
    ).read()
    #expect(workspace.faults.filter { $0.severity == .error }.isEmpty)
    let listing = WarningsListing(workspace, on: try day("2024-06-01")).listing
    return listing.rows.map { row in
      ["because", "since", "illustrative"].map { key in
        listing.columns.firstIndex { $0.key == key }.map { row[$0].line(asShown: false) } ?? "?"
      }.joined(separator: " ")
    }
  }

  @Test func aWarningThatAMadeUpFigureTripsIsMarked() throws {
    #expect(try rows("") == ["120 lies above 100 2023-03 false"])
    #expect(try rows(", \"illustrative\": true") == ["120 lies above 100 2023-03 true"])
  }
}
