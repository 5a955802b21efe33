import CPosix
import Glibc

/// Makes a call of the system, and makes it again when a signal has interrupted it.
///
/// `errno` is that of the last try. A call that is interrupted a thousand times in a row fails with
/// `EINTR`, so that nobody waits for ever.
package func uninterrupted<Answer: SignedInteger>(_ call: () -> Answer) -> Answer {
  var answer = call()
  var tries = 1
  while answer == -1, errno == EINTR, tries < 1000 {
    answer = call()
    tries += 1
  }
  return answer
}

/// Writes all bytes to a descriptor, however few it takes at a time; answers how many it took.
///
/// Fewer than all were taken when it failed; `errno` says why.
package func writeAll(_ bytes: [UInt8], to descriptor: Int32) -> Int {
  bytes.withUnsafeBytes { buffer in
    var count = 0
    while count < buffer.count {
      let rest = UnsafeRawBufferPointer(rebasing: buffer[count...])
      let step = uninterrupted { write(descriptor, rest.baseAddress, rest.count) }
      if step == 0 { errno = EIO }
      guard step > 0 else { break }
      count += step
    }
    return count
  }
}

/// What tells two files apart, whatever they are called: the disk and the number of the file on it.
struct FileIdentity: Hashable {
  let device: UInt64
  let number: UInt64

  init(_ status: stat) {
    device = UInt64(status.st_dev)
    number = UInt64(status.st_ino)
  }
}

/// A descriptor that is closed when nobody holds it any more.
struct OpenFile: ~Copyable {
  let descriptor: Int32
  /// The file as it was when it was opened.
  let status: stat

  var size: Int { Int(status.st_size) }
  var identity: FileIdentity { FileIdentity(status) }
  var isPlain: Bool { status.st_mode & S_IFMT == S_IFREG }

  /// Takes over a descriptor; nil, with the descriptor closed, when it tells nothing of itself.
  init?(_ descriptor: Int32) {
    var status = stat()
    guard descriptor >= 0 else { return nil }
    guard uninterrupted({ fstat(descriptor, &status) }) == 0 else {
      let code = errno
      close(descriptor)
      errno = code
      return nil
    }
    self.descriptor = descriptor
    self.status = status
  }

  deinit { close(descriptor) }

  /// Closes the file; false when the system reports that something written to it is lost.
  consuming func finish() -> Bool {
    let answer = close(descriptor)
    discard self
    // The descriptor is gone even when a signal came in between.
    return answer == 0 || errno == EINTR
  }
}
