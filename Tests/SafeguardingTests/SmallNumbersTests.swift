import Safeguarding
import Testing

/// What is shown of figures, so that nobody can be recognised by a small number.
@Suite struct SmallNumbersTests {
  /// A figure: its period and value, and what else a case is about.
  struct Figure: Sendable {
    var period: String
    var value: String
    var out: (of: String, counted: String)?
    var parts: [String] = []
    var isPublished = false
    var agency: String?

    init(
      _ period: String, _ value: String, _ counted: String? = nil, of whole: String? = nil,
      parts: [String] = [], isPublished: Bool = false, agency: String? = nil
    ) {
      (self.period, self.value, self.parts) = (period, value, parts)
      (self.isPublished, self.agency) = (isPublished, agency)
      if let counted, let whole { out = (whole, counted) }
    }
  }

  /// Figures of one indicator, and what is shown of them.
  struct Case: CustomTestStringConvertible, Sendable {
    let testDescription: String
    var unit = "children"
    var aggregation: Aggregation?
    var rule = SmallNumbers.dfe
    let figures: [Figure]
    let shown: [String]
  }

  private static let quarters = [
    "2023-04-01/2023-06-30", "2023-07-01/2023-09-30", "2023-10-01/2023-12-31",
    "2024-01-01/2024-03-31",
  ]

  private static func year(_ values: [String], _ year: String) -> [Figure] {
    zip(quarters, values).map { Figure($0, $1) } + [Figure("2023-04-01/2024-03-31", year)]
  }

  static let cases = [
    Case(
      testDescription: "a year that is the sum of its quarters", aggregation: .sum,
      figures: year(["12", "4", "15", "11"], "42"), shown: ["12", "hidden", "15", "hidden", "42"]),
    Case(
      testDescription: "a year that says nothing of how it is made, and adds up",
      figures: year(["12", "4", "15", "11"], "42"), shown: ["12", "hidden", "15", "hidden", "42"]),
    Case(
      testDescription: "a year that is its last quarter", aggregation: .last,
      figures: year(["12", "14", "15", "4"], "4"), shown: ["12", "14", "15", "hidden", "hidden"]),
    Case(
      testDescription: "an average that would tell the quarter that is missing", aggregation: .mean,
      figures: year(["8", "4", "9", "10"], "7.75"), shown: ["8", "hidden", "9", "10", "hidden"]),
    Case(
      testDescription: "what two reports from the start of a year leave between them",
      aggregation: .sum,
      figures: [Figure("2023-04-01/2023-06-30", "10"), Figure("2023-04-01/2023-09-30", "13")],
      shown: ["10", "hidden"]),
    Case(
      testDescription: "quarters that were shown before the year was known", aggregation: .sum,
      figures: year(["12", "4", "11", "15"], "42"), shown: ["12", "hidden", "11", "hidden", "42"]),
    Case(
      testDescription: "halves and quarters of one year", aggregation: .sum,
      figures: [
        Figure("2023-04-01/2023-09-30", "20"), Figure("2023-10-01/2023-12-31", "4"),
        Figure("2024-01-01/2024-03-31", "16"), Figure("2023-04-01/2024-03-31", "40"),
      ], shown: ["20", "hidden", "hidden", "40"]),
    Case(
      testDescription: "a whole and its parts",
      figures: [
        Figure("2024", "40"), Figure("2024", "4", parts: ["age: 0"]),
        Figure("2024", "15", parts: ["age: 1"]), Figure("2024", "21", parts: ["age: 2"]),
      ], shown: ["40", "hidden", "hidden", "21"]),
    Case(
      testDescription: "parts of which most are not recorded",
      figures: [Figure("2024", "100"), Figure("2024", "4", parts: ["age: 0"])],
      shown: ["100", "hidden"]),
    Case(
      testDescription: "parts that leave a few over",
      figures: [
        Figure("2024", "20"), Figure("2024", "8", parts: ["age: 0"]),
        Figure("2024", "9", parts: ["age: 1"]),
      ], shown: ["20", "hidden", "9"]),
    Case(
      testDescription: "two ways of breaking down a whole that nobody wrote down",
      figures: [
        Figure("2024", "4", parts: ["age: 0"]), Figure("2024", "16", parts: ["age: 1"]),
        Figure("2024", "9", parts: ["sex: f"]), Figure("2024", "11", parts: ["sex: m"]),
      ], shown: ["hidden", "hidden", "9", "11"]),
    Case(
      testDescription: "agencies and all of them together",
      figures: [
        Figure("2024", "20"), Figure("2024", "3", agency: "police"),
        Figure("2024", "17", agency: "council"),
      ], shown: ["20", "hidden", "hidden"]),
    Case(
      testDescription: "a value that was restated",
      figures: [Figure("2024", "4"), Figure("2024", "9")], shown: ["hidden", "hidden"]),
    Case(
      testDescription: "a share of which few are counted", unit: "%",
      figures: [Figure("2024", "5", "2", of: "40"), Figure("2025", "25", "10", of: "40")],
      shown: ["hidden hidden of 40", "25 10 of 40"]),
    Case(
      testDescription: "a share of which few are not counted", unit: "%",
      figures: [Figure("2024", "95", "38", of: "40")], shown: ["hidden hidden of 40"]),
    Case(
      testDescription: "a rate of few", unit: "per 10,000",
      figures: [Figure("2024", "0.5", "3", of: "60000")], shown: ["hidden hidden of 60,000"]),
    Case(
      testDescription: "a share of which nothing is recorded", unit: "%",
      figures: [Figure("2024", "4")], shown: ["4"]),
    Case(
      testDescription: "what is no number of people", unit: "reviews",
      figures: [Figure("2024", "2")], shown: ["2"]),
    Case(testDescription: "pounds", unit: "£", figures: [Figure("2024", "3")], shown: ["3"]),
    Case(
      testDescription: "a unit of which nothing is known", unit: "", figures: [Figure("2024", "2")],
      shown: ["hidden"]),
    Case(testDescription: "none", figures: [Figure("2024", "0")], shown: ["0"]),
    Case(
      testDescription: "what was published", figures: [Figure("2024", "4", isPublished: true)],
      shown: ["4"]),
    Case(
      testDescription: "what was published gives a small one away",
      figures: [
        Figure("2024", "20", isPublished: true),
        Figure("2024", "17", parts: ["age: 0"], isPublished: true),
        Figure("2024", "3", parts: ["age: 1"]), Figure("2025", "30"),
      ], shown: ["20", "17", "hidden", "hidden"]),
    Case(
      testDescription: "as the NHS does", rule: .nhs,
      figures: [Figure("2023", "7"), Figure("2024", "8"), Figure("2025", "12")],
      shown: ["hidden", "10", "10"]),
    Case(
      testDescription: "a share of rounded numbers", unit: "%", rule: .nhs,
      figures: [Figure("2024", "33.3", "11", of: "33")], shown: ["28.6 10 of 35"]),
    Case(
      testDescription: "nothing is hidden where nothing is to be", rule: .none,
      figures: [Figure("2024", "2")], shown: ["2"]),
  ]

