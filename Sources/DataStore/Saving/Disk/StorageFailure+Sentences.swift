import Glibc

extension StorageFailure {
  /// What was tried and why it failed, what is safe, and what to do now.
  ///
  /// The attempt is named as it follows "tried to": `save your change`. Whoever gives rights on the
  /// data folder is named as the one to be asked for them.
  package func sentence(
    trying attempt: String, contact: String = "the administrator of this server"
  ) -> String {
    "Masa tried to \(attempt), but \(reason) (\(shortPath): \(systemWords)). \(safety) "
      + advice(contact)
  }

  /// Why it failed, as a part of a sentence: `the disk is full`.
  package var reason: String {
    let isAboutFolder = step == .open || step == .list
    return switch code {
    case EAGAIN where step == .lock:
      "\(holder ?? "somebody else") is saving in the same folder and has not finished"
    case ENOSPC: "the disk is full"
    case EDQUOT: "the share of the disk that your account or group may use is full"
    case EROFS: "the disk can only be read at the moment"
    case EACCES, EPERM:
      switch step {
      case .open, .list, .read: "your account may not read there"
      case .attributes: "your account may not keep the file's group and access list"
      default: "your account may not change this"
      }
    case EIO: "the disk reports an error of its own"
    case ENOENT, ENOTDIR:
      isAboutFolder ? "the folder is not there any more" : "the file or its folder is gone"
    case ESTALE: "the folder was taken away by the server that lends it"
    case EMFILE: "this program has too many files open"
    case ENFILE: "this computer has too many files open"
    case ELOOP: "a link lies there, and links are not followed"
    case EFBIG where step == .read: "it is larger than Masa ever makes one"
    case EFBIG: "the file would be larger than is allowed here"
    case E2BIG: "it is more than one change can hold"
    case ENAMETOOLONG: "its name is too long"
    case ENOMEM: "the computer has no memory left"
    case EISDIR: "a folder lies there in place of a file"
    case ENXIO: "what lies there is not an ordinary file"
    case EMLINK: "the file has a second name somewhere else (a hard link)"
    case EINVAL where !isAboutFolder: "that cannot be the name of a file"
    case EBADMSG: "what stands at its end was not written by Masa"
    default: step == .lock ? "the folder cannot be locked" : "the disk did not do it"
    }
  }

  /// What is safe.
  private var safety: String {
    if isWritten {
      return "The new text stands in the file, but the disk has not confirmed it: until it does, "
        + "a power cut could bring the old text back."
    }
    if isTakenBackUnsurely {
      return
        "It was taken back, and what was saved before is there as it was, but the disk has not "
        + "confirmed that: a power cut now could bring the change back. Look with masa history whether "
        + "it is there before you enter it again."
    }
    return switch step {
    case .open, .list, .lock, .read: "Nothing was changed."
    default: "Nothing was changed: what was saved before is still there as it was."
    }
  }

  /// What to do now.
  private func advice(_ contact: String) -> String {
    switch code {
    case EAGAIN where step == .lock:
      "Try again in a moment; if it stays so, ask \(holder == nil ? "who else works here" : "them")"
        + " to finish, or the administrator of this server to look at that process."
    case ENOSPC, EDQUOT:
      "Ask the administrator of this server to make room, then try again."
    case EROFS:
      "Ask the administrator of this server why the disk is read-only, then try again."
    case EACCES, EPERM:
      "Ask \(contact), or somebody who may change it."
    case EIO:
      "Tell the administrator of this server at once: the disk may be failing."
    case ENOENT, ENOTDIR, ESTALE:
      "Ask the administrator of this server where the folder has gone, and open it again."
    case EMFILE, ENFILE, ENOMEM:
      "Close what is not needed, wait a moment and try again."
    case ELOOP, EISDIR, ENXIO, EMLINK:
      "Ask the administrator of this server to put the file itself in its place, then try again."
    case EFBIG where step == .read, EBADMSG:
      "Everything else goes on. Ask the administrator of this server to mend it: masa journal verify "
        + "says what is wrong and what to do."
    case EFBIG:
      "Ask the administrator of this server to raise the limit, then try again."
    case E2BIG:
      "Try it again in several parts, such as the figures of one year or of one agency at a time."
    case ENAMETOOLONG, EINVAL:
      "Choose another name and try again."
    default:
      "Try again; if it stays so, show this message to the administrator of this server."
    }
  }

  /// The last three places of the path.
  private var shortPath: String {
    let parts = path.split(separator: "/")
    return parts.count <= 3 ? path : ".../" + parts.suffix(3).joined(separator: "/")
  }

  private var systemWords: String { String(cString: strerror(code)) }
}
