import JSONDocument
import Testing

/// Small numbers in what the command line prints, in every format.
struct SmallNumberTests {
  private let place: TemporaryFolder
  private let data: String

  init() throws {
    place = try TemporaryFolder()
    data = "\(place.path)/data"
    try place.write(
      #"{"title": "OP", "schemaVersion": 2, "asOf": "2024-03-31"}"#, to: "data/workspace.json")
    try place.write(
      """
      {"id": "op", "name": "Our Partnership", "shortName": "OP"}
      """, to: "data/partnerships/op/partnership.json")
    try place.write(
      """
      {"clusters": [{"id": "plans", "partnership": "op", "title": "Plans"}],
       "indicators": [
        {"id": "cp", "partnership": "op", "cluster": "plans", "title": "Plans", "unit": "children",
         "aggregation": "sum"}]}
      """, to: "data/dataset/op.json")
    try place.write(
      """
      {"values": [
        {"id": "spring", "indicator": "cp", "period": "2023-04-01/2023-06-30", "value": 612},
        {"id": "summer", "indicator": "cp", "period": "2023-07-01/2023-09-30", "value": 4},
        {"id": "autumn", "indicator": "cp", "period": "2023-10-01/2023-12-31", "value": 715},
        {"id": "winter", "indicator": "cp", "period": "2024-01-01/2024-03-31", "value": 611},
        {"id": "year", "indicator": "cp", "period": "2023-04-01/2024-03-31", "value": 1942}]}
      """, to: "data/dataset/values/values-2023.json")
  }

  private static let commands = [
    "indicators", "indicators cp", "list value", "show value summer", "show value winter",
    "list indicator",
  ]

  @Test(arguments: commands, ["text", "json", "csv"])
  func nothingThatLeavesTellsASmallNumber(command: String, format: String) throws {
    if command.hasPrefix("show"), format == "csv" { return }
    let finished = try Masa.run(
      command, more: ["--format", format], data: data)
    #expect(finished.status == 0, "\(finished.messages)")
    for number in ["4", "611"] {
      let words = finished.text.split { !$0.isNumber && $0 != "-" && $0 != "/" }
      #expect(!words.contains { $0 == number }, "\(finished.text)")
    }
    if command == "list value" || command == "indicators cp" {
      #expect(finished.text.contains("715"))
    }
  }

  @Test func aRevisionByWhichItCouldBeFoundIsNotGiven() throws {
    let hidden = try JSONDocument(
      bytes: Masa.run("show value summer --format json", data: data).output)
    #expect(hidden.root["revision"]?.isNull == true)
    #expect(hidden.root["record"]?["value"]?["suppressed"] != nil)
    let shown = try JSONDocument(
      bytes: Masa.run("show value spring --format json", data: data).output)
    #expect(shown.root["revision"]?.string?.count == 16)
    #expect(try Masa.run("show value summer", data: data).text.contains("Revision: not given"))
  }

  @Test func historyDoesNotTellItAndTheFileKeepsIt() throws {
    let changed = try Masa.run("set value summer value=3", data: data)
    #expect(changed.status == 0, "\(changed.messages)")
    for format in ["text", "json", "csv"] {
      let history = try Masa.run("history summer --format \(format)", data: data)
      #expect(history.status == 0 && !history.text.isEmpty)
      let sign = ["text": "now hidden", "json": "suppressed"][format] ?? "summer value"
      #expect(history.text.contains(sign), "\(history.text)")
    }
    #expect(try contents("\(data)/dataset/values/values-2023.json").contains("\"value\": 3"))
  }

  @Test(.enabled(if: OtherAccount.canBeUsed, "only root can give folders to other groups"))
  func aReaderOfASharedFolderDoesNotSeeIt() throws {
    let place = try SharedPlace()
    try place.write(
      """
      {"values": [{"id": "few", "indicator": "cp-plans", "period": "2024-02", "value": 4}]}
      """, to: "dataset/values/few-2023.json")
    let reader = try OtherAccount.run("dashboard dataset --plain", data: place.data)
    #expect(reader.status == 0, "\(reader.messages)")
    #expect(reader.text.contains("1 value hidden"), "\(reader.text)")
    let owner = try Masa.run("dashboard dataset --plain", data: place.data)
    #expect(owner.status == 0 && !owner.text.contains("value hidden"))
  }
}