  @Test(arguments: cases)
  func whatIsShown(_ one: Case) throws {
    let workspace = try Self.workspace(of: one)
    let shown = workspace.withoutSmallNumbers.values.all.map { value in
      let out = value.numerator.map { " \($0.text) of \(value.denominator?.text ?? "")" } ?? ""
      return (value.value?.text ?? "") + out
    }
    #expect(shown == one.shown)
    // What is shown again is the same.
    let again = workspace.withoutSmallNumbers.withoutSmallNumbers.values.all.map { $0.value?.text }
    #expect(again == workspace.withoutSmallNumbers.values.all.map { $0.value?.text })
  }

  static func workspace(of one: Case) throws -> Workspace {
    var workspace = Workspace()
    workspace.settings.smallNumbers = one.rule
    workspace.documents.append(made(SourceDocument.self) { $0.id = "report" })
    workspace.indicators.append(
      made(Indicator.self) {
        ($0.id, $0.unit, $0.aggregation) = ("plans", one.unit, one.aggregation)
      })
    for (index, figure) in one.figures.enumerated() {
      let period = try date(figure.period)
      workspace.values.append(
        made(Observation.self) {
          ($0.id, $0.indicator, $0.period) = ("v\(index)", "plans", period)
          $0.value = Measure(.exact, spelling: figure.value)
          $0.numerator = figure.out.flatMap { Measure(.exact, spelling: $0.counted) }
          $0.denominator = figure.out.flatMap { Measure(.exact, spelling: $0.of) }
          $0.agency = figure.agency.map { Reference($0) }
          $0.breakdown = figure.parts.map { part in
            let halves = part.split(separator: ":").map(String.init)
            return Breakdown(by: halves[0], halves[1])
          }
          if figure.isPublished { $0.source = [Citation("report page 2")] }
        })
    }
    return workspace
  }

