import FigureFiles
import Safeguarding
import Testing

/// Numbers, signs, periods and areas as files spell them.
@Suite struct ValueTests {
  private func value(_ cell: String, unit: String = "", beside: String = "") throws -> String {
    let quoted = { (cell: String) in "\"\(cell.replacing("\"", with: "\"\""))\"" }
    let text = "Indicator,Unit,Q1 2098-99,Q2 2098-99\nA,\(unit),\(quoted(cell)),\(quoted(beside))\n"
    let file = try read(text)
    return file.figures.first { $0.column == 3 }?.value.words
      ?? file.found(.values).first ?? "nothing"
  }

  @Test(arguments: [
    ("12", "12.0/0"), ("1,234", "1234.0/0"), ("1,234.5", "1234.5/1"), ("1.234,5", "1234.5/1"),
    ("1 301", "1301.0/0"), ("1\u{a0}301", "1301.0/0"), ("1\u{202f}301,25", "1301.25/2"),
    ("1.234.567", "1234567.0/0"), ("12.5 %", "12.5/1"), ("12,5%", "12.5/1"),
    ("500+", "at least 500.0"),
    (">95", "at least 95.0"), ("~70", "about 70.0"), ("c. 70", "about 70.0"),
    ("approximately 1,300", "about 1300.0"), ("\u{a3}1,200", "1200.0/0"), ("-3", "-3.0/0"),
    ("\u{2212}3.5", "-3.5/1"), ("0.125", "0.125/3"), (".5", "0.5/1"), ("00:10", "10.0/0"),
    ("1.2e+05", "120000.0/0"), ("12 [p]", "12.0/0"), ("12 [r]", "12.0/0"),
    ("c", "confidential"), ("[c]", "confidential"), ("*", "confidential"), ("<5", "confidential"),
    ("\u{2264} 5", "confidential"), ("fewer than 6", "confidential"), ("x", "notAvailable"),
    ("[x]", "notAvailable"),
    ("..", "notAvailable"), ("\u{2026}", "notAvailable"), ("-", "notAvailable"),
    ("\u{2013}", "notAvailable"), (":", "notAvailable"), ("n/a", "notAvailable"),
    ("z", "notApplicable"), ("[Z]", "notApplicable"), ("low", "low"), ("k", "low"), ("~", "low"),
    ("u", "unreliable"), ("#DIV/0!", "2:3 fails"), ("twelve", "2:3 fails"),
    ("1,23,456", "2:3 fails"),
    ("12.3.4", "2:3 fails"), ("", "nothing"), ("1 2", "2:3 fails"),
    ("99999999999999999999", "1e+20/0"),
  ])
  func cells(_ cell: String, _ expected: String) throws {
    #expect(try value(cell) == expected)
  }

  @Test(arguments: [
    // By the size of its neighbour.
    ("1.234", "", "1301", "1234.0/0", 0), ("1.234", "", "1.5", "1.234/3", 0),
    // By what other marks mean.
    ("1,234", "", "3,5", "1.234/3", 0), ("1.234", "", "3.25", "1.234/3", 0),
    ("1,234", "", "2000.5", "1234.0/0", 0), ("1.234", "", "2000,5", "1234.0/0", 0),
    // Size and marks tell against each other.
    ("1.234", "", "3,5", "1.234/3", 1), ("1,234", "", "3.5", "1.234/3", 1),
    // A share of a hundred is no thousand.
    ("1.234", "%", "", "1.234/3", 0),
    // Nothing tells: that is said.
    ("1.234", "", "", "1.234/3", 1), ("1,234", "", "", "1234.0/0", 0),
  ])
  func marksInNumbers(
    _ cell: String, _ unit: String, _ beside: String, _ expected: String, _ doubts: Int
  ) throws {
    #expect(try value(cell, unit: unit, beside: beside) == expected)
    let text = "Indicator,Unit,Q1 2098-99,Q2 2098-99\nA,\(unit),\"\(cell)\",\"\(beside)\"\n"
    #expect(try read(text).found(.numbers).count == doubts)
  }

  private func period(_ text: String) throws -> ReadPeriod {
    try #require(try read("Indicator,Period,Value\nA,\"\(text)\",1\n").figures.first).period.value
  }

  @Test(arguments: [
    ("Q1 2098-99", "2098-04-01", "2098-06-30"), ("2098/99 Q4", "2099-01-01", "2099-03-31"),
    ("Quarter 3 2098/2099", "2098-10-01", "2098-12-31"), ("2098-99", "2098-04-01", "2099-03-31"),
    ("April 2098", "2098-04-01", "2098-04-30"), ("Apr-Jun 2098", "2098-04-01", "2098-06-30"),
    ("Nov to Jan 2099", "2098-11-01", "2099-01-31"), ("31 March 2099", "2099-03-31", "2099-03-31"),
    ("31/03/2099", "2099-03-31", "2099-03-31"), ("2099-03-31", "2099-03-31", "2099-03-31"),
    ("2098-04", "2098-04-01", "2098-04-30"), ("2096-98", "2096-01-01", "2098-12-31"),
    ("2096/97-98/99", "2096-04-01", "2099-03-31"), ("Q1 2098", "", ""), ("soon", "", ""),
    ("0", "", ""),
    ("99999999999999999999", "", ""), ("31/02/2099", "", ""),
    ("1999-00", "1999-04-01", "2000-03-31"),
  ])
  func periods(_ text: String, _ first: String, _ last: String) throws {
    let period = try period(text)
    #expect(period.first?.iso ?? "" == first)
    #expect(period.last?.iso ?? "" == last)
    #expect(period.printed == text)
  }

  private func statistics(_ period: String, _ identifier: String) throws -> FigureFile {
    try read(
      "time_period,time_identifier,geographic_level,country_name,n\n\(period),\(identifier),National,England,1\n"
    )
  }

  @Test(arguments: [
    ("2099", "Reporting year", "2098-04-01", "2099-03-31"),
    ("2099", "Calendar year", "2099-01-01", "2099-12-31"),
    ("209899", "Academic year", "2098-09-01", "2099-08-31"),
    ("209899", "Financial year", "2098-04-01", "2099-03-31"),
    ("209899", "Tax year", "2098-04-06", "2099-04-05"),
    ("209899", "Financial year Q4", "2099-01-01", "2099-03-31"),
    ("209899", "Part 1 (April to September)", "2098-04-01", "2098-09-30"),
    ("209899", "Part 2 (October to March)", "2098-10-01", "2099-03-31"),
    ("209899", "Autumn term", "2098-09-01", "2098-12-31"),
    ("2024", "March", "2024-03-01", "2024-03-31"), ("2024", "Week 1", "2024-01-01", "2024-01-07"),
    ("2024", "Financial year", "", ""), ("202425", "Reporting year", "", ""),
    ("202426", "Academic year", "", ""), ("2024/25", "Academic year", "", ""),
    ("20245", "Academic year", "", ""), ("2024", "Some year", "", ""),
  ])
  func periodsOfStatistics(
    _ period: String, _ identifier: String, _ first: String, _ last: String
  ) throws {
    let file = try statistics(period, identifier)
    #expect(file.figures.first?.period.first?.iso ?? "" == first)
    #expect(file.figures.first?.period.last?.iso ?? "" == last)
    #expect(file.found(.periods) == (first.isEmpty ? ["2:1 fails"] : []))
  }

  @Test(arguments: [
    ("Norchester & Tarn", "norchester and tarn"), ("Bristol, City of", "bristol"),
    ("City of Bristol", "bristol"), ("Herefordshire, County of", "herefordshire"),
    ("St. Helens", "st helens"), ("Southend-on-Sea", "southend on sea"),
    ("City of London", "city of london"), ("London", "london"),
    ("Bournemouth, Christchurch & Poole", "bournemouth christchurch and poole"),
  ])
  func namesOfAreas(_ name: String, _ key: String) {
    #expect(AreaName.key(name) == key)
  }

  private func authority(_ year: Int, _ old: String, _ new: String, _ name: String) throws
    -> FigureFile
  {
    try read(
      "time_period,time_identifier,geographic_level,old_la_code,new_la_code,la_name,n\n"
        + "\(year),Reporting year,Local authority,\(old),\(new),\(name),7\n"
    ) { $0.knownAreas = [KnownArea(name: "Norchester", oldCode: "991", newCode: "E06009901")] }
  }

  @Test func codesThatChangedHoldForTheirYears() throws {
    let known = { (file: FigureFile) in file.found(.areas).count }
    // One is that the made-up list of known areas has none of them.
    #expect(try known(authority(2023, "815", "E10000023", "North Yorkshire")) == 1)
    #expect(try known(authority(2024, "815", "E10000023", "North Yorkshire")) == 2)
    #expect(try known(authority(2024, "815", "E06000065", "North Yorkshire")) == 1)
    #expect(try known(authority(2024, "909", "", "Cumbria")) == 2)
    #expect(try known(authority(2023, "909", "E10000006", "Cumbria")) == 1)
    #expect(try known(authority(2099, "991", "E06009901", "Norchester")) == 0)
    #expect(try known(authority(2099, "991", "E06009901", "Saltby")) == 1)
    let unknown = try authority(2099, "z", "x", "Not available")
    #expect(unknown.figures[0].area.value.isUnknownGeography)
    #expect(known(unknown) == 0)
    #expect(AreaHistory.codes.filter { $0.last == nil }.count == 9)
  }

  @Test func authoritiesThatKeptTheirNamesAreNoFaults() throws {
    let head = "time_period,time_identifier,geographic_level,old_la_code,new_la_code,la_name,n\n"
    let rows =
      "2019,Reporting year,Local authority,835,E10000009,Dorset,7\n"
      + "2025,Reporting year,Local authority,838,E06000059,Dorset,8\n"
      + "2020,Reporting year,Local authority,815,E10000023,North Yorkshire,8\n"
      + "2025,Reporting year,Local authority,815,E06000065,North Yorkshire,8\n"
    #expect(try read(head + rows).found(.areas).isEmpty)
  }

  @Test func reasonsHaveWordsAndSymbols() {
    #expect(MissingReason.allCases.map(\.symbol) == ["z", "x", "c", "low", "u"])
    #expect(Set(MissingReason.allCases.map(\.title)).count == 5)
  }
}
