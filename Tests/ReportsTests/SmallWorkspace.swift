import DataStore
import Safeguarding
import Testing

/// A day written as in a file; the test fails when there is no such day.
func day(_ iso: String) throws -> CalendarDate { try #require(CalendarDate(iso: iso)) }

/// A made-up partnership that is small enough to know by heart.
enum SmallWorkspace {
  /// The workspace, which has no faults.
  static func read() throws -> Workspace {
    let workspace = WorkspaceReader(files: files.map { ($0.0, Array($0.1.utf8)) }).read()
    try #require(workspace.faults.map(\.sentence) == [])
    return workspace
  }

  static let files = [
    ("workspace.json", #"{"title": "Testshire", "schemaVersion": 1, "partnerships": ["tscp"]}"#),
    (
      "agencies.json",
      """
      {"agencies": [
        {"id": "council", "name": "Testshire Council", "category": "council"},
        {"id": "police", "name": "Testshire Police", "category": "police"}]}
      """
    ),
    (
      "bank-holidays.json",
      """
      {"england-and-wales": {"division": "england-and-wales", "events": [
        {"title": "New Year's Day", "date": "2024-01-01"},
        {"title": "Good Friday", "date": "2024-03-29"},
        {"title": "Christmas Day", "date": "2024-12-25"}]}}
      """
    ),
    (
      "partnerships/tscp/partnership.json",
      """
      {"id": "tscp", "name": "Testshire Safeguarding Children Partnership",
       "shortName": "TSCP", "executive": "board"}
      """
    ),
    (
      "partnerships/tscp/obligations.json",
      """
      {"obligations": [{"id": "report", "partnership": "tscp", "title": "=Annual report",
        "form": "report", "due": "2024-09", "status": "open"}]}
      """
    ),
    (
      "groups/board/group.json",
      """
      {"id": "board", "name": "Testshire Board", "form": "executive",
       "parents": [{"partnership": "tscp"}],
       "rotation": {"start": "2023-01-01", "termMonths": 12, "order": ["council", "police"]}}
      """
    ),
    (
      "groups/board/meetings.json",
      """
      {"meetings": [
        {"id": "m1", "group": "board", "date": "2024-01-15", "status": "held"},
        {"id": "m2", "group": "board", "date": "2024-04-15", "status": "planned",
         "papersDueOn": "2024-04-08",
         "agenda": [{"number": "1", "title": "Data *so far*", "lead": {"agency": "police"},
           "papers": [
             {"title": "Report", "owner": {"agency": "council"}, "receivedOn": "2024-03-20"},
             {"title": "Comment", "owner": {"agency": "police"}, "dueOn": "2024-04-08"}]}]}]}
      """
    ),
    (
      "groups/board/actions.json",
      """
      {"actions": [
        {"id": "a1", "group": "board", "title": "Write, then \\"send\\"", "due": "2024-03-01",
         "owners": [{"agency": "council"}], "status": "started",
         "progress": [{"on": "2024-02-01", "text": "Begun."}], "illustrative": true},
        {"id": "a2", "group": "board", "title": "Count", "due": "2024-12-31",
         "owners": [{"agency": "police"}], "status": "open"},
        {"id": "a3", "group": "board", "title": "Meet", "due": "2024-03-01",
         "owners": [{"name": "Somebody else"}], "status": "done"}]}
      """
    ),
    (
      "dataset/all.json",
      """
      {"clusters": [{"id": "all", "partnership": "tscp", "title": "All"}],
       "indicators": [
        {"id": "plans", "partnership": "tscp", "cluster": "all", "title": "Plans per 10,000",
         "unit": "per 10,000", "polarity": "lowerIsBetter",
         "comparators": [{"name": "England", "period": "2022/23", "value": 43.2}]},
        {"id": "pilot", "partnership": "tscp", "cluster": "all", "title": "Pilot"}]}
      """
    ),
    (
      "dataset/values/tscp-2023.json",
      """
      {"values": [
        {"id": "plans-2023-24", "indicator": "plans", "period": "2023/24", "value": 44.30},
        {"id": "plans-2022-23", "indicator": "plans", "period": "2022/23", "value": 43.1},
        {"id": "pilot-2023", "indicator": "pilot", "period": "2023",
         "value": {"phrase": "a low number"}}]}
      """
    ),
  ]
}
