/// A small folder without a fault, as files by path.
enum SmallFolder {
  static let actions = "groups/board/actions.json"

  static let files = [
    "workspace.json": """
    {"title": "Area", "schemaVersion": 2, "partnerships": ["area"],
     "documents": [{"id": "report", "title": "Report", "published": "2024"}]}
    """,
    "agencies.json": """
    {"agencies": [
      {"id": "council", "name": "Area Council", "category": "council", "source": ["report page 1"]},
      {"id": "police", "name": "Area Police", "category": "police"}
    ]}
    """,
    "people.json": """
    {"people": [{"id": "ann", "name": "Ann Example"}]}
    """,
    "partnerships/area/partnership.json": """
    {"id": "area", "name": "Partnership of the area", "shortName": "Area",
     "partners": [{"agency": "council"}, {"agency": "police"}]}
    """,
    "groups/board/group.json": """
    {"id": "board", "name": "The Board", "type": "executive", "parents": [{"partnership": "area"}],
     "seats": [{"id": "board-council", "title": "Council", "agency": "council"}]}
    """,
    actions: actions(middle: #"{"id": "b", "group": "board", "title": "Two", "status": "open"}"#),
    "reviews/ash.json": """
    {"id": "ash", "title": "Ash", "type": "localReview", "commissionedBy": "area",
     "stage": "underWay"}
    """,
    "bank-holidays.json": """
    {"england-and-wales": {"division": "england-and-wales",
      "events": [{"title": "Good Friday", "date": "2024-03-29"}]}}
    """,
  ]

  /// Three actions, the middle one as given.
  static func actions(middle: String) -> String {
    """
    {"actions": [
      {"id": "a", "group": "board", "title": "One", "status": "open"},
      \(middle),
      {"id": "c", "group": "board", "title": "Three", "status": "done", "doneOn": "2024-03"}
    ]}
    """
  }
}

/// A text with the place of its fault marked by `▸`.
struct MarkedText {
  let text: String
  let line: Int
  let column: Int

  init(_ marked: String) {
    let before = marked.prefix { $0 != "▸" }
    text = String(before + marked.dropFirst(before.count + 1))
    line = before.count { $0 == "\n" } + 1
    column = before.reversed().prefix { $0 != "\n" }.count + 1
  }
}
