import JSONDocument
import Safeguarding

extension DocumentKind {
  /// GOV.UK's own published list of bank holidays.
  static let bankHolidays = DocumentKind(
    name: "bank-holidays", path: "bank-holidays.json",
    help: "The bank holidays as GOV.UK publishes them.",
    shape: .object(
      BankHolidays.published.map { name in
        (
          name: name,
          shape: .object([
            (name: "division", shape: .text, help: "The division again."),
            (
              name: "events",
              shape: .list(
                .object([
                  (name: "title", shape: .text, help: "The name of the day."),
                  (name: "date", shape: CalendarDate.shape, help: "The day."),
                ])), help: "The bank holidays."
            ),
          ]), help: "The bank holidays of this division."
        )
      }),
    recordKind: nil,
    read: { source, workspace in
      guard source.value.kind == .object else {
        source.report(
          "The bank holidays should be an object in { }.",
          hint: "Restore the file as GOV.UK publishes it.")
        return
      }
      for division in source.value.members {
        if let days = days(of: division, context: source.context) {
          workspace.bankHolidays.set(days, division: division.key)
        }
      }
    },
    mark: { _, _ in })

  private static func days(
    of division: JSONMember, context: ReadingContext
  ) -> [BankHolidays.Day]? {
    guard BankHolidays.published.contains(division.key) else {
      context.report(
        .warning, at: division.keyByteRange.lowerBound,
        "The division \"\(division.key)\" is not known; it is kept but not counted.",
        hint: "Known divisions: \(BankHolidays.published.joined(separator: ", ")).")
      return nil
    }
    guard let events = division.value["events"], events.kind == .array else {
      context.report(
        at: division.value.byteRange.lowerBound,
        "The bank holidays of \(division.key) are missing; every weekday counts as a working day.",
        hint: "Restore the list \"events\" as GOV.UK publishes it.")
      return nil
    }
    return events.elements.compactMap { event in
      guard let written = event["date"] else {
        context.report(
          at: event.byteRange.lowerBound, "This bank holiday has no date.",
          hint: "Write {\"title\": \"Good Friday\", \"date\": \"2024-03-29\"}.")
        return nil
      }
      return CalendarDate.read(from: JSONSource(value: written, context: context)).map {
        BankHolidays.Day(date: $0, title: event["title"]?.string ?? "")
      }
    }
  }
}
