import Glibc
import JSONDocument
import Safeguarding

/// Builds a workspace from one file after the other, then checks what they say of one another.
struct WorkspaceReading: Sendable {
  private var workspace = Workspace()
  private(set) var contexts: [ReadingContext] = []
  var declared = DeclaredIDs()
  /// What a file that cannot be read would hold: naming such a record is no fault of its own.
  var unread: Set<RecordKind> = []
  /// The folders and files that are not open to the person who reads.
  private(set) var closed: [String] = []
  /// What stands elsewhere already.
  var leftOut = LeftOutCopies()
  /// What the same file gave before, as long as it is read again.
  private var earlier: Workspace?

  /// Nothing has been read yet; what says the same as it did before is taken from there.
  init(sharing earlier: WorkspaceReading? = nil) { self.earlier = earlier?.workspace }

  /// Reads one file, named by its path in the data folder.
  mutating func read(_ file: String, bytes: FileBytes) {
    guard let (kind, name) = DocumentKind.found(file) else {
      if file.hasSuffix("/") {
        fault(
          file, "The folder may not be read.",
          hint: "Ask the administrator of this server who may read it.")
      } else {
        warn(
          file, "No kind of file has this name; it is kept but not shown.",
          hint: "Check the spelling of the file and of its folder.")
      }
      return
    }
    switch bytes {
    case .closed:
      close(file)
      return
    case .missing:
      fault(
        file, "The file was taken away while the folder was read.",
        hint: "Read the folder again; if the file stays away, restore it from a backup.")
    case .refused(let reason):
      fault(
        file, "The file cannot be read: \(reason).",
        hint: "Ask the administrator of this server, or restore the file from a backup.")
    case .tooLarge(let count):
      fault(
        file,
        "The file has \(grouped(count)) bytes; at most \(grouped(JSONDocument.maximumByteCount)) are "
          + "read, so nothing of it is shown.",
        hint:
          "Nothing was changed. Keep a copy of it elsewhere, and take out of it what is long finished "
          + "or does not belong into it.")
    case .leftOut:
      fault(
        file, "The data folder holds more than is read of it, so nothing of this file is shown.",
        hint: "Nothing was changed. See what is said of the folder in which it lies.")
    case .bytes(let bytes):
      do throws(JSONSyntaxError) {
        let document =
          try ReadingContext.isLarge(bytes)
          ? JSONDocument(folding: bytes) : JSONDocument(bytes: bytes)
        let context = ReadingContext(file: file, document: document, earlier: earlier)
        contexts.append(context)
        kind.read(JSONSource(value: document.root, context: context), &workspace)
        // Who names a record that was not read names nothing that is missing.
        if context.isCut { unread.formUnion(kind.recordKinds) }
        if document.root.kind == .object { return }
      } catch {
        workspace.faults.append(
          Fault(
            .error, file: file, line: error.location.line, column: error.location.column,
            message: error.message, hint: error.hint, recordKind: kind.recordKind,
            recordID: kind.recordKind == nil ? nil : name))
      }
    }
    kind.mark(name, &workspace)
    unread.formUnion(kind.recordKinds)
    if let recordKind = kind.recordKind { declared.addStandIn(recordKind, name) }
  }

  /// Whether the records of a file belong into it, as they say themselves.
  func isAtHome(_ file: String) -> Bool { workspace.isAtHome(file) }

  /// Notes that a folder or file is not open to the person who reads: what it holds is not missing.
  mutating func close(_ path: String) {
    closed.append(path)
    for kind in DocumentKind.all where kind.lies(in: path) { unread.formUnion(kind.recordKinds) }
  }

  /// Keeps what was read for more than one workspace, in little memory.
  mutating func keep() {
    earlier = nil
    workspace.forgetLookups()
    for context in contexts { context.keep() }
  }

  /// Lets go of what only comparing files asks for: what was read is being read again.
  func release() {
    for context in contexts { context.release() }
  }

  /// Tells of what is not read.
  mutating func tell(of entry: SkippedEntry) {
    if entry.holdsRecords {
      fault(entry.path, entry.message, hint: entry.hint)
    } else {
      warn(entry.path, entry.message, hint: entry.hint)
    }
  }

  /// Tells of files that are not read, as all of them together are too much.
  mutating func tell(of part: LeftOutFiles.Part, _ bounds: FolderBounds) {
    for kind in DocumentKind.all where kind.lies(in: part.folder) {
      unread.formUnion(kind.recordKinds)
    }
    fault(
      part.folder.isEmpty ? FormatVersion.file : part.folder + "/",
      "\(counted(part.files, "file")) \(part.folder.isEmpty ? "at the top of the data folder" : "here") with "
        + "\(grouped(part.bytes)) bytes \(part.files == 1 ? "is" : "are") not read: of a data folder "
        + "\(grouped(bounds.bytes)) bytes in \(grouped(bounds.files)) files are read, and the folder that "
        + "holds most is left out first.",
      hint:
        "Nothing was changed, and everything else goes on. Take out what is long finished or does not "
        + "belong here, and ask the administrator of this server who put it here.")
  }

  /// Tells of files that were not even looked at, as there are too many in one folder.
  mutating func tell(ofUnlisted count: Int, in folder: String) {
    fault(
      folder.isEmpty ? FormatVersion.file : folder + "/",
      "There are \(grouped(count)) more files and folders here than are looked at.",
      hint:
        "Nothing was changed, and everything else goes on. Take out what does not belong here, and ask "
        + "the administrator of this server who put it here.")
  }

  /// Tells that the folder is written in another version of the file format.
  mutating func tell(ofVersion sentence: String) {
    warn(FormatVersion.file, sentence, hint: "Everything can be read meanwhile.")
  }

