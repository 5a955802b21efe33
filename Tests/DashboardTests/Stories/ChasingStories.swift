import Dashboard
import Safeguarding
import TerminalUI
import Testing

/// Papers to chase, what is done without evidence, and commands by what people call them.
@Suite struct ChasingStories {
  @Test func theNextPaperToChaseStandsFirstWithItsOwner() {
    let desk = SharedDesk()
    story(on: .sample) {
      press("L")
      expect(header: "Papers to chase")
      expect(contains: "Next: Dataset report", "from Medway Council", "8 late")
      expect(selected: "Dataset report")
      expect(row: "5 days late", "Medway Council", "PMQA", "Dataset report")
      press("Space")
      expect(editHas: "receivedOn: 2024-03-31")
      desk.done()
      expect(lastLine: "Paper received: Dataset report")
      // The cursor is where the next one is.
      expect(selected: "Commentary from health")
      expect(contains: "Next: Commentary from health", "7 late")
      press("O")
      expect(lastLine: "what NHS Kent and Medway still owes")
      press("Esc", "Enter")
      expect(header: "Meeting of 4 Apr 2024")
    }
  }

  @Test func itIsFoundByWhatPeopleCallIt() {
    story(on: .sample) {
      press(":")
      typing("chase")
      expect(row: "List the papers to chase, of all groups", "L")
      press("Enter")
      expect(header: "Papers to chase")
    }
    story(on: .empty) {
      press("L")
      expect(contains: "No paper is missing for any meeting to come.")
    }
  }

  @Test(arguments: [
    ("filter", "Show only rows with these words"), ("export", "Take this list with me"),
    ("print", "Take this list with me"), ("mail", "Take this list with me"),
    ("calendar", "Take this list with me"), ("delete", "Remove what is selected"),
    ("approve", "Mark minutes as agreed"), ("tour", "Take a short tour"),
  ])
  func commandsAreFoundByWhatPeopleCallThem(_ word: String, _ title: String) {
    story(on: .sample, at: pmqa) {
      press(":")
      typing(word)
      expect(contains: title)
    }
  }

  @Test func liveBodiesStandBeforeThoseThatHaveEnded() {
    story(on: .sample) {
      press(":")
      typing("kent c")
      Step { story in
        let rows = story.screen().rows
        let agencies = rows.filter { $0.contains("Agency: ") }
        let ended = agencies.firstIndex { $0.contains("ended") } ?? agencies.count
        #expect(ended > 0)
        #expect(agencies[ended...].allSatisfy { $0.contains("ended") })
      }
      press("Backspace")
      expect(lacks: "Kent CCGs, Kent Clinical Commissioning Groups  ")
      press("Ctrl-C", ":")
      typing("isabel")
      expect(selected: "Review: Isabel")
    }
  }

  @Test func whatIsDoneWithoutEvidenceIsOneKeyFromTheReviews() {
    story(on: .sample, at: Place(ReviewsPane.id)) {
      press("V")
      expect(focus: "Changes in practice")
      expect(contains: "/status:done no:evidence")
      Step { story in
        let context = story.dashboard.context
        let wanted = context.workspace.actions.all.count {
          $0.review != nil && $0.status == .done
            && $0.evidence.isEmpty && $0.impact.isEmpty
        }
        #expect(wanted == 8)
      }
      expect(row: "Changes in practice", "1 of 8")
      press("V")
      expect(lacks: "/status:done no:evidence")
    }
    story(on: .sample) {
      press("V")
      expect(lastLine: "press 5 and then V")
    }
  }
}