  @Test func whatIsWorkedOutIsHiddenWithIt() throws {
    let values = ["12", "14", "4"]
    let figures = zip(Self.quarters, values).map { Figure($0, $1) }
    let whole = try Self.workspace(
      of: Case(testDescription: "", figures: figures, shown: []))
    let shown = whole.withoutSmallNumbers
    let indicator = try #require(shown.indicators["plans"])
    #expect(whole.reading(of: indicator).change != nil)
    #expect(shown.reading(of: indicator).change == nil)
    let history = IndicatorHistory(shown.reading(of: indicator))
    #expect(history.points.count == 3 && history.points[2].value?.value?.number == nil)
    #expect(shown.hiddenFigures?.count == 1)
    #expect(shown.hiddenFigures?.values == ["v2"])
  }

  @Test func aComparatorThatIsAHiddenValueIsHiddenToo() throws {
    var whole = try Self.workspace(
      of: Case(
        testDescription: "", aggregation: .sum, figures: Self.year(["12", "4", "15", "11"], "42"),
        shown: []))
    let period = try date(Self.quarters[3])
    var indicator = try #require(whole.indicators["plans"])
    indicator.comparators = [("before", "11"), ("elsewhere", "3"), ("England", "900")].map {
      name, value in
      made(Comparator.self) {
        ($0.name, $0.period, $0.value) = (name, period, Measure(.exact, spelling: value))
      }
    }
    whole.indicators = RecordTable()
    whole.indicators.append(indicator)
    let shown = whole.withoutSmallNumbers.indicators["plans"]?.comparators.map { $0.value?.text }
    #expect(shown == ["hidden", "hidden", "900"])
  }

  @Test func whoSeesThemSeesThemAndWhoDoesNotIsShownTheRest() throws {
    var workspace = try Self.workspace(
      of: Case(testDescription: "", figures: [Figure("2024", "4")], shown: []))
    #expect(workspace.shown.values["v0"]?.value?.text == "4")
    workspace.access.seesSmallNumbers = false
    #expect(workspace.shown.values["v0"]?.value?.text == "hidden")
  }

  @Test func historyTellsNoNumberOfAValue() throws {
    let workspace = try Self.workspace(
      of: Case(
        testDescription: "",
        figures: [Figure("2024", "4"), Figure("2023", "3", isPublished: true)], shown: []))
    func entry(_ id: String, field: String? = "value", _ from: StoredValue?, _ to: StoredValue?)
      -> JournalEntry
    {
      JournalEntry(
        id: EntryID(folder: "dataset/values", sequence: 1), title: "2024: 4", time: 0, userID: 1,
        user: "ann",
        changes: [
          Change(
            "dataset/values/a.json", RecordID(Observation.kind, id), field: field, from: from,
            to: to)
        ])
    }
    let record = StoredValue.record([
      .init("indicator", .text("plans")), .init("value", .number("3")),
    ])
    let entries = [
      entry("v0", .number("3"), .number("4")), entry("gone", field: nil, record, nil),
      entry("v0", field: "note", .text("old"), .text("new")),
      entry("v1", .number("2"), .number("3")),
    ]
    let shown = entries.withoutSmallNumbers(in: workspace.withoutSmallNumbers)
    let hidden = Measure(.suppressed, words: "").stored
    let before = Measure(.suppressed, words: "as it was").stored
    #expect(shown[0].changes[0].from == before && shown[0].changes[0].to == hidden)
    #expect(shown[0].title == "")
    #expect(shown[1].changes[0].from?["value"] == hidden)
    #expect(shown[2].changes == entries[2].changes && shown[2].title == "")
    #expect(shown[3] == entries[3])
  }

  @Test func whatWasPublishedAndGivesOneAwayIsSaid() throws {
    let found = try #require(
      Self.cases.first { $0.testDescription == "what was published gives a small one away" })
    let workspace = try Self.workspace(of: found)
    #expect(workspace.refusalToExport(of: "plans")?.contains("nothing new of it may leave") == true)
    #expect(workspace.refusalToExport() != nil)
    #expect(workspace.refusalToExport(of: "other") == nil)
  }
}