  /// Tells that the journal of a folder cannot be read; everything in the other folders goes on.
  mutating func tell(ofJournalIn folder: String, _ failure: StorageFailure) {
    let file = documentPath(journalName, in: folder)
    let place = folder.isEmpty ? "at the top of the data folder" : "in \(folder)"
    // Who may read the files and not the journal misses nothing else.
    if failure.code == EACCES {
      warn(
        file, "The journal is closed to you: history leaves out what was changed \(place).",
        hint: "Nothing can be saved there by you. Ask the administrator of this server.")
    } else {
      fault(
        file, "The journal cannot be read: \(failure.reason).",
        hint:
          "Nothing can be saved \(place) until it is mended, and history leaves it out; everything "
          + "else goes on. Ask the administrator of this server; masa journal verify says what to do."
      )
    }
  }

  /// Tells that the chain of a folder's journal is broken.
  mutating func tell(ofBreakIn folder: String, _ sentence: String) {
    let file = documentPath(journalName, in: folder)
    if workspace.faults.contains(where: { $0.file == file && $0.message == sentence }) { return }
    warn(
      file, sentence,
      hint:
        "What is shown stands in the files. Who changed what may be wrong: the administrator compares "
        + "it with a backup, or with: masa journal verify --since the list kept of masa journal heads."
    )
  }

  /// Adds what was read of later files.
  mutating func join(_ later: [WorkspaceReading]) {
    workspace.join(later.map(\.workspace))
    for reading in later {
      contexts += reading.contexts
      unread.formUnion(reading.unread)
      closed += reading.closed
      declared.join(reading.declared)
    }
  }

  /// Checks ids and references, and hands out the workspace.
  mutating func finish() -> Workspace {
    var agreement: Agreement?
    return finish(&agreement)
  }

  /// Checks ids and references, and hands out the workspace.
  ///
  /// The agreement is what the files agreed on before, so that only what is new has to be checked;
  /// then what they agree on now, where they were kept.
  mutating func finish(_ agreement: inout Agreement?) -> Workspace {
    for context in contexts { context.forgetComparisons() }
    if !unread.isEmpty || agreement?.includes(contexts) != true {
      compare()
      agreement = unread.isEmpty && leftOut.isEmpty ? Agreement(contexts, declared) : nil
    }
    for context in contexts where !leftOut.covers(context.file) {
      workspace.faults += context.faults()
    }
    if !leftOut.isEmpty {
      workspace.leaveOut(leftOut.covers, keeping: leftOut.homes)
      workspace.faults.removeAll { leftOut.covers($0.file) }
      workspace.faults += leftOut.faults
    }
    if workspace.lacksRules, !unread.contains(Rule.kind) {
      warn(
        "rules.json", "There are no rules, so no clock runs for the reviews in this folder.",
        hint: "Add rules.json with what the guidance asks for; masa init lays one to copy.")
    }
    workspace.faults.sort {
      ($0.severity, $0.file, $0.line, $0.column) < ($1.severity, $1.file, $1.line, $1.column)
    }
    contexts = []
    return workspace
  }

  /// Leaves out what has an id that is taken, and reports it and references that lead nowhere.
  private mutating func compare() {
    declared.look(in: contexts)
    let standIns = declared
    if hasDoubles() || !closed.isEmpty { findCopies(standIns) }
    warnOfLookAlikes()
    var suggestions = IDSuggestions()
    for context in contexts where !leftOut.covers(context.file) {
      let lost = context.mentions.named.indices.filter { name in
        let named = context.mentions.named[name]
        return !unread.contains(named.kind) && !declared.answers(named.kind, named.id)
      }
      if lost.isEmpty { continue }
      for mention in context.mentions.all(of: Set(lost)) {
        let kind = mention.kind.title.lowercased()
        context.reportComparison(
          at: mention.offset, "There is no \(kind) with the id \"\(mention.id)\".",
          hint: suggestions.nearest(to: mention, in: declared).map { "Did you mean \"\($0)\"?" }
            ?? "Add the \(kind), or name another one.")
      }
    }
  }

  /// Declares the ids of all records; answers whether one is given twice.
  private mutating func hasDoubles() -> Bool {
    var hasDoubles = false
    for (file, context) in contexts.enumerated() {
      for (number, frame) in context.frames.enumerated() {
        guard let id = frame.declared?.id else { continue }
        let place = DeclaredIDs.Place(file: file, frame: number)
        if declared.add(frame.kind, id, at: place) != nil { hasDoubles = true }
      }
    }
    return hasDoubles
  }

  /// Warns of ids that look like others; they are all declared by now.
  private mutating func warnOfLookAlikes() {
    var alikes = LookAlikes()
    for context in contexts where !leftOut.covers(context.file) {
      for frame in context.frames {
        guard let (id, offset) = frame.declared,
          let trouble = alikes.trouble(with: id, of: frame.kind, in: &declared)
        else { continue }
        context.reportComparison(
          .warning, at: offset, trouble.message,
          hint: trouble.other == nil
            ? "Write it with the letters of one alphabet, wherever it is named."
            : "Give one of them another id, wherever it is named.")
      }
    }
  }

  private mutating func fault(_ file: String, _ message: String, hint: String) {
    workspace.faults.append(Fault(.error, file: file, message: message, hint: hint))
  }

  private mutating func warn(_ file: String, _ message: String, hint: String) {
    workspace.faults.append(Fault(.warning, file: file, message: message, hint: hint))
  }
}

extension Workspace {
  /// Whether reviews have dates that start a clock, and no rule says which.
  fileprivate var lacksRules: Bool {
    rules.all.isEmpty
      && reviews.all.contains {
        $0.incidentKnownOn != nil || $0.notifiedOn != nil || $0.decidedOn != nil
      }
  }
}
