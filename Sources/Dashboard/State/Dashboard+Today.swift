import Safeguarding

extension Dashboard {
  /// Goes on with the clock to another day, unless the person stands on a day of their own.
  ///
  /// What is typed stays as it is; what one looks at stays under one's eyes.
  mutating func receive(today day: CalendarDate) {
    guard day != today else { return }
    today = day
    guard pinnedDay == nil else { return }
    _ = browsing.follow(context.stored, [], on: day)
    telling.tell(
      ofDay: "It is \(day.long) now: what is due and what is late is counted from this day on.")
  }
}
