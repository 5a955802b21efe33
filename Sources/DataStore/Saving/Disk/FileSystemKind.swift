import CPosix
import Glibc

/// Whether a path lies on a disk of this computer, or on one that is reached over a network.
///
/// Over a network, locks and confirmations are promises of another computer.
package enum FileSystemKind: Hashable, Sendable {
  case local
  /// One that other computers share, with its name as people know it.
  case network(String)

  /// The kind of file system that a path lies on; local when that cannot be told.
  package static func of(path: String) -> FileSystemKind {
    var status = statfs()
    guard uninterrupted({ statfs(path, &status) }) == 0 else { return .local }
    return FileSystemKind(number: UInt32(truncatingIfNeeded: status.f_type))
  }

  /// The kind that the system gives a number; every number not known here is local.
  init(number: UInt32) {
    self = Self.names[number].map(Self.network) ?? .local
  }

  private static let names: [UInt32: String] = [
    0x6969: "NFS", 0xFF53_4D42: "CIFS", 0xFE53_4D42: "SMB", 0x517B: "SMB",
    0x6573_5546: "FUSE (such as SSHFS)", 0x5346_414F: "AFS", 0x6B41_4653: "AFS",
    0x00C3_6400: "Ceph", 0x0102_1997: "9P", 0x0BD0_0BD0: "Lustre", 0x4750_4653: "GPFS",
    0x7375_7245: "Coda", 0x786F_4256: "a shared folder of VirtualBox",
  ]
}
