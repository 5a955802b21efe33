import Safeguarding
import Testing

/// What kinds declare to be done with their records, tried without a screen.
@Suite struct RecordCommandTests {
  private func area(_ fill: (inout Workspace) throws -> Void = { _ in }) throws -> RecordContext {
    let workspace = try SmallArea.workspace { workspace in
      workspace.groups.append(try SmallArea.board())
      workspace.groups.append(
        made(PartnershipGroup.self) { ($0.id, $0.name, $0.shortName) = ("panel", "Panel", "Panel") }
      )
      workspace.add(
        [
          made(ActionItem.self) { ($0.id, $0.group, $0.title) = ("a1", "board", "Write") },
          made(ActionItem.self) { ($0.id, $0.group, $0.title) = ("a2", "board", "Ask") },
        ], from: "groups/board/actions.json")
      try fill(&workspace)
    }
    return RecordContext(workspace, day: try day("2024-03-31"))
  }

  private func command<E: Entity>(_ id: String, of type: E.Type) throws -> RecordCommand<E> {
    try #require(E.commands.first { $0.id == id })
  }

  @Test func aNoteIsAFormOfTwoFields() throws {
    let context = try area()
    let action = try #require(context.workspace.actions["a1"])
    let outcome = try command("note", of: ActionItem.self).run([action], context)
    guard case .form(let form, let title, _) = outcome else {
      Issue.record("\(String(describing: outcome))")
      return
    }
    #expect(title == "Note on action: Write")
    #expect(form.fields.map(\.name) == [FormLayout.addedNote, "status"])
    #expect(ActionItem.forms.contains(form))
  }

  @Test func severalActionsAreReassignedByOneForm() throws {
    let context = try area()
    let command = try command("reassign", of: ActionItem.self)
    #expect(command.isForSeveral && command.fields == ["owners"])
    guard case .form(_, let title, _) = command.run(context.workspace.actions.all, context) else {
      Issue.record("It is no form.")
      return
    }
    #expect(title == "Reassign 2 actions")
  }

