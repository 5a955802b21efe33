import FoundationEssentials

/// A data folder on a disk that is taken away again at the end of a measurement.
final class TemporaryDataFolder {
  /// Where it lies.
  let path: String

  /// Writes files by their paths into a new folder; on a disk, since memory confirms nothing.
  init(files: [(path: String, bytes: [UInt8])]) throws {
    path = "/var/tmp/masa-saving-\(UInt64.random(in: 0 ... .max))"
    for file in files {
      let place = path + "/" + file.path
      let folder = place.lastIndex(of: "/").map { String(place[..<$0]) } ?? path
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
      try Data(file.bytes).write(to: URL(filePath: place))
    }
  }

  deinit {
    do {
      try FileManager.default.removeItem(atPath: path)
    } catch {
      print("\(path) could not be taken away: \(error)")
    }
  }

  /// The bytes of a file by its path in the folder.
  func bytes(of name: String) throws -> [UInt8] {
    Array(try Data(contentsOf: URL(filePath: path + "/" + name)))
  }
}
