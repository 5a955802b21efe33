extension Meeting {
  /// What people do with meetings beside filling them in.
  public static var commands: [RecordCommand<Meeting>] {
    agendaCommands + [
      everybodyElseCame,
      RecordCommand(
        "agree-minutes", "Mark minutes as agreed", keys: ["A"], hint: "agree",
        fields: ["minutesAgreedOn"],
        missing: "Select a meeting that was held, or go into one, first.",
        reason: { meeting, _ in
          meeting.status == .held
            ? nil
            : "The \(meeting.label.lowercasedFirst) has not been held: there are no minutes yet."
        }
      ) { meetings, context in
        guard let meeting = meetings.first else { return nil }
        let day = meeting.minutesDay(context)
        return .form(
          minutesForm, title: "Minutes agreed: \(meeting.label)",
          offered: meeting.minutesAgreedOn == nil ? ["minutesAgreedOn": day.short] : [:])
      },
    ]
  }

  /// The forms of a few fields of a meeting.
  public static var forms: [RecordForm] { [minutesForm, outcomeForm] }

  /// When the minutes of a meeting were agreed.
  private static let minutesForm = RecordForm(
    "minutes", "minutes", ["minutesAgreedOn"], wayBack: "‹agree-minutes› on the same meeting")

  /// The day on which minutes are likely agreed: that of the next meeting, or today before that.
  func minutesDay(_ context: RecordContext) -> ImpreciseDate {
    let later = context.workspace.meetings.all.filter { meeting in
      meeting.group == group && meeting.id != id && meeting.status != .cancelled
        && meeting.date.map { later in date.map { $0 < later } ?? false } ?? false
    }.compactMap(\.date).min()
    let isOver = later?.last.map { $0 <= context.day } ?? false
    return isOver ? later ?? ImpreciseDate(context.day) : ImpreciseDate(context.day)
  }
}
