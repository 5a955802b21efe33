import DataStore
import Reports
import Safeguarding

/// A data folder that a command changes: of everything else it reads only what was asked about.
final class EditedFolder {
  /// The data folder.
  let folder: DataFolder
  private let store: FolderStore
  private let asOf: CalendarDate?
  private lazy var search = Result { () throws(FindingError) in
    OwnerSearch(try folder.records(of: Owner.references.map(\.kind)))
  }

  init(_ options: DataOptions) throws {
    SavingProcess.prepare()
    let place = try DataPlace.chosen(by: options.data)
    folder = DataFolder(path: place.path)
    store = FolderStore(path: place.path)
    asOf = try options.pinnedDay()
  }

  /// The day that "today" means: that of the command line, of the workspace, or of the calendar.
  lazy var day: CalendarDate =
    asOf ?? folder.pinnedDay ?? Clock.today

  /// A date as people type it; nil for `none`.
  ///
  /// A month, a season or a year stays one, so that it falls due on its last day.
  func date(_ text: String, for option: String) throws -> ImpreciseDate? {
    if text == "none" { return nil }
    if let date = ImpreciseDate(text) { return date }
    return ImpreciseDate(try self.day(text, for: option))
  }

  /// A day as people type it.
  func day(_ text: String, for option: String) throws -> CalendarDate {
    if let day = CalendarDate(iso: text) { return day }
    do throws(DateProblem) {
      let reading = try DateExpression.read(
        text, today: day,
        calendars: { division in
          folder.records(inFiles: ["bank-holidays.json"]).bankHolidays
            .workingDays(in: division.rawValue)
        })
      Output.complain("\(option) is read as \(reading.summary).")
      return reading.result
    } catch {
      throw CommandFailure("\(option): \(error.sentence)", status: 64)
    }
  }

  /// Who is meant by ids or letters of names, each by one alone; nobody for `none`.
  func owners(_ texts: [String]) throws -> [Owner] {
    if texts == ["none"] { return [] }
    return try texts.map(owner)
  }

  /// Who is meant by an id or by letters of a name.
  func owner(_ text: String) throws -> Owner {
    if let owner = OwnerSearch.freeOwner(text) { return owner }
    do {
      return try search.get().owner(text)
    } catch let problem as OwnerSearch.Problem {
      throw CommandFailure("\(problem.sentence) Nothing was changed.")
    } catch let problem as FindingError {
      throw CommandFailure(problem.sentence)
    }
  }

  /// The record with an id, and the file that holds it.
  func find<R: Entity>(_ type: R.Type, _ id: String) throws -> FoundRecord<R> {
    do throws(FindingError) {
      return try folder.find(type, id: id)
    } catch {
      throw CommandFailure(error.sentence)
    }
  }

  /// Fails unless there is a group with an id.
  func requireGroup(_ id: String) throws {
    if folder.mayHaveGroup(id) { return }
    let near = id.utf8.count > 100 ? nil : nearest(to: id, among: folder.groupIDs)
    throw CommandFailure(
      "There is no group with the id \"\(id.prefix(100))\" in \(folder.path); nothing was changed."
        + (near.map { " Did you mean \"\($0)\"?" } ?? ""))
  }

  /// Saves an edit that is made anew while others change the same fields, at most twenty times.
  ///
  /// An edit that expects something is made once.
  func save(_ make: () throws -> Edit) throws -> Receipt {
    var edit = try make()
    for _ in 1..<20 where edit.expectations.isEmpty {
      do throws(CommitError) {
        return try store.commit(edit)
      } catch {
        guard case .conflict = error else { throw error }
        let again = try make()
        // What stands there was read, and still is not what the files are said to hold.
        if again == edit { throw error }
        edit = again
      }
    }
    return try store.commit(edit)
  }

  /// Every saved edit, earliest first.
  func history() throws -> [JournalEntry] {
    do throws(FolderError) {
      return try store.history()
    } catch {
      throw CommandFailure(error.description)
    }
  }

  /// The entry that stands for the edit of which this one, in another folder, is a part.
  func leadingEntry(of part: EntryID) throws -> EntryID? {
    do throws(FolderError) {
      return try store.leadingEntry(of: part)
    } catch {
      throw CommandFailure(error.description)
    }
  }

  /// Reads everything.
  func read() throws -> Workspace {
    do throws(FolderError) {
      return try store.read()
    } catch {
      throw CommandFailure(error.description)
    }
  }

  /// Saves an edit as it is.
  func commit(_ edit: Edit) throws(CommitError) -> Receipt { try store.commit(edit) }
}
