import Glibc
import JSONDocument

/// The bytes of a file, or why they cannot be had.
package enum FileBytes: Sendable {
  case bytes([UInt8])
  /// There is no file of that name.
  case missing
  /// It is not open to the person who reads.
  case closed
  case refused(reason: String)
  case tooLarge(bytes: Int)

  /// Reads a whole file without following a link in its last place.
  ///
  /// It never waits: a pipe in place of a file is refused like a folder. A relative path starts
  /// from the folder with the given descriptor.
  static func read(_ path: String, in folder: Int32 = AT_FDCWD) -> FileBytes {
    let flags = O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC
    guard let file = OpenFile(uninterrupted { openat(folder, path, flags) }) else {
      switch errno {
      case ENOENT: return .missing
      case EACCES: return .closed
      case ELOOP: return .refused(reason: "it is a link, and links are not followed")
      default: return .refused(reason: lastError)
      }
    }
    guard file.isPlain else { return .refused(reason: "it is not a file") }
    guard file.size <= JSONDocument.maximumByteCount else { return .tooLarge(bytes: file.size) }
    return read(file)
  }

  private static func read(_ file: borrowing OpenFile) -> FileBytes {
    let (size, descriptor) = (file.size, file.descriptor)
    var failure: String?
    let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      while count < size {
        let place = buffer.baseAddress?.advanced(by: count)
        let step = uninterrupted { Glibc.read(descriptor, place, size - count) }
        if step < 0 { failure = lastError }
        guard step > 0 else { return }
        count += step
      }
    }
    return failure.map { .refused(reason: $0) } ?? .bytes(bytes)
  }

  private static var lastError: String { String(cString: strerror(errno)) }
}
