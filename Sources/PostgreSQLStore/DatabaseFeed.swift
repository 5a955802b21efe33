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
  ///   - told: Who is told when the server does not answer, or its second one does not, and who else is here.
  init(_ store: DatabaseStore, _ told: ServerNews) {
    thread = ThreadTask { [stop] in
      var following = Following(store: store, told: told, stop: stop)
      while !stop.isAsked {
        do throws(DatabaseFailure) {
          try following.run()
        } catch {
          following.tell(error.sentenceMeanwhile)
          stop.wait(500)
        }
      }
    }
  }

  deinit {
    stop.ask()
    thread.finish()
  }

  /// How it is followed, and what was told last.
  private struct Following {
    let store: DatabaseStore
    let told: ServerNews
    let stop: Stop
    private var amiss: String?
    private var people: [SessionPresence.Account] = []
    private var number = -1
    /// Whether word comes over the line; else what was saved has to be asked for.
    private var hearsWord = false
    /// How often it was looked since the line was opened.
    private var looks = 0

    init(store: DatabaseStore, told: ServerNews, stop: Stop) {
      (self.store, self.told, self.stop) = (store, told, stop)
    }

    mutating func tell(_ sentence: String?) {
      if sentence != amiss { told.amiss(sentence) }
      amiss = sentence
    }

    /// Follows over one line, as long as that stands.
    mutating func run() throws(DatabaseFailure) {
      let connection = try DatabaseConnection(store.address)
      connection.patience = DatabaseStore.readingPatience
      connection.interruption = stop.descriptor
      try connection.run("select id from masa.workspace where name = $1", [.text(store.workspace)])
      {
        number = $0.number(0) ?? -1
      }
      hearsWord = false
      if try connection.isOwn() {
        // Who is here is known by their lines: over a pooler's, which others go on to use, one would never leave.
        try connection.run("select masa.enter($1)", [.text(store.workspace)])
        // First listen, then read: what is saved between is no news lost.
        try connection.run("listen masa_\(number)")
        try connection.run("notify masa_\(number)")
        for _ in 0..<5 where !hearsWord && !stop.isAsked {
          hearsWord = try connection.takeWord()
          if !hearsWord { stop.wait(200, beside: connection.descriptor) }
        }
      }
      looks = 0
      try look(over: connection)
      while !stop.isAsked {
        // Word that came while something was asked is with the library already.
        if try connection.takeWord() {
          try store.refresh(over: connection)
          continue
        }
        let before = ContinuousClock.now
        let patience: Int32 = hearsWord ? 10_000 : 1_000
        stop.wait(patience, beside: connection.descriptor)
        if stop.isAsked { return }
        if ContinuousClock.now - before >= .milliseconds(patience) { try look(over: connection) }
      }
    }

    /// Looks how the server stands, who is here, and what was saved.
    private mutating func look(over connection: DatabaseConnection) throws(DatabaseFailure) {
      var standing = DatabaseStanding()
      // A save that waits for the second server holds the copy: what delays it is told before.
      try standing.ask(over: connection)
      tell(standing.sentence)
      try look(forPeopleOver: connection)
      // Where word comes nothing is missed; it is looked all the same now and then.
      if !hearsWord || looks % 6 == 0 { try store.refresh(over: connection) }
      looks += 1
    }

    private mutating func look(
      forPeopleOver connection: DatabaseConnection
    ) throws(DatabaseFailure) {
      var now: [SessionPresence.Account] = []
      try connection.run(
        "select account, sessions from masa.present($1::int)", [.number(number)]
      ) { row in
        let sessions = (row.number(1) ?? 0) - (row.text(0) == store.user ? 1 : 0)
        if sessions > 0 {
          now.append(SessionPresence.Account(user: row.text(0), sessions: sessions))
        }
      }
      if now != people { told.people(now) }
      people = now
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

    /// Where something comes once it is asked.
    var descriptor: Int32 { bell.read }

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
