public import JSONDocument
import Letters
public import Safeguarding

/// Warns of every text or number in a document that may tell who a child is.
///
/// It looks for NHS numbers, unique pupil numbers, full postcodes, dates of birth, and names with the age
/// of a child. A warning names the place and never repeats what stands there. Of each file the first hundred are told.
/// - Parameters:
///   - document: The file as parsed.
///   - file: Its path in the data folder.
/// - Returns: The warnings, in the order of their places.
public func personalDataWarnings(in document: JSONDocument, file: String) -> [Fault] {
  var scan = PersonalDataScan()
  scan.look(at: document.root, key: nil)
  let lines = document.lineIndex
  return scan.findings.all.map { finding in
    finding.fault(in: file, at: lines.location(atByte: finding.offset))
  }
}

extension DataFolder {
  /// Warns of every text or number in the folder's files that may tell who a child is.
  ///
  /// A file that cannot be read or parsed is left out: ``read()`` reports it.
  public func personalDataWarnings() throws(FolderError) -> [Fault] {
    var faults: [Fault] = []
    for file in try FolderListing(path: path).files {
      guard case .bytes(let bytes) = FileBytes.read(path + "/" + file),
        case .success(let document) = Result(catching: { try JSONDocument(bytes: bytes) })
      else { continue }
      faults += DataStore.personalDataWarnings(in: document, file: file)
    }
    return faults
  }
}

/// Walks a document and keeps what it finds.
private struct PersonalDataScan {
  var findings = Findings()

  mutating func look(at value: JSONValue, key: String?) {
    switch value.kind {
    case .object: for member in value.members { look(at: member.value, key: member.key) }
    case .array: for element in value.elements { look(at: element, key: key) }
    case .string: if let text = value.string { look(at: text, key: key, of: value) }
    case .number: look(at: value.spelling, key: nil, of: value)
    case .boolean, .null: break
    }
  }

  private mutating func look(at text: String, key: String?, of value: JSONValue) {
    for kind in PersonalDataKind.found(in: text, called: key.map { inWords($0) } ?? "") {
      findings.report(
        .warning, at: value.byteRange.lowerBound,
        { "Here stands what may be \(kind.title)." },
        hint: {
          "Take it out if it tells who a child is: this folder is for governance, "
            + "and no child's details belong in it."
        })
    }
  }
}
