package import Safeguarding

extension Workspace {
  /// The partnership that an id means; without one the first that exists on a day.
  ///
  /// - Throws: ``ReportError`` for an unknown id, or where there is none.
  package func partnership(
    named id: String?, on day: CalendarDate
  ) throws(ReportError) -> Partnership {
    if let named = try partnerships.named(id, access) { return named }
    let live = livePartnerships(on: day)
    guard let first = live.first else {
      throw ReportError(
        sentence: "No partnership exists on \(day.long). Name one: --partnership ID")
    }
    return first
  }
}

extension AnnualAccount {
  /// The account of the year that a name means; without one of the last year that is over.
  ///
  /// - Throws: ``ReportError`` for an unknown partnership or year.
  package init(
    _ workspace: Workspace, of partnership: String?, year name: String?, on day: CalendarDate
  ) throws(ReportError) {
    let own = try workspace.partnership(named: partnership, on: day)
    let years = own.reportingYears
    let last = years.lastYear(before: day)
    guard let wanted = name.map({ years.day(ofYear: $0, near: day) }) ?? last else {
      throw ReportError(
        sentence: "\"\(name ?? "")\" is no reporting year of the \(own.label). Write it as "
          + "\(years.name(of: years.period(of: last))).")
    }
    self.init(workspace, of: own, yearOf: wanted, on: day)
  }

  /// The list of contents that the report follows: a named one, else that in force on the day of publication.
  ///
  /// - Throws: ``ReportError`` for a name that no list has.
  package func contents(
    _ edition: String?, in workspaces: [Workspace]
  ) throws(ReportError) -> ContentList {
    let list = ContentList(on: publicationDay, edition: edition, in: workspaces)
    guard let edition, list.items.isEmpty else { return list }
    let known = ContentList.editions(in: workspaces)
    throw ReportError(
      sentence: "No list of contents is called \"\(edition)\". "
        + (known.isEmpty
          ? "None came with the program." : "Known: \(known.joined(separator: ", "))."))
  }
}
