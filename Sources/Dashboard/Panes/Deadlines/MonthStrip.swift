import Safeguarding
import TerminalUI

/// How much is due in each of twelve months, beside one another.
struct MonthStrip: Drawing {
  /// What is due in one month.
  private struct Month: Sendable {
    let name: String
    var count = 0
    var overdue = 0
  }

  private let months: [Month]
  /// What the figures mean.
  static let legend: [Line] = [
    .secondary("number: still owed that month"), Line("! overdue, owed now", .overdue),
  ]

  /// Counts what is still owed from the month of a day on; what is overdue stands in its first month.
  init(_ deadlines: [Deadline], from day: CalendarDate) {
    let (year, month, _) = day.components
    let start = year * 12 + month - 1
    var months = (0..<12).map { offset in
      let index = (start + offset) % 12
      let name = CalendarDate.monthNames[index]
      return Month(name: offset == 0 || index == 0 ? "\(name) \((start + offset) / 12)" : name)
    }
    for deadline in deadlines where deadline.status.isOpen {
      guard let due = deadline.due?.last else { continue }
      if deadline.status == .overdue {
        months[0].overdue += 1
        continue
      }
      let (dueYear, dueMonth, _) = due.components
      let offset = dueYear * 12 + dueMonth - 1 - start
      if months.indices.contains(offset) { months[offset].count += 1 }
    }
    self.months = months
  }

  let natural = Size(100, 3)
  let least = Size(60, 2)

  func draw(in canvas: inout Canvas, area: Rect) {
    let width = max(5, area.width / 12)
    let most = max(1, months.map { $0.count + $0.overdue }.max() ?? 1)
    for (index, month) in months.enumerated() {
      let x = area.x + index * width
      guard x + width <= area.x + area.width + 1 else { break }
      // Where the year finds no room, its end does.
      let name =
        month.name.count < width ? month.name : month.name.replacing(" 20", with: " ")
      canvas.write(Line(name, .secondary), x: x, y: area.y, width: width - 1)
      canvas.write(figures(month), x: x, y: area.y + 1, width: width - 1)
      guard area.height > 2 else { continue }
      let room = width - 1
      let overdue = month.overdue * room / most
      let count = (month.count + month.overdue) * room / most - overdue
      let bar =
        Line(String(repeating: canvas.glyphs.full, count: overdue), .overdue)
        + Line(String(repeating: canvas.glyphs.medium, count: max(0, count)), .chart)
      canvas.write(bar, x: x, y: area.y + 2, width: room)
    }
  }

  private func figures(_ month: Month) -> Line {
    let count = Line(String(month.count), month.count == 0 ? .secondary : .text)
    return month.overdue == 0 ? count : count + Line(" !\(month.overdue)", .overdue)
  }

  var lines: [String] {
    months.map { month in
      "\(month.name): \(month.count) due"
        + (month.overdue > 0 ? ", and \(month.overdue) overdue" : "")
    }
  }
}
