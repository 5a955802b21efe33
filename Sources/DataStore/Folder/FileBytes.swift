import Glibc
import JSONDocument

/// The bytes of a file, or why they cannot be had.
enum FileBytes {
  case bytes([UInt8])
  case refused(reason: String)
  case tooLarge(bytes: Int)

  /// Reads a whole file without following a link in its last place.
  ///
  /// It never waits: a pipe in place of a file is refused like a folder.
  static func read(_ path: String) -> FileBytes {
    let descriptor = open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else {
      return .refused(
        reason: errno == ELOOP ? "it is a link, and links are not followed" : lastError)
    }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { return .refused(reason: lastError) }
    guard status.st_mode & S_IFMT == S_IFREG else { return .refused(reason: "it is not a file") }
    let size = Int(status.st_size)
    guard size <= JSONDocument.maximumByteCount else { return .tooLarge(bytes: size) }
    return read(descriptor, size: size)
  }

  private static func read(_ descriptor: Int32, size: Int) -> FileBytes {
    var failure: String?
    let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      while count < size {
        let step = Glibc.read(descriptor, buffer.baseAddress?.advanced(by: count), size - count)
        if step > 0 {
          count += step
        } else if step == 0 {
          return
        } else if errno != EINTR {
          failure = lastError
          return
        }
      }
    }
    return failure.map { .refused(reason: $0) } ?? .bytes(bytes)
  }

  private static var lastError: String { String(cString: strerror(errno)) }
}
