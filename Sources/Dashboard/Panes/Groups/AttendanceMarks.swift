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

    /// Presence is a square, absence a letter; a word beside it says the same.
    func cell(_ glyphs: Glyphs) -> Line {
      switch self {
      case .came: Line(picture: [Span(String(glyphs.point), .chart)], saying: "")
      case .apologies: Line(picture: [Span("a", .dueSoon)], saying: "")
      case .deputy: Line(picture: [Span("d", .text)], saying: "")
      case .absent: Line(picture: [Span("x", .overdue)], saying: "")
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

  /// The marks of somebody, one for each meeting, and in words how each came.
  func line(_ glyphs: Glyphs, of isMeant: (Attendance) -> Bool) -> Line {
    let found = meetings.map { $0.attendance.first(where: isMeant) }
    if found.allSatisfy({ $0 == nil }) { return .empty }
    let marks: Line = found.reduce(into: .empty) { line, attendance in
      line += attendance.map { Mark($0).cell(glyphs) } ?? .secondary(String(glyphs.gap))
    }
    let words = zip(meetings, found).compactMap { meeting, attendance in
      attendance.map { "\(Mark($0).word) \(meeting.date?.short ?? "on an unknown day")" }
    }
    return Line(picture: marks.spans, saying: words.joined(separator: ", "))
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
    let words: Line = Mark.allCases.filter(used.contains).reduce(into: .empty) { line, mark in
      line += (line.isEmpty ? .empty : "  ") + mark.cell(glyphs) + .secondary(" \(mark.word)")
    }
    // Who hears the marks in words needs no key to them.
    return words.isEmpty ? words : Line(picture: words.spans, saying: "")
  }
}
