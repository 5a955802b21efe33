package import Safeguarding
import TerminalUI

/// When the person was here last, and what others have changed since.
package struct LastVisit: Hashable, Sendable {
  /// When a key was last pressed in a session before this one, in seconds since 1970.
  package let time: Int
  /// What others changed since, earliest first.
  package internal(set) var entries: [JournalEntry]

  package init(time: Int, entries: [JournalEntry]) {
    self.time = time
    self.entries = entries.sorted { $0.time < $1.time }
  }

  /// Adds what others change while one looks.
  mutating func add(_ news: [News]) {
    let known = Set(entries.map(\.id))
    entries += news.map(\.entry).joined.filter { !known.contains($0.id) }
  }
}

extension PaneContext {
  /// What others did since the person was here, the latest first.
  var happenings: [Happening] {
    shown(lastVisit?.entries ?? []).reversed().map { Happening($0, self) }
  }

  /// What became overdue since the person was here, by nothing but the days.
  var overdueSince: [Deadline] {
    guard let lastVisit else { return [] }
    let before = clock.day(lastVisit.time)
    guard before < day else { return [] }
    return deadlines.filter { deadline in
      deadline.status == .overdue && deadline.due?.last.map { $0 >= before } == true
    }
  }

  /// When the person was here last: "Tue 26 Mar 2024 at 14:10".
  var lastVisitWords: String {
    guard let lastVisit else { return "" }
    return "\(clock.day(lastVisit.time).inSentence(on: day)) at \(clock.time(lastVisit.time))"
  }

  /// What has changed since the person was here, in one line; from the longest to the shortest way of
  /// saying it, and none where nothing has.
  var newsLines: [Line] {
    guard let lastVisit else { return [] }
    // Every reading of the data makes the line anew: it needs the words, and not which records.
    let words = lastVisit.entries.map { Happening.Word($0) }
    let late = overdueSince.count
    if words.isEmpty, late == 0 { return [] }
    let count = words.isEmpty ? "Nobody changed anything" : counted(words.count, "change")
    var sums = Happening.Word.sums(words)
    if late > 0 { sums.append("\(late) overdue by now") }
    let day = clock.day(lastVisit.time).inSentence(on: self.day)
    func line(_ since: String, _ sums: [String]) -> Line {
      let told = sums.isEmpty ? "" : ": \(sums.joined(separator: ", "))"
      return Line("\(glyphs.bullet) \(count)", .changed) + Line(" since \(since)\(told)")
        + Line("   W", .key) + .secondary(" shows")
    }
    let whole = [line("you were here on \(lastVisitWords)", sums)]
    return whole + (0...sums.count).map { line(day, Array(sums.prefix(sums.count - $0))) }
  }
}
