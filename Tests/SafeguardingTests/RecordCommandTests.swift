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
}
