import Glibc

/// Ends the wait of a terminal's loop, from any task.
///
/// It may outlive the terminal: what it writes to stays open while the program runs.
package struct Waker: Hashable, Sendable {
  let descriptor: Int32

  /// Makes the terminal report ``TerminalEvent/wake``.
  package func wake() {
    // A full pipe is no failure: the loop is going to wake already.
    _ = write(descriptor, "w", 1)
  }
}
