extension Meeting {
  /// The field that holds the agenda.
  static let agendaField = "agenda"

  /// What people do with agendas and their items beside filling them in.
  static var agendaCommands: [RecordCommand<Meeting>] {
    [
      writingOutcome,
      movingItem("item-up", "Put an agenda item further up", key: "<", by: -1),
      movingItem("item-down", "Put an agenda item further down", key: ">", by: 1),
      actionFromOutcome, beginningAgenda, rollingOn,
    ]
  }

  /// What came of an agenda item, on one line.
  static let outcomeForm = RecordForm(
    "outcome", "outcome", ["outcome"], ofElementIn: agendaField, isInline: true,
    wayBack: "‹outcome› on the same agenda item")

  /// Opens a line under an agenda item for what came of it.
  private static var writingOutcome: RecordCommand<Meeting> {
    RecordCommand(
      "outcome", "Write what came of an agenda item, on one line", keys: ["c"], hint: "outcome",
      elementsOf: agendaField, { $0.agenda },
      missing:
        "Select an agenda item first: ‹next-panel› goes to the agenda of a group or meeting.",
      reason: { meeting, index, context in
        if let first = meeting.date?.first, first > context.day {
          return "The \(meeting.label.lowercasedFirst) has not been held yet: nothing came of it."
        }
        return meeting.agenda[index].outcome.contains(where: \.isNewline)
          ? "What came of it takes several lines. ‹edit› changes it." : nil
      }
    ) { meeting, index, _ in
      .form(outcomeForm, title: "Outcome: \(meeting.agenda[index].title)", offered: [:])
    }
  }

  /// Moves an agenda item.
  private static func movingItem(
    _ id: String, _ title: String, key: Character, by step: Int
  ) -> RecordCommand<Meeting> {
    RecordCommand(
      id, title, keys: [key], hint: "move", elementsOf: agendaField, { $0.agenda },
      missing:
        "Select an agenda item first: ‹next-panel› goes to the agenda of a group or meeting.",
      reason: { meeting, index, _ in
        if meeting.agenda.indices.contains(index + step) { return nil }
        return step < 0 ? "It is the first item already." : "It is the last item already."
      }
    ) { meeting, index, context in
      context.edit(
        "Move \(step < 0 ? "up" : "down"): \(meeting.agenda[index].title)", meeting,
        to: meeting.movingItem(at: index, by: step))
    }
  }

  /// Fills in a new action with what came of an agenda item.
  private static var actionFromOutcome: RecordCommand<Meeting> {
    RecordCommand(
      "action-from-outcome", "Turn an agenda item's outcome into an action", keys: ["o"],
      hint: "to action", elementsOf: agendaField, { $0.agenda },
      missing: "Select an agenda item first: its outcome becomes the action.",
      changes: { meeting, context in
        [RecordPlace(adding: ActionItem(raisedIn: meeting.group, on: context.day))]
      }
    ) { meeting, index, context in
      let item = meeting.agenda[index]
      let number = item.number.isEmpty ? String(index + 1) : item.number
      let action = ActionItem(
        raisedIn: meeting.group, on: context.day, by: Reference(meeting.id),
        title: (item.outcome.isEmpty ? item.title : item.outcome).onOneLine, owner: item.lead,
        area: "from item \(number): \(item.title)")
      let group = context.workspace.groups[meeting.group]?.label ?? ""
      return .adding(
        PreparedRecord(RecordPlace(adding: action), action.stored),
        title: ActionItem.titleOfAdding(to: group))
    }
  }

  /// Asks what the agenda of the next meeting begins with.
  private static var beginningAgenda: RecordCommand<Meeting> {
    RecordCommand(
      "begin-agenda", "Begin an agenda as last time, or from standing items", keys: ["B"],
      hint: "begin", hintedAmong: AgendaItem.kind,
      on: .found { context in
        guard let group = context.group else {
          return .failure(Refusal("Go into a group or a meeting first."))
        }
        let meeting =
          context.about(Meeting.self)
          ?? context.workspace.nextMeeting(of: Reference(group.id), after: context.day)
        guard let meeting, meeting.status == .planned else {
          return .failure(
            Refusal("No meeting is planned. Press ‹add› in the meetings to add one."))
        }
        return .success(meeting)
      }
    ) { meetings, context in
      meetings.first.map { meeting in
        .choice(
          RecordChoice(
            "Begin the agenda with", "What it begins with", meeting.beginnings(context)))
      }
    }
  }

  /// What an agenda can begin with: the last one, or the items that stand on every agenda.
  private func beginnings(_ context: RecordContext) -> [RecordChoice.Option] {
    func option(_ title: String, _ word: String, _ after: Meeting) -> RecordChoice.Option? {
      let count = after.agenda.count - agenda.count
      let name = "Begin agenda of the \(label.lowercasedFirst)"
      return context.edit(called: name, self, to: after).map {
        RecordChoice.Option(title, word: word, note: "adds \(counted(count, "item"))", $0)
      }
    }
    let earlier = context.workspace.meetings(of: group).last {
      $0.id != id && !$0.agenda.isEmpty && $0.date.map { $0 < date ?? $0 } ?? false
    }
    let standing = context.workspace.groups[group]?.standingItems ?? []
    return [
      earlier.flatMap {
        option(
          "the agenda of the \($0.label.lowercasedFirst)", "last", startingAgenda(asIn: $0))
      },
      standing.isEmpty
        ? nil
        : option(
          "the items that stand on every agenda", "standing",
          startingAgenda(standingItems: standing)),
    ].compactMap(\.self)
  }

  /// Puts what a held meeting left unfinished on the agenda of the next one.
  private static var rollingOn: RecordCommand<Meeting> {
    RecordCommand(
      "roll", "Roll open items over to a later agenda", keys: ["R"], hint: "roll on",
      hintedAmong: Meeting.kind,
      on: .found { context in
        guard context.group != nil else {
          return .failure(Refusal("Go into a group or a meeting first."))
        }
        guard let next = rolling(context)?.next else {
          return .failure(
            Refusal(
              "A meeting that was held and one that is planned are needed. Press ‹add› in the meetings "
                + "to add the next one."))
        }
        return .success(next)
      },
      reason: { next, context in
        guard let held = rolling(context)?.held, next.unfinished(of: held).isEmpty else {
          return nil
        }
        return "Every item of the \(held.label.lowercasedFirst) has an outcome or is on the next "
          + "agenda already."
      }
    ) { meetings, context in
      guard let next = meetings.first, let held = rolling(context)?.held else { return nil }
      let options = next.rollings(from: held, context)
      if options.count == 1, let only = options.first { return .edit(only.edit) }
      return .choice(
        RecordChoice("Roll to the \(next.label.lowercasedFirst)", "What goes on", options))
    }
  }

  /// The meeting to roll from and the one to roll to.
  private static func rolling(_ context: RecordContext) -> (held: Meeting, next: Meeting)? {
    guard let group = context.group.map({ Reference<PartnershipGroup>($0.id) }) else {
      return nil
    }
    let shown = context.about(Meeting.self)
    let held =
      shown.flatMap { $0.status == .held ? $0 : nil }
      ?? context.workspace.lastMeeting(of: group, before: context.day)
    let next = context.workspace.nextMeeting(of: group, after: context.day)
    guard let held, let next, held.id != next.id else { return nil }
    return (held, next)
  }
}
