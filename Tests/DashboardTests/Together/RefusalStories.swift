import Dashboard
import Safeguarding
import TerminalUI
import Testing

/// Why something was not saved stays on the screen until the next key, whatever happens meanwhile.
@Suite struct RefusalStories {
  private static let reason =
    "Nothing was saved: groups/mscp-pmqa/actions.json could not be written, because the disk is full. "
    + "What stood there before is untouched. Make room on the disk, or ask the administrator of this "
    + "server to, and then save it again; nothing else has to be entered anew."

  /// What can happen without anybody pressing a key here.
  private func happenings(_ desk: SharedDesk) -> [(name: String, step: Step)] {
    [
      ("read again", Step { _ = $0.dashboard.receive(.changed(desk.workspace, news: [])) }),
      ("news", desk.other { $0.note = "Bob's note." }),
      ("news of others", desk.other("ann", action: "mscp-pmqa-a1") { $0.note = "Ann's note." }),
      ("loaded", message(.loaded(desk.workspace))),
      ("failed", message(.failed("The journal of reviews cannot be read now."))),
      ("another failure", message(.failed("What you type could not be kept."))),
      ("present", message(.present([(user: "bob", sessions: 2)]))),
      ("faded", message(.marksFaded(7))),
      ("last visit", message(.lastVisit(LastVisit(time: 0, entries: [])))),
      ("drafts", message(.drafts([], at: [:]))),
      ("wider", resize(to: Size(100, 30))),
      ("too small", resize(to: Size(20, 4))),
      ("usual", resize(to: Size(120, 40))),
      ("small", resize(to: Size(60, 20))),
      ("woken", event(.wake)),
      ("background", event(.background(isLight: true))),
      ("about to close", event(.idle(secondsLeft: 60))),
      ("closer", event(.idle(secondsLeft: 30))),
      ("drawn anew", press("Ctrl-L")),
    ]
  }

  /// Everything happens, one after the other; after each the screen tells the reason in full.
  private func everything(_ desk: SharedDesk, telling sentence: String) -> Step {
    Step { story in
      for happening in happenings(desk) {
        happening.step.happen(&story)
        if story.size.width < 40 { continue }
        isTold(sentence, after: happening.name).happen(&story)
      }
    }
  }

  private func isTold(
    _ sentence: String, after name: String, sourceLocation: SourceLocation = #_sourceLocation
  ) -> Step {
    Step { story in
      let words = story.screen().rows.map { $0.split(separator: " ").joined(separator: " ") }
        .joined(separator: " ")
      if !words.contains(sentence) {
        story.fail("\"\(sentence)\" is not told after: \(name).", sourceLocation)
      }
    }
  }

  @Test(arguments: ["Not now: bob is saving.", reason], [Size(120, 40), Size(60, 20)])
  func whyATickWasRefusedStays(_ sentence: String, size: Size) {
    let desk = SharedDesk()
    story(on: .sample, at: anAction, size: size) {
      press("Space")
      refusing(sentence)
      isTold(sentence, after: "the refusal")
      everything(desk, telling: sentence)
      press("j")
      expect("a key takes it away") { $0.notice.isEmpty }
    }
  }

  @Test(arguments: ["Not now: bob is saving.", reason], [Size(120, 40), Size(60, 20)])
  func whyAFormWasRefusedStaysInIt(_ sentence: String, size: Size) {
    let desk = SharedDesk()
    story(on: .sample, at: anAction, size: size) {
      press("e")
      typing(" Soon.")
      press("Ctrl-S")
      refusing(sentence)
      isTold(sentence, after: "the refusal")
      everything(desk, telling: sentence)
      typing("er")
      Step { story in story.size = Size(120, 40) }
      isTold(sentence, after: "typing on")
      press("Ctrl-S")
      expect("it is gone when it is saved again") { $0.form?.refusal == "" }
    }
  }

