import Entry
import Reports
import Safeguarding

extension EntryReading {
  /// What was typed for a field or an option, as the forms read it.
  ///
  /// How it was understood is told where the text alone does not say it.
  /// - Throws: ``CommandFailure`` with a sentence that fits a command line.
  func value(typed text: String, for name: String, status: Int32 = 64) throws -> StoredValue? {
    guard problem.isEmpty else {
      throw CommandFailure("\(name): \(sentence(for: text)) Nothing was changed.", status: status)
    }
    if !note.isEmpty { Output.complain("\(name): \(note).") }
    if !words.isEmpty { Output.complain("\(name) is read as \(words).") }
    return value
  }

  /// What is wrong, and what to write instead: there is no list to choose from on a command line.
  private func sentence(for text: String) -> String {
    if !candidates.isEmpty {
      let isOfOneKind = Set(candidates.map(\.kind)).count == 1
      let shown = candidates.prefix(8).map {
        "\(isOfOneKind ? $0.id : $0.exactly) (\($0.text))"
      }
      let more = candidates.count > 8 ? " and \(candidates.count - 8) more" : ""
      return "\"\(text.shortened)\" may mean \(shown.joined(separator: ", "))\(more). "
        + "Write one of these instead, or more letters."
    }
    guard let unknown, unknown.canStayName else { return problem }
    return "No agency, seat, person, group or partnership is called \"\(unknown.name.shortened)\". "
      + (unknown.near.isEmpty ? "" : "Did you mean \"\(unknown.near)\"? ")
      + "For somebody who is in no record write \"name:\" and the name."
  }
}

extension EntryContext {
  /// A day as people type it.
  func day(
    _ typed: String, for option: String, leaning: DateLeaning = .none
  ) throws -> CalendarDate {
    if let day = CalendarDate(iso: typed) { return day }
    let kind = EntryKind.date(isImprecise: false, leaning: leaning)
    let value = try kind.reading(of: try nonblank(typed, of: option), self)
      .value(typed: typed, for: option)
    guard let day = value?.text.flatMap({ CalendarDate(iso: $0) }) else {
      throw CommandFailure("\(option) needs a day, such as 28 mar 2024.", status: 64)
    }
    return day
  }

  /// Owners as people type them: ids first, then whatever the forms understand.
  func owners(_ typed: String, for option: String, isSeveral: Bool) throws -> [Owner] {
    let typed = try nonblank(typed, of: option)
    let reading =
      OwnerText.identified(typed, self)
      ?? EntryKind.owners(isSeveral: isSeveral).reading(of: typed, self)
    let value = try reading.value(typed: typed, for: option, status: 1)
    let all = value.map { $0.elements ?? [$0] } ?? []
    return all.compactMap { Owner.read(from: StoredSource($0)) }
  }
}

/// The text of an option, where there is any.
private func nonblank(_ typed: String, of option: String) throws -> String {
  try text(typed, of: option)
}

extension MeetingChoice {
  /// The meeting that words mean: `next`, `last`, or the day of one as people type it.
  init(_ typed: String, _ entry: @autoclosure () -> EntryContext) throws {
    if let choice = MeetingChoice(typed) {
      self = choice
    } else {
      self = .on(try entry().day(typed, for: "--meeting"))
    }
  }
}
