import Safeguarding

extension FolderStore {
  /// A journal that an edit was appended to, and how long it was before.
  private typealias Appended = (folder: LockedFolder, start: Int)

  /// Writes the journals, then the files; answers the entries.
  func save(
    _ plan: CommitPlan, of edit: Edit, in folders: [String: LockedFolder],
    partOf leading: EntryID? = nil
  ) throws(CommitError) -> [EntryID] {
    var plan = plan
    var journals: [Appended] = []
    var entries: [EntryID] = []
    let time = clock()
    for name in plan.folders {
      guard let folder = folders[name] else { continue }
      let id = EntryID(folder: name, sequence: folder.tail.sequence + 1)
      let entry = JournalEntry(
        id: id, title: edit.title, time: time, userID: Int(person.userID), user: person.label,
        changes: plan.changes, undoes: edit.undoes, partOf: leading ?? entries.first)
      let stamp = try append(entry, to: folder, behind: &journals)
      do throws(StoredDocumentError) {
        try plan.note(stamp, in: name)
      } catch {
        throw withdraw(journals) ? error.asCommitError : unfinished(error.reason)
      }
      entries.append(id)
    }
    try writeFiles(of: plan, journals)
    return entries
  }

  private func append(
    _ entry: JournalEntry, to folder: LockedFolder, behind journals: inout [Appended]
  ) throws(CommitError) -> DocumentStamp {
    do throws(StorageFailure) {
      let appended = try folder.append(entry)
      journals.append((folder, appended.start))
      return appended.stamp
    } catch {
      if !error.isWritten, withdraw(journals) { throw refusal(error) }
      throw .unfinished(
        "Your change stands in the journal, but the disk has not confirmed it (\(error.reason)). "
          + "Look with masa history whether it is there before you enter it again, and tell the "
          + "administrator of this server.")
    }
  }

  private func writeFiles(of plan: CommitPlan, _ journals: [Appended]) throws(CommitError) {
    var isBegun = false
    for (folder, _) in journals {
      for document in plan.documents(in: folder.name) {
        do throws(StorageFailure) {
          try folder.write(document)
          isBegun = true
        } catch {
          let isUndone = !isBegun && !error.isWritten && withdraw(journals)
          throw isUndone ? refusal(error) : unfinished(error.reason)
        }
      }
    }
    // Somebody may have put another folder in the place of this one meanwhile.
    guard let (folder, _) = journals.first(where: { !$0.folder.isInPlace }) else { return }
    throw .unfinished(
      "Your change was saved in the folder \(folder.name), but that folder was moved away meanwhile "
        + "and another one stands in its place. Do not enter it again; tell the administrator of "
        + "this server.")
  }

  /// Takes entries back none of whose files was written, the last one first; answers whether all are gone.
  private func withdraw(_ journals: [Appended]) -> Bool {
    journals.reversed().reduce(true) { $1.folder.withdraw(to: $1.start) && $0 }
  }

  private func refusal(_ failure: StorageFailure) -> CommitError {
    .refused(failure.sentence(trying: "save your change"))
  }

  private func unfinished(_ reason: String) -> CommitError {
    .unfinished(
      "Your change is safe in the journal, but the file does not hold it yet (\(reason)). "
        + "Do not enter it again: it is completed when the folder is changed next. "
        + "Tell the administrator of this server.")
  }
}
