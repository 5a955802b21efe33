import CPosix
import Glibc
public import Safeguarding

/// A data folder on a disk that several people may change at once.
///
/// An edit goes through these steps, in this order: lock each folder it changes; finish what a save that
/// was cut off left undone; read what stands in the files now; merge or refuse; append to the journal
/// and have the disk confirm it; replace each file and have the disk confirm that; answer; let go.
public struct FolderStore: Store {
  /// Where the data folder lies.
  public let path: String
  let person: ProcessIdentity
  /// What the account had by its groups when the session began.
  let standing: Standing
  let clock: @Sendable () -> Int
  /// Whether the folder of a new record is open to nobody else until somebody opens it.
  let makesPrivateFolders: Bool

  /// A store on a folder, for the person who runs the program.
  public init(path: String) { self.init(path: path, clock: { time(nil) }) }

  /// A store for whoever lays folders and then gives each to its own group of accounts.
  ///
  /// The folder of a new record is open to nobody else until that is done. The server's administrator
  /// may do it whatever the roles say.
  package init(layingFoldersIn path: String) {
    self.init(path: path, clock: { time(nil) }, makesPrivateFolders: true)
  }

  init(
    path: String, clock: @escaping @Sendable () -> Int, makesPrivateFolders: Bool = false
  ) {
    self.path = path
    self.clock = clock
    self.makesPrivateFolders = makesPrivateFolders
    person = ProcessIdentity()
    standing = Standing(person)
  }

  /// Reads everything.
  public func read() throws(FolderError) -> Workspace { try DataFolder(path: path).read() }

  /// Saves an edit; it answers when the disk has confirmed it.
  public func commit(_ edit: Edit) throws(CommitError) -> Receipt {
    if edit.changes.isEmpty, edit.expectations.isEmpty {
      return Receipt(entries: [], changes: [])
    }
    var role = RoleReading(root: path, user: ProcessIdentity())
    if makesPrivateFolders, person.userID == 0 { role = role.ofAdministrator }
    if let refusal = role.refusal ?? DataFolder(path: path).formatRefusal {
      throw .refused(refusal)
    }
    // Before anything is made by the name of a new record: the disk would say less of it.
    if let reason = DocumentKind.refusal(ofAdditionsIn: edit.changes) {
      throw StoredDocumentError(reason).asCommitError
    }
    let folders = edit.folders.filter { !isMissing($0) }.sorted()
    if let refusal = standing.refusal(in: folders, of: path, contact: role.access.contact) {
      throw .refused(refusal)
    }
    let root = try openRoot()
    if let was = edit.readFrom[""], was != FolderIdentity(root)?.text {
      throw .refused(replaced("", contact: role.access.contact))
    }
    let notes = try makeMissingFolders(for: edit, in: root, as: role)
    let names = Set(edit.documents.map { folderPath(of: $0) })
    let locked = try lock(names.sorted(), in: root, readFrom: edit.readFrom)
    let plan = try plan(edit, in: locked, as: role)
    try refuseConflicts(of: plan, in: locked)
    let entries = plan.changes.isEmpty ? [] : try save(plan, of: edit, in: locked)
    let broken = locked.values.flatMap(\.breaks).prefix(1).map { found in
      "\(found.sentence) That is noted in the journal; tell \(contact)."
    }
    return Receipt(
      entries: entries, changes: plan.carriedOut, merged: plan.merged, notes: notes + broken)
  }

  func refuseConflicts(
    of plan: CommitPlan, in folders: [String: LockedFolder]
  ) throws(CommitError) {
    if plan.conflicts.isEmpty { return }
    throw .conflict(plan.conflicts.named(in: try entries(of: folders)))
  }

  private func openRoot() throws(CommitError) -> OpenFolder {
    do throws(StorageFailure) {
      return try OpenFolder(at: path, followingLink: true)
    } catch {
      throw refusal(error)
    }
  }

