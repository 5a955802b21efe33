import Letters
import Safeguarding

/// What is still owed by a date in several areas together.
package struct AreasListing: Sendable {
  /// An area with its account.
  package struct Area: Sendable {
    /// The name by which it is opened.
    package let name: String
    package let account: AreaAccount

    /// An area with its account.
    package init(name: String, account: AreaAccount) {
      (self.name, self.account) = (name, account)
    }
  }

  /// The areas, in the order of their names.
  package let areas: [Area]

  /// Several areas, each as it stands on its day.
  package init(_ areas: [Area]) { self.areas = areas }

  /// Who may see it: every label that one of the areas has.
  package var handling: String {
    var labels: [String] = []
    for area in areas where !area.account.handling.isEmpty {
      if !labels.contains(area.account.handling) { labels.append(area.account.handling) }
    }
    return labels.joined(separator: "; ")
  }

  /// What is owed in all of them, soonest first, each row with the name of its area.
  package func owed(_ filter: DeadlinesListing.Filter) -> Listing {
    let rows = areas.flatMap { area in
      area.account.owed.rows.lazy.map { OwedRow(area: area.name, cells: $0) }
        .filter { $0.passes(filter, on: area.account.day) }
    }
    var all = Listing(
      columns: DeadlinesListing.owedColumns + [.init("area", "Area", widest: 24, place: -1)])
    all.handling = handling
    let order = rows.indices.sorted { (rows[$0].due, $0) < (rows[$1].due, $1) }
    for index in order { all.add(rows[index].cells + [.text(rows[index].area)]) }
    return all.without(["meant"])
  }

  /// How the areas stand, a row for each.
  package var overview: Listing {
    var listing = Listing(columns: [
      .init("area", "Area", widest: 24), .init("title", "Name", widest: 44, place: 1),
      .init("overdue", "Overdue"), .init("dueWithin14Days", "In 14 days"),
      .init("nextDue", "Next due"), .init("nextTitle", "What is owed next", widest: 44, place: 1),
      .init("nextOwner", "Whose", widest: 24),
    ])
    listing.handling = handling
    for standing in standings {
      listing.add([
        .text(standing.name), .text(standing.title), .whole(standing.overdue),
        .whole(standing.soon), .known(standing.nextDue), .known(standing.nextTitle),
        .known(standing.nextOwner),
      ])
    }
    return listing
  }

  /// How each area stands.
  package var standings: [AreaStanding] {
    areas.map { area in
      let rows = area.account.owed.rows.map { OwedRow(area: area.name, cells: $0) }
      let ahead = rows.filter { !$0.isOverdue }
      let next = ahead.min { $0.due < $1.due }
      func shown(_ key: String) -> String { next?[key].line(asShown: true) ?? "" }
      return AreaStanding(
        name: area.name, title: area.account.title, overdue: rows.count - ahead.count,
        soon: ahead.count { $0.isDue(within: 14, of: area.account.day) },
        nextDue: shown("dueText"), nextTitle: shown("title"), nextOwner: shown("owner"))
    }
  }
}

/// How an area stands, in a few numbers and the one thing that is owed next.
package struct AreaStanding: Hashable, Sendable {
  /// The name by which it is opened.
  package let name: String
  /// What it calls itself.
  package let title: String
  /// How many things are overdue.
  package let overdue: Int
  /// How many are due within 14 days and not late.
  package let soon: Int
  /// What is owed next, by when and by whom; empty where nothing is.
  package let nextDue, nextTitle, nextOwner: String
}

/// A row of what is owed in an area.
private struct OwedRow {
  let area: String
  let cells: [Listing.Cell]
  /// The day by which it is owed, as the calendar's standard writes it; `~` where there is none, which sorts last.
  let due: String

  init(area: String, cells: [Listing.Cell]) {
    (self.area, self.cells) = (area, cells)
    let due = cells[OwedRow.place("due")].line(asShown: false)
    self.due = due.isEmpty ? "~" : due
  }

  subscript(key: String) -> Listing.Cell { cells[OwedRow.place(key)] }

  private func word(_ key: String) -> String { self[key].line(asShown: false) }

  private static let places = Dictionary(
    DeadlinesListing.owedColumns.enumerated().map { ($1.key, $0) },
    uniquingKeysWith: { first, _ in first })

  private static func place(_ key: String) -> Int { places[key] ?? 0 }

  var isOverdue: Bool { word("status") == Deadline.Status.overdue.rawValue }

  func isDue(within days: Int, of day: CalendarDate) -> Bool {
    CalendarDate(iso: due).map { $0.dayNumber - day.dayNumber <= days } ?? false
  }

  /// The same conditions as ``DeadlinesListing`` puts to a deadline, by what was kept of it.
  func passes(_ filter: DeadlinesListing.Filter, on day: CalendarDate) -> Bool {
    if filter.isOverdue, !isOverdue { return false }
    if let within = filter.within, !isDue(within: within, of: day) { return false }
    if let rule = filter.rule, word("rule") != rule { return false }
    if let group = filter.group, word("group") != group { return false }
    if let partnership = filter.partnership, !words("partnerships").contains(partnership) {
      return false
    }
    return filter.owner.map { owner in
      meant.contains { ids, names in
        ids.split(separator: " ").contains { $0 == owner } || names.holds(owner)
      }
    } ?? true
  }

  private func words(_ key: String) -> [String] {
    guard case .list(let cells) = self[key] else { return [] }
    return cells.map { $0.line(asShown: false) }
  }

  /// Who is meant by its owners: ids and names.
  private var meant: [(ids: String, names: String)] {
    guard case .list(let cells) = self["meant"] else { return [] }
    return cells.map { ($0.line(asShown: false), $0.line(asShown: true)) }
  }
}
