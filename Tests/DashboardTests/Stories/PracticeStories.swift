import Dashboard
import Safeguarding
import TerminalUI
import Testing

extension Story {
  /// The edit that the last step asked to save.
  fileprivate var saved: Edit? {
    effects.lazy.compactMap { if case .commit(let edit) = $0 { edit } else { nil } }.first
  }
}

/// What people do on the screens of practice, money and short forms: keys in, edits out.
@Suite struct PracticeStories {
  @Test func aShortFormIsExplainedWhereItStands() {
    story(on: .sample, at: Place(ExecutivePane.id, ["words"])) {
      press("?")
      expect(contains: "Short forms here", "Assistant Chief Constable: A chief officer")
      press("Enter")
      expect(contains: "Abbreviation")
    }
  }

  @Test func whatMayTellWhoAChildIsIsAskedBeforeItIsSaved() {
    story(on: .sample, at: Place(PracticePane.id)) {
      press("e", "Tab")
      typing(" Jo Bloggs, aged 7")
      expect(contains: "may be the name of a child with its age")
      press("Ctrl-S")
      expect(lastLine: "no child's details belong here")
      Step { #expect($0.saved == nil) }
    }
  }

  @Test func aContributionIsTickedAsPaid() {
    story(on: .sample, at: Place(ExecutivePane.id, ["money"])) {
      press("Space")
      Step { story in
        let change = story.saved?.changes.first
        #expect(change?.record == RecordID(Contribution.kind, "mscp-2023-24-medway-council"))
        #expect(change?.field == "paidOn")
      }
    }
  }

  @Test(arguments: [
    (Place(PracticePane.id), VoiceActivity.kind),
    (Place(PracticePane.id, ["programmes"]), Programme.kind),
    (Place(PracticePane.id, ["training"]), CourseDelivery.kind),
  ])
  func theRightKindIsAddedAndEnterAndEscLeadThereAndBack(place: Place, kind: RecordKind) {
    story(on: .sample, at: place) {
      press("Enter")
      Step { #expect($0.dashboard.content.about?.kind == kind) }
      press("Esc")
      expect(header: place.path.isEmpty ? "Practice" : "Practice ►")
    }
  }
}
