package import Safeguarding
package import TerminalUI

/// What the dashboard wants done; only the executable does it.
package enum DashboardEffect: Hashable, Sendable {
  case terminal(TerminalRequest)
  /// Reads the data folder again.
  case reload
  /// Saves an edit; the outcome comes back as a message.
  case commit(Edit)
  /// Keeps what is typed and not saved yet.
  case saveDraft(Draft)
  /// Forgets what was kept under a draft's id.
  case dropDraft(String)
  /// Reads the journal for taking back what the person did last; it comes back as `history`.
  case undo
  /// Reads the journal for doing again what the person took back last.
  case redo
  /// Reads the journal for showing it, for one record or for everything.
  case history(RecordID?)
  /// Reads the journal for showing what others changed since the person was here.
  case since
  /// Looks up which records name one; it comes back as `referrers`.
  case findReferrers(ReferrerQuestion)
  /// Takes a list along; what came of it comes back as `exported`.
  case export(Export)
  /// Sends `marksFaded` with a number after a while.
  case fadeMarks(Int, afterSeconds: Int)
  case quit
}

/// What comes back to the dashboard from work done elsewhere.
package enum DashboardMessage: Sendable {
  case loaded(Workspace)
  case failed(String)
  /// The data cannot be read any more, or can again where no sentence says why not.
  case lost(String?)
  /// An edit is not saved yet; the sentence says why and what becomes of it.
  case waiting(String, Edit)
  /// An edit is safe; the time is told in words: "10:41".
  case saved(Receipt, Edit, at: String)
  /// Nothing of an edit was saved, as others changed the same fields meanwhile.
  case conflicted([Conflict], Edit)
  /// Nothing of an edit was saved; the sentence says why and what to do now.
  case refused(String, Edit)
  /// An edit is safe in the journal, though the files do not hold it yet; the sentence says what to do.
  case unfinished(String, Edit)
  /// The journals of all folders that may be read, earliest first, with the number of one's account, and a
  /// sentence for each journal that is left out.
  case history([JournalEntry], userID: Int, purpose: HistoryPurpose, gaps: [String] = [])
  /// When the person was here last, and what others changed since.
  case lastVisit(LastVisit)
  /// The records that name another one.
  case referrers([RecordID], ReferrerQuestion)
  /// The data changed; the news are what others did, not what was saved here.
  case changed(Workspace, news: [News])
  /// Everybody else who is here, by the name of the account; none when nobody is.
  case present([(user: String, sessions: Int)])
  /// The day that the clock says; the same one may come more than once.
  case today(CalendarDate)
  /// The marks of what others changed, up to a number, have shown long enough.
  case marksFaded(Int)
  /// What the person typed before and did not save; when, in words, by the id of the draft.
  case drafts([Draft], at: [String: String] = [:])
  /// What came of taking a list along.
  case exported(ExportOutcome)
}
