import FigureFiles
import Testing

/// What is about single children is refused, and nothing of it is kept.
@Suite struct RefusalTests {
  @Test(arguments: [
    ("Child Unique ID,Gender,Ethnicity,Date of Birth,Age of Child (Years)", "Child Unique ID"),
    ("CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB", "DOB"),
    ("CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,HOME_POST,PL_POST", "HOME_POST"),
    ("CHILD,DECOM,RNE,LS,CIN", "CHILD"), ("LAchildID,Value", "LAchildID"),
    ("Crime ID,Month,Reported by,Longitude,Latitude", "Crime ID"),
    ("Month,Longitude,Latitude,Crime type", "Longitude"),
    ("NHS No,x", "NHS No"), ("nhs_number,x", "nhs_number"), ("N.H.S. Number,x", "N.H.S. Number"),
    ("Pupil number (UPN),x", "Pupil number (UPN)"), ("D.O.B.,x", "D.O.B."),
    ("Child DoB,x", "Child DoB"),
    ("Date of birth (dd/mm/yyyy),x", "Date of birth (dd/mm/yyyy)"),
    ("DateOfBirth,x", "DateOfBirth"),
    ("Mother's date of birth,x", "Mother's date of birth"), ("Child ID,x", "Child ID"),
    ("Child's name,x", "Child's name"), ("Forename,Surname", "Forename"),
    ("Single unique identifier,x", "Single unique identifier"),
    ("Consistent identifier,x", "Consistent identifier"),
    ("Age of Child (Years),Date of Contact,Contact Source", "Age of Child (Years)"),
    ("Indicator,Unit,Q1 2098-99,UPN", "UPN"),
    ("time_period,time_identifier,geographic_level,n,NHS_NUMBER", "NHS_NUMBER"),
  ])
  func columnsOfSingleChildren(_ heading: String, _ column: String) throws {
    let names = heading.split(separator: ",").map(String.init)
    let place = try #require(names.firstIndex(of: column))
    for text in [heading, heading.replacing(",", with: ";"), "Prose\n,\n\(heading)"] {
      do throws(FigureRefusal) {
        _ = try read(text + (text.contains(";") ? "\n1;2\n" : "\n1,2\n"))
        Issue.record("\(heading) was read")
      } catch {
        #expect(error.kind == .personal)
        #expect(error.column == place + 1)
        #expect(error.sentence.contains("\"\(column)\"") && error.sentence.contains("kept"))
      }
    }
  }

  @Test(arguments: [
    "Number of children", "NHS", "Number of referrals from NHS", "% with NHS number recorded",
    "children_count", "Child in need", "upn_missing_percent", "Health (NHS trust)", "pupils",
    "number_of_births", "Child protection plans", "Placement", "CIN", "date",
  ])
  func columnsOfTotalsAreNot(_ name: String) throws {
    let file = try read("Indicator,\(name),Q1 2098-99\nA,b,3\n")
    #expect(file.figures.count == 1)
  }

  /// A number of a patient that is nobody's: those that begin with 999 are for tests.
  private let patient = "9990000018"

  private func madePatient(_ nine: Int) -> String? {
    let digits = String(nine).compactMap(\.wholeNumberValue)
    let sum = zip(digits, stride(from: 10, to: 1, by: -1)).reduce(0) { $0 + $1.0 * $1.1 }
    let check = (11 - sum % 11) % 11
    return check == 10 ? nil : "\(nine)\(check)"
  }

  private func refused(_ text: String) -> (row: Int?, column: Int?)? {
    do throws(FigureRefusal) {
      _ = try read(text)
      return nil
    } catch {
      #expect(error.kind == .personal, "\(error.sentence)")
      return (error.row, error.column)
    }
  }

