import Dashboard
import DataStore
import Glibc
import Safeguarding
import Synchronization
import TerminalUI

/// One person at the dashboard: carries out what it wants done, and tells it what others do.
///
/// Nothing here runs on the thread that owns the screen, so typing never waits for a disk.
final class Session: Sendable {
  let store: any SessionStore
  private let reader: FolderReader
  private let drafts: DraftFiles?
  let visits: VisitFile?
  private let left: AsLeftFile?
  private let exports: ExportFiles?
  private let isServed: Bool
  let mailbox: Mailbox<DashboardMessage>
  /// Saves and reads, one after the other.
  let worker = SerialQueue()
  /// Keeps drafts, whatever the data's disk does.
  private let keeper = SerialQueue()
  /// Looks through all records.
  private let finder = SerialQueue()
  /// Tells when something takes long, whatever hangs.
  private let timer = TimerThread()
  /// What was saved here: it is no news.
  private let own = Mutex<Set<EntryID>>([])
  /// The latest of each draft that is not written yet; nil for one to be dropped.
  private let unwritten = Mutex<[String: Draft?]>([:])
  private let watch = Mutex<FolderWatch?>(nil)
  /// What brings the changes of others into the folder, where the store is a server.
  private let feed = Mutex<(any Sendable)?>(nil)
  /// Whether the data could not be read the last time.
  private let isLost = Atomic<Bool>(false)

  /// A session on the data folder that a reader has read and goes on to follow.
  ///
  /// - Parameters:
  ///   - reader: Has read the folder and follows it.
  ///   - store: Where it is saved.
  ///   - mailbox: Takes what the session has to tell.
  ///   - isServed: Whether the person comes over a line that brings them nothing but Masa.
  init(
    reader: FolderReader, store: any SessionStore, mailbox: Mailbox<DashboardMessage>,
    isServed: Bool
  ) {
    self.store = store
    self.reader = reader
    drafts = DraftFiles(dataFolder: reader.folder.path)
    visits = VisitFile(dataFolder: reader.folder.path)
    left = AsLeftFile(dataFolder: reader.folder.path)
    exports = ExportFiles(dataFolder: reader.folder.path)
    self.isServed = isServed
    self.mailbox = mailbox
  }

  /// Begins to follow what others do; the folder was read a moment ago.
  ///
  /// The first screen has the processors for itself; `keeping` keeps it for the next start.
  func begin(keeping: @escaping @Sendable () -> Void) {
    worker.run { [self] in
      usleep(Session.headStart)
      follow()
      readAgain()
      tellSince()
      SpareMemory.giveBack()
    }
    keeper.run { [self] in tellDrafts() }
    keeper.run(keeping)
    tellDays()
  }

  /// Tells each day when it begins, also where the clock was set or the machine slept meanwhile.
  private func tellDays() {
    timer.run(after: min(Clock.secondsToMidnight * 1000, Session.longestSleep)) { [weak self] in
      guard let self else { return }
      mailbox.post(.today(Clock.today))
      tellDays()
    }
  }

  /// How long the clock is not looked at when nobody types, in milliseconds.
  private static let longestSleep = 30_000

  /// How long the first screen is given, in microseconds.
  private static let headStart: UInt32 = 100_000

  private func follow() {
    let feed = store.follow(
      ServerNews(
        amiss: { [mailbox] sentence in mailbox.post(.lost(sentence)) },
        people: { [mailbox] people in
          mailbox.post(.present(people.map { (user: $0.user, sessions: $0.sessions) }))
        }))
    self.feed.withLock { $0 = feed }
    let watch = FolderWatch(
      reader.folder.path,
      presence: feed == nil ? SessionPresence(in: reader.folder.path) : nil,
      people: { [mailbox] people in
        mailbox.post(.present((people ?? []).map { (user: $0.user, sessions: $0.sessions) }))
      },
      changed: { [self] _ in worker.run { self.readAgain() } })
    watch.looksForPeople(feed == nil)
    self.watch.withLock { $0 = watch }
  }

  /// Carries out what concerns the data and what was typed.
  func perform(_ effect: DashboardEffect) {
    switch effect {
    case .commit(let edit): save(edit)
    case .reload: worker.run { [self] in readWhole() }
    case .saveDraft(let draft): keep(draft.id, draft)
    case .dropDraft(let id): keep(id, nil)
    case .undo: readHistory(for: .undo)
    case .redo: readHistory(for: .redo)
    case .history(let record): readHistory(for: .show(record))
    case .since: readHistory(for: .showSince)
    case .findReferrers(let question):
      finder.run { [mailbox] in mailbox.post(.referrers(question.found, question)) }
    case .export(let export): take(along: export)
    case .fadeMarks(let generation, let seconds):
      timer.run(after: seconds * 1000) { [mailbox] in mailbox.post(.marksFaded(generation)) }
    case .terminal, .quit: break
    }
  }

