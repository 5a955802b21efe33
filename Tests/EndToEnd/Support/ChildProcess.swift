import Glibc
import Synchronization
import Testing

/// What a program printed and how it ended.
struct Finished {
  /// The exit status, or 128 and the number of the signal that ended it.
  let status: Int32
  let output: [UInt8]
  let messages: String

  /// What was printed, as text.
  var text: String { String(decoding: output, as: UTF8.self) }

  /// The lines of what was printed, without the line ends.
  var lines: [String] {
    text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }
}

/// A program run once, with nothing to read and its output in pipes.
struct ChildProcess {
  let program: String
  var arguments: [String]
  var environment: [String: String]

  /// One program starts at a time, so that none inherits a pipe that was made for another.
  private static let starting = Mutex(())

  /// Runs the program to its end; one that does not end within 20 seconds is killed.
  func run() throws -> Finished {
    let (child, output, messages) = try Self.starting.withLock { _ in
      let (output, messages) = (try Pipe(), try Pipe())
      defer {
        close(output.write)
        close(messages.write)
      }
      return (try start(output: output.write, messages: messages.write), output, messages)
    }
    let read = readAll([output.read, messages.read], of: child)
    var status: Int32 = 0
    while waitpid(child, &status, 0) < 0 { try #require(errno == EINTR, "waitpid failed") }
    let signal = status & 0x7f
    return Finished(
      status: signal == 0 ? (status >> 8) & 0xff : 128 + signal, output: read[0],
      messages: String(decoding: read[1], as: UTF8.self))
  }

  private func start(output: Int32, messages: Int32) throws -> pid_t {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO)
    posix_spawn_file_actions_adddup2(&actions, messages, STDERR_FILENO)
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    letAllSignalsThrough(&attributes)
    var child: pid_t = 0
    let words = CStrings([program] + arguments)
    let variables = CStrings(environment.map { "\($0.key)=\($0.value)" })
    let failure = posix_spawnp(
      &child, program, &actions, &attributes, words.pointers, variables.pointers)
    try #require(
      failure == 0, "\(program) could not be started: \(String(cString: strerror(failure)))")
    return child
  }

  /// The threads that run tests hold signals back, which a program would inherit.
  private func letAllSignalsThrough(_ attributes: inout posix_spawnattr_t) {
    var (none, all) = (sigset_t(), sigset_t())
    sigemptyset(&none)
    sigfillset(&all)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setsigdefault(&attributes, &all)
    posix_spawnattr_setflags(
      &attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))
  }

  private func readAll(_ descriptors: [Int32], of child: pid_t) -> [[UInt8]] {
    var read = descriptors.map { _ in [UInt8]() }
    var open = descriptors.map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
    var buffer = [UInt8](repeating: 0, count: 65_536)
    var wait: Int32 = 20_000
    while open.contains(where: { $0.fd >= 0 }) {
      if poll(&open, nfds_t(open.count), wait) == 0 {
        kill(child, SIGKILL)
        wait = -1
      }
      for index in open.indices where open[index].fd >= 0 && open[index].revents != 0 {
        let count = Glibc.read(open[index].fd, &buffer, buffer.count)
        if count > 0 {
          read[index] += buffer[..<count]
        } else {
          close(open[index].fd)
          open[index].fd = -1
        }
      }
    }
    return read
  }
}

/// A pipe whose ends other programs do not inherit by themselves.
private struct Pipe {
  let read: Int32
  let write: Int32

  init() throws {
    var ends: [Int32] = [-1, -1]
    try #require(pipe(&ends) == 0, "no pipe could be made")
    (read, write) = (ends[0], ends[1])
    for end in ends { try #require(fcntl(end, F_SETFD, FD_CLOEXEC) == 0) }
  }
}

/// Texts as the list of pointers that starting a program asks for.
private final class CStrings {
  let pointers: [UnsafeMutablePointer<CChar>?]

  init(_ texts: [String]) { pointers = texts.map { strdup($0) } + [nil] }

  deinit { for pointer in pointers { free(pointer) } }
}
