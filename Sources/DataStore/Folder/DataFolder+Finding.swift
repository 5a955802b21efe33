import Glibc
import JSONDocument
package import Safeguarding

/// A record that was found by its id, without reading the whole data folder.
package struct FoundRecord<R: Entity>: Sendable {
  /// The record.
  package let record: R
  /// The file that holds it, by its path in the data folder.
  package let document: String
  /// The record exactly as the file spells it, with what Masa does not know of.
  package let spelled: StoredValue
}

/// Why a record could not be found, as a sentence that says what to do now.
package struct FindingError: Error, Hashable, Sendable {
  /// What was looked for, why it was not found, and what to do.
  package let sentence: String
}

extension DataFolder {
  /// The day that the workspace is pinned to, found without reading anything else of it.
  package var pinnedDay: CalendarDate? {
    guard case .bytes(let bytes) = FileBytes.read("\(path)/workspace.json"),
      case .success(let document) = Result(catching: { try JSONDocument(bytes: bytes) })
    else { return nil }
    return document.root["asOf"]?.string.flatMap { CalendarDate(iso: $0) }
  }

  /// A file of the data folder, by its path in it.
  package typealias File = (path: String, bytes: [UInt8])

  /// The record of a kind with an id.
  ///
  /// Only the files that may hold it are read, and only those that name the id are understood.
  /// - Throws: ``FindingError`` when there is none or more than one, or its file is damaged or closed.
  package func find<R: Entity>(
    _ type: R.Type, id: String
  ) throws(FindingError) -> FoundRecord<R> {
    let kinds = DocumentKind.all.filter { $0.stored.contains { $0.kind == R.kind } }
    let read = try files(of: kinds)
    let link = RecordID(R.kind, id)
    var all: [FoundRecord<R>] = []
    for file in read.files where file.bytes.contains(inQuotes: id) {
      if let found: FoundRecord<R> = try Self.record(link, in: file) { all.append(found) }
    }
    if let found = try original(among: all) { return found }
    // An id may be spelled with escapes: then its file was passed over.
    for file in read.files where file.bytes.contains(UInt8(ascii: "\\")) {
      do {
        if let found: FoundRecord<R> = try Self.record(link, in: file) { return found }
      } catch {
        // Whether a damaged file holds the record cannot be known; masa check names it.
        continue
      }
    }
    throw notFound(link, among: read)
  }

  /// The record that counts among those with one id; nil where there is none.
  ///
  /// - Throws: ``FindingError`` when it stands only in the copy of a folder, or none is the original.
  private func original<R: Entity>(
    among all: [FoundRecord<R>]
  ) throws(FindingError) -> FoundRecord<R>? {
    if all.isEmpty { return nil }
    let ownIDs = ownIDs(of: all.map(\.document))
    let isSure = all.count == 1 && ownIDs.allSatisfy { DocumentKind.found($0)?.name == $1 }
    let copied = isSure ? [] : copiedFolders()
    let counting = all.filter { !copied.contains(folderPath(of: $0.document)) }
    let ranked = counting.map { found in
      let isAtHome = found.record.ownDocument.map { $0 == found.document } ?? true
      return (rank: OriginalRank(found.document, ownIDs, isAtHome: isAtHome), found: found)
    }.sorted { $0.rank < $1.rank }
    if ranked.count > 1, ranked[1].rank.isAsGood(as: ranked[0].rank) {
      let places = counting.map(\.document).joined(separator: " and ")
      throw FindingError(
        sentence:
          "More than one \(R.kind.title.lowercased()) has the id \"\(all[0].record.id)\", in \(places); "
          + "nothing was changed. Give one of them another id there, or ask who did this.")
    }
    if let first = ranked.first { return first.found }
    throw FindingError(
      sentence:
        "The \(R.kind.title.lowercased()) \"\(all[0].record.id)\" stands only in "
        + "\(folderPath(of: all[0].document)), which is a copy of another folder and counts nowhere; "
        + "nothing was changed. Move it to the original by hand, or take the copy away.")
  }

  /// The files of some kinds whose bytes hold an id in quotes, in the order of their paths.
  ///
  /// - Throws: ``FindingError`` when there is no such data folder.
  package func documents(
    mentioning id: String, under kinds: [DocumentKind]
  ) throws(FindingError) -> [File] {
    try files(of: kinds).files.filter { $0.bytes.contains(inQuotes: id) }
  }

  /// A workspace of nothing but some kinds of records, with whatever else their files hold.
  ///
  /// References to other kinds lead nowhere in it, and its faults say nothing about the folder.
  /// - Throws: ``FindingError`` when there is no such data folder.
  package func records(of kinds: [RecordKind]) throws(FindingError) -> Workspace {
    let documents = DocumentKind.all.filter { kind in
      kind.stored.contains { kinds.contains($0.kind) }
    }
    // Which of several files is the original shows in what their folders are named after.
    let folders = documents.filter(\.liesInOwnFolder).map { folderPath(of: $0.path) }
    let owns = DocumentKind.all.filter { kind in
      kind.recordKind != nil && folders.contains(folderPath(of: kind.path))
        && !documents.contains { $0.path == kind.path }
    }
    return WorkspaceReader(files: try files(of: documents + owns).files).read()
  }

