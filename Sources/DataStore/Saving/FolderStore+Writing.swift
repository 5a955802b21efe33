import Safeguarding

extension FolderStore {
  /// A journal that an edit was appended to, and how long it was before.
  private typealias Appended = (folder: LockedFolder, start: Int)

  /// Writes the journals, then the files; answers the entries.
  ///
  /// Each journal tells only what changes in its own folder, as it is open to whoever may read that.
  /// The entry of the first folder leads and is written last: with it the edit is saved.
  func save(
    _ plan: CommitPlan, of edit: Edit, in folders: [String: LockedFolder]
  ) throws(CommitError) -> [EntryID] {
    try makeEmptyLists(for: plan, in: folders)
    var plan = plan
    var journals: [Appended] = []
    let entries = plan.folders.compactMap { name in
      folders[name].map { EntryID(folder: name, sequence: $0.nextSequence) }
    }
    let maker = PlannedCommit.Maker(id: Int(person.userID), name: person.label, time: clock())
    for id in entries.reversed() {
      guard let folder = folders[id.folder] else { continue }
      let isLeader = id == entries.first
      let entry = plan.entry(id, among: entries, of: edit, by: maker)
      let stamp = try append(entry, to: folder, behind: &journals)
      do throws(StoredDocumentError) {
        try plan.note(stamp, in: id.folder)
      } catch {
        throw withdraw(journals) < .stays || !isLeader
          ? error.asCommitError : unfinished(error.reason, entries)
      }
    }
    try writeFiles(of: plan, journals, entries)
    return entries
  }

  /// Makes files that are not there yet, with nothing in their lists.
  ///
  /// What the journal tells of a file that is not there would be damage. A save that is cut off behind
  /// this leaves an empty list, which does no harm.
  private func makeEmptyLists(
    for plan: CommitPlan, in folders: [String: LockedFolder]
  ) throws(CommitError) {
    for name in plan.folders {
      for document in plan.documents(in: name) {
        let empty: StoredDocument?
        do throws(StoredDocumentError) { empty = try document.emptyLists } catch {
          throw error.asCommitError
        }
        do throws(StorageFailure) {
          if let empty { try folders[name]?.write(SpelledDocument(empty)) }
        } catch {
          throw refusal(error)
        }
      }
    }
  }

  private func append(
    _ entry: JournalEntry, to folder: LockedFolder, behind journals: inout [Appended]
  ) throws(CommitError) -> DocumentStamp {
    do throws(StorageFailure) {
      let appended = try folder.append(entry)
      journals.append((folder, appended.start))
      return appended.stamp
    } catch {
      // Without the entry that leads them, parts count for nothing.
      guard error.isWritten, entry.partOf == nil else {
        _ = withdraw(journals)
        throw refusal(error)
      }
      throw .unfinished(
        "Your change stands in the journal, but the disk has not confirmed it (\(error.reason)). "
          + "Look with masa history whether it is there before you enter it again, and tell the "
          + "administrator of this server.", [entry.id] + entry.parts)
    }
  }

  private func writeFiles(
    of plan: CommitPlan, _ journals: [Appended], _ entries: [EntryID]
  ) throws(CommitError) {
    var isBegun = false
    for (folder, _) in journals.reversed() {
      for document in plan.spelled(in: folder.name) {
        do throws(StorageFailure) {
          try folder.write(document)
          isBegun = true
        } catch {
          let withdrawal =
            isBegun || error.isWritten ? Withdrawal.stays : withdraw(journals)
          if withdrawal == .stays { throw unfinished(error, isBegun: isBegun, entries) }
          var error = error
          error.isTakenBackUnsurely = withdrawal == .unconfirmed
          throw refusal(error)
        }
      }
    }
    // Somebody may have put another folder in the place of this one meanwhile.
    guard let (folder, _) = journals.first(where: { !$0.folder.isInPlace }) else { return }
    throw .unfinished(
      "Your change was saved in the folder \(folder.name), but that folder was moved away meanwhile "
        + "and another one stands in its place. Do not enter it again; tell the administrator of "
        + "this server.", entries)
  }

  /// Takes entries back none of whose files was written, the last one first; answers what became of them.
  ///
  /// The entry that leads goes first, so that nobody completes the others.
  private func withdraw(_ journals: [Appended]) -> Withdrawal {
    var worst = Withdrawal.gone
    for (folder, start) in journals.reversed() where worst < .stays {
      worst = max(worst, folder.withdraw(to: start))
    }
    return worst
  }

  /// That something was not saved, and why.
  func refusal(
    _ failure: StorageFailure, trying attempt: String = "save your change"
  ) -> CommitError {
    .refused(failure.sentence(trying: attempt, contact: contact))
  }

  /// Who is asked for rights on the folder.
  var contact: String { RoleReading(root: path, user: person).access.contact }

  private func unfinished(
    _ failure: StorageFailure, isBegun: Bool, _ entries: [EntryID]
  ) -> CommitError {
    if failure.isWritten {
      return unfinished(
        failure.reason, entries,
        state: "and stands in the file, but the disk has not confirmed the file",
        end: "should a power cut bring the old file back, it is completed")
    }
    return isBegun
      ? unfinished(failure.reason, entries, state: "but not every file holds it yet")
      : unfinished(failure.reason, entries)
  }

  private func unfinished(
    _ reason: String, _ entries: [EntryID], state: String = "but the file does not hold it yet",
    end: String = "it is completed"
  ) -> CommitError {
    .unfinished(
      "Your change is safe in the journal, \(state) (\(reason)). Do not enter it again: \(end) when "
        + "the folder is changed next. Tell the administrator of this server.", entries)
  }
}
