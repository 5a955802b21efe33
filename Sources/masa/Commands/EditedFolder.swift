import DataStore
import Entry
import Letters
import Reports
import Safeguarding

/// A data folder that a command changes: of everything else it reads only what was asked about.
final class EditedFolder {
  /// The data folder.
  let folder: DataFolder
  private let store: any SessionStore
  private let asOf: CalendarDate?
  /// The folders as they were before anything was read.
  private let identities: [String: String]
  /// What days are understood by.
  private lazy var days = EntryContext(
    folder.records(inFiles: ["bank-holidays.json"]), on: day)
  /// What owners are understood by.
  private lazy var owning = Result { () throws(FindingError) in
    EntryContext(try folder.records(of: Owner.references.map(\.kind)), on: day)
  }

  /// Opens the data folder.
  ///
  /// - Parameters:
  ///   - options: The common options.
  ///   - laysFolders: Whether the folders of new records are private until they are given to others.
  /// - Throws: ``CommandFailure`` when there is no data folder, or no such day.
  init(_ options: DataOptions, laysFolders: Bool = false) throws {
    SavingProcess.prepare()
    let place = try DataPlace.chosen(by: options.data)
    folder = place.folder
    store = laysFolders ? FolderStore(layingFoldersIn: place.path) : place.store
    identities = folder.grants == nil ? folder.folderIdentities : [:]
    asOf = try options.pinnedDay(in: folder)
  }

  /// The day that "today" means: that of the command line, of the workspace, or of the calendar.
  lazy var day: CalendarDate =
    asOf ?? folder.pinnedDay ?? Clock.today

  /// A date as people type it; nil for `none`.
  ///
  /// A month, a season or a year stays one, so that it falls due on its last day.
  func date(_ typed: String, for option: String, leaning: DateLeaning) throws -> ImpreciseDate? {
    if typed == "none" { return nil }
    if let date = ImpreciseDate(typed) { return date }
    let kind = EntryKind.date(isImprecise: true, leaning: leaning)
    let reading = kind.reading(of: try text(typed, of: option), days)
    return try reading.value(typed: typed, for: option)
      .flatMap { ImpreciseDate.read(from: StoredSource($0)) }
  }

  /// A day as people type it.
  func day(_ typed: String, for option: String, leaning: DateLeaning) throws -> CalendarDate {
    try days.day(typed, for: option, leaning: leaning)
  }

  /// Which meeting is meant by `next`, `last` or its day.
  func meeting(_ typed: String) throws -> MeetingChoice { try MeetingChoice(typed, days) }

  /// Who is meant by ids or letters of names; nobody for `none`.
  func owners(_ typed: [String], for option: String) throws -> [Owner] {
    if typed == ["none"] { return [] }
    return try typed.flatMap { try people().owners($0, for: option, isSeveral: true) }
  }

  /// Who is meant by an id or by letters of a name.
  func owner(_ typed: String, for option: String) throws -> Owner? {
    try people().owners(typed, for: option, isSeveral: false).first
  }

