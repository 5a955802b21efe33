import Reports
import Safeguarding
import Testing

/// The figures as tables, as statistics in England are published, and as a picture.
@Suite struct FigureFormsTests {
  private static let day = CalendarDate(iso: "2024-04-30")

  /// Three quarters of an indicator, one of them hidden, and a part of the last.
  private func workspace() throws -> (Workspace, CalendarDate) {
    var workspace = Workspace()
    var partnership = Partnership()
    (partnership.id, partnership.area) = ("area", "Luton local authority area")
    workspace.partnerships.append(partnership)
    var cluster = Cluster()
    (cluster.id, cluster.title) = ("help", "Help and protection")
    workspace.clusters.append(cluster)
    var indicator = Indicator()
    (indicator.id, indicator.title, indicator.number) = ("cp-plans", "Children with a plan", "4")
    (indicator.partnership, indicator.cluster, indicator.unit) = ("area", "help", "children")
    indicator.polarity = .lowerIsBetter
    var england = Comparator()
    (england.name, england.value) = ("England & Wales", Measure(.exact, spelling: "21"))
    england.period = ImpreciseDate("2023/24")
    indicator.comparators = [england]
    workspace.indicators.append(indicator)
    func add(_ id: String, _ period: String, _ value: Measure?, part: String = "") throws {
      var one = Observation()
      (one.id, one.indicator, one.value) = (id, "cp-plans", value)
      one.period = ImpreciseDate(period)
      if !part.isEmpty { one.breakdown = [Breakdown(by: "Age", part)] }
      workspace.values.append(one)
    }
    try add("a", "2023-07-01/2023-09-30", Measure(.exact, spelling: "20"))
    try add("b", "2023-10-01/2023-12-31", Measure(.suppressed, words: ""))
    try add("c", "2024-01-01/2024-03-31", Measure(.exact, spelling: "24"))
    try add("d", "2024-01-01/2024-03-31", Measure(.exact, spelling: "9"), part: "5 to 9")
    return (workspace, try #require(Self.day))
  }

  private func lines(_ listing: Listing) -> [String] {
    listing.written(as: .csv).split(separator: "\r\n").map(String.init)
  }

  @Test func tidyHasARowForEachValue() throws {
    let (workspace, day) = try workspace()
    let rows = lines(FigureTables.tidy(workspace, on: day))
    #expect(rows.count == 5)
    #expect(
      rows[1]
        == "cp-plans,4,Children with a plan,children,area,,2023-07-01,2023-09-30,Jul-Sep 2023,,,20,,exact,20,,,false,false,"
    )
    #expect(rows[2].contains(",Oct-Dec 2023,,,,c,suppressed,hidden,"))
    #expect(rows[4].contains(",Jan-Mar 2024,Age,5 to 9,9,"))
  }