  @Test func numbersOfPatientsAndPupilsStopTheReading() throws {
    let patients = (999_000_001...999_000_060).compactMap(madePatient)
    #expect(patients.contains(patient))
    for patient in patients.prefix(5) {
      let parts = [patient.prefix(3), patient.dropFirst(3).prefix(3), patient.suffix(4)]
      for spelling in [
        patient, parts.joined(separator: " "), parts.joined(separator: "-"), " \(patient) ",
      ] {
        let text = "Indicator,Ref2,Q1 2098-99\nA,x,1\nB,\(spelling),2\n"
        let found = refused(text)
        #expect(found?.row == 3 && found?.column == 2)
        #expect(!refusal(of: text).contains(spelling))
      }
      // In words about a figure.
      let note = "Indicator,Q1 2098-99,Comment\nA,1,see \(parts.joined(separator: " ")) please\n"
      #expect(refused(note)?.column == 3)
      #expect(refused("Indicator,Q1 2098-99,Comment\nA,1,see \(patient).\n") != nil)
    }
    for pupil in ["A123456789012", "z12345678901b"] {
      #expect(refused("Indicator,Q1 2098-99,x\nA,\(pupil),1\n")?.column == 2)
      #expect(refused("Indicator,Q1 2098-99,Comment\nA,1,\"\(pupil), twice\"\n")?.column == 3)
      #expect(refused("\(pupil),Q1\nIndicator,Q1 2098-99\n") != nil)
    }
  }

  @Test func longCountsAreNoPatients() throws {
    // One number in eleven has the check digit by chance.
    let counts = (0..<2000).map { "A\($0),\(1_000_000_000 + $0 * 7919)" }.joined(separator: "\n")
    #expect(try read("Indicator,Q1 2098-99\n\(counts)\n").figures.count == 2000)
    let all = (100_000_001...100_000_030).compactMap(madePatient).enumerated()
      .map { "A\($0),\($1)" }.joined(separator: "\n")
    #expect(refused("Indicator,Q1 2098-99\n\(all)\n")?.row == 4)
    #expect(
      refused("Indicator,Q1 2098-99,Comment\nA,1,call 01234567890 or see a/9990000018\n") == nil)
    #expect(refused("Indicator,x,Q1 2098-99\nA,0000000000,1\n") == nil)
    #expect(refused("Indicator,x,Q1 2098-99\nA,9990000019,1\n") == nil)
  }

  @Test func anotherTableBelowIsLookedAtToo() throws {
    #expect(refused(MadeUp.statistics + "\n,,,,\n,,,Date of birth,,\n") != nil)
    #expect(refused(MadeUp.agencyList + "Child ID,Surname,Date of birth,Outcome\n") != nil)
  }

  @Test func nothingIsKeptAfterARefusal() throws {
    var reader = FigureReader()
    #expect(throws: FigureRefusal.self) {
      try reader.consume(Array("Indicator,Q1 2098-99\nA,1\nA123456789012,1\n".utf8))
      _ = try reader.finish()
    }
    #expect(throws: FigureRefusal.self) { try reader.consume(Array("B,1\n".utf8)) }
    #expect(throws: FigureRefusal.self) { try reader.finish() }
  }

  @Test(arguments: [
    ("", "empty"), ("a,b\n1,2\n", "None of them has even one"),
    ("time_period,geographic_level,n\n1,2,3\n", "\"time_identifier\""),
    (
      "Indicator ID,Indicator Name,Area Code,Area Name,Time period,Value\n1,a,b,c,d,1\n",
      "\"Area Type\""
    ),
    ("Indicator,Unit\nA,b\n", "no column is called as a period"), ("{\"a\": 1}", "JSON"),
    ("col_name,col_type\nn,Indicator\n", "describes the columns"), ("PK\u{3}\u{4}zip", "workbook"),
    ("a\u{0}b\n", "no text"), ("Indicator,Q1 2098-99\n\"never closed,1\n", "row 2, line 2"),
  ])
  func whatFitsNoLayoutIsToldWhy(_ text: String, _ words: String) {
    #expect(refusal(of: text).contains(words), "\(refusal(of: text))")
  }
}
