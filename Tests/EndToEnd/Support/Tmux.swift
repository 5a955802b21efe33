import Glibc
import Testing

/// The program in a shell in a real terminal, which `tmux` plays.
///
/// Each has a server of its own, which ends when the test lets go of it.
final class Tmux {
  /// Whether there is a `tmux` to play the terminal.
  static let isInstalled = ["/usr/bin/tmux", "/bin/tmux"].contains { (path: String) in
    access(path, X_OK) == 0
  }
  static let whyNot: Comment = "tmux is not installed: apt-get install tmux"

  private let socket: String
  private let home: TemporaryFolder

  /// Opens a terminal of a size with a shell in it that says `ready$`.
  init(columns: Int = 120, rows: Int = 40) throws {
    home = try TemporaryFolder()
    socket = "\(home.path)/socket"
    let shell = "env 'PS1=ready$ ' ENV= /bin/sh -i"
    try send("new-session", "-d", "-x", "\(columns)", "-y", "\(rows)", shell)
  }

  deinit {
    do {
      // Whoever is hung up on still notes that they were here, before the folder can go.
      let left = try programs()
      try send("kill-server")
      for _ in 0..<200 where left.contains(where: { kill($0, 0) == 0 }) { usleep(10_000) }
    } catch {
      print("A tmux server was left behind: \(error)")
    }
  }

  /// Starts the program on a copy of the sample, in which nobody else is, and waits for its overview.
  ///
  /// - Returns: Where the copy lies.
  @discardableResult
  func startMasa(
    _ options: String = "", as term: String = "screen", with variables: String = "",
    changing change: (String, String) -> String = { $1 }
  ) async throws -> String {
    try await wait("a shell") { $0.contains { $0.hasPrefix("ready$") } }
    let data = try home.copySample(to: "data", changing: change)
    try type("\(variables) TERM=\(term) '\(Masa.path)' --data '\(data)' \(options)")
    try press("Enter")
    try await wait("the overview") { $0.contains { $0.contains("Needs attention") } }
    return data
  }

  /// Types text, letter by letter as it is.
  func type(_ text: String) throws { try send("send-keys", "-l", text) }

  /// Presses keys by tmux's names, such as `Enter` or `C-z`.
  func press(_ keys: String...) throws {
    for key in keys { try send(["send-keys", key]) }
  }

  /// Pastes text as a terminal does where the program asked for marked pastes.
  func paste(_ text: String) throws {
    try send("set-buffer", "-b", "pasted", text)
    try send("paste-buffer", "-p", "-b", "pasted")
  }

  /// Gives the window another size.
  func resize(columns: Int, rows: Int) throws {
    try send("resize-window", "-x", "\(columns)", "-y", "\(rows)")
  }

  /// The command line that shows this terminal in another one.
  var attaching: String { "TMUX= TERM=screen tmux -S '\(socket)' -f /dev/null attach" }

  /// Gives the window the size of whoever looked at it last.
  func followViewers() throws { try send("set-option", "-w", "window-size", "latest") }

  /// Lets go of whoever looks at this terminal in another one.
  func detachAll() throws { try send("detach-client", "-s", "0") }

  /// The rows that the terminal shows now, without trailing blanks.
  func screen() throws -> [String] {
    try send("capture-pane", "-p").split(separator: "\n", omittingEmptySubsequences: false)
      .map(String.init)
  }

  /// Something that tmux knows about the terminal, such as `alternate_on`.
  func fact(_ name: String) throws -> String {
    try send("display-message", "-p", "#{\(name)}").filter { $0 != "\n" }
  }

  /// Waits until the screen is as it should be, at most ten seconds.
  func wait(
    _ what: String, sourceLocation: SourceLocation = #_sourceLocation,
    until isThere: ([String]) throws -> Bool
  ) async throws {
    let clock = ContinuousClock()
    let deadline = clock.now + .seconds(10)
    var shown = try screen()
    while try !isThere(shown) {
      guard clock.now < deadline else {
        Issue.record(
          "\(what) did not appear; the terminal shows:\n\(shown.joined(separator: "\n"))",
          sourceLocation: sourceLocation)
        throw NotShown(what: what)
      }
      try await Task.sleep(for: .milliseconds(15))
      shown = try screen()
    }
  }

  /// Waits until some row holds a text.
  func waitFor(_ text: String, sourceLocation: SourceLocation = #_sourceLocation) async throws {
    try await wait("\"\(text)\"", sourceLocation: sourceLocation) {
      $0.contains { $0.contains(text) }
    }
  }

  /// Waits until the shell is back with the screen, the cursor and the typing as before.
  func waitForShell(sourceLocation: SourceLocation = #_sourceLocation) async throws {
    try await wait("the main screen with a cursor", sourceLocation: sourceLocation) { _ in
      try fact("alternate_on") == "0" && fact("cursor_flag") == "1"
    }
    // A prompt with nothing behind it: the one with the command stands there from the beginning.
    try await wait("the shell", sourceLocation: sourceLocation) {
      $0.last { !$0.isEmpty }.map { $0.hasPrefix("ready$") && $0.count <= 7 } ?? false
    }
    try type("echo again$((40+2))")
    try press("Enter")
    try await wait("what is typed, and its answer", sourceLocation: sourceLocation) {
      $0.contains { $0.contains("echo again$((40+2))") } && $0.contains("again42")
    }
  }

  /// The process of the program under the shell.
  func masaProcess() throws -> pid_t { try #require(try programs().first) }

  /// The processes under the shell.
  private func programs() throws -> [pid_t] {
    let shell = try fact("pane_pid")
    return try contents("/proc/\(shell)/task/\(shell)/children").split(separator: " ")
      .compactMap { pid_t($0) }
  }

  @discardableResult
  private func send(_ words: String...) throws -> String { try send(words) }

  @discardableResult
  private func send(_ words: [String]) throws -> String {
    let tmux = ChildProcess(
      program: "tmux", arguments: ["-S", socket, "-f", "/dev/null"] + words,
      environment: Masa.environment(home: home.path))
    let finished = try tmux.run()
    try #require(finished.status == 0, "tmux \(words): \(finished.messages)")
    return finished.text
  }
}

/// Something that should be on the screen and is not.
struct NotShown: Error {
  let what: String
}
