import Glibc

/// What a process settles for itself before it saves anything.
package enum SavingProcess {
  /// Makes limits and closed pipes errors instead of the end, and keeps data from other places.
  ///
  /// A file that grows beyond a limit and a reader that went away become errors of the call that
  /// meets them. No memory is ever dumped to the disk. What the process makes is closed to others,
  /// and open to the group.
  package static func prepare() {
    signal(SIGXFSZ, SIG_IGN)
    signal(SIGPIPE, SIG_IGN)
    var none = rlimit(rlim_cur: 0, rlim_max: 0)
    // A limit can always be lowered.
    setrlimit(__rlimit_resource_t(RLIMIT_CORE.rawValue), &none)
    umask(0o007)
  }
}
