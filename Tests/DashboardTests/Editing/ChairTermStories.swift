import Dashboard
import Safeguarding
import TerminalUI
import Testing

/// Changes of a rotating chair: who really has it, a longer term, two terms swapped.
@Suite struct ChairTermStories {
  private let executive = Place(ExecutivePane.id)

  /// Goes to the terms and to the one in which the chair is now.
  private func atTerms() -> Step { press("g") }

  @Test func aTermIsExtendedWithAReason() {
    story(on: .sample, at: executive) {
      atTerms()
      press("e")
      expect(contains: "Edit chair term", "Agency", "Person", "From", "To", "Status", "Reason")
      press("Tab", times: 4)
      expect("the end has the keys") { $0.form?.focused?.name == "to" }
      typing("1 dec 2026")
      press("Tab", "Tab")
      typing("Both partners asked for it.")
      press("Tab")
      typing("y")
      press("Ctrl-S")
      expect(
        editHas: "to: ", "-> 2026-12-01", "reason: ", "Both partners asked for it.",
        "shiftsFollowing: nothing -> true")
    }
  }

  @Test func aTermThatIsSwappedAndMadeLongerTakesEffect() {
    let desk = SharedDesk()
    story(on: .sample, at: executive) {
      press("G", "k", "X")
      typing("The police asked.")
      press("Ctrl-S")
      desk.done()
      press("e", "Tab", "Tab", "Tab", "Tab")
      expect("the end has the keys") { $0.form?.focused?.name == "to" }
      typing("1 dec 2026")
      expect(row: "1 dec 2026", "overlaps the term from 2 Sep 2026")
      press("Ctrl-S")
      expectNoEdit()
      expect(contains: "x Reason is needed. Say why the term is longer.")
      typing(" Both asked for three months more.")
      press("Ctrl-S")
      expectNoEdit()
      expect(lastLine: "The next term is recorded from 2 Sep 2026.")
      press("Enter", "Tab")
      typing("y")
      press("Ctrl-S")
      desk.done()
      press("z")
      expect(row: "2 Sep 2025", "1 Dec 2026", "planned")
      expect(row: "2 Dec 2026", "1 Dec 2027", "planned")
    }
  }

  @Test func whoReallyHasTheChairIsRecorded() {
    story(on: .sample, at: executive) {
      press("G", "e", "Tab")
      typing("paula wilkins")
      press("Enter", "Ctrl-S")
      expect(editHas: "person: ")
    }
  }

  @Test func aTermIsSwappedWithTheNextAndAReasonIsAskedFor() {
    let desk = SharedDesk()
    story(on: .sample, at: executive) {
      press("G", "k")
      expect(lastLine: "X swap")
      press("X")
      expect(contains: "Swap chair terms: ")
      press("Ctrl-S")
      expectNoEdit()
      expect(contains: "Reason is needed.")
      typing("The police asked")
      press("Esc")
      expect(lastLine: "Press X on the same row to go on.")
      press("k", "X")
      expect("another swap begins blank") { $0.form?.focused?.text == "" }
      press("Esc", "j", "X")
      typing(" for the later year.")
      press("Ctrl-S")
      Step { story in
        let edit = story.edit
        #expect(edit?.changes.count == 2)
        let agencies = edit?.changes.compactMap { $0.to?["agency"]?.text } ?? []
        #expect(Set(agencies).count == 2)
        #expect(edit?.changes.allSatisfy { $0.to?["reason"] != nil } == true)
      }
      desk.done()
      expect(lastLine: "Saved 14:05: Swap chair terms")
      // Who has the chair until then by the pattern still has it.
      expect(contains: "Kent Police     no name recorded  2 Sep 2023")
      expect(lacks: "vacant")
    }
  }

  @Test func whatIsOverOrHasNoNextIsNotSwapped() {
    story(on: .sample, at: executive) {
      focusing(on: "Chair of the Executive")
      press("X")
      expect(lastLine: "Select a term in the chair first")
      focusing(on: "Terms in the chair")
      press("G", "X")
      expect(lastLine: "No term follows this one")
      press("g", "X")
      expect(lastLine: "Only terms to come are swapped")
    }
  }

  @Test func theHandoverListIsKeptInAForm() {
    let desk = SharedDesk()
    story(on: .sample, at: executive) {
      focusing(on: "Handover list")
      press("a")
      expect(lastLine: "This list is the pattern's. Press Space on an item first")
      press("Space")
      desk.done()
      press("a")
      expect(contains: "Add handover item")
      typing("Hand over the risk register")
      press("Ctrl-S")
      desk.done()
      expect(selected: "Hand over the risk register")
      press("e", "Tab")
      typing("yesterday")
      press("Ctrl-S")
      expect(editHas: "title: Hand over the risk register, doneOn: 2024-03-30")
    }
  }
}
