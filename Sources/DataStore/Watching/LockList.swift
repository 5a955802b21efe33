import CPosix
import Glibc

/// The system's list of the locks that are held on this computer.
struct LockList: Sendable {
  /// A process that shares the lock of a file.
  struct Reader: Hashable, Sendable {
    let process: Int32
    /// The disk that the file lies on, as the list calls it.
    let disk: [UInt8]
  }

  /// Where the system keeps the list.
  let path: String

  /// Who shares the lock of the file with a number on its disk; nobody where there is no list.
  func readers(ofFile number: UInt64) -> [Reader] {
    let suffix = Array(":\(number)".utf8)
    return bytes().split(separator: UInt8(ascii: "\n")).compactMap { reader(in: $0, suffix) }
  }

  /// Reads `1: FLOCK  ADVISORY  READ 4711 fe:00:131102 0 EOF`.
  private func reader(in line: ArraySlice<UInt8>, _ suffix: [UInt8]) -> Reader? {
    let words = line.split(separator: UInt8(ascii: " "))
    guard words.count >= 6, words[5].count > suffix.count,
      words[5].suffix(suffix.count).elementsEqual(suffix),
      words[1].elementsEqual("FLOCK".utf8), words[3].elementsEqual("READ".utf8),
      let process = Int32(String(decoding: words[4], as: UTF8.self)), process > 0
    else { return nil }
    return Reader(process: process, disk: Array(words[5].dropLast(suffix.count)))
  }

  private func bytes() -> [UInt8] {
    guard let file = OpenFile(uninterrupted { open(path, O_RDONLY | O_CLOEXEC) }) else { return [] }
    var bytes: [UInt8] = []
    // Such a list does not tell its length.
    return withUnsafeTemporaryAllocation(byteCount: 16_384, alignment: 8) { buffer in
      while true {
        let count = uninterrupted { read(file.descriptor, buffer.baseAddress, buffer.count) }
        guard count > 0 else { return bytes }
        bytes += buffer[..<count]
      }
    }
  }
}
