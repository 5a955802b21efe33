import FoundationEssentials
import Glibc
import Testing

/// A folder of its own for one test, removed when the test lets go of it.
final class TemporaryFolder: Sendable {
  let path: String

  init() throws {
    var template = Array("/tmp/masa-end-to-end-XXXXXX".utf8CString)
    path = String(cString: try #require(mkdtemp(&template), "no temporary folder could be made"))
  }

  deinit {
    do {
      try FileManager.default.removeItem(atPath: path)
    } catch {
      print("\(path) was left behind: \(error)")
    }
  }

  /// Copies the sample into a folder of this one, each file as a function changes it.
  func copySample(to name: String, changing change: (String, String) -> String = { $1 }) throws
    -> String
  {
    let target = "\(path)/\(name)"
    for file in try FileManager.default.subpathsOfDirectory(atPath: Masa.sample)
    where file.hasSuffix(".json") {
      try write(change(file, try contents("\(Masa.sample)/\(file)")), to: "\(name)/\(file)")
    }
    return target
  }

  /// Writes a file and makes the folders above it.
  func write(_ text: String, to file: String) throws {
    let full = "\(path)/\(file)"
    let folder = full.lastIndex(of: "/").map { String(full[..<$0]) } ?? path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try Data(text.utf8).write(to: URL(filePath: full))
  }
}

/// The text of a file.
func contents(_ path: String) throws -> String {
  let bytes = try #require(
    FileManager.default.contents(atPath: path), "\(path) could not be read")
  return String(decoding: bytes, as: UTF8.self)
}

/// The permission bits of a file or folder.
func permissions(_ path: String) throws -> mode_t {
  var status = stat()
  try #require(lstat(path, &status) == 0, "\(path) is not there")
  return status.st_mode & 0o777
}
