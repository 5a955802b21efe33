import Safeguarding
import TerminalUI

/// Who came to the last meetings of a group, a mark for each.
struct AttendanceMarks {
  /// How the coming of somebody is shown.
  enum Mark: Hashable, CaseIterable {
    case came, apologies, deputy, absent

    init(_ attendance: Attendance) {
      switch attendance.status {
      case .present: self = attendance.deputy.isEmpty ? .came : .deputy
      case .apologies: self = attendance.deputy.isEmpty ? .apologies : .deputy
      case .absent: self = attendance.deputy.isEmpty ? .absent : .deputy
      }
    }

    /// Presence is a square, absence a letter.
    func cell(_ glyphs: Glyphs) -> Line {
      switch self {
      case .came: Line(String(glyphs.point), .chart)
      case .apologies: Line("a", .dueSoon)
      case .deputy: Line("d", .text)
      case .absent: Line("x", .overdue)
      }
    }

    fileprivate var word: String {
      switch self {
      case .came: "came"
      case .apologies: "apologies"
      case .deputy: "deputy"
      case .absent: "absent"
      }
    }
  }

  /// How many meetings are shown.
  static let most = 6

  /// The last meetings of which it is recorded who came, earliest first.
  let meetings: [Meeting]

  init(_ meetings: [Meeting]) {
    self.meetings = meetings.filter { $0.status == .held && !$0.attendance.isEmpty }
      .suffix(AttendanceMarks.most)
  }

  /// The marks of somebody, one for each meeting.
  func line(_ glyphs: Glyphs, of isMeant: (Attendance) -> Bool) -> Line {
    let found = meetings.map { $0.attendance.first(where: isMeant) }
    if found.allSatisfy({ $0 == nil }) { return .empty }
    return found.reduce(into: .empty) { line, attendance in
      line += attendance.map { Mark($0).cell(glyphs) } ?? .secondary(String(glyphs.gap))
    }
  }

  /// The first letters of the months of the meetings, over their marks.
  var head: String {
    meetings.map { meeting in
      meeting.date?.first.map { String(CalendarDate.monthNames[$0.components.month - 1].prefix(1)) }
        ?? "?"
    }.joined()
  }

  /// What the marks of all its meetings mean.
  func legend(_ glyphs: Glyphs) -> Line {
    AttendanceMarks.legend(of: meetings.flatMap(\.attendance), glyphs)
  }

  /// What marks mean, as far as they are there.
  static func legend(of attendance: [Attendance], _ glyphs: Glyphs) -> Line {
    let used = Set(attendance.map { Mark($0) })
    return Mark.allCases.filter(used.contains).reduce(into: .empty) { line, mark in
      line += (line.isEmpty ? .empty : "  ") + mark.cell(glyphs) + .secondary(" \(mark.word)")
    }
  }
}
