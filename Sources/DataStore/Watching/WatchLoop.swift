import CPosix
import Glibc

/// What the thread of a watch does from its beginning to its end.
struct WatchLoop: Sendable {
  let path: String
  let means: FolderWatch.Means
  let pace: WatchPace
  let bell: WakePipe
  let changed: @Sendable (Set<String>) -> Void
  /// The word of the system; nil while there is none.
  var events: FolderEvents?
  /// What was seen last where there is no word.
  private var look: FolderLook
  private var people: PeopleLook

  init(
    path: String, means: FolderWatch.Means, events: FolderEvents?, pace: WatchPace,
    bell: WakePipe, people: PeopleLook, changed: @escaping @Sendable (Set<String>) -> Void
  ) {
    (self.path, self.means, self.events) = (path, means, events)
    (self.pace, self.bell, self.people, self.changed) = (pace, bell, people, changed)
    look = FolderLook(path: path)
    if events == nil { look.begin() }
  }

  /// Watches until the bell says that it is over.
  mutating func run() {
    blockSignals()
    while !bell.asked.isStopped {
      people.look(bell.asked)
      let found = events.map { heard($0) } ?? seen()
      if events?.isLost == true {
        events = nil
        look.begin()
      }
      if !found.isEmpty, !bell.asked.isStopped {
        changed(found)
        rest()
      }
    }
  }

  /// Waits for word of the system and for the quiet after it.
  private func heard(_ events: FolderEvents) -> Set<String> {
    bell.wait(for: events.descriptor, milliseconds: people.pause(bell.asked))
    var news = WatchNews()
    guard events.take(into: &news) else { return [] }
    let first = WakePipe.now
    var firstDocument = first
    while !bell.asked.isStopped {
      let isHalf = news.folders.isEmpty && !news.journals.isEmpty
      let end = isHalf ? first + pace.afterJournal : firstDocument + pace.longest
      let left = end - WakePipe.now
      guard left > 0 else { break }
      bell.wait(
        for: isHalf ? events.descriptor : -1, milliseconds: isHalf ? left : min(pace.quiet, left))
      guard events.take(into: &news) || isHalf else { break }
      if isHalf { firstDocument = WakePipe.now }
    }
    return news.folders.union(news.journals)
  }

  /// Waits for the time to look again, and looks; word of the system is taken where it has come back.
  private mutating func seen() -> Set<String> {
    let pause = people.pause(bell.asked)
    bell.wait(milliseconds: pause < 0 ? pace.looking : min(pace.looking, pause))
    if means == .word { events = FolderEvents(of: path) }
    return look.again()
  }

  /// Lets the time pass that must lie between two reports.
  private func rest() {
    let end = WakePipe.now + pace.rest(whileOpen: people.sessionCount)
    while !bell.asked.isStopped, end > WakePipe.now {
      bell.wait(milliseconds: end - WakePipe.now)
    }
  }
}

/// Looks at a folder now and then, also when it is not there.
struct FolderLook: Sendable {
  private let path: String
  private var snapshot: FolderSnapshot?

  init(path: String) { self.path = path }

  /// Notes what is there now.
  mutating func begin() {
    snapshot = nil
    _ = again()
    _ = again()
  }

  /// The folders in which something is different from the last time, by their paths.
  mutating func again() -> Set<String> {
    do throws(FolderError) {
      guard var seen = snapshot else {
        let seen = try FolderSnapshot(path: path)
        snapshot = seen
        return Set(seen.listing.folders)
      }
      let different = try seen.renew()
      snapshot = seen
      return different
    } catch {
      // A folder that has gone has changed once.
      return snapshot.take() == nil ? [] : [""]
    }
  }
}
