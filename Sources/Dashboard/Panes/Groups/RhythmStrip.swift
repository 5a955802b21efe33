import Safeguarding
import TerminalUI

/// When a group met and meets, a cell for each month about a day.
struct RhythmStrip: Hashable {
  /// What is known of a month.
  enum Month: Hashable {
    case none, cancelled, planned, held
  }

  /// How many months are shown to the day's own, and after it.
  static let (past, ahead) = (12, 6)

  /// What is known of each month, earliest first.
  let months: [Month]
  /// The first of the months, counted from the year 0.
  private let start: Int

  init(_ meetings: [Meeting], on day: CalendarDate) {
    let start = RhythmStrip.start(on: day)
    var months = Array(repeating: Month.none, count: RhythmStrip.past + RhythmStrip.ahead)
    for meeting in meetings {
      // A date that is not known to the month has no cell.
      guard let first = meeting.date?.first, let last = meeting.date?.last,
        first.monthNumber == last.monthNumber, months.indices.contains(first.monthNumber - start)
      else { continue }
      let cell = first.monthNumber - start
      switch meeting.status {
      case .held: months[cell] = .held
      case .planned: if months[cell] != .held { months[cell] = .planned }
      case .cancelled: if months[cell] == .none { months[cell] = .cancelled }
      }
    }
    self.months = months
    self.start = start
  }

  private static func start(on day: CalendarDate) -> Int { day.monthNumber - past + 1 }

  /// The cells, with a line behind the month of the day.
  func line(_ glyphs: Glyphs) -> Line {
    let items = months.enumerated().map { cell, month in
      let (year, index) = (start + cell).quotientAndRemainder(dividingBy: 12)
      let name = "\(CalendarDate.monthNames[index]) \(year)"
      return switch month {
      case .none: Strip.Item(.nothing)
      case .held: Strip.Item(.yes, name, "held")
      case .planned: Strip.Item(.expected, name, "planned")
      case .cancelled: Strip.Item(.letter("x", .overdue), name, "cancelled")
      }
    }
    return Strip(items, now: RhythmStrip.past).line(glyphs)
  }

  /// The first letters of the months, over their cells.
  static func head(on day: CalendarDate, _ glyphs: Glyphs) -> String {
    let letters = (0..<(past + ahead)).map { cell in
      let name = CalendarDate.monthNames[((start(on: day) + cell) % 12 + 12) % 12]
      return name.first ?? " "
    }
    return Strip.head(letters, now: past, glyphs: glyphs)
  }

  /// What the cells mean.
  static func legend(_ glyphs: Glyphs) -> Line {
    let words =
      Line(String(glyphs.point), .chart) + .secondary(" held \(glyphs.hollowPoint) planned ")
      + Line("x", .overdue) + .secondary(" cancelled ")
      + Line(String(glyphs.vertical), .accent) + .secondary(" now")
    return Line(picture: words.spans, saying: "")
  }
}

extension CalendarDate {
  /// The months since the year 0, so that months can be counted across years.
  fileprivate var monthNumber: Int { components.year * 12 + components.month - 1 }
}
