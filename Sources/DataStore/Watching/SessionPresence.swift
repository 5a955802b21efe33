import CPosix
import Glibc
import Synchronization

/// The presence of this session in a data folder, and who else is there.
///
/// A session holds a shared lock on the folder itself. Nothing is written for it, nobody waits for it,
/// and the system takes it away when the process ends in whatever way. It does not meet the lock of a
/// save, which lies on a file in the folder.
package final class SessionPresence: Sendable {
  /// The sessions of one account.
  package struct Account: Hashable, Sendable {
    /// The name of the account, else its number in words.
    package let user: String
    /// How many sessions it has here.
    package let sessions: Int

    /// Counts sessions of an account.
    package init(user: String, sessions: Int) {
      self.user = user
      self.sessions = sessions
    }
  }

  private let descriptor: Int32
  private let locks: LockList
  /// The processes seen last, with what was answered: they are seldom different.
  private let last = Mutex<(processes: [Int32], accounts: [Account])?>(nil)

  /// Makes this session present; nil when the folder cannot be opened or locked.
  package init?(in path: String, locks: String = "/proc/locks") {
    descriptor = uninterrupted { open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC) }
    self.locks = LockList(path: locks)
    guard descriptor >= 0, uninterrupted({ flock(descriptor, LOCK_SH | LOCK_NB) }) == 0 else {
      return nil
    }
  }

  deinit { if descriptor >= 0 { close(descriptor) } }

  /// Everybody who is here, this session included, by name; nil where the system does not tell.
  package func everybody() -> [Account]? {
    processes().map { accounts(of: $0) }
  }

  /// Everybody else who is here, by name; further sessions of the same account count as others.
  ///
  /// Nil where the system does not tell.
  package func others() -> [Account]? {
    guard var processes = processes() else { return nil }
    if let own = processes.firstIndex(of: getpid()) { processes.remove(at: own) }
    return accounts(of: processes)
  }

  /// The process of each session, lowest number first; nil where the system does not tell.
  private func processes() -> [Int32]? {
    var status = stat()
    guard uninterrupted({ fstat(descriptor, &status) }) == 0 else { return nil }
    let found = locks.holders(ofFile: UInt64(status.st_ino), .shared).filter { $0.process > 0 }
    // One's own lock tells how the system calls the disk, which is not always what files say of it.
    guard let disk = found.first(where: { $0.process == getpid() })?.disk else { return nil }
    return found.filter { $0.disk == disk }.map(\.process).sorted()
  }

  private func accounts(of processes: [Int32]) -> [Account] {
    last.withLock { last in
      if let last, last.processes == processes { return last.accounts }
      var sessions: [String: Int] = [:]
      for process in processes {
        sessions[account(ofProcess: process) ?? "somebody", default: 0] += 1
      }
      let accounts = sessions.map { Account(user: $0.key, sessions: $0.value) }
        .sorted { $0.user < $1.user }
      last = (processes, accounts)
      return accounts
    }
  }
}
