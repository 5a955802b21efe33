import FigureFiles
import Testing

/// What is checked of a file, and that each fault is named with its place.
@Suite struct CheckTests {
  @Test func everyFaultIsNamed() throws {
    let text = """
      Agency,Indicator,Unit,Period,Value,Numerator,Denominator,Target,Age
      Police,A,number,Q1 2098-99,12,,,,
      Police,A,number,Q1 2098-99,12,,,,
      Police,B,%,Q1 2098-99,120,,,,
      Police,B,%,Q2 2098-99,50,30,20,,
      Police,C,number,,5,,,,
      Police,C,number,soon,5,,,,
      Police,C,number,Q3 2098-99,five,,,,
      Police,C,number,Q4 2098-99,#REF!,,,,
      Police,D,number,Q1 2098-99,10,,,,0 to 4
      Police,D,number,Q1 2098-99,11,,,,5 to 17
      Police,D,number,Q1 2098-99,30,,,,Total
      Police,E,number,Q1 2098-99,1.234,,,,
      Police,E,number,Q2 2098-99,n/a,,,,
      """
    let file = try read(text)
    #expect(file.found(.columns) == ["1:8 warns"])
    #expect(file.found(.duplicates) == ["3:5 fails"])
    #expect(file.found(.percentages) == ["4:5 fails"])
    #expect(file.found(.numerators) == ["5:5 fails"])
    #expect(file.found(.periods) == ["6:4 fails"])
    #expect(file.found(.dated) == ["7:4 warns"])
    #expect(file.found(.values) == ["8:5 fails", "9:5 fails"])
    #expect(file.found(.sums) == ["12:5 warns"])
    #expect(file.found(.numbers) == ["13:5 warns"])
    #expect(file.found(.signs) == ["14:5 warns"])
    #expect(!file.isSound)
    let rows = file.faults.compactMap(\.row)
    #expect(rows == rows.sorted())
    #expect(file.faults.allSatisfy { $0.sentence.hasSuffix(".") })
  }

  @Test func aHundredOfAKindAreKeptAndTheRestCounted() throws {
    let rows = (0..<250).map { "A\($0),Q1 2098-99,none" }.joined(separator: "\n")
    let file = try read("Indicator,Period,Value\n\(rows)\n")
    let check = try #require(file.checks.first { $0.name == .values })
    #expect(check.faults.count == 100 && check.failures == 250 && check.more == 150)
    #expect(check.outcome == .fails)
  }

  @Test func statisticsAreCheckedAgainstTheirDescription() throws {
    var text = MadeUp.statistics.replacing(",5230,22.5", with: ",5230.5,122.55")
    let file = try read(text) { $0.metadata = Array(MadeUp.metadata.utf8) }
    #expect(file.found(.decimals) == ["2:12 warns", "2:13 warns"])
    #expect(file.found(.percentages) == ["2:13 warns"])
    text = MadeUp.statistics.replacing("992,E06009902", with: "991,E06009902")
    #expect(try read(text).found(.areas) == ["6:0 warns"])
    text = MadeUp.statistics.replacing(",u,z", with: ",u")
    #expect(try read(text).found(.rows) == ["6:0 fails"])
    text = MadeUp.statistics.replacing(",u,z", with: ",,z")
    #expect(try read(text).found(.values) == ["6:12 warns"])
    text = MadeUp.statistics.replacing("category,", with: "category,category,").replacing(
      "Children in need,", with: "Children in need,x,")
    #expect(try read(text).found(.columns) == ["1:0 warns"])
  }

  @Test func sentencesHoldNothingThatDoesNotShow() throws {
    let file = try read(
      "Indicator,Per\u{1b}[2Jiod,Period,Value\nA\u{1b}[31m,x,soon\u{7},fi\u{1b}[5mve\nB\u{1b}[31m,x,soon\u{7},5\n"
    )
    let sentences = file.faults.map(\.sentence) + file.lines
    #expect(sentences.count >= 3)
    #expect(sentences.allSatisfy { $0.unicodeScalars.allSatisfy { $0.value >= 0x20 } })
  }

  @Test func roundedFiguresOfTheCountryAreLeftAlone() throws {
    let head =
      "time_period,time_identifier,geographic_level,country_name,old_la_code,la_name,sex,n\n"
    let rows = { (level: String, code: String) in
      ["Female,8", "Male,9", "Total,20"].map {
        "2099,Reporting year,\(level),England,\(code),\($0)\n"
      }
      .joined()
    }
    #expect(try read(head + rows("National", ",")).found(.sums).isEmpty)
    #expect(
      try read(head + rows("Local authority", "991,Norchester")).found(.sums) == ["4:8 warns"])
    let hidden = rows("Local authority", "991,Norchester").replacing("Male,9", with: "Male,c")
    #expect(try read(head + hidden).found(.sums).isEmpty)
  }
}
