import JSONDocument
package import Safeguarding

/// What is still owed in one area by a date, as it stands on a day for whoever may read so much of the area.
///
/// It can be kept and taken up again without the area's records: for many areas at once nobody reads all of those.
package struct AreaAccount: Sendable {
  /// The day on which it stands so.
  package let day: CalendarDate
  /// What the area calls itself.
  package let title: String
  /// Who may see it.
  package let handling: String
  /// What cannot be read of the area, or not by this person, in sentences.
  package let remarks: [String]
  /// What is owed, soonest first.
  let owed: Listing

  /// The account of an area.
  ///
  /// - Parameters:
  ///   - workspace: All that may be read of it.
  ///   - day: The day on which it stands so.
  ///   - remarks: What cannot be read of it, in sentences.
  /// - Throws: ``ReportError`` where its deadlines cannot be listed.
  package init(
    of workspace: Workspace, on day: CalendarDate, remarks: [String]
  ) throws(ReportError) {
    self.day = day
    title = workspace.settings.title
    handling = workspace.handling
    self.remarks = remarks
    owed = try DeadlinesListing.owed(in: workspace, on: day)
  }

  /// Takes up an account that was kept; nil where it is none.
  package init?(kept bytes: [UInt8]) {
    let document = Result { () throws(JSONSyntaxError) in try JSONDocument(bytes: bytes) }
    guard case .success(let read) = document, let title = read.root["title"]?.string,
      let day = (read.root["day"]?.string).flatMap({ CalendarDate(iso: $0) }),
      let rows = read.root["owed"], let columns = read.root["columns"]?.elements.map({ $0.string }),
      columns == DeadlinesListing.owedColumns.map(\.key)
    else { return nil }
    self.day = day
    self.title = title
    handling = read.root["handling"]?.string ?? ""
    remarks = read.root["remarks"]?.elements.compactMap(\.string) ?? []
    owed = KeptListing.listing(of: rows, columns: DeadlinesListing.owedColumns)
  }

  /// The account as it is kept.
  package var kept: [UInt8] {
    let value: JSONLiteral = [
      "day": .string(day.iso), "title": .string(title), "handling": .string(handling),
      "remarks": .array(remarks.map { .string($0) }),
      "columns": .array(owed.columns.map { .string($0.key) }), "owed": KeptListing(owed).literal,
    ]
    return Array(value.write().utf8)
  }
}
