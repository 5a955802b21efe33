import DataStore
import Entry
import FigureFiles
import Safeguarding
import Testing

/// What the figures of a file mean to a dataset: which indicator, which place, and what is new.
@Suite struct FigureImportTests {
  private static let files = [
    "workspace.json": #"{"title": "A", "schemaVersion": 2, "partnerships": ["north", "old"]}"#,
    "agencies.json": """
    {"agencies": [{"id": "council", "name": "North Council", "category": "council"},
      {"id": "police", "name": "North Police", "category": "police"}]}
    """,
    "partnerships/north/partnership.json": """
    {"id": "north", "name": "North Partnership", "shortName": "North",
     "area": "Northshire County Council local authority area"}
    """,
    "partnerships/old/partnership.json": #"{"id": "old", "name": "Old", "shortName": "Old"}"#,
    "dataset/north.json": """
    {"clusters": [{"id": "care", "partnership": "north", "title": "Care"}],
     "comparatorGroups": [{"id": "near", "title": "Neighbours", "members": ["Eastshire"]}],
     "indicators": [
      {"id": "plans", "partnership": "north", "cluster": "care", "number": "1.1",
       "title": "Children's protection plans", "unit": "children", "suppliers": ["council"],
       "comparators": [{"name": "England", "period": "2022/23", "value": 50780}]},
      {"id": "repeat", "partnership": "north", "cluster": "care", "number": "1.2",
       "title": "% of repeat referrals", "unit": "%", "suppliers": ["council"]},
      {"id": "calls", "partnership": "north", "cluster": "care", "title": "Calls",
       "unit": "calls", "suppliers": ["police"]},
      {"id": "old-calls", "partnership": "old", "cluster": "care", "title": "Calls",
       "unit": "calls"}]}
    """,
    "dataset/values/council-2023.json": """
    {"values": [
      {"id": "plans-2023-24", "indicator": "plans", "agency": "council", "period": "2023/24",
       "value": 300},
      {"id": "repeat-q1", "indicator": "repeat", "agency": "council",
       "period": "2023-04-01/2023-06-30", "value": 22.50, "provisional": true},
      {"id": "plans-girls", "indicator": "plans", "period": "2023/24", "value": 140,
       "breakdown": [{"by": "Sex", "part": "Female"}]}]}
    """,
  ]

  private static let workspace = WorkspaceReader(
    files: files.sorted { $0.key < $1.key }.map { ($0.key, Array($0.value.utf8)) }
  ).read()

  private func brought(
    _ text: String, _ change: (inout FigureImport.Wishes) -> Void = { _ in }
  ) throws -> FigureImport {
    var wishes = FigureImport.Wishes()
    change(&wishes)
    return FigureImport(try FigureReader.read(Array(text.utf8)), Self.workspace, wishes)
  }