  private func people() throws -> EntryContext {
    do throws(FindingError) {
      return try owning.get()
    } catch {
      throw CommandFailure(error.sentence)
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

  /// The folder in which the group with an id lies now.
  ///
  /// - Throws: ``CommandFailure`` where there is no such group, as in the copy of another one's folder.
  func folder(ofGroup id: String) throws -> String {
    switch folder.ownFolder(of: PartnershipGroup.kind, id) {
    case .place(let place): return place
    case .copy(let original, let holding):
      throw CommandFailure(
        "The folder groups/\(id) in \(folder.path) is a copy of \(original) and counts nowhere, so what "
          + "is entered there would not be shown; nothing was changed. Name the group \"\(holding)\", and "
          + "ask for the copy to be kept outside the data folder.")
    case .other(let holding):
      throw CommandFailure(
        "The folder groups/\(id) in \(folder.path) holds the group \"\(holding)\"; nothing was changed. "
          + "Name the group by that id.")
    case .empty:
      throw CommandFailure(
        "The folder groups/\(id) in \(folder.path) has no file group.json, so there is no group in it; "
          + "nothing was changed. Put that file back, from a copy or by \"masa undo\".")
    case .missing(let known):
      let near = id.utf8.count > 100 ? nil : nearest(to: id, among: known)
      throw CommandFailure(
        "There is no group with the id \"\(id.prefix(100))\" in \(folder.path); nothing was changed."
          + (near.map { " Did you mean \"\($0)\"?" } ?? ""))
    }
  }

  /// Saves an edit that is made anew while others change the same fields, at most twenty times.
  ///
  /// An edit that expects something is made once.
  func save(_ make: () throws -> Edit) throws -> Receipt {
    var edit = try make()
    for _ in 1..<20 where edit.expectations.isEmpty {
      do throws(CommitError) {
        return try commit(edit)
      } catch {
        guard case .conflict = error else { throw error }
        let again = try make()
        // What stands there was read, and still is not what the files are said to hold.
        if again == edit { throw error }
        edit = again
      }
    }
    return try commit(edit)
  }

  /// Saves an edit that was found by looking through the data folder; where somebody changed the same lists or
  /// fields meanwhile, it is looked again, at most twenty times.
  ///
  /// - Parameters:
  ///   - first: What was read of the folder.
  ///   - make: Makes the edit of what is read.
  /// - Returns: What was saved; nil where there is nothing to save.
  /// - Throws: What the commit says, and what making the edit does.
  func save(lookingThrough first: Workspace, _ make: (Workspace) throws -> Edit) throws -> Receipt?
  {
    var (workspace, before): (Workspace, Edit?) = (first, nil)
    for left in (0..<20).reversed() {
      var edit = try make(workspace)
      if edit.changes.isEmpty { return nil }
      edit.seen = workspace.seenLists(of: edit.changes)
      edit.expectations = edit.changes.compactMap { change in
        change.field.map {
          Edit.Expectation(change.document, change.record, field: $0, value: change.from)
        }
      }
      // What stands there was read, and still is not what the files are said to hold.
      let isSame = edit == before
      if isSame { (edit.seen, edit.expectations) = ([], []) }
      do throws(CommitError) {
        return try commit(edit)
      } catch {
        guard case .conflict = error, left > 0, !isSame else { throw error }
      }
      (workspace, before) = (try read(), edit)
    }
    return nil
  }

  /// Every saved edit, earliest first; what is left out is told.
  func history() throws -> [JournalEntry] {
    do throws(FolderError) {
      let (entries, gaps) = try store.wholeHistory()
      for gap in gaps { Output.complain(gap) }
      return entries
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

  /// Saves an edit as it is, and tells what the person has to know of it.
  func commit(_ edit: Edit) throws(CommitError) -> Receipt {
    var edit = edit
    edit.readFrom = identities
    // A folder that others are saving in is given up by itself, and says so.
    let waiting = folder.grants == nil ? nil : tellWhileWaiting()
    defer { waiting?.end() }
    let receipt = try store.commit(edit)
    for note in receipt.notes { Output.complain(note) }
    EditedFolder.warn(of: edit, isSaved: true)
    return receipt
  }

  /// Says on standard error that a save takes long, and why it may, as long as it does.
  private func tellWhileWaiting() -> SaveWait {
    SaveWait(on: TimerThread(), then: 10_000) { [store] seconds in
      Output.complain(
        "It is not saved yet after \(seconds) seconds: \(store.whatDelays). It is saved as soon as that ends; do not enter "
          + "it again.")
    }
  }

  /// Says of what an edit writes, or would write, where it may tell who a child is.
  static func warn(of edit: Edit, isSaved: Bool) {
    for place in edit.personalData {
      Output.complain(
        isSaved
          ? "In \(place.where) stands now what may be \(place.kind.title). No child's details belong in "
            + "this folder: masa undo takes the change back."
          : "In \(place.where) would stand what may be \(place.kind.title). No child's details belong in "
            + "this folder: take it out of the file before you bring it.")
    }
  }
}
