import DataStore
import Glibc
import Safeguarding

/// Measures one save of one field beside the least that any safe save must do, on the same disk in the same run.
///
/// The bare sequence writes the same bytes to a file beside the old one, has the disk confirm it, puts it in its place
/// and has the disk confirm the folder. A save does that and more: it locks, reads, merges, and keeps a journal.
struct SavingBenchmark {
  private static let rounds = 300
  private static let group = "group-0"
  private static let document = "groups/group-0/actions.json"
  private static let record = RecordID(ActionItem.kind, "action-7")

  private let folder: TemporaryDataFolder
  private let store: FolderStore

  /// Makes a folder with one group's file of about the size of a real one.
  init() throws {
    folder = try TemporaryDataFolder(files: GeneratedFiles(longFileBytes: 60_000).files)
    store = FolderStore(path: folder.path)
  }

  /// Prints the medians and their ratio.
  func measure() throws {
    let bare = BareSaver(folder: folder.path + "/groups/\(Self.group)")
    var bytes = try folder.bytes(of: Self.document)
    var saves: [Double] = []
    var sequences: [Double] = []
    var appends: [Double] = []
    let line = [UInt8](repeating: UInt8(ascii: "x"), count: 500)
    for round in 0..<Self.rounds {
      let edit = Edit(
        "Measure",
        [
          Change(
            Self.document, Self.record, field: "title",
            from: try title(in: bytes), to: .text("A title of round \(round)"))
        ])
      saves.append(try seconds { _ = try store.commit(edit) })
      bytes = try folder.bytes(of: Self.document)
      sequences.append(try seconds { try bare.replace("bare.json", with: bytes) })
      appends.append(try seconds { try bare.append(line, to: "bare.jsonl") })
    }
    let (save, sequence, append) = (median(saves), median(sequences), median(appends))
    print(
      "saving one field of a file of \(bytes.count) bytes: \(rounded(save * 1e6)) µs, the bare "
        + "sequence of write, confirm, rename, confirm \(rounded(sequence * 1e6)) µs, a bare "
        + "confirmed line of a journal \(rounded(append * 1e6)) µs")
    print("ratio: \(rounded(save / sequence)) times the bare sequence (goal: at most 3)")
  }

  /// The title that stands there now, as a form that was just opened would know it.
  private func title(in bytes: [UInt8]) throws -> StoredValue {
    let workspace = WorkspaceReader(files: [(path: Self.document, bytes: bytes)]).read()
    guard let action = workspace.actions.all.first(where: { $0.id == Self.record.id }) else {
      throw BenchmarkError("\(Self.record.id) is gone.")
    }
    return .text(action.title)
  }

  private func seconds(_ work: () throws -> Void) rethrows -> Double {
    try ContinuousClock().measure(work) / .seconds(1)
  }

  private func median(_ values: [Double]) -> Double { values.sorted()[values.count / 2] }
}

/// The bare sequences of system calls that a save is measured against.
struct BareSaver {
  /// The folder in which it writes.
  let folder: String

  /// Writes a file beside the old one, confirms it, puts it in its place and confirms the folder.
  func replace(_ name: String, with bytes: [UInt8]) throws {
    let temporary = "\(folder)/.\(name).tmp"
    let file = try checked(open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o660), "open")
    try write(bytes, to: file)
    _ = try checked(fsync(file), "fsync")
    _ = try checked(close(file), "close")
    _ = try checked(rename(temporary, "\(folder)/\(name)"), "rename")
    let directory = try checked(open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC), "open the folder")
    _ = try checked(fsync(directory), "fsync the folder")
    _ = try checked(close(directory), "close the folder")
  }

  /// Appends to a file and confirms it.
  func append(_ bytes: [UInt8], to name: String) throws {
    let file = try checked(
      open("\(folder)/\(name)", O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o660), "open")
    try write(bytes, to: file)
    _ = try checked(fsync(file), "fsync")
    _ = try checked(close(file), "close")
  }

  private func write(_ bytes: [UInt8], to file: Int32) throws {
    var done = 0
    while done < bytes.count {
      let count = bytes.withUnsafeBytes {
        Glibc.write(file, $0.baseAddress?.advanced(by: done), bytes.count - done)
      }
      done += Int(try checked(Int32(count), "write"))
    }
  }

  private func checked(_ result: Int32, _ step: String) throws -> Int32 {
    if result < 0 { throw BenchmarkError("The bare saver could not \(step): error \(errno).") }
    return result
  }
}