  @Test func wideHasAColumnForEachPeriod() throws {
    let (workspace, day) = try workspace()
    #expect(
      lines(FigureTables.wide(workspace, on: day)) == [
        "Ref,Measure,Unit,Part,Jul-Sep 2023,Oct-Dec 2023,Jan-Mar 2024",
        "4,Children with a plan,children,,20,c,24",
        "4,Children with a plan,children,5 to 9,,,9",
      ])
  }

  @Test func statisticsAreWrittenAsTheyArePublished() throws {
    let (workspace, day) = try workspace()
    let files = StatisticsFiles(workspace, on: day)
    let place = "Local authority,E92000001,England,,,,,Luton"
    #expect(
      lines(files.data) == [
        "time_period,time_identifier,geographic_level,country_code,country_name,region_code,region_name,"
          + "old_la_code,new_la_code,la_name,breakdown_topic,breakdown,cp_plans",
        "202324,Financial year Q2,\(place),Total,Total,20",
        "202324,Financial year Q3,\(place),Total,Total,c",
        "202324,Financial year Q4,\(place),Total,Total,24",
        "202324,Financial year Q4,\(place),Age,5 to 9,9",
      ])
    #expect(
      lines(files.metadata) == [
        "col_name,col_type,label,indicator_grouping,indicator_unit,indicator_dp,filter_hint,"
          + "filter_grouping_column",
        "breakdown,Filter,Breakdown,,,,,breakdown_topic",
        "cp_plans,Indicator,Children with a plan,Help and protection,,0,,",
      ])
    #expect(files.leftOut.isEmpty)
  }

  @Test(arguments: [
    ("2024-03-31", "2024", "March"), ("2024-03", "2024", "March"),
    ("2023/24", "202324", "Financial year"),
    ("2024", "2024", "Calendar year"), ("2023-04-01/2023-06-30", "202324", "Financial year Q1"),
    ("1999-10-01/1999-12-31", "199900", "Financial year Q3"),
  ]) func eachPeriodHasItsName(period: String, time: String, identifier: String) throws {
    var (workspace, day) = try workspace()
    workspace.values = RecordTable()
    var one = Observation()
    (one.id, one.indicator, one.value) = ("a", "cp-plans", Measure(.exact, spelling: "20"))
    one.period = ImpreciseDate(period)
    workspace.values.append(one)
    day = try #require(CalendarDate(iso: "2026-04-30"))
    let rows = lines(StatisticsFiles(workspace, on: day).data)
    #expect(try #require(rows.last).hasPrefix("\(time),\(identifier),"))
  }

  /// What the form has no place for is left out, and said.
  @Test func whatHasNoPlaceIsSaid() throws {
    var (workspace, day) = try workspace()
    var one = Observation()
    (one.id, one.indicator, one.value) = ("e", "cp-plans", Measure(.phrase, words: "a low number"))
    one.period = ImpreciseDate("2023-04-01/2023-06-30")
    workspace.values.append(one)
    (one.id, one.value) = ("f", Measure(.exact, spelling: "3"))
    one.period = ImpreciseDate("2023-04-03/2023-06-30")
    workspace.values.append(one)
    day = try #require(CalendarDate(iso: "2026-04-30"))
    let files = StatisticsFiles(workspace, on: day)
    #expect(files.data.rows.count == 4)
    #expect(
      files.leftOut == [
        "1 value left out: this form knows years, quarters and months, and they are for another time.",
        "1 value left out: this form knows exact numbers and symbols, and they are words or rounded.",
      ])
  }

  @Test func aSummarySaysHowItWent() throws {
    let (workspace, day) = try workspace()
    let rows = FigureSummary(workspace, on: day).listing.written(as: .markdown)
    #expect(rows.contains("| 4 | Children with a plan | 24 | children | Jan-Mar 2024 |"))
  }

  /// A picture names itself, says each of its numbers, and holds nothing of the data that is not text.
  @Test func aPictureSaysTheSameInWords() throws {
    var (workspace, day) = try workspace()
    var indicator = try #require(workspace.indicators["cp-plans"])
    indicator.title = "Plans <script>alert(1)</script> & \"more\""
    workspace.indicators = RecordTable()
    workspace.indicators.append(indicator)
    let picture = try FigureDrawing(workspace, of: "cp-plans", on: day).text
    #expect(picture.contains("role=\"img\" aria-labelledby=\"title desc\""))
    #expect(
      picture.contains(
        "<desc id=\"desc\">In children. Jul-Sep 2023: 20. Oct-Dec 2023: hidden. Jan-Mar 2024: 24."))
    #expect(picture.contains("England &amp; Wales"))
    #expect(!picture.contains("<script"))
    // A value that is hidden has no point, and no line is drawn across it.
    #expect(picture.components("<circle") == 2)
    #expect(picture.components("<polyline") == 0)
    day = try #require(CalendarDate(iso: "2024-04-30"))
    #expect(throws: ReportError.self) { try FigureDrawing(workspace, of: "cp-plan", on: day) }
  }

  @Test func whatHasNoNumberIsNotDrawn() throws {
    var (workspace, day) = try workspace()
    workspace.values = RecordTable()
    day = try #require(CalendarDate(iso: "2024-04-30"))
    #expect(throws: ReportError.self) { try FigureDrawing(workspace, of: "cp-plans", on: day) }
  }
}

extension String {
  /// How often a text stands in it.
  fileprivate func components(_ text: String) -> Int { ranges(of: text).count }
}