  /// The last field has the keys: the reason does not scroll away above it.
  @Test(arguments: [Size(120, 40), Size(80, 24), Size(60, 20), Size(40, 10)])
  func theReasonIsInSightWhereverOneIsInTheForm(_ size: Size) {
    story(on: .sample, at: anAction, size: size) {
      press("e")
      typing(" Soon.")
      press("Shift-Tab", "Shift-Tab", "Enter")
      press("Shift-Tab")
      press("Ctrl-S")
      refusing(RefusalStories.reason)
      Step { story in
        let words = story.screen().rows.joined(separator: " ")
        if !words.contains("Nothing was saved") {
          story.fail("The reason is not in sight.", #_sourceLocation)
        }
      }
    }
  }

  @Test func aProblemOfTheWholeFormStaysToo() {
    story(on: .sample, at: anAction) {
      press("e")
      typing(" Soon.")
      press("Ctrl-S")
      refusing("No.")
      message(.changed(Fixture.sample.workspace, news: []))
      expect("nothing takes it away") { $0.form?.refusal == "No." }
    }
  }

  @Test func twoRefusalsAreBothTold() {
    let desk = SharedDesk()
    story(on: .sample, at: pmqa) {
      press("Tab", "g", "Space")
      Step { story in
        guard let first = story.edit else { return }
        press("j", "Space").happen(&story)
        guard let second = story.edit else { return }
        _ = story.dashboard.receive(.refused("The first was refused.", first))
        isTold("The first was refused. Saving:", after: "the first").happen(&story)
        _ = story.dashboard.receive(.waiting("It is not saved yet after 3 seconds.", second))
        isTold("The first was refused. It is not saved yet", after: "waiting").happen(&story)
        _ = story.dashboard.receive(.refused("The second was refused.", second))
        isTold("The first was refused. The second was refused.", after: "both").happen(&story)
      }
      everything(desk, telling: "The first was refused. The second was refused.")
    }
  }

  @Test func whatIsSavedDoesNotHideWhatWasRefused() {
    story(on: .sample, at: pmqa) {
      press("Tab", "g", "Space")
      Step { story in
        guard let first = story.edit else { return }
        press("j", "Space").happen(&story)
        guard let second = story.edit else { return }
        _ = story.dashboard.receive(.refused("The first was refused.", first))
        let receipt = Receipt(entries: [], changes: second.changes)
        _ = story.dashboard.receive(.saved(receipt, second, at: "10:42"))
        isTold("The first was refused. Saved 10:42:", after: "both").happen(&story)
        _ = story.dashboard.receive(.waiting("It is not saved yet after 3 seconds.", second))
      }
      expect("what is over is not told any more") { !$0.notice.contains("not saved yet") }
    }
  }

  @Test func whatIsSafeInTheJournalOnlyStaysTold() {
    let desk = SharedDesk()
    let sentence = "It is safe in the journal. Do not enter it again."
    story(on: .sample, at: anAction) {
      press("Space")
      Step { story in
        guard let edit = story.edit else { return }
        _ = story.dashboard.receive(.unfinished(sentence, edit))
      }
      everything(desk, telling: sentence)
    }
  }

  /// The last line is taken by what one types or is asked: the reason stands above it.
  @Test(arguments: ["/", "D", ":", "?"], [Size(120, 40), Size(60, 20)])
  func whoeverIsBusyOnTheLastLineIsToldAboveIt(_ key: String, size: Size) {
    let desk = SharedDesk()
    story(on: .sample, at: pmqa, size: size) {
      press("Tab", "g", "Space")
      Step { story in
        guard let edit = story.edit else { return }
        press(key).happen(&story)
        _ = story.dashboard.receive(.refused(RefusalStories.reason, edit))
      }
      isTold(RefusalStories.reason, after: key)
      everything(desk, telling: RefusalStories.reason)
    }
  }

  /// Another save is refused while a conflict is put to the person.
  @Test func aConflictHidesNoOtherRefusal() {
    let desk = SharedDesk()
    story(on: .sample, at: anAction) {
      Step { story in
        let first = Edit("Other", [])
        press("e", "Tab", "Tab", "Tab").happen(&story)
        typing("under way").happen(&story)
        desk.other(isTold: false) { $0.status = .dropped }.happen(&story)
        press("Ctrl-S").happen(&story)
        guard let second = story.edit else { return }
        _ = story.dashboard.receive(.refused("The first was refused.", first))
        _ = story.dashboard.receive(desk.save(second))
      }
      expect(contains: "0 of 1 chosen")
      isTold("The first was refused.", after: "the conflict")
    }
  }
}
