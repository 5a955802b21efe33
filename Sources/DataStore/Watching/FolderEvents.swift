import CPosix
import Glibc

/// Word from the system about what changes in the folders of a data folder (inotify).
///
/// One thread uses it at a time.
final class FolderEvents: @unchecked Sendable {
  /// Readable when something has happened.
  let descriptor: Int32
  /// Whether the data folder itself has gone from where it lay.
  private(set) var isLost = false
  private let path: String
  /// The folders by the numbers that the system gives them.
  private var folders: [Int32: String] = [:]

  private static let wanted =
    UInt32(IN_MOVED_TO | IN_CLOSE_WRITE | IN_CREATE | IN_DELETE)
    | UInt32(IN_MOVED_FROM | IN_ATTRIB | IN_DELETE_SELF | IN_MOVE_SELF)

  /// Asks the system for word; nil, with the reason in `errno`, where it is not to be had.
  init?(of path: String) {
    self.path = path
    descriptor = inotify_init1(Int32(IN_NONBLOCK | IN_CLOEXEC))
    guard descriptor >= 0, watchAll() != nil else { return nil }
  }

  deinit {
    let code = errno
    if descriptor >= 0 { close(descriptor) }
    errno = code
  }

  /// Every folder that is watched, by its path in the data folder.
  var all: Set<String> { Set(folders.values) }

  /// Takes what has happened since the last time; answers whether there was any word at all.
  func take(into news: inout WatchNews) -> Bool {
    var hasWord = false
    var isRearranged = false
    withUnsafeTemporaryAllocation(byteCount: 16_384, alignment: 8) { buffer in
      while true {
        let count = uninterrupted { read(descriptor, buffer.baseAddress, buffer.count) }
        guard count > 0 else { break }
        hasWord = true
        var rest = UnsafeRawBufferPointer(rebasing: buffer[..<count])
        while let event = Event(&rest) { note(event, &news, &isRearranged) }
      }
    }
    if isRearranged {
      guard let appeared = watchAll() else {
        isLost = true
        news.folders.formUnion(all)
        return true
      }
      news.folders.formUnion(appeared)
    }
    return hasWord
  }

  private func note(_ event: Event, _ news: inout WatchNews, _ isRearranged: inout Bool) {
    if event.tells(IN_Q_OVERFLOW) {
      news.folders.formUnion(all)
      isRearranged = true
    }
    guard let folder = folders[event.watch] else { return }
    if event.tells(IN_IGNORED) {
      folders[event.watch] = nil
    } else if event.tells(IN_DELETE_SELF | IN_MOVE_SELF | IN_UNMOUNT) {
      news.folders.insert(folder)
      isRearranged = true
      if folder.isEmpty { isLost = true }
    } else if event.name.isEmpty {
      news.folders.insert(folder)
    } else if event.name.first == UInt8(ascii: ".") {
      return
    } else if event.tells(IN_ISDIR) {
      news.folders.insert(folder)
      isRearranged = true
    } else if event.name.suffix(5).elementsEqual(".json".utf8) {
      news.folders.insert(folder)
    } else if event.name.elementsEqual(journalName.utf8) {
      news.journals.insert(folder)
    }
  }

  /// Watches every folder there is now and no other; answers those that are new.
  ///
  /// Nil, with the reason in `errno`, when the system does not give word of all of them.
  private func watchAll() -> Set<String>? {
    let before = all
    let listing: FolderListing
    do throws(FolderError) {
      listing = try FolderListing(path: path)
    } catch {
      errno = ENOENT
      return nil
    }
    var watched: [Int32: String] = [:]
    for folder in listing.folders {
      let place = "\(path)/\(folder.isEmpty ? "." : folder)"
      let flags = UInt32(IN_ONLYDIR | IN_DONT_FOLLOW | IN_EXCL_UNLINK)
      let watch = inotify_add_watch(descriptor, place, Self.wanted | flags)
      if watch >= 0 {
        watched[watch] = folder
      } else if folder.isEmpty || errno == ENOSPC || errno == ENOMEM {
        return nil
      }
    }
    for watch in folders.keys where watched[watch] == nil {
      inotify_rm_watch(descriptor, watch)
    }
    folders = watched
    return all.subtracting(before)
  }
}

/// What has been heard since the last report.
struct WatchNews: Sendable {
  /// The folders in which a document or a folder has changed.
  var folders: Set<String> = []
  /// The folders to whose journal something was added: their documents are going to follow.
  var journals: Set<String> = []
}

/// One word of the system, as it lies in memory: watch, what, a number, length of the name, name.
private struct Event {
  let watch: Int32
  private let mask: UInt32
  /// The name of the file or folder; empty when the watched folder itself is meant.
  let name: UnsafeRawBufferPointer.SubSequence

  /// Takes the first word out of many; nil when there is none left.
  init?(_ rest: inout UnsafeRawBufferPointer) {
    let head = MemoryLayout<inotify_event>.size
    guard rest.count >= head else { return nil }
    let event = rest.loadUnaligned(as: inotify_event.self)
    let end = head + Int(event.len)
    guard rest.count >= end else { return nil }
    watch = event.wd
    mask = event.mask
    name = rest[head..<end].prefix { $0 != 0 }
    rest = UnsafeRawBufferPointer(rebasing: rest[end...])
  }

  func tells(_ what: Int32) -> Bool { mask & UInt32(what) != 0 }
}
