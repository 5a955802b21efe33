import JSONDocument
import Letters
import Safeguarding

/// A list of bank holidays in the format of GOV.UK, with the place of each day in its file.
struct PublishedBankHolidays {
  /// A day and how the file writes it.
  struct Event {
    let day: BankHolidays.Day
    let value: JSONValue

    /// What is written of it: no text in it holds what does not show, or a line end.
    var literal: JSONLiteral { value.literal.cleaned }
  }

  /// The days of one division in the order of the file.
  struct Section {
    let division: String
    let events: [Event]

    var days: [BankHolidays.Day] { events.map(\.day) }
  }

  /// What keeps a file from being such a list, as the end of a sentence.
  struct Refusal: Error {
    let reason: String
  }

  /// The known divisions, those of England and Wales first.
  let sections: [Section]
  /// Divisions that are not known, in the order of the file.
  let unknown: [String]

  /// Finds the divisions of a file, which may be GOV.UK's file of a single one where that will do.
  init(_ root: JSONValue, mayBeSingle: Bool) throws(Refusal) {
    guard root.kind == .object else {
      throw Refusal(reason: "it does not hold an object in { }")
    }
    if let name = root["division"]?.string, root["events"] != nil,
      BankHolidays.published.contains(name)
    {
      guard mayBeSingle else {
        throw Refusal(reason: "its days are not inside a division such as {\"\(name)\": { ... }}")
      }
      sections = [try Self.section(name, root)]
      unknown = []
      return
    }
    var sections: [Section] = []
    for name in BankHolidays.published {
      if let value = root[name] { sections.append(try Self.section(name, value)) }
    }
    self.sections = sections
    unknown = root.members.map(\.key).filter { !BankHolidays.published.contains($0) }
  }

  private static func section(_ name: String, _ value: JSONValue) throws(Refusal) -> Section {
    guard let list = value["events"], list.kind == .array else {
      throw Refusal(reason: "the division \"\(name)\" (\(value.location)) has no list \"events\"")
    }
    var events: [Event] = []
    for element in list.elements {
      let title = element["title"]?.string?.cleanedLine
      guard let title, !title.isEmpty else {
        throw Refusal(reason: "the bank holiday at \(element.location) has no title")
      }
      guard let written = element["date"]?.string, let date = CalendarDate(iso: written) else {
        throw Refusal(
          reason: "the bank holiday at \(element.location) has no date such as \"2024-03-29\"")
      }
      events.append(Event(day: BankHolidays.Day(date: date, title: title), value: element))
    }
    return Section(division: name, events: events)
  }
}

extension JSONLiteral {
  /// The value with each text on one line and without what does not show.
  fileprivate var cleaned: JSONLiteral {
    switch self {
    case .string(let text): .string(text.cleanedLine)
    case .array(let elements): .array(elements.map(\.cleaned))
    case .object(let members):
      .object(members.map { JSONLiteral.Member($0.key.cleanedLine, $0.value.cleaned) })
    default: self
    }
  }
}
