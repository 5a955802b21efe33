import JSONDocument
import Safeguarding

/// The version of the file format that a data folder is written in.
struct FormatVersion: Hashable, Sendable {
  /// The version that this program writes.
  static let current = Migration.all.last?.to ?? 1

  /// The file that says it.
  static let file = "workspace.json"

  let number: Int

  /// What a data folder says; the current version where it says nothing.
  init(of root: String) {
    if case .bytes(let bytes) = FileBytes.read("\(root)/\(Self.file)") {
      self.init(bytes)
    } else {
      self.init(nil)
    }
  }

  /// What the bytes of a file say; the current version where they say nothing.
  init(_ bytes: [UInt8]?) {
    let document = bytes.flatMap { bytes -> JSONDocument? in
      if case .success(let read) = Result(catching: { try JSONDocument(bytes: bytes) }) {
        return read
      }
      return nil
    }
    number = document?.root["schemaVersion"]?.integer ?? Self.current
  }

  var isCurrent: Bool { number == Self.current }
  var isNewer: Bool { number > Self.current }

  /// Why nothing can be read, as a sentence; nil when it can.
  var readingRefusal: String? {
    isNewer
      ? "The data is written in version \(number) of the file format, and this program knows the "
        + "versions up to \(Self.current). Nothing was changed. Update Masa, or ask the administrator "
        + "of this server to." : nil
  }

  /// Why nothing can be saved, as a sentence; nil when it can.
  func savingRefusal(in root: String) -> String? {
    if let readingRefusal { return readingRefusal }
    if isCurrent { return nil }
    return
      "The data is written in version \(number) of the file format and is only read until it is "
      + "brought to version \(Self.current). Nothing was changed. Run, or ask the administrator of this "
      + "server to run: masa migrate \(quotedForShell(root))"
  }

  /// What a file gives in the current version; a file that is current already is handed on as it is.
  ///
  /// A part of it that lies among the other files already was written by a migration that was cut off,
  /// and is read there.
  func migrated(
    _ path: String, _ bytes: FileBytes, beside others: [String]
  ) -> [(path: String, bytes: FileBytes)] {
    guard number < Self.current, case .bytes(let read) = bytes,
      case .success(let document) = Result(catching: { try JSONDocument(bytes: read) })
    else { return [(path, bytes)] }
    let file = Migration.File(path: path, document: document)
    let files = Result { () throws(JSONEditError) in
      try Migration.migrated(file, from: number)
    }
    // A file that cannot be migrated is read as it stands: what is wrong with it is told there.
    guard case .success(let files) = files else { return [(path, bytes)] }
    let others = files.count == 1 ? [] : Set(others)
    return files.filter { $0.path == path || !others.contains($0.path) }
      .map { ($0.path, .bytes($0.document.bytes)) }
  }
}

extension DataFolder {
  /// The version of the file format that this program writes.
  public static var currentVersion: Int { FormatVersion.current }

  /// Why nothing can be saved in the folder as it is written, as a sentence; nil when it can.
  package var formatRefusal: String? { FormatVersion(of: path).savingRefusal(in: path) }

  /// Why nothing can be saved beside a `workspace.json` of these bytes, as a sentence; nil when it can.
  package static func formatRefusal(beside bytes: [UInt8]?, in place: String) -> String? {
    FormatVersion(bytes).savingRefusal(in: place)
  }
}

extension WorkspaceReading {
  /// Reads one file of a folder that is written in a version and has some other files.
  mutating func read(
    _ file: String, bytes: FileBytes, in version: FormatVersion, beside others: [String]
  ) {
    if version.isCurrent { return read(file, bytes: bytes) }
    for part in version.migrated(file, bytes, beside: others) {
      read(part.path, bytes: part.bytes)
    }
  }
}
