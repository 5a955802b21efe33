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
    switch number {
    case 0x6969: self = .network("NFS")
    case 0xFF53_4D42: self = .network("CIFS")
    case 0xFE53_4D42, 0x517B: self = .network("SMB")
    case 0x6573_5546: self = .network("FUSE (such as SSHFS)")
    case 0x5346_414F, 0x6B41_4653: self = .network("AFS")
    case 0x00C3_6400: self = .network("Ceph")
    case 0x0102_1997: self = .network("9P")
    case 0x0BD0_0BD0: self = .network("Lustre")
    case 0x4750_4653: self = .network("GPFS")
    case 0x7375_7245: self = .network("Coda")
    case 0x786F_4256: self = .network("a shared folder of VirtualBox")
    default: self = .local
    }
  }
}
