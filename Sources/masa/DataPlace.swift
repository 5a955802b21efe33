import DataStore
import Glibc

/// Where the data lies: a folder or a database that was named, or a private copy of the sample.
struct DataPlace {
  /// The folder in which it can be read.
  let path: String
  let isSample: Bool
  /// What it is called in what is said of it: the folder, or the address of the database.
  let name: String
  /// The store of a database; nil where the data is a folder.
  private let database: (any SessionStore)?

  private init(path: String, isSample: Bool) {
    (self.path, self.isSample, name, database) = (path, isSample, path, nil)
  }

  private init(_ database: any SessionStore, called name: String) {
    (path, isSample, self.name, self.database) = (database.folder.path, false, name, database)
  }

  /// Whether it is an area of a database.
  var isDatabase: Bool { database != nil }

  /// Where it can be read.
  var folder: DataFolder { database?.folder ?? DataFolder(path: path) }

  /// Where it is read and saved.
  var store: any SessionStore { database ?? FolderStore(path: path) }

  /// The folder of something that is only done to a data folder.
  func folder(for work: String) throws -> String {
    guard database == nil else {
      throw CommandFailure(
        "\(work) works on a data folder, and \(name) is a database. Nothing was changed. Name a folder with --data DIR."
      )
    }
    return path
  }

  /// Whether a text is the address of a database and no folder.
  static func isAddress(_ text: String) -> Bool { text.hasPrefix("postgresql://") }

  /// The data of `--data`, else of `MASA_DATA`, else the sample.
  static func chosen(by option: String?) throws -> DataPlace {
    if let path = option ?? environment("MASA_DATA") {
      if isAddress(path) {
        return DataPlace(try Database.open(path), called: path)
      }
      return DataPlace(path: path, isSample: false)
    }
    guard let shipped = Shipped.folder("SampleData/kent-and-medway") else {
      throw CommandFailure(
        "No data folder was named and the sample was not found beside the program. "
          + "Name one with --data DIR, or create a new one with: masa init DIR")
    }
    return DataPlace(path: SampleCopy.place(of: shipped) ?? shipped, isSample: true)
  }
}

/// Files that come with the program: beside it, or in the source tree it was built in.
enum Shipped {
  /// A folder that came with the program, or nil.
  static func folder(_ name: String) -> String? {
    guard var base = programPath.map(parent) else { return nil }
    while base != "/" && !base.isEmpty {
      for candidate in ["\(base)/\(name)", "\(base)/share/masa/\(name)"]
      where access(candidate, R_OK | X_OK) == 0 {
        return candidate
      }
      base = parent(base)
    }
    return nil
  }

  private static var programPath: String? {
    var buffer = [UInt8](repeating: 0, count: Int(PATH_MAX))
    let count = buffer.withUnsafeMutableBytes { bytes -> Int in
      guard let start = bytes.bindMemory(to: CChar.self).baseAddress else { return 0 }
      return readlink("/proc/self/exe", start, bytes.count)
    }
    return count > 0 ? String(decoding: buffer[..<count], as: UTF8.self) : nil
  }

  private static func parent(_ path: String) -> String {
    path.lastIndex(of: "/").map { String(path[..<$0]) } ?? ""
  }
}
