import Dashboard
import Safeguarding
import TerminalUI
import Testing

/// What a screen says, it says once, and in the same words as the next one.
@Suite struct SaidOnceTests {
  @Test("Help has each heading once, and beside a key only why it does nothing now")
  func help() {
    story(on: .sample, size: Size(120, 90)) {
      press("?")
      expectRows(with: "Look", count: 1)
      expectRows(with: "Together", count: 1)
      expect(contains: "Why not now", "This is the first level. Press q to")
    }
  }

  @Test("How many deadlines are left stands on one line beside what is chosen")
  func facets() {
    story(on: .sample, at: Place(DeadlinesPane.id), size: Size(80, 24)) {
      press("f")
      expect(contains: "438 deadlines", "264 deadlines")
      press("Esc", "I")
      expect(contains: "37 deadlines")
    }
  }

  @Test("A deadline says once how late it is, in days and in what its rule counts")
  func lateness() {
    story(on: .sample, at: Place(DeadlinesPane.id), size: Size(120, 60)) {
      press("Down", "Down")
      expectRows(with: "20 working days", count: 1)
      expect(
        contains: "Overdue, 31 days late (20 working days); due Thu 29 Feb 2024", "Group: PMQA")
    }
  }

  @Test("The day a list is parted at reads alike on the Overview and among the deadlines")
  func bands() {
    for pane in [OverviewPane.id, DeadlinesPane.id] {
      story(on: .sample, at: Place(pane), size: Size(200, 140)) {
        expect(contains: "Due by Sun 7 Apr  22")
      }
    }
  }

  @Test("What is to be looked at names whose it is")
  func whose() {
    story(on: .sample, size: Size(200, 140)) {
      expectRows(with: "Medway Council", and: "CP plans per 10k: 44, above England", count: 1)
      expectRows(with: " MSCP ", and: "vacant, for 1 to 90 days", count: 1)
    }
  }

  @Test("A step of a review that its stages tell is not told again")
  func steps() {
    story(on: .sample, at: Place(ReviewsPane.id), size: Size(200, 60)) {
      expect(contains: "■ P published          Jan 2020", "Progress reported to the scrutiny")
      expect(lacks: "Published: Jan 2020")
    }
  }

  @Test("The handover points to its list instead of repeating it")
  func handover() {
    story(on: .sample, at: Place(ExecutivePane.id), size: Size(200, 60)) {
      expectRows(with: "Both chairs go through what is open", count: 1)
    }
  }

  @Test("The mark of what illustrates stands behind the main text of a row, whichever is longest")
  func marks() {
    story(on: .sample, at: Place(GroupsPane.id, ["mscp-pmqa"]), size: Size(200, 60)) {
      expect(contains: "1 of 1  ■  KCHFT°", "1 of 1  ■  Kent Police°", "Dataset report°")
      expect(contains: "Papers one by one", "Decisions")
    }
    story(on: .sample, at: Place(DeadlinesPane.id), size: Size(200, 60)) {
      // The mark beside the exclamation mark stands for the whole row.
      expect(contains: "!°     6 days late  ")
    }
  }
}

/// Fails unless so many rows of the screen hold some words.
private func expectRows(
  with words: String, and others: String = "", count: Int,
  sourceLocation: SourceLocation = #_sourceLocation
) -> Step {
  Step { story in
    let rows = story.screen().rows.filter {
      $0.contains(words) && (others.isEmpty || $0.contains(others))
    }
    if rows.count != count { story.fail("\(rows.count) rows with \(words)", sourceLocation) }
  }
}
