import ArgumentParser
import DataStore
import Reports
import Safeguarding

#if PostgreSQL
  import PostgreSQLStore
#endif

/// Several areas in one database, as one account sees them.
///
/// Nobody reads all their records for it: what is owed in an area is counted once for each of some days, kept in the database for
/// this account alone, and counted anew as soon as anything of the area has changed.
struct Region {
  /// The region that the options ask for; nil where the data is one area.
  static func chosen(by options: DataOptions) throws -> Region? {
    guard let text = options.data ?? environment("MASA_DATA"), DataPlace.isAddress(text)
    else { return nil }
    return try Database.region(text, on: options.asOf.map { try Region.day($0) })
  }

  private static func day(_ typed: String) throws -> CalendarDate {
    guard let day = CalendarDate(iso: typed) else {
      throw CommandFailure(
        "For several areas at once --as-of takes a day such as 2026-03-31, and \"\(typed)\" is none. Nothing was read."
      )
    }
    return day
  }

  #if PostgreSQL
    private let region: DatabaseRegion
    private let areas: [DatabaseRegion.Area]
    private let pinnedDay: CalendarDate?
    private let today = Clock.today

    /// For how many days it is counted at once: who looks once a week finds it counted, where nothing has changed.
    private static let days = 8

    /// What counted: another program may count otherwise.
    private static let version =
      "\(Masa.configuration.version) \(FileFacts("/proc/self/exe")?.size ?? 0)"

    init?(_ text: String, on day: CalendarDate?) throws {
      let address = try Database.carryOut("open \(text)") { () throws(DatabaseFailure) in
        try DatabaseAddress(text)
      }
      if address.workspaces.count == 1 { return nil }
      pinnedDay = day
      (region, areas) = try Database.carryOut("look at the areas in \(text)") {
        [today] () throws(DatabaseFailure) in
        let region = try DatabaseRegion(address)
        return (region, try region.areas(on: today, countedBy: Region.version))
      }
      // Of one area everything can be shown, and of none the sentence of the database tells why.
      if areas.count < 2 { return nil }
    }

    /// The day that is looked at.
    var day: CalendarDate { pinnedDay ?? today }
    /// The database, as a person calls it.
    var place: String { region.database }
    /// The names of the areas.
    var names: String { areas.map(\.name).joined(separator: ", ") }

    /// The address of one of the areas.
    func address(named name: String) throws -> String {
      guard let area = areas.first(where: { $0.name == name }) else { return "" }
      return try Database.carryOut("open the area \(name)") { () throws(DatabaseFailure) in
        try region.address(of: area).text
      }
    }

    /// How all the areas stand; says what of them cannot be read.
    func listing() throws -> AreasListing {
      let accounts = areas.map { area in
        pinnedDay == nil ? area.counted.flatMap { AreaAccount(kept: $0) } : nil
      }
      let missing = accounts.count { $0 == nil }
      if missing > 3 {
        Output.complain(
          "What is owed in \(missing) of \(counted(areas.count, "area")) is counted now; that takes a moment once, and again "
            + "for those that change.")
      }
      var found: [AreasListing.Area] = []
      for (area, account) in zip(areas, accounts) {
        let account = try account ?? count(area)
        for remark in account.remarks { Output.complain("\(area.name): \(remark)") }
        found.append(AreasListing.Area(name: area.name, account: account))
      }
      return AreasListing(found)
    }

    /// Counts what is owed in an area by all its records, and keeps that.
    private func count(_ area: DatabaseRegion.Area) throws -> AreaAccount {
      let workspace = try readFolder(try Database.opened(try address(named: area.name)).folder)
      let remarks =
        [Output.sentence(ofUnread: workspace)].compactMap(\.self)
        + Output.sentences(ofClosed: workspace.access)
      func account(on day: CalendarDate) throws -> AreaAccount {
        do throws(ReportError) {
          return try AreaAccount(of: workspace, on: day, remarks: remarks)
        } catch {
          throw CommandFailure("\(area.name): \(error.sentence)")
        }
      }
      if let pinnedDay { return try account(on: pinnedDay) }
      let first = try account(on: workspace.settings.asOf ?? today)
      var kept = [(day: today, bytes: first.kept)]
      for number in 1..<Region.days {
        let day = today.adding(days: number)
        kept.append(
          (
            day,
            workspace.settings.asOf == nil ? try account(on: day).kept : kept[0].bytes
          ))
      }
      do throws(DatabaseFailure) {
        try region.keep(kept, of: area, countedBy: Region.version)
      } catch {
        Output.complain(
          "What was counted in \(area.name) is shown, and is counted again the next time: "
            + error.sentence(trying: "keep it"))
      }
      return first
    }
  #else
    /// The day that is looked at.
    var day: CalendarDate { Clock.today }
    /// The database, as a person calls it.
    var place: String { "" }
    /// The names of the areas.
    var names: String { "" }

    /// The address of one of the areas.
    func address(named name: String) throws -> String { "" }

    /// Without databases there is no region.
    func listing() throws -> AreasListing { AreasListing([]) }
  #endif
}
