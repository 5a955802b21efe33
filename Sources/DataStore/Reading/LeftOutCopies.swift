import Safeguarding

/// What is left out of a data folder as it stands elsewhere already, and what is said of it.
struct LeftOutCopies {
  /// The files of which nothing counts.
  private(set) var files: Set<String> = []
  /// The folders of which nothing counts.
  private var folders: Set<String> = []
  /// The files that keep records which others hold as well, by the kind's name and the id.
  private(set) var homes: [String: [String: String]] = [:]
  /// One fault for each folder or file that is left out as a whole.
  private(set) var faults: [Fault] = []

  /// Whether nothing is left out.
  var isEmpty: Bool { files.isEmpty && folders.isEmpty && homes.isEmpty }

  /// Whether a file, a folder or what is told of it is left out.
  func covers(_ file: String) -> Bool {
    if files.contains(file) || folders.contains(file) { return true }
    if folders.isEmpty { return false }
    var folder = folderPath(of: file)
    while !folder.isEmpty {
      if folders.contains(folder) { return true }
      folder = folderPath(of: folder)
    }
    return false
  }

  /// Leaves out the copies of files that hold one record each, and of the folders around them.
  mutating func leaveOut(_ copies: [(copy: OwnFile, original: OwnFile)]) {
    for (copy, _) in copies {
      if copy.hasFolder { folders.insert(copy.place) } else { files.insert(copy.file) }
    }
  }

  /// Leaves out a record that stands in a better file already.
  mutating func leaveOut(_ kind: RecordKind, _ id: String, keptBy file: String) {
    if !id.isEmpty { homes[kind.name, default: [:]][id] = file }
  }

  /// Leaves out a list of records that all stand in other files already.
  mutating func leaveOut(list file: String, of records: Int, keptBy original: String) {
    files.insert(file)
    tell(
      file,
      "This file is a copy: each of its \(grouped(records)) records stands elsewhere as well, as in "
        + "\(original). What stands there is used, and the copy is left out everywhere.",
      kind: nil)
  }

  /// Tells of the copy of a record's own file or folder.
  ///
  /// - Parameters:
  ///   - copy: The copy, and the original.
  ///   - more: How many records stand in the copy only.
  mutating func tell(of copy: (copy: OwnFile, original: OwnFile), more: Int) {
    let (record, hasFolder) = (copy.copy.record, copy.copy.hasFolder)
    let rest =
      more == 0
      ? ""
      : " \(counted(more, "record")) in it \(more == 1 ? "stands" : "stand") nowhere else; move what "
        + "is needed to the original by hand."
    tell(
      hasFolder ? copy.copy.place + "/" : copy.copy.file,
      "This \(hasFolder ? "folder" : "file") is a copy of \(copy.original.place): both give the "
        + "\(record.kind.title.lowercased()) \"\(record.id)\". The original is used, and the copy is left "
        + "out everywhere.\(rest)", kind: record.kind)
  }

  private mutating func tell(_ file: String, _ message: String, kind: RecordKind?) {
    let kind = kind ?? DocumentKind.of(file)?.stored.first?.kind
    faults.append(
      Fault(
        .error, file: file, message: message,
        hint:
          "Nothing was changed. Keep copies outside the data folder; what is no copy needs an id "
          + "of its own.", recordKind: kind))
  }
}

extension WorkspaceReading {
  /// Finds what stands in several files, and declares the ids of everything else.
  ///
  /// - Parameter standIns: The ids of records that stand in for files which cannot be read.
  mutating func findCopies(_ standIns: DeclaredIDs) {
    declared = standIns
    var owns: [OwnFile] = []
    var ownIDs: [String: String] = [:]
    for context in contexts {
      guard let (kind, name) = DocumentKind.found(context.file), kind.recordKind != nil,
        let id = context.frames.first?.declared?.id,
        let own = OwnFile(kind, name: name, id: id)
      else { continue }
      owns.append(own)
      ownIDs[own.file] = id
    }
    for kind in DocumentKind.all {
      guard let recordKind = kind.recordKind else { continue }
      var names = standIns.ids(of: recordKind)
      // What is closed keeps its record, though nobody else can read it.
      names += owns.filter { own in
        own.record.kind == recordKind && closed.contains { isPlace($0, of: own.record.id, kind) }
      }.map(\.record.id)
      for name in Set(names).sorted() {
        guard let own = OwnFile(kind, name: name, id: name), ownIDs[own.file] == nil else {
          continue
        }
        owns.append(own)
        ownIDs[own.file] = name
      }
    }
    let copies = OwnFile.copies(among: owns)
    leftOut.leaveOut(copies)
    declareTheRest(ownIDs)
    for copy in copies { leftOut.tell(of: copy, more: recordsOnly(in: copy.copy.place)) }
  }

