import JSONDocument
import Safeguarding
import Testing

@testable import DataStore

/// Values that once stood in their indicators.
@Suite struct IndicatorValuesTests {
  private static let dataset = """
    {
      "clusters": [{"id": "c", "partnership": "area", "title": "Cluster"}],
      "indicators": [
        {
          "id": "plans", "partnership": "area", "cluster": "c", "title": "Plans",
          "suppliers": ["council"],
          "observations": [
            {"period": "2023/24", "value": 44.30, "mood": "good"},
            {"period": {"when": "2024-06", "printed": "June"}, "value": {"phrase": "a low number"}}
          ],
          "note": "Stays."
        },
        {"id": "calls", "partnership": "area", "cluster": "c", "title": "Calls", "observations": [
          {"period": {"printed": "some years ago"}, "value": 1},
          {"period": "2024", "value": 2}, {"period": "2024", "value": 3}
        ]},
        {"id": "none", "partnership": "area", "cluster": "c", "title": "None", "observations": []},
        {"id": "odd", "partnership": "area", "cluster": "c", "title": "Odd", "observations": [4]},
        {"title": "Nameless", "observations": [{"period": "2024", "value": 5}]}
      ]
    }
    """

  private func moved(
    _ text: String = dataset, _ path: String = "dataset/all.json"
  ) throws -> [String: String] {
    let file = Migration.File(path: path, document: try JSONDocument(text: text))
    return Dictionary(
      uniqueKeysWithValues: try IndicatorValues.moved(out: file).map {
        ($0.path, String(decoding: $0.document.bytes, as: UTF8.self))
      })
  }

  @Test func eachValueBecomesARecordInTheFileOfItsAgencyOrPartnershipAndYear() throws {
    let moved = try moved()
    #expect(
      Set(moved.keys) == [
        "dataset/all.json", "dataset/values/all-council-2023.json",
        "dataset/values/all-council-2024.json",
        "dataset/values/all-area-undated.json", "dataset/values/all-area-2024.json",
      ])
    #expect(
      moved["dataset/values/all-council-2023.json"] == """
        {
          "values": [
            {
              "id": "plans-2023-24",
              "indicator": "plans",
              "agency": "council",
              "period": "2023/24",
              "value": 44.30,
              "mood": "good"
            }
          ]
        }

        """)
    let values = moved.values.flatMap { text in
      (try? JSONDocument(text: text))?.root["values"]?.elements.compactMap { $0["id"]?.string }
        ?? []
    }
    #expect(
      values.sorted() == [
        "calls-2024", "calls-2024-2", "calls-undated", "plans-2023-24", "plans-2024-06",
      ])
  }

  @Test func theRestOfTheFileStaysAsItWasSpelled() throws {
    let rest = try moved()["dataset/all.json"] ?? ""
    #expect(rest.contains("\"suppliers\": [\"council\"],\n      \"note\": \"Stays.\"\n"))
    #expect(
      rest.contains(
        "{\"id\": \"calls\", \"partnership\": \"area\", \"cluster\": \"c\", \"title\": \"Calls\"}"))
    #expect(rest.contains("\"observations\": [4]"), "what is no value stays")
    #expect(rest.contains("{\"title\": \"Nameless\", \"observations\":"), "nothing to refer to")
  }

  @Test func movingAgainMovesNothingAndTheSameFilesGiveTheSameIds() throws {
    let once = try moved()
    #expect(try moved() == once)
    let rest = once["dataset/all.json"] ?? ""
    #expect(try moved(rest) == ["dataset/all.json": rest])
    for (path, text) in once { #expect(try moved(text, path) == [path: text], "\(path)") }
  }

  @Test func otherFilesStayAsTheyAre() throws {
    #expect(try moved(Self.dataset, "people.json") == ["people.json": Self.dataset])
    #expect(try moved("[]") == ["dataset/all.json": "[]"])
  }

  @Test func whatWasMovedIsReadAsValuesOfTheIndicator() throws {
    let moved = try moved()
    let files = moved.map { (path: $0.key, bytes: Array($0.value.utf8)) }
    let workspace = WorkspaceReader(files: files).read()
    let plans = try #require(workspace.indicators["plans"])
    #expect(workspace.values(of: plans).map(\.id) == ["plans-2023-24", "plans-2024-06"])
    #expect(workspace.reading(of: plans).latest?.value?.text == "a low number")
    let faults = workspace.faults.filter { $0.file.hasPrefix("dataset/values/") }
    #expect(
      faults.map(\.message).filter { !$0.hasPrefix("There is no agency") } == [
        "Value: the field \"mood\" is not known; it is kept but not shown."
      ])
  }
}
