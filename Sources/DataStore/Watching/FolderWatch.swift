import Glibc
import Synchronization

/// Watches a data folder on a thread of its own and tells which folders in it have changed.
///
/// Word comes from the system (inotify), so nothing runs while nothing happens. Where that is not to
/// be had, and on a network file system, the folder is looked at once a second. What changed before the
/// watch began is no news to it: begin it first, then read the folder.
package final class FolderWatch: Sendable {
  /// How the watch learns of changes.
  package enum Means: Hashable, Sendable {
    /// The system gives word.
    case word
    /// It looks again and again; the reason why completes a sentence.
    case looking(because: String)
  }

  /// How the watch began to learn of changes.
  package let means: Means
  private let bell = WakePipe()
  private let thread: ThreadTask<Void>

  /// Begins to watch.
  ///
  /// Both closures are called on the watching thread, one at a time; they must not stop the watch.
  /// - Parameters:
  ///   - path: Where the data folder lies.
  ///   - mustLook: Looks at the folder instead of waiting for word of the system.
  ///   - pace: How soon and how often it reports.
  ///   - presence: Who is asked for those who are here, when that is wanted.
  ///   - people: Called when others have come or gone, and the first time; nil when it is not known.
  ///   - changed: Called with the folders that have changed, by their paths in the data folder.
  package init(
    _ path: String, mustLook: Bool = false, pace: WatchPace = WatchPace(),
    presence: SessionPresence? = nil,
    people: @escaping @Sendable ([SessionPresence.Account]?) -> Void = { _ in },
    changed: @escaping @Sendable (Set<String>) -> Void
  ) {
    let (events, means) = Self.source(of: path, mustLook: mustLook)
    self.means = means
    let loop = WatchLoop(
      path: path, means: means, events: events, pace: pace, bell: bell,
      people: PeopleLook(presence, every: pace.people, changed: people), changed: changed)
    thread = ThreadTask {
      var loop = loop
      loop.run()
    }
  }

  deinit { stop() }

  /// Ends the watch; nothing is called any more when this answers.
  package func stop() {
    bell.ask { $0.isStopped = true }
    thread.finish()
  }

  /// Says whether it is to be looked for who else is here; at first it is not.
  package func looksForPeople(_ looks: Bool) { bell.ask { $0.looksForPeople = looks } }

  private static func source(of path: String, mustLook: Bool) -> (FolderEvents?, Means) {
    if mustLook { return (nil, .looking(because: "it was asked to")) }
    if case .network(let name) = FileSystemKind.of(path: path) {
      return (nil, .looking(because: "it lies on a network file system (\(name))"))
    }
    if let events = FolderEvents(of: path) { return (events, .word) }
    let code = errno
    return (nil, .looking(because: reason(of: code)))
  }

  private static func reason(of code: Int32) -> String {
    switch code {
    case EMFILE: "this account has too many sessions that are given word by the system"
    case ENOSPC: "this account watches too many folders already"
    case ENOSYS: "this system does not give word of changes"
    case ENOENT, ENOTDIR: "it cannot be found at present"
    default: "the system does not give word of changes (\(String(cString: strerror(code))))"
    }
  }
}

extension FolderWatch.Means: CustomStringConvertible {
  /// A sentence for a person who asks how changes by others come to the screen.
  package var description: String {
    switch self {
    case .word:
      "Changes by others show at once: the system gives word of them (inotify)."
    case .looking(let reason):
      "Changes by others show after a second or two: the folder is looked at again and again, "
        + "because \(reason)."
    }
  }
}
