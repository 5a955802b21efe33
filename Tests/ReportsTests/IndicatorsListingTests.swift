import JSONDocument
import Reports
import Safeguarding
import Testing

@Suite struct IndicatorsListingTests {
  @Test func givesTheLatestValueAndItsChange() throws {
    let rows = try IndicatorsListing(SmallWorkspace.read()).listing.readBack()
    let plans = try #require(rows.first)
    #expect(plans["value"]?.spelling == "44.30")
    #expect(plans["change"]?.spelling == "1.20")
    #expect(plans["direction"]?.string == "up")
    #expect(plans["changeIsBetter"]?.boolean == false)
    #expect(plans["period"]?.string == "2023/24")
    #expect(plans["comparators"]?[0]?["name"]?.string == "England")
    #expect(plans["comparators"]?[0]?["period"]?.string == "2022/23")
    #expect(plans["comparators"]?[0]?["value"]?.spelling == "43.2")
    let pilot = try #require(rows.last)
    #expect(pilot["value"]?.isNull == true)
    #expect(pilot["valueText"]?.string == "a low number")
    #expect(pilot["qualifier"]?.string == "phrase")
  }

  @Test func ratesEachValueOfOneIndicator() throws {
    let listing = try IndicatorsListing(SmallWorkspace.read(), of: "plans").listing
    #expect(try listing.texts("period") == ["2022/23", "2023/24"])
    let ratings = try listing.readBack().map { $0["comparisons"]?[0]?["rating"]?.string }
    #expect(ratings == ["better", "worse"])
    let differences = try listing.readBack().map { $0["comparisons"]?[0]?["difference"]?.spelling }
    #expect(differences == ["-0.1", "1.10"])
  }

  @Test(
    arguments: [
      (nil, nil, ["2022/23", "2023/24"]), ("2023/24", nil, ["2023/24"]),
      ("2023/24-Q1", "2023/24 q4", ["2023/24"]), ("2023/24-Q2", nil, []),
      (nil, "2023-03-31", ["2022/23"]), ("2022-04", "2024-03", ["2022/23", "2023/24"]),
    ] as [(String?, String?, [String])])
  func keepsToThePeriodAskedFor(from: String?, to: String?, periods: [String]) throws {
    let listing = try IndicatorsListing(
      SmallWorkspace.read(), of: "plans", within: PeriodBounds(from: from, to: to)
    ).listing
    #expect(try listing.texts("period") == periods)
  }

  @Test(arguments: [("Q3", nil), ("2023/24-Q5", nil), ("2024", "2023")] as [(String, String?)])
  func refusesWhatIsNoPeriod(from: String, to: String?) {
    #expect(throws: ReportError.self) { try PeriodBounds(from: from, to: to) }
  }
}
