import FoundationEssentials
import JSONDocument
import Testing

/// A small data folder of its own that a test changes with the built program.
final class EditingFolder: Sendable {
  private let place: TemporaryFolder
  /// Where it lies.
  let path: String

  static let actions = "groups/board/actions.json"
  static let meetings = "groups/board/meetings.json"

  init() throws {
    place = try TemporaryFolder()
    path = "\(place.path)/data"
    for (file, text) in Self.files { try place.write(text, to: "data/\(file)") }
  }

  /// Runs the program on the folder; words are split at blanks, those of `more` are left whole.
  func masa(
    _ words: String, _ more: [String] = [], home: String = "/nonexistent"
  ) throws -> Finished {
    try Masa.run(words, more: more + ["--data", path], data: nil, home: home)
  }

  /// Runs the program, which has to do what it is asked; answers what it printed as JSON.
  func edit(_ words: String, _ more: [String] = []) throws -> Answer {
    let finished = try masa(words, more + ["--format", "json"])
    try #require(finished.status == 0, "\(finished.messages)")
    let root = try JSONDocument(bytes: finished.output).root
    return Answer(
      id: try #require(root["id"]?.string), revision: root["revision"]?.string,
      change: root["change"]?.string)
  }

  /// What a command says it saved.
  struct Answer: Hashable {
    let id: String
    let revision: String?
    let change: String?
  }

  /// A file as it is now.
  func file(_ name: String) throws -> String { try contents("\(path)/\(name)") }

  /// An action of a group as its file holds it; nil when it is not there.
  func action(_ id: String, in group: String = "board") throws -> JSONValue? {
    let document = try JSONDocument(text: file("groups/\(group)/actions.json"))
    return document.root["actions"]?.elements.first { $0["id"]?.string == id }
  }

  /// A meeting as its file holds it.
  func meeting(_ id: String) throws -> JSONValue {
    let document = try JSONDocument(text: file(Self.meetings))
    return try #require(document.root["meetings"]?.elements.first { $0["id"]?.string == id })
  }

  /// The revision that the listing of actions shows.
  func listedRevision(of id: String) throws -> String? {
    let root = try JSONDocument(bytes: masa("actions list --format json").output).root
    return root.elements.first { $0["id"]?.string == id }?["revision"]?.string
  }

  private static let files = [
    "workspace.json": """
    {"title": "Area", "schemaVersion": 2, "asOf": "2024-03-31", "partnerships": ["area"]}
    """,
    "agencies.json": """
    {"agencies": [
      {"id": "council", "name": "Area Council", "category": "council"},
      {"id": "police", "name": "Area Police", "category": "police"}]}
    """,
    "people.json": """
    {"people": [{"id": "ann", "name": "Ann Example"}]}
    """,
    "partnerships/area/partnership.json": """
    {"id": "area", "name": "Partnership of the area", "shortName": "Area Partnership",
     "partners": [{"agency": "council"}, {"agency": "police"}]}
    """,
    "groups/board/group.json": """
    {"id": "board", "name": "The Board", "type": "executive", "parents": [{"partnership": "area"}],
     "standingItems": ["Minutes", "Any other business"]}
    """,
    "groups/audit/group.json": """
    {"id": "audit", "name": "Audit Group", "type": "subgroup", "parents": [{"partnership": "area"}]}
    """,
    actions: """
    {
      "actions": [
        {"id": "a1", "group": "board", "title": "One", "status": "open", "ourOwn": [1.50, "kept"]},
        {"id": "a2", "group": "board", "title": "Two", "owners": [{"agency": "police"}],
         "due": {"when": "2024-02-29", "printed": "End of February 2024"}, "status": "done",
         "doneOn": "2024-02"}
      ]
    }
    """,
    meetings: """
    {
      "meetings": [
        {"id": "held", "group": "board", "date": "2024-03-01", "status": "held", "agenda": [
          {"number": "1", "title": "Minutes", "outcome": "Agreed."},
          {"number": "2", "title": "Audit tool", "papers": [
            {"title": "Report", "receivedOn": "2024-02-20"}]}]},
        {"id": "next", "group": "board", "date": "2024-05-01", "status": "planned"}
      ]
    }
    """,
    "reviews/ash.json": """
    {"id": "ash", "title": "Ash", "type": "localReview", "commissionedBy": "area",
     "stage": "underWay"}
    """,
    "bank-holidays.json": """
    {"england-and-wales": {"division": "england-and-wales",
      "events": [{"title": "Easter Monday", "date": "2024-04-01"}]}}
    """,
  ]
}