  @Test(arguments: [
    ("plans", "", "plans by its id"), ("CHILDREN’S protection  plans", "", "plans by its title"),
    ("% of repeat referrals", "", "repeat by its title"),
    ("Something", "repeat", "repeat by its id"),
    ("Protection plans at the end", "1.1", "plans by its number"),
    ("Another thing", "1.1", "none"), ("repeat referrals", "", "none, near repeat"),
    ("Calls", "", "calls, old-calls"), ("Aliased", "", "plans as you said"),
    ("Not wanted", "", "left out"),
  ])
  func measuresAreIndicators(_ label: String, _ key: String, _ expected: String) throws {
    let found = try brought("Ref,Indicator,Period,Value\n\(key),\(label),2023-24,1\n") {
      $0.said = ["aliased": "plans", "Not wanted": ""]
    }
    let text =
      switch try #require(found.measures.first).found {
      case .one(let indicator, let way): "\(indicator.id) \(way.rawValue)"
      case .several(let those): those.map(\.id).joined(separator: ", ")
      case .none(let near):
        (["none"] + near.prefix(1).map { "near \($0.id)" }).joined(separator: ", ")
      case .leftOut: "left out"
      }
    #expect(text == expected)
    #expect(found.isSound == !(text.hasPrefix("none") || text.contains(", ")))
  }

  @Test func whoeverSuppliesAnIndicatorMeansTheirOwn() throws {
    let found = try brought("Indicator,Period,Value\nCalls,2023-24,5\n") { $0.agency = "police" }
    #expect(found.items.map(\.indicator) == ["calls"])
    #expect(found.items.first?.value.agency?.id == "police")
  }

  @Test(arguments: [
    ("plans,2023-24,300", false, "same"), ("plans,2023-24,301", false, "differs from 300"),
    ("plans,2023-24,301", true, "restates plans-2023-24"),
    ("plans,2023-24 (Rev),301", false, "restates plans-2023-24"),
    ("plans,2023-24 (Rev),300", false, "same"), ("plans,2022-23,301", false, "new"),
    ("plans,2023-24,300+", false, "differs from 300"),
    ("plans,2023-24,[c]", false, "differs from 300"),
    ("repeat,Q1 2023-24,22.5", false, "same"),
    ("repeat,Q1 2023-24 (final),23.5", false, "restates repeat-q1"),
    ("repeat,Q1 2023-24 (prov),23.5", false, "differs from 22.50"),
  ])
  func figuresAreNewTheSameOrDifferent(_ row: String, _ restates: Bool, _ expected: String) throws {
    let found = try brought("Indicator,Period,Value\n\(row)\n") { $0.restates = restates }
    let text =
      switch try #require(found.items.first).outcome {
      case .new: "new"
      case .same: "same"
      case .differs(let text): "differs from \(text)"
      case .restates(let id, _): "restates \(id)"
      }
    #expect(text == expected)
    let changes = try found.changes()
    #expect(changes.isEmpty == (text == "same" || text.hasPrefix("differs")))
    if text.hasPrefix("restates ") {
      let supersedes = changes.first?.to?["supersedes"]?.text
      #expect(supersedes == String(text.dropFirst(9)))
      #expect(changes.first?.record.id != supersedes)
    }
  }

  @Test func partsAreValuesOfTheirOwn() throws {
    let found = try brought(
      """
      Indicator,Sex,Period,Value
      plans,Female,2023-24,140
      plans,Male,2023-24,160
      plans,Total,2023-24,300

      """)
    #expect(found.items.map(\.outcome) == [.same, .new, .same])
    let new = try #require(try found.changes().first)
    #expect(new.record.id == "plans-2023-24-male")
    #expect(new.document == "dataset/values/values-2023.json")
  }

  @Test(arguments: [
    (YearKind.financial, "2023/24"), (.academic, "2023-09-01/2024-08-31"), (.calendar, "2024"),
  ])
  func yearsThatCanMeanSeveralAreTold(_ years: YearKind, _ expected: String) throws {
    let text = """
      Short Desc,Data item,Years,LA and Regions,Values,LA Number,Region
      P,plans,2024 (Rev),Northshire,12.3456789,886,South East

      """
    #expect(try !brought(text).isSound)
    let item = try #require(try brought(text) { $0.years = years }.items.first)
    #expect(item.value.period?.iso == expected)
    #expect(item.value.value?.number == 12.3456789)
  }

  @Test func districtsInAReturnAreParts() throws {
    var options = FigureOptions()
    options.areas = FigureAreas(Self.workspace).names
    let text = """
      Indicator,District,Period,Value
      plans,,2023-24,300
      plans,Upper Vale,2023-24,120

      """
    let file = try FigureReader.read(Array(text.utf8), options)
    let found = FigureImport(file, Self.workspace, FigureImport.Wishes())
    #expect(found.items.map(\.outcome) == [.same, .new])
    #expect(found.items.map(\.value.partText) == ["", "Upper Vale"])
  }

  @Test func aReleaseGivesOnesOwnAndWhatToCompareItWith() throws {
    let release = """
      time_period,time_identifier,geographic_level,country_code,country_name,region_code,region_name,\
      old_la_code,new_la_code,la_name,kind,plans
      2023,Reporting year,National,E92000001,England,,,,,,All need,50780
      2024,Reporting year,National,E92000001,England,,,,,,All need,49900
      2024,Reporting year,Regional,E92000001,England,E12000008,South East,,,,All need,7000
      2024,Reporting year,Regional,E92000001,England,E12000002,North West,,,,All need,8000
      2024,Reporting year,Local authority,E92000001,England,E12000008,South East,886,E10000016,Northshire,All need,300
      2024,Reporting year,Local authority,E92000001,England,E12000008,South East,887,E06000035,Eastshire,All need,70
      2024,Reporting year,Local authority,E92000001,England,E12000008,South East,888,E06000036,Elsewhere,All need,80

      """
    let found = try brought(release) { $0.release = "2024" }
    let told = found.items.map { "\($0.comparator ?? "own") \($0.outcome)" }
    #expect(
      told == ["England same", "England new", "South East new", "own same", "Eastshire new"])
    #expect(found.otherAreas == 2)
    let changes = try found.changes()
    #expect(changes.count == 1 && changes.first?.field == "comparators")
    let all = try #require(changes.first?.to?.elements)
    #expect(
      all.map { $0["name"]?.text } == ["England", "England", "South East", "Eastshire"])
    #expect(all.last?["release"]?.text == "2024")
  }

  @Test(arguments: [
    (
      "Indicator,Period,Value\nplans,2023-24,5\nChildren's protection plans,2023-24,6\n",
      "given once"
    ),
    ("Indicator,Unit,Period,Value\nplans,%,2023-24,5\n", "units"),
    ("Indicator,Unit,Period,Value\nrepeat,children,2023-24,5\n", ""),
    ("Indicator,Unit,Period,Value\nrepeat,referrals,2023-24,5\n", "units"),
    ("Agency,Indicator,Period,Value\nfire,plans,2023-24,5\n", "agencies"),
    ("Agency,Indicator,Period,Value\nNorth Police,plans,2023-24,5\n", ""),
    ("Indicator,Period,Value\nplans,Q1,5\n", "days of periods"),
  ])
  func whatCannotBeKeptIsNamed(_ text: String, _ expected: String) throws {
    let failing = try brought(text).checks.filter { $0.count > 0 && $0.isGrave }.map(\.name)
    #expect(
      failing.count == (expected.isEmpty ? 0 : 1) && failing.allSatisfy { $0.contains(expected) })
  }

  @Test func measuresThatAreNoneAreLeftOutWhenThatIsWanted() throws {
    let text = "Indicator,Period,Value\nplans,2022-23,5\nUnheard of,2022-23,6\n"
    #expect(try !brought(text).isSound)
    let found = try brought(text) { $0.onlyKnown = true }
    #expect(found.isSound && found.unmatched == 1 && found.items.count == 1)
  }

  @Test func aTemplateHoldsWhatItsAgencySupplies() throws {
    let agency = try #require(Self.workspace.agency(called: "north council"))
    let period = try #require(ReadPeriod.named("2024-25 q1"))
    let template = FigureTemplate(Self.workspace, agency: agency, period: period)
    #expect(template.rows.map { $0[1] } == ["plans", "repeat"])
    #expect(template.rows.allSatisfy { $0[4] == "Q1 2024-25" })
    #expect(template.rows.allSatisfy { $0.count == FigureTemplate.heading.count })
    // Who has ended by then is sent nothing.
    var ended = Self.workspace
    let all = ended.partnerships.all
    ended.partnerships = RecordTable()
    for var partnership in all {
      partnership.to = ImpreciseDate("2023-12-31")
      ended.partnerships.append(partnership)
    }
    #expect(FigureTemplate(ended, agency: agency, period: period).rows.isEmpty)
  }
}