  @Test func actionsAreHandedOverToAnyOtherGroup() throws {
    let context = try area()
    let command = try command("hand-over", of: ActionItem.self)
    guard case .choice(let choice) = command.run(context.workspace.actions.all, context) else {
      Issue.record("It is no choice.")
      return
    }
    #expect(choice.options.map(\.title) == ["Panel"])
    let edit = try #require(choice.options.first?.edit)
    #expect(edit.title == "Hand over to Panel: 2 actions")
    #expect(
      edit.changes.map(\.document) == [
        "groups/board/actions.json", "groups/panel/actions.json", "groups/board/actions.json",
        "groups/panel/actions.json",
      ])
  }

  @Test func minutesAreAgreedAtTheNextMeetingOrToday() throws {
    func meeting(_ id: String, _ date: String, _ status: MeetingStatus) throws -> Meeting {
      let day = try SafeguardingTests.date(date)
      return made(Meeting.self) {
        ($0.id, $0.group, $0.status, $0.date) = (id, "board", status, day)
      }
    }
    let context = try area { workspace in
      workspace.meetings.append(try meeting("m1", "2024-01-10", .held))
      workspace.meetings.append(try meeting("m2", "2024-03-10", .held))
      workspace.meetings.append(try meeting("m3", "2024-05-10", .planned))
    }
    let command = try command("agree-minutes", of: Meeting.self)
    for (id, day) in [("m1", "10 Mar 2024"), ("m2", "31 Mar 2024")] {
      let meeting = try #require(context.workspace.meetings[id])
      #expect(command.reason(meeting, context) == nil)
      guard case .form(_, _, let offered) = command.run([meeting], context) else {
        Issue.record("It is no form.")
        continue
      }
      #expect(offered["minutesAgreedOn"]?.contains(day) == true, "\(offered)")
    }
    let planned = try #require(context.workspace.meetings["m3"])
    #expect(command.reason(planned, context)?.contains("has not been held") == true)
  }

  /// A board with a meeting that was held and one to come, as seen from the board.
  private func meetings() throws -> RecordContext {
    func meeting(_ id: String, _ date: String, _ status: MeetingStatus, _ titles: [String]) throws
      -> Meeting
    {
      let day = try SafeguardingTests.date(date)
      return made(Meeting.self) { meeting in
        (meeting.id, meeting.group, meeting.status, meeting.date) = (id, "board", status, day)
        meeting.agenda = titles.enumerated().map { index, title in
          made(AgendaItem.self) { ($0.number, $0.title) = (String(index + 1), title) }
        }
      }
    }
    var context = try area { workspace in
      workspace.add(
        [
          try meeting("m1", "2024-01-10", .held, ["Audit", "Dataset"]),
          try meeting("m2", "2024-05-10", .planned, ["Risks"]),
        ], from: "groups/board/meetings.json")
    }
    context.about = RecordID(PartnershipGroup.kind, "board")
    return context
  }

  @Test func anAgendaItemIsMovedAndTheNumbersStay() throws {
    var context = try meetings()
    let command = try command("item-down", of: Meeting.self)
    let meeting = try #require(context.workspace.meetings["m1"])
    context.element = 1
    #expect(command.reason(meeting, context) == "It is the last item already.")
    context.element = 0
    #expect(command.reason(meeting, context) == nil)
    guard case .edit(let edit) = command.run([meeting], context) else {
      Issue.record("It is no edit.")
      return
    }
    #expect(edit.title == "Move down: Audit")
    let items = edit.changes.first?.to?.elements ?? []
    #expect(items.map { $0["title"]?.text } == ["Dataset", "Audit"])
    #expect(items.map { $0["number"]?.text } == ["1", "2"])
  }

  @Test func whatIsUnfinishedIsRolledFromTheLastMeetingToTheNext() throws {
    var context = try meetings()
    let command = try command("roll", of: Meeting.self)
    guard case .found(let find) = command.subject else {
      Issue.record("It is for what is selected.")
      return
    }
    let next = try find(context).get()
    #expect(next.id == "m2" && command.reason(next, context) == nil)
    guard case .choice(let choice) = command.run([next], context) else {
      Issue.record("It is no choice.")
      return
    }
    #expect(
      choice.options.first?.edit.title == "Roll 2 unfinished items to the meeting of 10 May 2024")
    #expect(choice.options.map(\.word) == ["open", "only", "only"])
    context.about = nil
    #expect(find(context) == .failure(Refusal("Go into a group or a meeting first.")))
  }

  @Test func anOutcomeBecomesAnActionOfTheGroup() throws {
    var context = try meetings()
    let command = try command("action-from-outcome", of: Meeting.self)
    let meeting = try #require(context.workspace.meetings["m1"])
    context.element = 1
    #expect(command.changes(meeting, context).map(\.document) == ["groups/board/actions.json"])
    guard case .adding(let record, _) = command.run([meeting], context) else {
      Issue.record("It adds nothing.")
      return
    }
    #expect(record.value?["title"] == .text("Dataset"))
    #expect(record.value?["area"] == .text("from item 2: Dataset"))
    #expect(record.value?["meeting"] == .text("m1"))
  }

  @Test func termsAreSwappedByAFormOverBoth() throws {
    let from = [try SafeguardingTests.date("2024-04-01"), try SafeguardingTests.date("2025-04-01")]
    let to = [try SafeguardingTests.date("2025-03-31"), try SafeguardingTests.date("2026-03-31")]
    let context = try area { workspace in
      workspace.add(
        [0, 1].map { index in
          made(ChairTerm.self) { term in
            (term.id, term.group) = ("t\(index)", "board")
            (term.from, term.to, term.title) = (from[index], to[index], "Chair \(index)")
          }
        }, from: "groups/board/chair-terms.json")
    }
    let command = try command("swap-terms", of: ChairTerm.self)
    let terms = context.workspace.chairTerms.all
    #expect(command.reason(terms[0], context) == nil)
    #expect(command.reason(terms[1], context)?.hasPrefix("No term follows this one") == true)
    guard case .prepared(_, let records, let title) = command.run([terms[0]], context) else {
      Issue.record("It prepares nothing.")
      return
    }
    #expect(title == "Swap chair terms: Chair 0 from 1 Apr 2024 and Chair 1 from 1 Apr 2025")
    #expect(records.map { $0.value?["title"]?.text } == ["Chair 1", "Chair 0"])
    #expect(records.map(\.place.record.id) == ["t0", "t1"])
  }
}
