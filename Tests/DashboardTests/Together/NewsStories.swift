import Dashboard
import Safeguarding
import TerminalUI
import Testing

/// What others do while one looks on.
@Suite struct NewsStories {
  /// The group's panel of actions, with the keys on its second row.
  private func atSecondAction() -> Step {
    Step { story in press("Tab", "g", "j").happen(&story) }
  }

  @Test func aChangeIsToldAndMarkedForAWhile() {
    let desk = SharedDesk()
    story(on: .sample, at: pmqa) {
      atSecondAction()
      desk.other { $0.status = .dropped }
      expect(lastLine: "bob, 14:02: Status of \"Check that information")
      expect(lastLine: "open, now dropped")
      expect(effects: [.fadeMarks(1, afterSeconds: 20)])
      expect(row: "•dropped")
      expectMarked("dropped", true)
      press("j")
      expectMarked("dropped", true)
      message(.marksFaded(1))
      expect(lacks: "•dropped")
      expectMarked("dropped", false)
    }
  }

  /// The word is drawn, or not drawn, as something that changed.
  private func expectMarked(_ word: String, _ isMarked: Bool) -> Step {
    Step { story in
      let canvas = story.screen()
      let changed = (0..<canvas.size.height).map { y in
        String(canvas.row(y).filter { $0.role == .changed }.map(\.text).joined())
      }.joined()
      if changed.contains(word) != isMarked {
        story.fail("What is marked is \(changed).", #_sourceLocation)
      }
    }
  }

  @Test func theFieldsOfARecordAreMarkedToo() {
    let desk = SharedDesk()
    let action = RecordID(ActionItem.kind, "mscp-pmqa-a2")
    story(on: .sample, at: Place(record: action)) {
      desk.other { $0.title = "Something else" }
      expect(effects: [.fadeMarks(1, afterSeconds: 20)])
      expect(contains: "•Something else")
      expectMarked("Something else", true)
      desk.other(action: "mscp-pmqa-a1") { $0.title = "Elsewhere" }
      message(.marksFaded(1))
      expect(lacks: "•Something else")
      expectMarked("Something else", false)
    }
  }

  @Test func whyAKeyDidNothingStaysInFrontOfTheNews() {
    let desk = SharedDesk()
    story(on: .sample, at: pmqa) {
      atSecondAction()
      press("<")
      expect(lastLine: "Select an agenda item first")
      desk.other { $0.status = .dropped }
      expect(contains: "Select an agenda item first", "bob, 14:02")
    }
  }

  @Test func marksHoldInEverySize() {
    let desk = SharedDesk()
    story(on: .sample, at: pmqa) {
      atSecondAction()
      desk.other { action in
        action.status = .dropped
        action.title = "Another title"
        action.due = nil
      }
      Step { story in
        var dice = Dice(seed: 11)
        for size in PropertyTests.sizes(&dice) {
          for isZoomed in [false, true] {
            if isZoomed { story.receive(.key(.character("z"))) }
            PropertyTests.check(story.dashboard.draw(in: size), in: size, "\(size)")
          }
          story.receive(.key(.character("z")))
        }
      }
    }
  }

  @Test func laterMarksOutliveEarlierOnes() {
    let desk = SharedDesk()
    story(on: .sample, at: pmqa) {
      atSecondAction()
      desk.other { $0.status = .dropped }
      desk.other(action: "mscp-pmqa-a3") { $0.status = .started }
      expect(effects: [.fadeMarks(2, afterSeconds: 20)])
      message(.marksFaded(1))
      expect(lacks: "•dropped")
      expect(contains: "•under way")
    }
  }

  @Test func theSelectionStaysWithItsRecordWhenARowComesAbove() {
    let desk = SharedDesk()
    story(on: .sample, at: pmqa, size: Size(120, 60)) {
      atSecondAction()
      expect(selected: "Send commentary together")
      desk.edits { workspace in
        guard var action = workspace.actions["mscp-pmqa-a1"] else { return nil }
        action.id = ""
        action.title = "Something even more urgent"
        action.due = CalendarDate(iso: "2024-01-01").map { ImpreciseDate($0) }
        return Edit("Add action", [action.added(to: "groups/mscp-pmqa/actions.json")])
      }
      expect(selected: "Send commentary together")
      expect(lastLine: "bob, 14:02: Added: Something even more urgent")
      expect(row: "•", "Something even more urgent")
    }
  }

  @Test func whenTheSelectedRowIsGoneItsNeighbourIsSelected() {
    let desk = SharedDesk()
    story(on: .sample, at: pmqa) {
      atSecondAction()
      expect(selected: "Send commentary together")
      desk.edits {
        $0.actions["mscp-pmqa-a3"].map {
          Edit("Remove", [$0.removed(from: "groups/mscp-pmqa/actions.json")])
        }
      }
      expect(lastLine: "Removed: Send commentary")
      expect("the notice says that another row is selected") {
        $0.notice.contains("is not in this list any more; the next one is selected")
      }
      expect(selected: "Check that information")
    }
  }

  @Test func ofAnOwnRemovalOnlyThatItIsSavedIsTold() {
    let desk = SharedDesk()
    story(on: .sample, at: Place(MeetingPane.id, ["mscp-pmqa-2024-04-04"])) {
      press("g", "j", "D", "y")
      desk.done()
      expect(lastLine: "Saved 14:05")
      expect(selected: "Multi-agency dataset")
    }
  }

  @Test func aNumberedRowThatMovedStaysSelected() {
    let desk = SharedDesk()
    story(on: .sample, at: Place(MeetingPane.id, ["mscp-pmqa-2024-04-04"])) {
      press("g", "j")
      Step { story in
        let meeting = desk.workspace.meetings["mscp-pmqa-2024-04-04"]
        guard let title = meeting?.agenda[1].title else { return }
        expect(selected: String(title.prefix(20))).happen(&story)
        desk.edits { workspace in
          guard let before = workspace.meetings["mscp-pmqa-2024-04-04"] else { return nil }
          var after = before
          var item = AgendaItem()
          item.title = "Urgent business"
          after.agenda.insert(item, at: 0)
          return Edit("Agenda", before.changes(to: after, in: "groups/mscp-pmqa/meetings.json"))
        }.happen(&story)
        expect(selected: String(title.prefix(20))).happen(&story)
      }
      expect(row: "•", "Urgent business")
    }
  }

  @Test func anOpenFormStaysAsTypedAndSaysWhatChanged() {
    let desk = SharedDesk()
    story(on: .sample, at: anAction) {
      press("e", "Tab", "Tab", "Tab")
      typing("under way")
      desk.other("ann") { $0.due = nil }
      expect(contains: "ann changed Due meanwhile (14:02); you keep what you typed.")
      expect("what was typed is there") { $0.form?.focused?.text == "under way" }
    }
  }

  @Test func severalChangesAreCounted() {
    let desk = SharedDesk()
    story(on: .sample, at: pmqa) {
      desk.other { action in
        action.status = .dropped
        action.note = "See above."
        action.number = "7"
      }
      expect(lastLine: ", and 2 more changes")
    }
  }

  @Test func ownChangesAreNoNews() {
    let desk = SharedDesk()
    story(on: .sample, at: pmqa) {
      press("Tab", "g", "Space")
      desk.done()
      expect(lastLine: "Saved 14:05: Tick")
      expectMarked("done", false)
    }
  }

  @Test func theHeaderSaysWhoElseIsHere() {
    story(on: .sample, size: Size(160, 40)) {
      expect(lacks: " here")
      message(.present([(user: "ann", sessions: 1)]))
      expect(header: "2 here: ann, you")
      message(.present([(user: "ann", sessions: 2), (user: "bob", sessions: 1)]))
      expect(header: "4 here: ann (2), bob, you")
      resize(to: Size(80, 24))
      expect(header: "4 here")
      expect(lacks: "ann (2)")
      message(.present([]))
      expect(lacks: "4 here")
    }
  }
}
