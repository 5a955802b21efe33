import DataStore
import Entry
import Safeguarding
import Testing

/// A partnership whose council sends figures quarter by quarter, and a grid of the next quarter.
enum FigureGridFixture {
  private static let files: [String: String] = [
    "workspace.json": #"{"title": "A", "schemaVersion": 2, "partnerships": ["north"]}"#,
    "agencies.json": """
    {"agencies": [{"id": "council", "name": "North Council", "category": "council"},
      {"id": "police", "name": "North Police", "category": "police"}]}
    """,
    "partnerships/north/partnership.json": """
    {"id": "north", "name": "North Partnership", "shortName": "North", "area": "Northshire"}
    """,
    "dataset/north.json": """
    {"clusters": [{"id": "care", "partnership": "north", "title": "Care"}],
     "indicators": [
      {"id": "plans", "partnership": "north", "cluster": "care", "number": "1.1",
       "title": "Children's protection plans", "unit": "children", "suppliers": ["council"]},
      {"id": "repeat", "partnership": "north", "cluster": "care", "number": "1.2",
       "title": "Repeat referrals", "unit": "%", "suppliers": ["council"], "decimals": 1,
       "numerator": "Referrals again", "denominator": "Referrals"},
      {"id": "again", "partnership": "north", "cluster": "care", "number": "1.3",
       "title": "Referrals again", "unit": "referrals", "suppliers": ["council"]},
      {"id": "referrals", "partnership": "north", "cluster": "care", "number": "1.4",
       "title": "Referrals", "unit": "referrals", "suppliers": ["council"]},
      {"id": "rate", "partnership": "north", "cluster": "care", "number": "1.5",
       "title": "Plans per 10,000", "unit": "per 10,000", "suppliers": ["council"]},
      {"id": "waits", "partnership": "north", "cluster": "care", "number": "1.6",
       "title": "Days waited", "unit": "days", "suppliers": ["council"]},
      {"id": "calls", "partnership": "north", "cluster": "care", "title": "Calls",
       "unit": "calls", "suppliers": ["police"]},
      {"id": "loose", "partnership": "north", "cluster": "care", "title": "Nobody's",
       "unit": "children"}]}
    """,
    "dataset/submissions.json": """
    {"submissions": [
      {"id": "council-q1", "partnership": "north", "agency": "council", "what": "Return",
       "period": "2024-04/2024-06", "due": "2024-07-20", "status": "notReceived"}]}
    """,
    "dataset/values/council-2023.json": """
    {"values": [\(values)]}
    """,
  ]

  /// Twelve quarters of plans that hardly differ, one of each other indicator, and two parts.
  private static let values: String = {
    let quarters = [
      "2021-04-01/2021-06-30", "2021-07-01/2021-09-30", "2021-10-01/2021-12-31",
      "2022-01-01/2022-03-31", "2022-04-01/2022-06-30", "2022-07-01/2022-09-30",
      "2022-10-01/2022-12-31", "2023-01-01/2023-03-31", "2023-04-01/2023-06-30",
      "2023-07-01/2023-09-30", "2023-10-01/2023-12-31", "2024-01-01/2024-03-31",
    ]
    let plans = quarters.enumerated().map { index, quarter in
      value("plans", quarter, "\(300 + index % 3)", id: "plans-\(index)")
    }
    let last = "2024-01-01/2024-03-31"
    let others = [
      ("repeat", "22.5"), ("again", "90"), ("referrals", "400"), ("rate", "44.1"),
    ].map { value($0.0, last, $0.1, id: "\($0.0)-last") }
    let parts = [("0 to 4", "120"), ("5 to 17", "182")].map { part, number in
      """
      {"id": "plans-age-\(part.prefix(1))", "indicator": "plans", "agency": "council",
       "period": "\(last)", "value": \(number), "breakdown": [{"by": "Age", "part": "\(part)"}]}
      """
    }
    return (plans + others + parts).joined(separator: ",\n")
  }()

  private static func value(
    _ indicator: String, _ period: String, _ number: String, id: String
  ) -> String {
    """
    {"id": "\(id)", "indicator": "\(indicator)", "agency": "council", "period": "\(period)",
     "value": \(number)}
    """
  }

  static let workspace = WorkspaceReader(
    files: files.sorted { $0.key < $1.key }.map { ($0.key, Array($0.value.utf8)) }
  ).read()

  static let day = CalendarDate(year: 2024, month: 7, day: 8) ?? CalendarDate(dayNumber: 0)

  /// The grid of the council for the first quarter of 2024-25.
  static func grid(_ agency: String = "council", ended day: CalendarDate = day) -> FigureGrid {
    FigureGrid(
      FigureGrid.Source(partnership: "north", agency: agency), FigurePeriod(endedBy: day),
      shown: workspace, stored: workspace)
  }
}

extension FigureGrid {
  /// The grid with texts typed into rows, by their keys.
  func typing(_ texts: [String: String], comments: [String: String] = [:]) -> FigureGrid {
    var grid = self
    for index in grid.rows.indices {
      if let text = texts[grid.rows[index].key] { grid.rows[index].texts.value = text }
      if let text = comments[grid.rows[index].key] { grid.rows[index].texts.comment = text }
    }
    return grid
  }

  /// The row with a key, and how it stands.
  func state(_ key: String) -> State? {
    rows.firstIndex { $0.key == key }.map { states[$0] }
  }
}