  /// Locks folders in the order of their names, so that two edits never wait for one another.
  func lock(
    _ names: [String], in root: borrowing OpenFolder, readFrom: [String: String] = [:]
  ) throws(CommitError) -> [String: LockedFolder] {
    var folders: [String: LockedFolder] = [:]
    for name in names {
      let folder = try open(name, in: root)
      if let was = readFrom[name], was != folder.identity {
        throw .refused(replaced(name, contact: contact))
      }
      try folder.completeLastEntry(in: root)
      folders[name] = folder
    }
    return folders
  }

  /// That another folder stands where the one was that an edit was made of.
  private func replaced(_ folder: String, contact: String) -> String {
    "\(folder.isEmpty ? "The data folder" : folder) is not the folder any more that your change was made "
      + "of: another one was put in its place. Nothing was saved and nothing was changed. Leave what you "
      + "typed as a draft, look at what stands there now, and enter it again if it still holds. "
      + "Ask \(contact) who did this."
  }

  private func open(
    _ name: String, in root: borrowing OpenFolder
  ) throws(CommitError) -> LockedFolder {
    do throws(StorageFailure) {
      return try LockedFolder(name, in: root)
    } catch {
      throw refusal(error)
    }
  }

  private func entries(
    of folders: [String: LockedFolder]
  ) throws(CommitError) -> [JournalEntry] {
    do throws(StorageFailure) {
      var entries: [JournalEntry] = []
      for folder in folders.values { entries += try folder.entries() }
      return entries
    } catch {
      throw refusal(error, trying: "find out who changed the same field")
    }
  }

  /// Plans an edit; folders that are missing count as empty.
  func plan(
    _ edit: Edit, in folders: [String: LockedFolder], as role: RoleReading,
    missing: Set<String> = []
  ) throws(CommitError) -> CommitPlan {
    do throws(StoredDocumentError) {
      return try CommitPlan(
        edit, nextSequence: { folders[$0]?.nextSequence ?? 1 },
        refusal: { role.refusal(of: $0, in: $1) },
        load: { path throws(StoredDocumentError) in
          if missing.contains(folderPath(of: path)) {
            return try StoredDocument(path, bytes: nil)
          }
          guard let folder = folders[folderPath(of: path)] else {
            throw StoredDocumentError("\(path) is in no folder that was opened.")
          }
          return try folder.document(at: path)
        })
    } catch {
      throw error.asCommitError
    }
  }
}

extension FolderStore {
  /// Every saved edit of the folders that may be read, earliest first.
  ///
  /// An edit that changed several folders is listed once. Folders that are closed are left out, and
  /// journals that cannot be read.
  public func history() throws(FolderError) -> [JournalEntry] { try wholeHistory().entries }

