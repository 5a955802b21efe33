public import Safeguarding

/// Reads a workspace from files that are in memory already.
///
/// It finds the same faults as ``DataFolder/read()`` does in a folder with the same files.
public struct WorkspaceReader: Sendable {
  private let files: [(path: String, bytes: [UInt8])]

  /// A reader of files, each named by its path in a data folder: `groups/board/actions.json`.
  public init(files: [(path: String, bytes: [UInt8])]) { self.files = files }

  /// Reads every file in the order of their paths; whatever is wrong is in the workspace's faults.
  public func read() -> Workspace {
    var reading = WorkspaceReading()
    let version = FormatVersion(files.first { $0.path == FormatVersion.file }?.bytes)
    if let refusal = version.savingRefusal(in: ".") { reading.tell(ofVersion: refusal) }
    let paths = files.map(\.path)
    for file in files.sorted(by: { $0.path < $1.path }) {
      reading.read(file.path, bytes: .bytes(file.bytes), in: version, beside: paths)
    }
    return reading.finish()
  }
}
