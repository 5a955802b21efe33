import DataStore
import Glibc
import Safeguarding
import Testing

/// A folder of its own for one test, removed when the test lets go of it.
final class TemporaryFolder {
  let path: String

  /// Makes a folder that holds the files given by path and text.
  init(_ files: [String: String] = [:]) throws {
    var template = Array("/tmp/masa-tests-XXXXXX".utf8CString)
    let made = try #require(mkdtemp(&template), "A temporary folder could not be made.")
    path = String(cString: made)
    for (file, text) in files { try write(text, to: file) }
  }

  deinit { Self.remove(path) }

  /// Reads the folder as a workspace.
  func read() throws -> Workspace { try DataFolder(path: path).read() }

  /// Writes a file and makes the folders above it.
  func write(_ text: String, to file: String) throws {
    var folder = path
    for part in file.split(separator: "/").dropLast() {
      folder += "/" + part
      try #require(mkdir(folder, 0o700) == 0 || errno == EEXIST)
    }
    let stream = try #require(fopen(path + "/" + file, "w"), "\(file) could not be made.")
    let bytes = Array(text.utf8)
    let written = fwrite(bytes, 1, bytes.count, stream)
    try #require(fclose(stream) == 0 && written == bytes.count)
  }

  private static func remove(_ path: String) {
    var status = stat()
    guard lstat(path, &status) == 0 else { return }
    if status.st_mode & S_IFMT == S_IFDIR, chmod(path, 0o700) == 0, let stream = opendir(path) {
      while let entry = readdir(stream) {
        let name = withUnsafeBytes(of: entry.pointee.d_name) {
          String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
        }
        if name != ".", name != ".." { remove(path + "/" + name) }
      }
      closedir(stream)
    }
    if Glibc.remove(path) != 0 { print("\(path) was left behind.") }
  }
}