  private func isPlace(_ place: String, of id: String, _ kind: DocumentKind) -> Bool {
    let file = kind.path.replacing("*", with: id)
    return place == file || place == folderPath(of: file)
  }

  /// Declares the ids of all records that are not left out, those of originals first.
  private mutating func declareTheRest(_ ownIDs: [String: String]) {
    let order = contexts.indices.filter { !leftOut.covers(contexts[$0].file) }
      .map { index in
        let file = contexts[index].file
        return (rank: OriginalRank(file, ownIDs, isAtHome: isAtHome(file)), index: index)
      }
      .sorted { $0.rank < $1.rank }.map(\.index)
    var doubles = [[Double]](repeating: [], count: contexts.count)
    // What was numbered in a folder is that folder's, whoever else uses the number.
    for isNumbered in [true, false] {
      for index in order {
        let name = DocumentKind.found(contexts[index].file)?.name ?? ""
        for (number, frame) in contexts[index].frames.enumerated() {
          guard let (id, offset) = frame.declared, id.isNumber(in: name) == isNumbered,
            let first = declared.add(
              frame.kind, id, at: DeclaredIDs.Place(file: index, frame: number))
          else { continue }
          doubles[index].append(double(frame, id, offset, of: first))
        }
      }
    }
    for index in order where !doubles[index].isEmpty {
      leaveOut(doubles[index], of: contexts[index])
    }
  }

  /// A record whose id another one has.
  private struct Double {
    let frame: ReadingContext.Frame
    let id: String
    let offset: Int
    /// Where the other one stands: the file, and the place in it.
    let first: (file: String, place: String)
  }

  private func double(
    _ frame: ReadingContext.Frame, _ id: String, _ offset: Int, of first: DeclaredIDs.Earlier
  ) -> Double {
    switch first {
    case .standIn:
      let file =
        DocumentKind.all.first { $0.recordKind == frame.kind }?.path.replacing("*", with: id) ?? id
      return Double(frame: frame, id: id, offset: offset, first: (file, file))
    case .place(let place):
      let other = contexts[place.file]
      let its = other.frames[place.frame].declared?.offset ?? 0
      return Double(
        frame: frame, id: id, offset: offset, first: (other.file, other.place(of: its)))
    }
  }

  /// Leaves out the records of a file that others have the ids of, and tells of them.
  private mutating func leaveOut(_ doubles: [Double], of context: ReadingContext) {
    for double in doubles {
      leftOut.leaveOut(double.frame.kind, double.id, keptBy: double.first.file)
    }
    let elsewhere = doubles.filter { $0.first.file != context.file }
    let others = elsewhere.count(where: \.frame.isWhole)
    if others > 1, others == context.outermostCount {
      leftOut.leaveOut(list: context.file, of: others, keptBy: elsewhere[0].first.file)
      return
    }
    guard others > 1 else {
      for double in doubles { tell(of: double, in: context) }
      return
    }
    context.reportComparison(
      at: doubles[0].offset,
      "\(grouped(doubles.count)) records of this file have ids of other records, the first of them "
        + "here: \"\(doubles[0].id)\" stands at \(doubles[0].first.place) as well.",
      hint:
        "Those are used, and the \(grouped(doubles.count)) of this file are left out everywhere. "
        + "Take them out of it, or give them ids of their own.")
  }

  private func tell(of double: Double, in context: ReadingContext) {
    context.reportComparison(
      at: double.offset,
      "There are two records \"\(double.id)\" of the kind \(double.frame.kind.name); the other one is "
        + "at \(double.first.place).",
      hint:
        "Give one of them another id; the other one is used, and this one is left out everywhere.")
  }

  /// How many records in a folder or file that is left out stand nowhere else.
  private mutating func recordsOnly(in place: String) -> Int {
    var count = 0
    for context in contexts where context.file == place || context.file.hasPrefix(place + "/") {
      for frame in context.frames {
        if let id = frame.declared?.id, !declared.contains(frame.kind, id) { count += 1 }
      }
    }
    return count
  }
}

extension ReadingContext {
  /// How many records lie in no other one.
  fileprivate var outermostCount: Int { frames.count { $0.isWhole } }
}

extension String {
  /// Whether it is a number that was given in the folder with a name: "board-12" in "board".
  fileprivate func isNumber(in name: String) -> Bool {
    guard !name.isEmpty, utf8.count > name.utf8.count + 1, hasPrefix(name + "-") else {
      return false
    }
    return utf8.dropFirst(name.utf8.count + 1).allSatisfy { (0x30...0x39).contains($0) }
  }
}
