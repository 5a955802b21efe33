import Glibc

/// A data folder on a disk that is taken away again at the end of a measurement.
final class TemporaryDataFolder {
  /// Where it lies.
  let path: String

  /// Writes files by their paths into a new folder; on a disk, since memory confirms nothing.
  init(files: [(path: String, bytes: [UInt8])]) throws {
    var template = Array("/var/tmp/masa-saving-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else {
      throw BenchmarkError("No folder could be made in /var/tmp: error \(errno).")
    }
    path = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    for file in files {
      var folder = path
      for part in file.path.split(separator: "/").dropLast() {
        folder += "/" + part
        guard mkdir(folder, 0o770) == 0 || errno == EEXIST else {
          throw BenchmarkError("\(folder) could not be made: error \(errno).")
        }
      }
      guard let stream = fopen(path + "/" + file.path, "w") else {
        throw BenchmarkError("\(file.path) could not be made: error \(errno).")
      }
      let count = fwrite(file.bytes, 1, file.bytes.count, stream)
      guard fclose(stream) == 0, count == file.bytes.count else {
        throw BenchmarkError("\(file.path) could not be written: error \(errno).")
      }
    }
  }

  deinit {
    let ended = nftw(
      path, { name, _, _, _ in name.map { remove($0) } ?? 0 }, 16, FTW_DEPTH | FTW_PHYS)
    if ended != 0 { print("\(path) could not be taken away") }
  }

  /// The bytes of a file by its path in the folder.
  func bytes(of name: String) throws -> [UInt8] {
    guard let stream = fopen(path + "/" + name, "r") else {
      throw BenchmarkError("\(name) could not be read: error \(errno).")
    }
    defer { fclose(stream) }
    var bytes: [UInt8] = []
    var block = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = fread(&block, 1, block.count, stream)
      if count == 0 { return bytes }
      bytes += block[..<count]
    }
  }
}
