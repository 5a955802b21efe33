import Dashboard
import Safeguarding
import TerminalUI
import Testing

/// A scrutineer who asks what came of what was asked; a business manager who keeps the rows that hold the
/// partnership to account.
@Suite struct AccountStories {
  /// What was asked, what was answered, what changed, and what is done without evidence: four screens.
  @Test func aScrutineerShowsWhatWasAskedAnsweredAndChanged() {
    story(on: .sample, at: Place(AssurancePane.id), size: Size(80, 24)) {
      press("]", "]", "]")
      expect(header: "Scrutiny")
      // Nobody is in office, and one question waits longer than it may.
      expect(contains: "Independent Scrutineer vacant")
      expect(selected: "Look at evidence for finished")
      press("]")
      expect(header: "Recommendations")
      expect(contains: "1 done without evidence", "Done without evidence")
      press("Down")
      expect(selected: "Report")
      expect(contains: "Illustration 3: Report attendance by seat.")
      press("Enter")
      expect(contains: "Done on", "What was answered")
      expect(lacks: "Evidence")
      press("Esc")
      expect(header: "Recommendations")
      expect(selected: "Report")
      // What changed something stands at the end of the list.
      press("G")
      expect(contains: "Impact shown")
    }
  }

  @Test func aBusinessManagerTicksARecipient() {
    story(on: .sample, at: Place(AssurancePane.id, ["secure-estate"])) {
      expect(contains: "Sent to 0 of 5")
      focusing(on: "Who receives the yearly review")
      expect(selected: "Youth Justice Board")
      press("Space")
      expect(editHas: "sentOn: 2024-03-31")
      saving()
      expect(lastLine: "Sent: Youth Justice Board")
    }
  }

  @Test func aBusinessManagerMovesADisputeToItsNextStage() {
    story(on: .sample, at: Place(AssurancePane.id, ["disputes"])) {
      expect(contains: "answer overdue")
      expect(row: "before the Chief", "Share of the costs")
      press("Z")
      expect(editHas: "{stage: mediation, openedOn: 2024-03-31}")
    }
  }

  @Test func aBusinessManagerJudgesAPriority() {
    story(on: .sample, at: Place(PlansPane.id)) {
      expect(selected: "Effective Partnerships")
      expect(row: "Effective Partnerships", "not judged")
      press("e")
      going(to: "Judgements")
      press("Enter")
      expect(contains: "Add judgement")
      typing("Amber")
      press("Ctrl-S", "Ctrl-S")
      expect(editHas: "level: Amber")
    }
  }
}
