import JSONDocument
import Safeguarding

extension DocumentKind {
  /// GOV.UK's own published list of bank holidays.
  static let bankHolidays = DocumentKind(
    name: "bank-holidays", path: "bank-holidays.json",
    help: "The bank holidays as GOV.UK publishes them.",
    shape: .object(
      ["england-and-wales", "scotland", "northern-ireland"].map { name in
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
      for division in source.value.members {
        var days: [BankHolidays.Day] = []
        for event in division.value["events"]?.elements ?? source.value.elements {
          guard let date = event["date"] else { continue }
          if let day = CalendarDate.read(from: JSONSource(value: date, context: source.context)) {
            days.append(BankHolidays.Day(date: day, title: event["title"]?.string ?? ""))
          }
        }
        workspace.bankHolidays.set(days, division: division.key)
      }
    },
    mark: { _, _ in })
}
