import Dashboard
import Safeguarding
import TerminalUI
import Testing

/// The mouse, the size of the window, reading again, and leaving.
@Suite struct TerminalStories {
  @Test func mouseGoesToATabSelectsARowAndOpensIt() {
    story(on: .sample) {
      mouse(.press, on: "3 Groups")
      expect(header: "► Groups")
      mouse(.press, on: "Learning Lessons")
      expect(selected: "Learning Lessons")
      expect(header: "► Groups")
      mouse(.press, on: "Learning Lessons")
      expect(header: "Groups ►")
      expect(contains: "Next agenda")
    }
  }

  @Test func doublePressOpensAtOnce() {
    story(on: .sample) {
      mouse(.doublePress, on: "Name the members of the working group")
      expect(contains: "Fri 1 Mar 2024")
    }
  }

  @Test func wheelMovesInThePanelUnderIt() {
    story(on: .sample) {
      mouse(.wheelDown, on: "Joint Exploitation  ")
      expect(focus: "Next meetings")
      expect(contains: "4 of 23")
      mouse(.wheelUp, on: "Joint Exploitation  ")
      expect(contains: "1 of 23")
    }
  }

  @Test func pressOnAHeadingOrOutsideSelectsNothingElse() {
    let count = Fixture.sample.dashboard().context.deadlines.count
    story(on: .sample, at: Place(DeadlinesPane.id)) {
      press("j")
      mouse(.press, on: "Overdue")
      expect(contains: "2 of \(count)")
      event(.mouse(MouseEvent(.press, at: Point(0, 39))))
      event(.mouse(MouseEvent(.press, at: Point(500, 500))))
      expect(contains: "2 of \(count)")
    }
  }

  @Test func windowTooSmallNamesBothSizesAndRecovers() {
    story(on: .sample) {
      resize(to: Size(39, 9))
      expect(contains: "Masa needs 40 columns and 10 rows.", "This window has 39 and 9.")
      resize(to: Size(80, 24))
      expect(contains: "Needs attention")
    }
  }

  @Test(arguments: panes.indices)
  func everyPanelCanBeReachedInTheSmallestWindow(_ position: Int) {
    var dashboard = Fixture.sample.dashboard()
    _ = dashboard.receive(.key(.character(Character(String(position + 1)))))
    let (all, start) = (dashboard.content.panels, dashboard.visit.focus)
    for panel in all[start...] + all[..<start] {
      let rows = dashboard.draw(in: Dashboard.smallest).rows
      #expect(dashboard.focusedPanel?.id == panel.id)
      let title = String(panel.title.prefix(20))
      #expect(
        rows.contains { $0.contains("─ \(title)") || $0.contains("═ \(title)") },
        "\(panel.title) does not show.")
      _ = dashboard.receive(.key(.tab))
    }
    #expect(dashboard.focusedPanel?.id == all[start].id)
  }

  @Test func copyingGivesTheRowToTheTerminal() {
    story(on: .sample) {
      press("3", "/")
      typing("accountable")
      press("Enter", "y")
      expect(lastLine: "Copied, if your terminal allows it")
      expect(effects: [
        .terminal(
          .copy(
            CopiedText(
              "Accountable Officers  twice a year   1 Feb°  27 Jun°  1 of 4°  0  0  "
                + "··········■·│··□···  MSCP  not recorded"))
        )
      ])
    }
  }

  @Test func switchesOfTheTerminalAreHandedOn() {
    story(on: .sample) {
      press("M")
      expect(effects: [.terminal(.mouse(isOn: false))])
      expect(lastLine: "The mouse is off: drag to select text.")
      press("F12")
      expect(effects: [.terminal(.mouse(isOn: true))])
      press("Ctrl-L")
      expect(effects: [.terminal(.redraw)])
      press("Ctrl-Z")
      expect(effects: [.terminal(.suspend)])
      press("Ctrl-R")
      expect(effects: [.reload])
    }
  }

  @Test func readingAgainKeepsWhatIsSelected() {
    var changed = Fixture.sample.workspace
    let rest = changed.groups.all.filter { $0.id != "mscp-executive" }
    changed.groups = RecordTable()
    changed.groups.append(contentsOf: rest)
    return story(on: .sample) {
      press("3", "j", "j")
      expect(selected: "Learning Lessons")
      expect(contains: "3 of 30")
      message(.loaded(changed))
      expect(selected: "Learning Lessons")
      expect(contains: "3 of 29")
      expect(lastLine: "Read again")
    }
  }

  @Test func readingAgainShowsTheFaultsThatCameUp() {
    story(on: .sample) {
      expect(lacks: "faults in the data")
      message(.loaded(Fixture.broken.workspace))
      expect(contains: "2 faults in the data")
      message(.loaded(Fixture.sample.workspace))
      expect(lacks: "faults in the data")
    }
  }

  @Test func readingAgainThatFailsLeavesEverythingAndSaysWhy() {
    story(on: .sample, at: Place(DeadlinesPane.id)) {
      message(.failed("There is no data folder at /data any more."))
      expect(lastLine: "There is no data folder at /data any more.")
      expect(contains: "\(Fixture.sample.overdue(on: "2024-03-31")) overdue")
    }
  }

  @Test func recordThatIsGoneAfterReadingAgainSaysSo() {
    story(on: .sample) {
      press("Enter")
      message(.loaded(Fixture.empty.workspace))
      expect(contains: "There is no such record any more.")
      press("Esc")
      expect(contains: "Nothing is overdue or due soon.")
    }
  }

  @Test(arguments: ["q", "Ctrl-C"]) func leavingGivesQuit(_ key: String) {
    story(on: .sample) {
      press(key)
      expect(effects: [.quit])
      expect("it is finished") { $0.isFinished }
    }
  }

  @Test func hangUpFinishes() {
    story(on: .sample) {
      press("/")
      event(.hangUp)
      expect(effects: [.quit])
      expect("it is finished") { $0.isFinished }
    }
  }

  @Test func qIsALetterWhereOneTypes() {
    story(on: .sample) {
      press("/")
      typing("q")
      expect("it goes on") { !$0.isFinished }
      press("Esc", "?")
      typing("q")
      expect("it goes on") { !$0.isFinished }
    }
  }

  /// That the data folder is gone is told as long as that is so, and then that it is back.
  @Test func aFolderThatIsGoneIsToldUntilItIsBack() {
    story(on: .sample) {
      message(.lost("The data folder /srv/data is gone."))
      for key in ["j", "3", "Esc", "x"] {
        press(key)
        expect(lastLine: "The data folder /srv/data is gone.")
      }
      message(.lost(nil))
      expect(lastLine: "The data is back")
      press("j")
      expect("nothing is told any more") { $0.notice.isEmpty }
    }
  }

  @Test func readingAgainCountsInWords() {
    story(on: .broken) {
      press("Ctrl-R")
      message(.loaded(Fixture.broken.workspace))
      expect(lastLine: "Read again: \(Fixture.broken.workspace.faults.tally.words) found.")
      expect(lacks: "fault or warnings")
    }
  }
}
