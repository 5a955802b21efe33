import DataStore
import Glibc
import Synchronization

/// Brings what others save into the copy of a workspace, over a line of its own, until it is let go.
///
/// The server gives word (LISTEN). Where something between keeps word back, as poolers do, the server is asked once a second.
final class DatabaseFeed: Sendable {
  private let stop = Stop()
  private let thread: ThreadTask<Void>

  /// Begins to follow.
  ///
  /// - Parameters:
  ///   - store: The store whose copy is brought up to date.
  ///   - lost: Called with a sentence when the server does not answer, and with nil when it does again.
  init(_ store: DatabaseStore, _ lost: @escaping @Sendable (String?) -> Void) {
    thread = ThreadTask { [stop] in
      var isLost = false
      while !stop.isAsked {
        do throws(DatabaseFailure) {
          try DatabaseFeed.follow(store, until: stop) {
            if isLost { lost(nil) }
            isLost = false
          }
        } catch {
          isLost = true
          lost(error.sentenceMeanwhile)
          stop.wait(500)
        }
      }
    }
  }

  deinit {
    stop.ask()
    thread.finish()
  }

  /// Follows over one line, as long as that stands.
  private static func follow(
    _ store: DatabaseStore, until stop: Stop, begun: () -> Void
  ) throws(DatabaseFailure) {
    let connection = try DatabaseConnection(store.address)
    var number = -1
    try connection.run("select masa.enter($1)", [.text(store.workspace)]) {
      number = $0.number(0) ?? -1
    }
    // First listen, then read: what is saved between is no news lost.
    try connection.run("listen masa_\(number)")
    try connection.run("notify masa_\(number)")
    try store.refresh(over: connection)
    begun()
    var hearsWord = false
    for _ in 0..<5 where !hearsWord {
      stop.wait(200, beside: connection.descriptor)
      hearsWord = try connection.takeWord()
    }
    while !stop.isAsked {
      stop.wait(hearsWord ? 30_000 : 1_000, beside: connection.descriptor)
      _ = try connection.takeWord()
      if !stop.isAsked { try store.refresh(over: connection) }
    }
  }

  /// A wish to stop, which wakes whoever waits.
  private final class Stop: Sendable {
    private let wish = Atomic<Bool>(false)
    private let bell: (read: Int32, write: Int32)

    init() {
      var ends: [Int32] = [-1, -1]
      pipe(&ends)
      for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
      bell = (ends[0], ends[1])
    }

    deinit {
      close(bell.read)
      close(bell.write)
    }

    var isAsked: Bool { wish.load(ordering: .relaxed) }

    func ask() {
      wish.store(true, ordering: .relaxed)
      _ = write(bell.write, "x", 1)
    }

    /// Waits so many milliseconds, until it is asked to stop or something comes over a line.
    func wait(_ milliseconds: Int32, beside line: Int32 = -1) {
      var places = [
        pollfd(fd: bell.read, events: Int16(POLLIN), revents: 0),
        pollfd(fd: line, events: Int16(POLLIN), revents: 0),
      ]
      _ = poll(&places, 2, milliseconds)
    }
  }
}
