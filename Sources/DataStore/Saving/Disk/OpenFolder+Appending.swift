import CPosix
import Glibc
import JSONDocument

/// What became of bytes that were to be taken back from the end of a file.
enum Withdrawal: Hashable, Comparable {
  case gone
  /// Nobody reads them any more, but the disk has not confirmed that.
  case unconfirmed
  case stays
}

extension OpenFolder {
  /// Adds bytes to the end of a file, has the disk confirm them and answers how long it was before.
  ///
  /// It makes the file when it is missing. A file that only grows (`chattr +a`) will do. What can
  /// not be added whole is taken back; where that is not allowed, a part of it may stay at the end.
  /// If the failure that is thrown ``StorageFailure/isWritten``, the bytes stand there unconfirmed.
  package borrowing func append(
    _ bytes: [UInt8], to name: String
  ) throws(StorageFailure) -> Int {
    let file = try openForAppending(name)
    let (before, device) = (file.size, file.descriptor)
    let count = writeAll(bytes, to: device)
    var step: StorageFailure.Step?
    if count < bytes.count {
      step = .write
    } else if uninterrupted({ fsync(device) }) != 0 {
      step = .confirm
    }
    var code = errno
    if !file.finish(), step == nil { (step, code) = (.confirm, errno) }
    if let step {
      // A line that lacks its line end only is a whole one to those who read it.
      let isWhole = count >= bytes.count - 1
      let withdrawal = count == 0 ? .gone : takeBack(count, from: name, leaving: before)
      var failure = failure(step, name, code: code, isWritten: isWhole && withdrawal == .stays)
      failure.isTakenBackUnsurely = isWhole && withdrawal == .unconfirmed
      throw failure
    }
    // Whoever made the file may have been cut off before its name was confirmed.
    guard before == 0 else { return before }
    do throws(StorageFailure) {
      try confirmNames(after: name)
    } catch {
      let withdrawal = takeBack(count, from: name, leaving: before)
      var failure = failure(
        error.step, name, code: error.code, isWritten: withdrawal == .stays)
      failure.isTakenBackUnsurely = withdrawal == .unconfirmed
      throw failure
    }
    return before
  }

  /// Cuts off what was just added.
  private func takeBack(
    _ count: Int, from name: String, leaving length: Int
  ) -> Withdrawal {
    do throws(StorageFailure) {
      guard try self.length(of: name) == length + count else { return .stays }
    } catch {
      return .stays
    }
    return withdraw(from: name, to: length)
  }

  /// Cuts a file off at a length; answers whether what was behind that is gone.
  func withdraw(from name: String, to length: Int) -> Withdrawal {
    do throws(StorageFailure) {
      try truncate(name, to: length)
      return .gone
    } catch {
      // Cut off without the disk's word for it: nobody reads it any more.
      return error.isWritten ? .unconfirmed : .stays
    }
  }

  private func openForAppending(_ name: String) throws(StorageFailure) -> OpenFile {
    do throws(StorageFailure) {
      return try open(name, O_WRONLY | O_APPEND, step: .write)
    } catch {
      guard error.code == ENOENT else { throw error }
      let made = try open(
        name, O_WRONLY | O_APPEND | O_CREAT | O_EXCL, mode: 0o660, step: .create)
      openToGroup(made.descriptor)
      return made
    }
  }

  /// Cuts a file off at a length in bytes and has the disk confirm it.
  package borrowing func truncate(
    _ name: String, to length: Int
  ) throws(StorageFailure) {
    let file = try open(name, O_WRONLY, step: .shorten)
    guard uninterrupted({ ftruncate(file.descriptor, length) }) == 0 else {
      throw failure(.shorten, name)
    }
    guard uninterrupted({ fsync(file.descriptor) }) == 0, file.finish() else {
      throw failure(.confirm, name, isWritten: true)
    }
  }

  /// How long a file is, in bytes; 0 when there is none.
  package borrowing func length(of name: String) throws(StorageFailure) -> Int {
    var status = stat()
    guard isFileName(name) else { throw failure(.read, name, code: EINVAL) }
    guard uninterrupted({ fstatat(descriptor, name, &status, AT_SYMLINK_NOFOLLOW) }) == 0 else {
      if errno == ENOENT { return 0 }
      throw failure(.read, name)
    }
    try check(status, name, isForWriting: false, step: .read)
    return Int(status.st_size)
  }

  /// What a file holds from a place on, counted in bytes; nothing when there is no file.
  ///
  /// More than a document may have is refused.
  package borrowing func bytes(
    of name: String, from offset: Int
  ) throws(StorageFailure) -> [UInt8] {
    try bytes(of: name, from: offset, upTo: .max)
  }

  /// What a file holds between two places; what lies behind its end is left out.
  func bytes(of name: String, from offset: Int, upTo end: Int) throws(StorageFailure) -> [UInt8] {
    let file: OpenFile
    do throws(StorageFailure) {
      file = try open(name, O_RDONLY, step: .read)
    } catch {
      if error.code == ENOENT { return [] }
      throw error
    }
    let start = min(max(0, offset), file.size)
    let size = min(file.size, end) - start
    // Whoever may write the folder may have made it as large as they like.
    guard size <= JSONDocument.maximumByteCount else { throw failure(.read, name, code: EFBIG) }
    return try DataStore.read(start..<(start + max(0, size)), of: file, path: path + "/" + name)
  }
}
