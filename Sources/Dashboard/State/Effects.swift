package import Safeguarding
package import TerminalUI

/// What the dashboard wants done; only the executable does it.
package enum DashboardEffect: Hashable, Sendable {
  case terminal(TerminalRequest)
  /// Reads the data folder again.
  case reload
  case quit
}

/// What comes back to the dashboard from work done elsewhere.
package enum DashboardMessage: Sendable {
  case loaded(Workspace)
  case failed(String)
}