  /// A workspace of nothing but the files with these paths; one that is not there is left out.
  package func records(inFiles paths: [String]) -> Workspace {
    let files = paths.compactMap { file -> File? in
      if case .bytes(let bytes) = FileBytes.read(path + "/" + file) { (file, bytes) } else { nil }
    }
    return WorkspaceReader(files: files).read()
  }

  /// What could be read of some kinds of files, in the order of their paths, and what could not.
  private struct FilesRead {
    var files: [File] = []
    /// The folders that are closed to the reader.
    var closed: [String] = []
    /// The files and folders that could not be read for another reason, each with it.
    var unread: [String] = []
  }

  private static func record<R: Entity>(
    _ link: RecordID, in file: File
  ) throws(FindingError) -> FoundRecord<R>? {
    do throws(StoredDocumentError) {
      let document = try StoredDocument(file.path, bytes: file.bytes)
      guard let spelled = try document.spelled(link, field: nil),
        let record = R.read(from: StoredSource(spelled))
      else { return nil }
      return FoundRecord(record: record, document: file.path, spelled: spelled)
    } catch {
      throw FindingError(
        sentence: "\(error.reason) Nothing was changed. Look at it with: masa check")
    }
  }

  private func files(of kinds: [DocumentKind]) throws(FindingError) -> FilesRead {
    guard access(path, F_OK) == 0 else {
      throw FindingError(sentence: FolderError.missing(path).description)
    }
    var read = FilesRead()
    let all = kinds.flatMap { paths(matching: $0.path, &read) }.sorted()
    let leftOut = bounds.leavingOut(all) { FileFacts("\(path)/\($0)")?.size ?? 0 }
    for file in all {
      if leftOut.contains(file) {
        read.unread.append("\(file) (the data folder holds too much)")
        continue
      }
      switch FileBytes.read(path + "/" + file) {
      case .bytes(let bytes): read.files.append((file, bytes))
      case .closed: read.closed.append(folderPath(of: file))
      case .missing: continue
      case .refused(let reason): read.unread.append("\(file) (\(reason))")
      case .leftOut: continue
      case .tooLarge(let bytes): read.unread.append("\(file) (it has \(bytes) bytes)")
      }
    }
    return read
  }

  /// The paths that a pattern with one `*` in it may mean.
  private func paths(matching pattern: String, _ read: inout FilesRead) -> [String] {
    guard let star = pattern.firstIndex(of: "*") else { return [pattern] }
    let folder = String(pattern[..<star].dropLast())
    let tail = pattern[pattern.index(after: star)...]
    do throws(StorageFailure) {
      let names = try FolderEntry.all(in: "\(path)/\(folder)").filter { !$0.isHidden }.map(\.name)
      if tail.hasPrefix("/") { return names.map { "\(folder)/\($0)\(tail)" } }
      return names.filter { $0.hasSuffix(tail) }.map { "\(folder)/\($0)" }
    } catch {
      switch error.code {
      case ENOENT: break
      case EACCES: read.closed.append(folder)
      default: read.unread.append("\(folder) (\(String(cString: strerror(error.code))))")
      }
      return []
    }
  }

  private func notFound(_ link: RecordID, among read: FilesRead) -> FindingError {
    let kind = link.kind.title.lowercased()
    let known = Self.ids(of: link.kind, in: read.files)
    let near = link.id.utf8.count > 100 ? nil : nearest(to: link.id, among: known)
    let hidden =
      read.closed.isEmpty
      ? ""
      : " It may lie in a folder that is closed to you: \(read.closed.joined(separator: ", "))."
    let unread =
      read.unread.isEmpty
      ? "" : " It may stand in what cannot be read now: \(read.unread.joined(separator: ", "))."
    let shown = link.id.count <= 100 ? link.id : link.id.prefix(97) + "..."
    return FindingError(
      sentence: "There is no \(kind) with the id \"\(shown)\"; nothing was changed."
        + (near.map { " Did you mean \"\($0)\"?" } ?? "") + hidden + unread)
  }

  /// The ids of a kind in every file that is not damaged.
  private static func ids(of kind: RecordKind, in files: [File]) -> [String] {
    var ids: [String] = []
    for file in files {
      guard case .success(let read) = Result(catching: { try JSONDocument(bytes: file.bytes) })
      else { continue }
      for stored in DocumentKind.of(file.path)?.stored ?? [] where stored.kind == kind {
        guard let list = stored.list else {
          ids += [read.root["id"]?.string].compactMap(\.self)
          continue
        }
        ids += read.root[list]?.elements.compactMap { $0["id"]?.string } ?? []
      }
    }
    return ids
  }
}

extension [UInt8] {
  /// Whether a text stands somewhere in these bytes with quotes around it.
  ///
  /// It looks at the last byte of each place first, and leaps by how far that byte stands from the end
  /// of the text: most bytes are never looked at.
  func contains(inQuotes text: String) -> Bool {
    let wanted = [UInt8(ascii: "\"")] + text.utf8 + [UInt8(ascii: "\"")]
    var leaps = [Int](repeating: wanted.count, count: 256)
    for (index, byte) in wanted.dropLast().enumerated() {
      leaps[Int(byte)] = wanted.count - 1 - index
    }
    return withUnsafeBufferPointer { bytes in
      var end = wanted.count - 1
      while end < bytes.count {
        let last = bytes[end]
        if last == wanted[wanted.count - 1],
          bytes[(end - wanted.count + 1)...end].elementsEqual(wanted)
        {
          return true
        }
        end += leaps[Int(last)]
      }
      return false
    }
  }
}
