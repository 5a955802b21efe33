import Safeguarding

/// A folder of a data folder with the files in it, as it is taken to another store.
package struct MovedFolder: Sendable {
  /// Its path in the data folder.
  package let path: String
  /// The names of the documents in it.
  package let documents: [String]
  /// The names of the groups and accounts that may change it, and of those that may read it.
  package let writers: [String]
  package let readers: [String]
  /// Whether everybody with an account may read it.
  package let isReadByAll: Bool
}

extension DataFolder {
  /// Every folder with its documents, in the order of their paths.
  ///
  /// - Throws: ``FolderError`` where a part of it is closed to this account, or is left out, which would be lost on the way.
  package func moved() throws(FolderError) -> [MovedFolder] {
    let listing = try FolderListing(path: path, bounds: bounds)
    guard listing.closed.isEmpty, !listing.isPartial, listing.unlisted.isEmpty else {
      throw .unreadable(
        "Not all of \(path) can be read by this account (\(listing.closed.first ?? "it holds too much")), so it is not moved. "
          + "Nothing was changed. Let somebody move it who may read all of it.")
    }
    return listing.folders.map { folder in
      let rights = FolderRights(of: folder.isEmpty ? "\(path)/." : "\(path)/\(folder)")
      return MovedFolder(
        path: folder,
        documents: listing.files.filter { folderPath(of: $0) == folder }.map { file in
          folder.isEmpty ? file : String(file.dropFirst(folder.utf8.count + 1))
        },
        writers: rights?.grantees.writers ?? [], readers: rights?.grantees.readers ?? [],
        isReadByAll: rights?.isReadByAll ?? false)
    }
  }

  /// The bytes of a file or a journal of the folder, by its path in it; nil where there is none.
  package func bytes(of file: String) throws(FolderError) -> [UInt8]? {
    let read = DataFiles(in: OpenedFolders(root: path)).read(file)
    switch read {
    case .bytes(let bytes): return bytes
    case .missing: return nil
    default:
      throw .unreadable(
        "\(file) cannot be read (\(read.reason ?? "")). Nothing was changed. Mend that and try again."
      )
    }
  }

  /// The lines of a journal, without their line ends.
  ///
  /// - Throws: ``FolderError`` where it is not a chain that is whole from its beginning to its end.
  package func journalLines(
    of folder: String
  ) throws(FolderError) -> [(sequence: Int, hash: String, bytes: [UInt8])] {
    let file = documentPath(journalName, in: folder)
    guard let bytes = try bytes(of: file) else { return [] }
    var lines: [(sequence: Int, hash: String, bytes: [UInt8])] = []
    for piece in bytes.split(separator: Journal.lineEnd) {
      let last = lines.last
      guard let line = JournalLine(Array(piece), folder: folder, isBrief: true),
        line.previous == last?.hash ?? "", line.entry.id.sequence > last?.sequence ?? 0
      else {
        throw .unreadable(
          "Line \(lines.count + 1) of \(file) is not a whole line of its chain, so the journal is not moved. Nothing was "
            + "changed. masa journal verify says what is wrong and what to do.")
      }
      lines.append((line.entry.id.sequence, line.hash, Array(piece)))
    }
    return lines
  }
}
