import Safeguarding
import Testing

@Suite struct PrintedTargetTests {
  struct Cell: CustomTestStringConvertible, Sendable {
    let printed: String
    let dates: [String]
    let repeats: String?
    let isOngoing: Bool

    init(_ printed: String, _ dates: [String] = [], repeats: String? = nil, ongoing: Bool = false) {
      self.printed = printed
      self.dates = dates
      self.repeats = repeats
      isOngoing = ongoing
    }

    var testDescription: String { printed }
  }

  /// Every form that the plans of the partnerships print, with the due days meant.
  static let cells = [
    Cell("April 2007", ["2007-04-30"]),
    Cell("June 2007", ["2007-06-30"]),
    Cell("July 2007", ["2007-07-31"]),
    Cell("August 2007", ["2007-08-31"]),
    Cell("September 2007", ["2007-09-30"]),
    Cell("October 2007", ["2007-10-31"]),
    Cell("January 2008", ["2008-01-31"]),
    Cell("Dec 2007", ["2007-12-31"]),
    Cell("April-May 2007", ["2007-05-31"]),
    Cell("April - June 2007", ["2007-06-30"]),
    Cell("April – June 2007", ["2007-06-30"]),
    Cell("June - July 2007", ["2007-07-31"]),
    Cell("June – July 2007", ["2007-07-31"]),
    Cell("30th April 2007", ["2007-04-30"]),
    Cell("30 th April 2007", ["2007-04-30"]),
    Cell("Mid May 2007", ["2007-05-15"]),
    Cell("By end Nov 2007", ["2007-11-30"]),
    Cell("By end October 2008", ["2008-10-31"]),
    Cell("To be in place by April 2007", ["2007-04-30"]),
    Cell("Completed by April 2007", ["2007-04-30"]),
    Cell("autumn of 2024", ["2024-11-30"]),
    Cell("summer of 2024", ["2024-08-31"]),
    Cell("2025", ["2025-12-31"]),
    Cell("2025-2026", ["2026-03-31"]),
    Cell("Towards the end of 2023-2024", ["2024-03-31"]),
    Cell("Ongoing", ongoing: true),
    Cell("On-going", ongoing: true),
    Cell("Initially December 2007 and then ongoing", ["2007-12-31"], ongoing: true),
    Cell("July 2007 Quarterly thereafter", ["2007-07-31"], repeats: "quarterly"),
    Cell("Quarterly thereafter", repeats: "quarterly"),
    Cell("Quarterly June-Sept-Dec-March", repeats: "quarterly"),
    Cell("Quarterly June-Sept- Dec- March", repeats: "quarterly"),
    Cell("Quarterly", repeats: "quarterly"),
    Cell("Six monthly", repeats: "every 6 months"),
    Cell("Annually", repeats: "every year"),
    Cell("Evaluation of pilot project June 2007 / Ongoing", ["2007-06-30"], ongoing: true),
    Cell("Evaluation of pilot project June 2007; Ongoing", ["2007-06-30"], ongoing: true),
    Cell("Evaluation of pilot project June 2007 Ongoing", ["2007-06-30"], ongoing: true),
    Cell(
      "July 2007 / By end October 2008 / April 2007", ["2007-07-31", "2008-10-31", "2007-04-30"]),
    Cell("July 2007 By end October 2008 April 2007", ["2007-07-31", "2008-10-31", "2007-04-30"]),
  ]

  /// Forms that are not in those plans.
  static let more = [
    Cell("six-monthly", repeats: "every 6 months"),
    Cell("half-yearly", repeats: "every 6 months"),
    Cell("6 monthly from April 2007", ["2007-04-30"], repeats: "every 6 months"),
    Cell("twice a year", repeats: "twice a year"),
    Cell("once a year", repeats: "once a year"),
    Cell("every two months", repeats: "every 2 months"),
    Cell("every 6 weeks", repeats: "every 6 weeks"),
    Cell("each quarter", repeats: "quarterly"),
    Cell("on an annual basis", repeats: "every year"),
    Cell(
      "on a quarterly basis commencing in April 2007", ["2007-04-30"], repeats: "quarterly"),
    Cell("meetings held quarterly", repeats: "quarterly"),
    Cell("Draft 28/3/2024 / final 2024/25 / ongoing", ["2024-03-28"], ongoing: true),
    Cell("", []),
    Cell("in due course"),
    Cell("bi-monthly"),
    Cell("not before June 2007"),
    Cell("On completion of the quarterly report"),
    Cell("on-going cycle of audits"),
    Cell("Plan of 2007"),
    Cell("Écrit en juin ​2007 \u{0}"),
  ]

  @Test(arguments: cells + more)
  func readsEveryForm(cell: Cell) {
    let target = PrintedTarget(printed: cell.printed)
    #expect(target.dates.map { $0.dueDay?.iso } == cell.dates)
    #expect(target.repeats?.words == cell.repeats)
    #expect(target.isOngoing == cell.isOngoing)
    #expect(target.printed == cell.printed)
    #expect(target.repeats.map { $0.printed == cell.printed } ?? true)
  }

  @Test(arguments: cells)
  func saysSomething(cell: Cell) {
    let target = PrintedTarget(printed: cell.printed)
    #expect(!target.dates.isEmpty || target.repeats != nil || target.isOngoing)
  }

  @Test func everyDateKeepsItsOwnWords() {
    let target = PrintedTarget(printed: "July 2007 By end October 2008 April 2007")
    #expect(target.dates.map(\.printed) == ["July 2007", "By end October 2008", "April 2007"])
    let initially = PrintedTarget(printed: "Initially December 2007 and then ongoing")
    #expect(initially.dates.map(\.printed) == ["December 2007"])
    let spaced = PrintedTarget(printed: " April 2007 ")
    #expect(spaced.dates.map(\.printed) == [" April 2007 "])
  }

  @Test func theFirstDateDecidesTheOrder() {
    let ordered = [
      "30th April 2007", "April 2007", "Mid May 2007", "July 2007 / April 2007",
      "July 2007 Quarterly thereafter", "By end October 2008", "Annually", "On-going",
    ].map(PrintedTarget.init)
    let sorted = ordered.reversed().sorted().map(\.printed)
    #expect(
      sorted == [
        "April 2007", "30th April 2007", "Mid May 2007", "July 2007 / April 2007",
        "July 2007 Quarterly thereafter", "By end October 2008", "Annually", "On-going",
      ])
  }
}
