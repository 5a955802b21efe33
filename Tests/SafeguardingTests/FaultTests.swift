import Safeguarding
import Testing

/// What a fault counts, and how long what it says can get.
@Suite struct FaultTests {
  private func fault(_ message: String, _ severity: Fault.Severity = .error) -> Fault {
    Fault(severity, file: "a.json", message: message, hint: "Mend it.")
  }

  @Test func aFaultStandsForItselfAndARestForWhatIsNotTold() {
    var rest = [fault("Bad."), fault("Odd.", .warning)].tally
    #expect(rest.words == "1 error and 1 warning")
    rest = rest + [FaultTally](repeating: rest, count: 999).reduce(FaultTally(), +)
    let more = Fault(.error, file: "a.json", message: "More.", hint: "", standingFor: rest)
    #expect(more.isRest)
    #expect([fault("Bad."), more].tally.words == "1,001 errors and 1,000 warnings")
  }

  @Test(arguments: [
    (#"There is no group "bord"."#, #"There is no group "bord"."#),
    (
      "There is no group \"\(String(repeating: "o", count: 100_000))\" here.",
      "There is no group \"\(String(repeating: "o", count: 40))… (100,000 letters)\" here."
    ),
    (
      "\"\(String(repeating: "no end ", count: 20))\" is \"x\".",
      "\"\(String(repeating: "no end ", count: 20).prefix(40))… (140 letters)\" is \"x\"."
    ),
    (
      "\(String(repeating: "9", count: 2_000)) is no day.",
      "\(String(repeating: "9", count: 40))… (2,000 letters) is no day."
    ),
    (
      "\"\(String(repeating: "ü", count: 60))\" has sixty letters.",
      "\"\(String(repeating: "ü", count: 60))\" has sixty letters."
    ),
  ])
  func whatAFaultRepeatsIsCut(_ message: String, _ expected: String) {
    #expect(fault(message).message == expected)
    #expect(fault(fault(message).message).message == expected)
  }

  @Test func nothingMakesASentenceEndless() {
    for text in [
      String(repeating: "a\"", count: 50_000), String(repeating: "a ", count: 50_000),
      "\"" + String(repeating: "e\u{301}", count: 50_000), String(repeating: "\"", count: 50_000),
    ] { #expect(fault(text).message.count <= 2_001) }
  }
}
