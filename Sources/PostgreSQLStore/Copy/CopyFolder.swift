import DataStore
import Glibc

/// The folder of a copy on this machine, open to nobody but the account itself.
///
/// Several sessions of one account share it: one at a time changes it, and nobody reads it meanwhile.
struct CopyFolder: Sendable {
  /// Where it lies.
  let path: String
  private let lock: Int32

  /// Opens the folder, or makes it.
  init(_ path: String) throws(DatabaseFailure) {
    self.path = path
    var place = ""
    for part in path.split(separator: "/") {
      place += "/\(part)"
      guard mkdir(place, 0o700) == 0 || errno == EEXIST || access(place, X_OK) == 0 else {
        throw Self.failure("make the folder \(place)")
      }
    }
    lock = open("\(path).lock", O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
    if lock < 0 { throw Self.failure("lock the copy of the data on this machine") }
  }

  func close() { Glibc.close(lock) }

  private static func failure(_ attempt: String) -> DatabaseFailure {
    DatabaseFailure(
      .wrong, "this machine could not \(attempt) (\(String(cString: strerror(errno))))")
  }

  /// Keeps others from changing the copy, or from reading it as well.
  func hold(_ isWhole: Bool) {
    while flock(lock, isWhole ? LOCK_EX : LOCK_SH) != 0, errno == EINTR {}
  }

  /// Lets go of the copy.
  func letGo() { flock(lock, LOCK_UN) }

  /// What the index says; a copy without a whole one holds nothing that counts.
  var index: CopyIndex {
    guard case .bytes(let bytes) = FileBytes.read("\(path)/\(Self.indexName)", largest: 64 << 20)
    else { return CopyIndex() }
    return CopyIndex(String(decoding: bytes, as: UTF8.self)) ?? CopyIndex()
  }

  private static let indexName = ".masa-copy"

  /// Keeps an index.
  func keep(_ index: CopyIndex) throws(DatabaseFailure) {
    try replace(Self.indexName, with: Array(index.text.utf8))
  }

  /// What tells a file from one that is put in its place; empty where there is none.
  func signature(of file: String) -> String { FileSignature(path: "\(path)/\(file)")?.text ?? "" }

  /// Makes a folder in the copy.
  func make(_ folder: String) throws(DatabaseFailure) {
    var place = path
    for part in folder.split(separator: "/") {
      place += "/\(part)"
      guard mkdir(place, 0o700) == 0 || errno == EEXIST else {
        throw Self.failure("make the folder \(place)")
      }
    }
  }

  /// Takes everything in a folder away that others no longer open to the account; folders in it are left.
  func empty(_ folder: String, files: [String]) {
    for file in files { unlink("\(path)/\(file)") }
    unlink("\(path)/\(folder.isEmpty ? "" : "\(folder)/")\(journalName)")
    if !folder.isEmpty { rmdir("\(path)/\(folder)") }
  }

  func remove(_ file: String) { unlink("\(path)/\(file)") }

  /// Puts a file in the place of the one before, whole.
  func replace(_ file: String, with bytes: [UInt8]) throws(DatabaseFailure) {
    let (place, new) = ("\(path)/\(file)", "\(path)/\(file).new~")
    try write(bytes, to: new, O_TRUNC)
    guard rename(new, place) == 0 else { throw Self.failure("write \(place)") }
  }

  /// Takes away what stands behind so many bytes of a file; answers whether there were so many.
  func cut(_ file: String, to length: Int) -> Bool {
    guard let facts = FileFacts("\(path)/\(file)") else { return length == 0 }
    return facts.size >= length && truncate("\(path)/\(file)", length) == 0
  }

  /// Puts lines at the end of a file.
  func append(_ bytes: [UInt8], to file: String) throws(DatabaseFailure) {
    try write(bytes, to: "\(path)/\(file)", O_APPEND)
  }

  private func write(_ bytes: [UInt8], to place: String, _ flags: Int32) throws(DatabaseFailure) {
    let file = open(place, O_WRONLY | O_CREAT | O_CLOEXEC | O_NOFOLLOW | flags, 0o600)
    guard file >= 0 else { throw Self.failure("write \(place)") }
    defer { Glibc.close(file) }
    guard writeAll(bytes, to: file) == bytes.count else { throw Self.failure("write \(place)") }
  }
}
