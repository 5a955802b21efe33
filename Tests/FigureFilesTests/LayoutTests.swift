import FigureFiles
import Safeguarding
import Testing

/// Files of each layout, and what is read out of them.
@Suite struct LayoutTests {
  @Test(arguments: MadeUp.all)
  func eachLayoutIsKnownByItsColumns(layout: String, text: String) throws {
    #expect(try read(text).layout.contains(layout))
  }

  @Test func statisticsGiveOneFigureForEachMeasure() throws {
    let file = try read(MadeUp.statistics)
    #expect(file.figures.count == 12)
    #expect(
      file.places[7]
        == "5:13 rereferral_percent|Norchester, City of|2099|confidential|category=Children in need"
    )
    #expect(file.figures[0].measure.label == "referral count")
    #expect(file.figures[1].measure.unit == "%")
    #expect(file.figures[1].measure.decimals == 1)
    #expect(file.figures[0].period.first?.iso == "2098-04-01")
    #expect(file.figures[0].period.last?.iso == "2099-03-31")
    let levels = file.figures.map(\.area.level)
    #expect(levels[0] == .national && levels[2] == .regional && levels[6] == .localAuthority)
    #expect(levels[4] == .partOfRegion && !file.figures[4].area.value.mayBeSummed)
    #expect(file.figures[6].area.oldCode == "991" && file.figures[6].area.newCode == "E06009901")
    #expect(
      file.lines.map { $0.split(separator: "|")[3] }.suffix(5)
        == ["confidential", "unreliable", "notApplicable", "0.0/0", "low"])
    #expect(file.isSound)
  }

  @Test func theDescriptionBesideStatisticsSaysWhatColumnsAre() throws {
    let file = try read(MadeUp.statistics) { $0.metadata = Array(MadeUp.metadata.utf8) }
    #expect(file.measures.map(\.label) == ["Referrals in the year", "Repeat referrals"])
    #expect(file.measures.map(\.decimals) == [0, 1])
    #expect(file.lines[0].hasSuffix("Kind of child=Children in need"))
    let missing = MadeUp.metadata.replacing("category,Filter", with: "other,Filter")
    let other = try read(MadeUp.statistics) { $0.metadata = Array(missing.utf8) }
    #expect(other.found(.columns) == ["1:11 warns", "1:0 warns"])
  }

  @Test func aBreakdownWithItsTopicIsOnePair() throws {
    let text = """
      breakdown_topic,breakdown,time_period,time_identifier,geographic_level,country_name,turnover_rate_fte_%,time
      Sex,Female,202425,Academic year,National,England,12.5,00:10
      Total,Total,202425,Academic year,National,England,13,01:02
      """
    let file = try read(text)
    #expect(
      file.lines == [
        "turnover_rate_fte_%|England|202425|12.5/1|Sex=Female",
        "time|England|202425|10.0/0|Sex=Female",
        "turnover_rate_fte_%|England|202425|13.0/0|Total=Total",
        "time|England|202425|14.0/0|Total=Total",
      ])
    #expect(file.measures.map(\.unit) == ["%", "months"])
  }

  @Test func fingertipsTellReasonsInNotes() throws {
    let file = try read(MadeUp.fingertips)
    #expect(
      file.lines == [
        "99901|England|2098/99|75.25/2|Sex=Persons Age=<15 yrs",
        "99901|England|2098/99|unreliable|Sex=Persons Age=<15 yrs Deprivation deciles=Most deprived",
        "99901|Norchester|2098/99|confidential|Sex=Male Age=<15 yrs",
      ])
    #expect(file.figures[0].detail?.numerator == 7520)
    #expect(file.figures[0].detail?.denominator == 998_430)
    #expect(file.figures[0].measure.unit == "per 10,000")
    #expect(file.figures[2].area.regionName == "Midmarch")
    #expect(file.figures[2].area.level == .localAuthority)
    #expect(file.found(.dated) == ["2:12 warns"])
    let told = try read(MadeUp.fingertips) { $0.yearKinds = ["99901": .academic] }
    #expect(told.figures[0].period.first?.iso == "2098-09-01" && told.found(.dated).isEmpty)
  }

  @Test func theInteractiveToolNamesYearsInManyWays() throws {
    let file = try read(MadeUp.interactiveTool) { $0.yearKinds = ["reref": .financial] }
    #expect(
      file.lines == [
        "ReRef|Norchester|2098 (Rev)|22.6/1", "ReRef|Norchester|2099 (prov)|notAvailable",
        "ReRef|England|2099 (prov)|22.5/1", "KSI|Saltby|2096-98|12.13/2",
        "KSI|Saltby|2096/97-98/99|12.3/2", "Fin|Inner London|2098-99 (OT)|1204.5/1",
      ])
    #expect(
      file.figures.map(\.period.status) == [.revised, .provisional, .provisional, nil, nil, nil])
    #expect(file.figures[0].period.first?.iso == "2097-04-01")
    #expect(file.figures[4].period.last?.iso == "2099-03-31")
    #expect(file.figures[5].period.marks == ["OT"])
    #expect(file.figures[5].area.level == .partOfRegion)
    #expect(file.found(.dated) == ["7:3 warns"])
    let definitions = try read(MadeUp.dictionary).definitions
    let told = try read(MadeUp.interactiveTool) { $0.takeYears(from: definitions) }
    #expect(told.figures[0].period.identifier == "Financial year")
    let more = MadeUp.interactiveTool.replacing("\"Region\"\n", with: "\"Region\",Colour\n")
    #expect(try read(more).found(.columns) == ["1:8 warns"])
  }

  @Test func onlyTheAreasThatAreWantedAreKept() throws {
    let wanted = try read(MadeUp.interactiveTool) { $0.areas = ["Saltby", "970"] }
    #expect(Set(wanted.figures.map(\.area.name)) == ["Saltby", "England"])
    let named = try read(MadeUp.statistics) { $0.areas = ["saltby and tarn", "E92000001"] }
    #expect(Set(named.figures.map(\.area.name)) == ["Saltby & Tarn", "England"])
    #expect(
      try read(MadeUp.neighbours2025) { $0.areas = ["992"] }.neighbours.map(\.name) == ["Saltby"])
  }

  @Test func whatAnAgencySendsWithoutAnAreaIsAlwaysWanted() throws {
    let text =
      "Indicator,Area,Period,Value\nA,Norchester,2098-99,1\nA,Saltby,2098-99,2\nA,,2098-99,3\n"
    let file = try read(text) { $0.areas = ["Saltby"] }
    #expect(file.figures.map(\.area.name) == ["Saltby", ""])
    #expect(file.found(.rows).isEmpty)
  }

  @Test func theDictionaryGivesDefinitions() throws {
    let definitions = try read(MadeUp.dictionary).definitions
    #expect(definitions.map(\.short) == ["ReRef", "S47"])
    #expect(definitions.map(\.polarity) == [.low, .neither])
    #expect(definitions[0].methodology == "First line.\n\n- a \"quoted\" item")
    #expect(definitions[0].lastUpdate?.iso == "2025-06-01")
    #expect(definitions.map(\.decimals) == [0, nil])
    #expect(definitions.map(\.year) == [.financial, .academic])
    #expect(definitions.map(\.hasQuartiles) == [true, false])
  }

  @Test func bothModelsOfNeighboursAreRead() throws {
    let new = try read(MadeUp.neighbours2025).neighbours
    #expect(new.map(\.model) == ["2025", "2025"])
    #expect(new[0].neighbours.map(\.code) == (881...890).map(String.init))
    #expect(new[1].neighbours.prefix(3).map(\.closeness) == [.close, .close, .somewhatClose])
    let old = try read(MadeUp.neighbours2021)
    #expect(old.neighbours.map(\.code) == ["991", "993"])
    #expect(old.neighbours.map(\.isAbolished) == [false, true])
    #expect(
      old.neighbours[0].neighbours.map(\.closeness) == Array(repeating: .veryClose, count: 10))
    #expect(old.checks.allSatisfy { $0.outcome == .passes })
  }

  @Test func aScorecardSaysHowItsYearFollows() throws {
    let file = try read(MadeUp.scorecard) { $0.year = "2098-99" }
    #expect(file.measures.map(\.aggregation) == [nil, .sum, .sum, .mean, .last, nil])
    #expect(file.measures.map(\.unit) == ["%", "", "", "%", "", "%"])
    #expect(file.lines[5] == "3.1||Q1 2098-99|1095.0/0")
    #expect(file.figures[4].period.last?.iso == "2099-03-31")
    #expect(file.found(.sums) == ["4:7 warns"])
    #expect(file.found(.signs) == ["7:6 warns"])
    #expect(try read(MadeUp.scorecard).found(.dated).count == 5)
  }

  @Test func inspectionsStandBelowRowsOfProse() throws {
    let file = try read(MadeUp.inspections)
    #expect(file.outcomes.map(\.areaName) == ["Norchester", "Saltby"])
    #expect(file.outcomes.map { $0.inspected?.iso } == ["2098-02-01", "2098-05-01"])
    #expect(file.outcomes[0].published?.iso == "2098-03-15")
    #expect(file.outcomes[0].judgements.map(\.grade) == ["Good", "Good", "Requires improvement"])
    let wrong = try read(MadeUp.inspections.replacing("01/02/2098", with: "31/02/2098"))
    #expect(wrong.found(.dated) == ["4:5 fails"])
  }

  @Test func whatAnAgencySendsIsReadAsPeopleWrite() throws {
    let file = try read(MadeUp.agencyGrid)
    #expect(
      file.lines.map { $0.split(separator: "|", omittingEmptySubsequences: false)[3] } == [
        "1234.0/0", "1301.0/0", "1288.0/0", "about 1300.0", "22.6/1", "21.9/1", "notAvailable",
        "at least 500.0", "confidential", "confidential", "notAvailable", "91.0/1", "confidential",
        "notAvailable", "90.0/0",
      ])
    #expect(file.figures[0].detail?.note == "Two lines\nin one cell")
    #expect(file.figures[3].period.first?.iso == "2099-01-01")
    #expect(file.places[4].hasPrefix("3:3 "))
    let list = try read(MadeUp.agencyList)
    #expect(
      list.lines == [
        "Children missing||Q1 2098-99|12.0/0|Agency=Police Sex=Female",
        "Children missing||Q1 2098-99|9.0/0|Agency=Police Sex=Male",
        "Children missing||Q1 2098-99|21.0/0|Agency=Police Sex=Total",
        "Seen within five days %||Q1 2098-99|75.0/0|Agency=Health",
      ])
    #expect(list.figures[0].detail?.analysis == "More in May")
    #expect(list.isSound && list.found(.sums).isEmpty)
  }
}
