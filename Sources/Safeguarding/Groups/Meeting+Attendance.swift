extension Meeting {
  /// The seats of the group of which nothing is entered, with who holds them; none where what is
  /// entered is all there is.
  ///
  /// - Parameters:
  ///   - meetings: The meetings of the group, earliest first.
  ///   - workspace: The data.
  ///   - today: The day on which one stands.
  package func expected(
    among meetings: [Meeting], in workspace: Workspace, on today: CalendarDate
  ) -> [Attendance] {
    guard status != .cancelled, minutesAgreedOn == nil, attendees == nil,
      let group = workspace.groups[group]
    else { return [] }
    let day = date?.first ?? today
    if group.seats.isEmpty {
      // Where no seats are printed, those are expected who were counted the last time.
      let before = meetings.last {
        $0.status == .held && !$0.attendance.isEmpty && $0.date?.last.map { $0 < day } ?? false
      }
      let entered = [self].agencies
      return (before.map { [$0].agencies } ?? []).filter { !entered.contains($0) }.map { agency in
        var attendance = Attendance()
        attendance.agency = agency
        return attendance
      }
    }
    return group.seats.compactMap { seat in
      let holder = seat.holding(on: day).person
      // A seat whose holders have all left is vacant; of one without printed holders somebody comes.
      if holder == nil, !seat.holders.isEmpty { return nil }
      let isEntered = attendance.contains { attendance in
        attendance.seat?.id == seat.id || holder != nil && attendance.person == holder
          || attendance.seat == nil && attendance.person == nil && seat.agency != nil
            && attendance.agency == seat.agency
      }
      if isEntered { return nil }
      var attendance = Attendance()
      (attendance.seat, attendance.person) = (Reference(seat.id), holder)
      return attendance
    }
  }

  /// Enters everybody of whom nothing is said yet as present.
  static var everybodyElseCame: RecordCommand<Meeting> {
    RecordCommand(
      "rest-came", "Say that everybody else came to the meeting", keys: ["*"], hint: "rest came",
      hintedAmong: Attendance.kind, fields: ["attendance", "status"],
      missing: "Go into a meeting first: there everybody is listed who is expected.",
      reason: { meeting, context in
        let isAhead = meeting.date?.first.map { context.day < $0 } ?? false
        if isAhead {
          return
            "The \(meeting.label.lowercasedFirst) has not been held yet: nobody has come to it."
        }
        return meeting.expected(context).isEmpty
          ? "Of everybody who is expected it is said already whether they came." : nil
      }
    ) { meetings, context in
      meetings.first.flatMap { meeting in
        let rest = meeting.expected(context)
        var after = meeting
        after.attendance += rest
        let isHeldNow = meeting.status == .planned
        if isHeldNow { after.status = .held }
        let who = meeting.attendance.isEmpty ? "all \(rest.count)" : "the other \(rest.count)"
        return context.edit(
          "Attendance: \(who) came" + (isHeldNow ? " (the meeting counts as held now)" : ""),
          meeting, to: after)
      }
    }
  }

  private func expected(_ context: RecordContext) -> [Attendance] {
    expected(
      among: context.workspace.meetings(of: group), in: context.workspace, on: context.day)
  }
}

extension [Meeting] {
  /// The agencies of which it is recorded that they came or not, in the order in which they are named.
  package var agencies: [Reference<Agency>] {
    var found: [Reference<Agency>] = []
    for case let agency? in flatMap(\.attendance).map(\.agency) where !found.contains(agency) {
      found.append(agency)
    }
    return found
  }
}
