import Glibc

/// The line of somebody who comes by SSH, through the wrapper that opens Masa and nothing else.
enum ServedLine {
  /// Whether somebody has come that way.
  static var isUsed: Bool { environment("MASA_SERVED") != nil }

  /// The arguments with what the person asked for behind them; nil where all of it is answered.
  static func arguments(behind given: [String]) throws -> [String]? {
    guard isUsed else { return given }
    let request = environment("MASA_REQUEST") ?? ""
    do throws(RemoteRefusal) {
      switch try RemoteRequest(request) {
      case .dashboard:
        limitTime(of: RemoteCommand.dashboard.names, by: given)
        return given
      case .help:
        Output.write(lines: RemoteRequest.helpLines)
        return nil
      case .words(let words):
        limitTime(of: words, by: given)
        return given + words
      }
    } catch {
      throw CommandFailure(error.sentence, status: 64)
    }
  }

  /// Ends a command that a line which hangs would keep for ever.
  ///
  /// One that waits for what comes in says so before; this is for one whose answer nobody takes.
  private static func limitTime(of words: [String], by given: [String]) {
    // The dashboard looks after itself.
    if words == RemoteCommand.dashboard.names, isatty(STDOUT_FILENO) == 1 { return }
    guard let place = given.firstIndex(of: "--idle-minutes"), place + 1 < given.count,
      let minutes = UInt32(given[place + 1]), minutes <= 100_000
    else { return }
    alarm(minutes * 60 + 30)
  }
}