  /// Every saved edit as in ``history()``, and a sentence for each journal that is not listed, or not from
  /// its beginning.
  ///
  /// - Parameters:
  ///   - moment: Only what was saved since is listed, in seconds since 1970 by the server's clock;
  ///     a journal that nobody wrote to since is not read.
  ///   - largest: How many bytes of all journals together are read at most; the longest are cut first.
  /// - Returns: One entry for each edit, and the sentences.
  /// - Throws: ``FolderError`` where the data folder cannot be read.
  package func wholeHistory(
    since moment: Int?, within largest: Int
  ) throws(FolderError) -> (entries: [JournalEntry], gaps: [String]) {
    var entries: [(time: Int, entry: JournalEntry)] = []
    var open: Set<String> = []
    var gaps: [String] = []
    var journals: [(folder: String, entries: [JournalEntry])] = []
    let copies = DataFolder(path: path).copiedFolders()
    let folders = try FolderListing(path: path).folders.filter { !copies.contains($0) }
    // File systems keep time in steps of up to two seconds.
    let recent = folders.map { folder in (folder, FileFacts("\(path)/\(folder)/\(journalName)")) }
      .filter { folder in
        guard let moment else { return true }
        return folder.1.map { $0.modified >= moment - 2 } ?? true
      }
    let shares = shares(of: recent.map { $0.1?.size ?? 0 }, within: largest)
    for ((folder, _), share) in zip(recent, shares) {
      let journal = journal(of: folder, within: share)
      if let gap = journal.gap { gaps.append(gap) }
      guard let lines = journal.entries else { continue }
      if journal.gap == nil { open.insert(folder) }
      journals.append((folder, lines))
    }
    let renamed = RenamedFolders(journals) { isFolder($0, in: path) }
    for (folder, lines) in journals {
      // Where the clock went backwards, entries still stand in the order of their journal.
      var (time, hasOthers) = (Int.min, false)
      for entry in lines {
        time = max(time, entry.time)
        let own = renamed.now(entry, in: folder)
        if own?.changes.count != entry.changes.count { hasOthers = true }
        if let own { entries.append((time, own)) }
      }
      if hasOthers {
        gaps.append(
          "\(folder.isEmpty ? "" : "\(folder)/")\(journalName) tells of changes in other folders, which no "
            + "save puts there: they are left out. masa journal verify names the lines.")
      }
    }
    // A part whose leading entry was never written was never saved.
    let parts = Set(
      entries.flatMap { _, entry in
        entry.parts.map { JournalReport.Part(id: $0, leader: entry.id) }
      })
    entries.removeAll { _, entry in
      entry.partOf.map {
        open.contains($0.folder)
          && !parts.contains(JournalReport.Part(id: entry.id, leader: $0))
      } ?? false
    }
    let ordered = entries.enumerated().sorted {
      ($0.element.time, $0.offset) < ($1.element.time, $1.offset)
    }
    let joined = ordered.map(\.element.entry).joined
    return (moment.map { first in joined.filter { $0.time >= first } } ?? joined, gaps)
  }

  /// The entry that stands in ``history()`` for an edit of which another folder holds a part.
  ///
  /// Nil for an entry that is no part, or is not there.
  package func leadingEntry(of part: EntryID) throws(FolderError) -> EntryID? {
    let journal = journal(of: part.folder, within: JournalFile.largestPart)
    if journal.entries == nil, let gap = journal.gap { throw .unreadable(gap) }
    guard let leader = journal.entries?.first(where: { $0.id == part })?.partOf else { return nil }
    // Whoever may write a journal could call anything a part of somebody else's edit.
    guard let others = self.journal(of: leader.folder, within: JournalFile.largestPart).entries
    else { return leader }
    return others.contains { $0.id == leader && $0.parts.contains(part) } ? leader : nil
  }

  /// The entries of a folder's journal, and why some or all of them are left out.
  ///
  /// Both are nil where the folder is not there, or is closed.
  private func journal(
    of folder: String, within largest: Int
  ) -> (entries: [JournalEntry]?, gap: String?) {
    do throws(StorageFailure) {
      let root = try OpenFolder(at: path, followingLink: true)
      let place = try OpenFolder(folder, in: root)
      let (lines, isWhole) = try Journal.lines(in: place, path: folder, within: largest)
      let gap =
        "\(folder.isEmpty ? "" : "\(folder)/")\(journalName) is so long that only the latest "
        + "\(lines.count) entries are listed; the earlier ones stand there as before."
      return (lines.map(\.entry), isWhole ? nil : gap)
    } catch {
      if [EACCES, EPERM, ENOENT, ENOTDIR, EINVAL].contains(error.code) { return (nil, nil) }
      return (nil, error.sentence(trying: "read who changed what", contact: contact))
    }
  }
}

/// How much of each of several files is read, where no more than so much of all may be: all of the short ones,
/// and of the longest equal parts.
private func shares(of sizes: [Int], within largest: Int) -> [Int] {
  var shares = sizes
  var (left, count) = (largest, sizes.count)
  for index in sizes.indices.sorted(by: { sizes[$0] < sizes[$1] }) {
    shares[index] = min(sizes[index], left / count)
    left -= shares[index]
    count -= 1
  }
  return shares
}
