package import Safeguarding

/// Where the folder of a record lies that is named after it, or was.
package enum OwnFolder: Hashable, Sendable {
  /// Its place in the data folder; nobody who may not read it can say that it is another record's.
  case place(String)
  /// A folder of that name is a copy of another one, with the id of the record that both hold.
  case copy(of: String, holding: String)
  /// A folder of that name is the one of another record.
  case other(holding: String)
  /// A folder of that name holds no record.
  case empty
  /// There is none; the ids of those that have one.
  case missing(known: [String])
}

extension DataFolder {
  /// The folder of the record of a kind with an id.
  ///
  /// Only the files after which folders are named are read: the one with the name first, the others where
  /// it says something else or is not there.
  package func ownFolder(of kind: RecordKind, _ id: String) -> OwnFolder {
    guard let home = DocumentKind.all.first(where: { $0.recordKind == kind && $0.liesInOwnFolder })
    else { return .missing(known: []) }
    let isName = isFileName(id) && !id.hasPrefix(".") && id.utf8.count <= 255
    let file = home.path.replacing("*", with: id)
    let named = isName ? ownID(in: file) : nil
    // What cannot be read stands for the record that its folder is named after.
    if let named, named == nil || named == id { return .place(folderPath(of: file)) }
    let folder = folderPath(of: folderPath(of: home.path))
    let names = FolderEntry.visibleNames(in: "\(path)/\(folder)")
    let owns = names.compactMap { name in
      ownID(in: home.path.replacing("*", with: name)).flatMap { found in
        OwnFile(home, name: name, id: found ?? name)
      }
    }
    let copies = Set(OwnFile.copies(among: owns).map(\.copy.place))
    let originals = owns.filter { !copies.contains($0.place) }
    if let own = originals.first(where: { $0.record.id == id }) { return .place(own.place) }
    if let holding = named ?? nil {
      let original = originals.first { $0.record.id == holding }
      guard let original, copies.contains(folderPath(of: file)) else {
        return .other(holding: holding)
      }
      return .copy(of: original.place, holding: holding)
    }
    if isName, names.contains(id) { return .empty }
    return .missing(known: Set(originals.map(\.record.id)).sorted())
  }
}