  /// Ends: what was typed is kept, and what was being saved is given a moment.
  ///
  /// - Parameters:
  ///   - isUsed: Whether the person pressed a key: only then they have seen what others did.
  ///   - asLeft: How they leave it, for the next start.
  func end(isUsed: Bool, asLeft: AsLeft) {
    if isUsed {
      keeper.run { [visits, left] in
        visits?.note(Clock.now)
        WelcomeFile()?.note()
        left?.keep(asLeft)
      }
    }
    watch.withLock { $0.take() }?.stop()
    feed.withLock { $0 = nil }
    for _ in 0..<100 where !(worker.isIdle && keeper.isIdle) { usleep(10_000) }
  }

  /// Writes a list that the person takes along.
  private func take(along export: Export) {
    worker.run { [self] in
      do throws(FolderError) {
        let history = export.form == .calendar ? try store.wholeHistory().entries : []
        mailbox.post(.exported(taken(ExportedList(export, history: history), to: export.place)))
      } catch {
        mailbox.post(.exported(.failed(error.description)))
      }
    }
  }

  private func taken(_ list: ExportedList, to place: ExportPlace) -> ExportOutcome {
    switch place {
    case .clipboard: .copied(CopiedText(String(decoding: list.bytes, as: UTF8.self)))
    case .file: exports?.keep(list, isServed: isServed) ?? .noFolder
    }
  }

  private func save(_ edit: Edit) {
    let waiting = tellWhileWaiting(for: edit)
    worker.run { [self] in
      do throws(CommitError) {
        let receipt = try store.commit(edit)
        own.withLock { $0.formUnion(receipt.entries) }
        mailbox.post(.saved(receipt, edit, at: WallClock.here.time(Clock.now)))
      } catch {
        switch error {
        case .conflict(let conflicts): mailbox.post(.conflicted(conflicts, edit))
        case .refused(let sentence): mailbox.post(.refused(sentence, edit))
        case .unfinished(let sentence, let entries):
          own.withLock { $0.formUnion(entries) }
          mailbox.post(.unfinished(sentence, edit))
        }
      }
      waiting.end()
      readAgain()
    }
  }

  /// Says so when the disk does not answer; the keys go on answering meanwhile.
  private func tellWhileWaiting(for edit: Edit) -> SaveWait {
    SaveWait(on: timer, then: 5000) { [mailbox, store] seconds in
      mailbox.post(
        .waiting(
          "It is not saved yet after \(seconds) seconds: \(store.whatDelays). What you entered is kept and is saved as soon as that ends.",
          edit))
    }
  }

  /// Reads what has changed, and tells what others did.
  private func readAgain() {
    do throws(FolderError) {
      let news = try store.reading(reader.read)
      tellFound()
      guard let workspace = news.workspace else { return }
      let others = own.withLock { own in news.entries.filter { !own.contains($0.id) } }
      mailbox.post(
        .changed(
          workspace,
          news: others.map { News($0, at: WallClock.here.words($0.time, on: Clock.today)) }))
      timer.run(after: 2000) { SpareMemory.giveBack() }
    } catch {
      tellLost(error)
    }
  }

  /// Reads everything, as the person asked for it.
  private func readWhole() {
    do throws(FolderError) {
      let workspace = try store.read()
      tellFound()
      mailbox.post(.loaded(workspace))
    } catch {
      tellLost(error)
    }
  }

  /// Tells that the data cannot be read, as long as that is so.
  private func tellLost(_ error: FolderError) {
    isLost.store(true, ordering: .relaxed)
    guard case .missing(let path) = error else {
      mailbox.post(.lost(error.description))
      return
    }
    mailbox.post(
      .lost(
        "The data folder \(path) is gone. What you see was read before, and nothing can be saved until "
          + "it is back; what you type is kept as a draft. Ask the administrator of this server."))
  }

  private func tellFound() {
    if isLost.exchange(false, ordering: .relaxed) { mailbox.post(.lost(nil)) }
  }

  /// Writes or drops a draft; of many in a row only the last is written.
  private func keep(_ id: String, _ draft: Draft?) {
    let isFirst = unwritten.withLock { waiting in
      waiting.updateValue(draft, forKey: id) == nil
    }
    if !isFirst { return }
    keeper.run { [self] in
      guard let latest = unwritten.withLock({ $0.removeValue(forKey: id) }) else { return }
      guard let draft = latest else {
        drafts?.drop(id)
        return
      }
      if let reason = drafts?.save(draft) {
        mailbox.post(
          .failed(
            "What you type could not be kept for the next start (\(reason)). "
              + "Save it before you leave."))
      }
    }
  }

  private func tellDrafts() {
    let kept = drafts?.all ?? []
    if kept.isEmpty { return }
    let times = kept.map { ($0.draft.id, WallClock.here.words($0.time, on: Clock.today)) }
    mailbox.post(
      .drafts(kept.map(\.draft), at: Dictionary(times, uniquingKeysWith: { first, _ in first })))
  }
}

extension WallClock {
  /// The clock of the place this computer is set to.
  static let here = WallClock { seconds in
    var moment = time_t(seconds)
    var parts = tm()
    localtime_r(&moment, &parts)
    return Int(parts.tm_gmtoff)
  }
}
