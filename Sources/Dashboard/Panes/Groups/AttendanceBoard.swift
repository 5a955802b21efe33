import Safeguarding
import TerminalUI

extension GroupsPane {
  /// How often each agency came to the meetings of all groups, year by year.
  static func attendance(_ context: PaneContext) -> PaneContent {
    let board = AttendanceBoard(context)
    return PaneContent(trail: [], lede: board.lede, panels: [board.panel, board.groups])
  }
}

/// Who came, over all groups: cancelled meetings do not count, and a deputy counts as come.
struct AttendanceBoard: Sendable {
  private struct Count: Sendable {
    var came = 0
    var asked = 0

    mutating func add(_ attendance: Attendance) {
      asked += 1
      if attendance.status == .present || !attendance.deputy.isEmpty { came += 1 }
    }

    var line: Line {
      if asked == 0 { return .empty }
      let share = Double(came) / Double(asked)
      return Line("\(came) of \(asked)", share < 0.5 ? .overdue : share < 0.75 ? .dueSoon : .text)
    }
  }

  private let context: PaneContext
  private let years: [Int]
  private let agencies: [(agency: String, counts: [Int: Count])]
  private let byGroup: [(group: PartnershipGroup, counts: [Int: Count])]

  init(_ context: PaneContext) {
    self.context = context
    let groups = context.workspace.groups(in: context.scope, on: context.day)
    var agencies: [String: [Int: Count]] = [:]
    var byGroup: [(PartnershipGroup, [Int: Count])] = []
    var years: Set<Int> = []
    for group in groups {
      var own: [Int: Count] = [:]
      for meeting in context.records.meetings(of: Reference(group.id))
      where meeting.status == .held && (meeting.date?.first.map { $0 <= context.day } ?? false) {
        guard let year = meeting.date?.last?.year else { continue }
        for attendance in meeting.attendance {
          let seat = attendance.seat.flatMap { seat in group.seats.first { $0.id == seat.id } }
          let agency = attendance.agency ?? seat?.agency
          years.insert(year)
          own[year, default: Count()].add(attendance)
          if let agency {
            agencies[agency.id, default: [:]][year, default: Count()].add(attendance)
          }
        }
      }
      if !own.isEmpty { byGroup.append((group, own)) }
    }
    self.years = years.sorted(by: >).prefix(4).map { $0 }
    self.byGroup = byGroup
    self.agencies = agencies.map { ($0.key, $0.value) }.sorted { left, right in
      func share(_ counts: [Int: Count]) -> Double {
        let all = counts.values.reduce(into: Count()) {
          $0.came += $1.came; $0.asked += $1.asked
        }
        return all.asked == 0 ? 1 : Double(all.came) / Double(all.asked)
      }
      return (share(left.1), left.0) < (share(right.1), right.0)
    }
  }

  var lede: [LedeBlock] {
    let rare = agencies.count { entry in
      let all = entry.counts.values.reduce(into: Count()) {
        $0.came += $1.came; $0.asked += $1.asked
      }
      return all.asked > 0 && all.came * 2 < all.asked
    }
    return [
      rare == 0
        ? .fact("Every agency comes at least every second time", "", .good)
        : .fact("\(rare) come less than every second time", "those stand first", .dueSoon),
      .fact(
        agencies.count == 1 ? "1 agency" : "\(agencies.count) agencies",
        "at meetings of \(counted(byGroup.count, "group"))"),
    ]
  }

  private var columns: [Column] {
    years.enumerated().map { index, year in
      Column("\(year)", .whole, alignment: .trailing, rank: index)
    }
  }

  var panel: Panel {
    let short = context.workspace.shortNames
    return Panel(
      .attendance, title: "Who came, agency by agency",
      columns: [Column("Agency", .main(least: 20))] + columns,
      rows: agencies.map { entry in
        PanelRow(
          RecordID(Agency.kind, entry.agency),
          [Line(short(Agency.kind, entry.agency))]
            + years.map { entry.counts[$0]?.line ?? .empty })
      }, emptyText: "No attendance is recorded yet."
    ).closed(context, under: "groups/")
  }

  var groups: Panel {
    Panel(
      .groups, title: "Group by group", columns: [Column("Group", .main(least: 20))] + columns,
      rows: byGroup.map { entry in
        PanelRow(
          entry.group.link,
          [Line(entry.group.label)] + years.map { entry.counts[$0]?.line ?? .empty })
      }, emptyText: "No attendance is recorded yet."
    ).closed(context, under: "groups/")
  }
}
