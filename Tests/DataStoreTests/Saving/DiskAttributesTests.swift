import Glibc
import Testing

/// A folder for one test of the disk.
struct DiskFolder: ~Copyable {
  private let folder: TemporaryFolder

  var path: String { folder.path }

  init(_ files: [String: String] = [:]) throws { folder = try TemporaryFolder(files) }

  /// What the system tells of a file, without following a link.
  func status(of name: String) throws -> stat {
    var status = stat()
    try #require(lstat(path + "/" + name, &status) == 0, "\(name) is not there.")
    return status
  }

  /// What can lie in a folder in place of an ordinary file.
  enum Obstacle: String, CaseIterable, CustomTestStringConvertible {
    case link, brokenLink, secondName, pipe, folder

    /// The reason for which it is refused.
    var code: Int32 {
      switch self {
      case .link, .brokenLink: ELOOP
      case .secondName: EMLINK
      case .pipe: ENXIO
      case .folder: EISDIR
      }
    }

    var testDescription: String { rawValue }
  }

  /// Puts an obstacle under a name; a link leads to the file `other`.
  func put(_ obstacle: Obstacle, at name: String) throws {
    let place = path + "/" + name
    let answer =
      switch obstacle {
      case .link: symlink("other", place)
      case .brokenLink: symlink("nothing", place)
      case .secondName: link(path + "/other", place)
      case .pipe: mkfifo(place, 0o600)
      case .folder: mkdir(place, 0o700)
      }
    try #require(answer == 0)
  }
}

/// The extended attributes of files, which Swift's view of the C library leaves out.
enum DiskAttributes {
  static let access = "system.posix_acl_access"
  /// What new files of a folder get.
  static let standard = "system.posix_acl_default"

  private typealias Setting =
    @convention(c) (UnsafePointer<CChar>, UnsafePointer<CChar>, UnsafeRawPointer, Int, Int32) ->
    Int32
  private typealias Getting =
    @convention(c) (UnsafePointer<CChar>, UnsafePointer<CChar>, UnsafeMutableRawPointer, Int) -> Int

  static func set(_ name: String, _ value: [UInt8], on path: String) -> Bool {
    guard let symbol = dlsym(nil, "setxattr") else { return false }
    return unsafeBitCast(symbol, to: Setting.self)(path, name, value, value.count, 0) == 0
  }

  static func value(of name: String, on path: String) -> [UInt8]? {
    guard let symbol = dlsym(nil, "getxattr") else { return nil }
    var buffer = [UInt8](repeating: 0, count: 4096)
    let count = unsafeBitCast(symbol, to: Getting.self)(path, name, &buffer, buffer.count)
    return count < 0 ? nil : Array(buffer.prefix(count))
  }

  /// An access list in the system's own form: one account more than the mode knows.
  static func accessList(user: UInt32, rights: UInt16) -> [UInt8] {
    let none = UInt32.max
    let entries: [(UInt16, UInt16, UInt32)] = [
      (0x01, 6, none), (0x02, rights, user), (0x04, 4, none), (0x10, 6, none), (0x20, 0, none),
    ]
    var bytes: [UInt8] = [2, 0, 0, 0]
    for (tag, rights, id) in entries {
      bytes += withUnsafeBytes(of: tag.littleEndian, Array.init)
      bytes += withUnsafeBytes(of: rights.littleEndian, Array.init)
      bytes += withUnsafeBytes(of: id.littleEndian, Array.init)
    }
    return bytes
  }

  /// Whether the disk that tests write to keeps access lists and attributes of one's own.
  static let areKept: Bool = {
    var template = Array("/tmp/masa-attributes-XXXXXX".utf8CString)
    let descriptor = mkstemp(&template)
    guard descriptor >= 0 else { return false }
    let path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    defer {
      close(descriptor)
      unlink(path)
    }
    return set(access, accessList(user: 4003, rights: 4), on: path)
      && set("user.origin", [1], on: path)
  }()
}
