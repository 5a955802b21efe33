package import Safeguarding

extension ReportingYears {
  /// A day of the year that people call by a name: `2023-24`, `2023/24` or `2023`; nil for none near a day.
  package func day(ofYear name: String, near day: CalendarDate) -> CalendarDate? {
    let wanted = name.replacing("/", with: "-")
    var year = period(of: day.adding(months: 60))
    for _ in 0..<100 {
      let own = self.name(of: year)
      if own == wanted || String(year.lowerBound.year) == wanted { return year.lowerBound }
      year = period(of: year.lowerBound.adding(days: -1))
    }
    return nil
  }

  /// A day of the last year that is over on a day; its last day counts.
  package func lastYear(before day: CalendarDate) -> CalendarDate {
    let own = period(of: day)
    return own.upperBound == day ? day : own.lowerBound.adding(days: -1)
  }
}

extension Workspace {
  /// How many records illustrate.
  package var illustrativeCount: Int {
    var count = IllustrativeCount(workspace: self)
    Kinds.visit(&count)
    return count.count
  }
}

private struct IllustrativeCount: KindVisitor {
  let workspace: Workspace
  var count = 0

  mutating func visit<E: Entity>(_ type: E.Type) {
    guard E.mayIllustrate else { return }
    count += workspace[E.self].all.count { $0.isIllustrative }
  }
}
