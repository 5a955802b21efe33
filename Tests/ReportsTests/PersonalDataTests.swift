import DataStore
import JSONDocument
import Safeguarding
import Testing

/// The numbers are made up; NHS numbers beginning with 999 are never given to a person.
@Suite struct PersonalDataTests {
  private func warnings(_ json: String) throws -> [String] {
    try personalDataWarnings(in: JSONDocument(text: json), file: "a.json").map {
      #expect($0.severity == .warning)
      return "\($0.line):\($0.column) \($0.message)"
    }
  }

  static let nhs = "an NHS number"
  static let pupil = "a unique pupil number"
  static let postcode = "a full postcode"
  static let birth = "a date of birth"
  static let child = "the name of a child with its age"

  @Test(arguments: [
    ("9990001111", nhs), ("seen: 999 765 4323, again", nhs), ("NHS 999-314-1593.", nhs),
    ("G000314159265", pupil), ("UPN g000314159265.", pupil), ("F99912345678B", pupil),
    ("lives at ME14 1XQ", postcode), ("SW1A 1AA.", postcode),
    ("at me14 1xq", postcode), ("EC1A1BB", postcode), ("M1 1AE", postcode),
    ("born 12/03/2010", birth), ("Born on 12th March 2010", birth), ("DOB: 2010-03-12", birth),
    ("date of birth (2.3.10)", birth), ("born March 12, 2010", birth),
    ("Jo Bloggs, aged 7, was", child), ("seen with Jo (age 15).", child),
    ("Zo\u{eb}, 9 years old", child),
    ("O'Neill-Smith (aged 3)", child), ("Jo, 12-year-old", child),
  ])
  func warns(text: String, kind: String) throws {
    #expect(
      try warnings("[1,\n \"\(text)\"]") == ["2:2 Here stands what may be \(kind)."])
  }

  @Test(arguments: [
    "9990001112", "999 765 4324", "99900011110", "a9990001111", "999 7654323",
    "https://example.org/9990001111", "+44 999 765 4323", "03000 41 41 41", "0999765434",
    "H000314159265", "F99912345678C", "G0003141592655", "xG000314159265",
    "ME14 1XC", "QQ1 2AB", "E07000106", "priority M1 and E1", "SE1 part 2AB", "b4 1st", "ME14",
    "born in March 2010", "Newborn 12/03/2010", "unborn baby, 12/03/2010", "born 2010",
    "born and then seen by many people on 12/03/2010", "2010-03-12", "born 45/45/2010",
    "Women aged 16-74", "Children, aged 5", "Young people (aged 11 to 18)", "Jo, aged 16-17",
    "Jo, aged 45",
    "the poll, aged 7", "in Medway, 14 years ago", "GCP2, aged 7", "Girls (aged 12)",
  ])
  func staysSilent(text: String) throws {
    #expect(try warnings("[\"\(text)\"]") == [])
  }

  @Test(arguments: [
    (#"{"dateOfBirth": "2010-03-12"}"#, birth), (#"{"dob": ["12 March 2010"]}"#, birth),
    (#"{"number": 9990001111}"#, nhs),
  ])
  func readsKeysAndNumbersToo(json: String, kind: String) throws {
    #expect(
      try warnings(json).map { $0.split(separator: "be ").last.map(String.init) } == ["\(kind)."])
  }

  @Test func neverRepeatsTheValue() throws {
    let document = try JSONDocument(text: #"["born 12/03/2010, 9990001111, ME14 1XQ"]"#)
    let faults = personalDataWarnings(in: document, file: "a.json")
    #expect(faults.count == 3)
    for fault in faults {
      #expect(!fault.sentence.contains("999") && !fault.sentence.contains("ME14"))
      #expect(!fault.sentence.contains("2010"))
    }
  }
}
