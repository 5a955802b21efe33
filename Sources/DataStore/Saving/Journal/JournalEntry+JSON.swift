import JSONDocument
import Safeguarding

extension JournalEntry {
  /// A line of a journal up to its own hash, without the bracket that closes it.
  ///
  /// An import is one line, so its changes are written one after the other.
  func line(
    heads: [(key: String, value: Int)], breaks: [String], previous: String
  ) -> [UInt8] {
    typealias Member = JSONLiteral.Member
    let head = [
      Member("sequence", .integer(id.sequence)),
      Member("at", .string(JournalTime(seconds: time).text)),
      Member("uid", .integer(userID)), Member("user", .string(user)),
      Member("title", .string(title)),
    ]
    var members: [Member] = []
    if let undoes { members.append(Member("undoes", .string(undoes.description))) }
    if let partOf { members.append(Member("partOf", .string(partOf.description))) }
    if !parts.isEmpty {
      members.append(Member("parts", .array(parts.map { .string($0.description) })))
    }
    if !heads.isEmpty {
      members.append(Member("heads", .object(heads.map { Member($0.key, .integer($0.value)) })))
    }
    if !breaks.isEmpty { members.append(Member("breaks", .array(breaks.map { .string($0) }))) }
    members.append(Member("previous", .string(previous)))
    var bytes = Array(JSONLiteral.object(head).write().utf8.dropLast())
    bytes += Array(#","changes":["#.utf8)
    PackedChanges.write(changes, to: &bytes)
    bytes += Array("],".utf8)
    bytes += Array(JSONLiteral.object(members).write().utf8.dropFirst().dropLast())
    return bytes
  }
}

extension JournalEntry {
  /// The numbers that entries have: one that is larger was never counted up to.
  static let sequences = 1...(1 << 53)

  /// Reads a line of a folder's journal; nil when it does not say what an entry must say.
  ///
  /// - Parameters:
  ///   - line: The line.
  ///   - folder: The folder.
  ///   - isBrief: Whether its changes tell only which files they are of, each once.
  init?(_ line: JSONValue, folder: String, isBrief: Bool = false) {
    guard let sequence = line["sequence"]?.integer, Self.sequences.contains(sequence),
      let time = line["at"]?.string.flatMap({ JournalTime($0) }),
      let userID = line["uid"]?.integer, let user = line["user"]?.string,
      let title = line["title"]?.string, let written = line["changes"], written.kind == .array
    else { return nil }
    var changes: [Change] = []
    var documents: Set<String> = []
    for value in written.elements {
      if isBrief {
        guard let change = Change(briefly: value) else { return nil }
        if documents.insert(change.document).inserted { changes.append(change) }
      } else if let packed = PackedChanges.changes(in: value) {
        changes += packed
      } else if let change = Change(value) {
        changes.append(change)
      } else {
        return nil
      }
    }
    self.init(
      id: EntryID(folder: folder, sequence: sequence), title: title, time: time.seconds,
      userID: userID, user: user, changes: changes,
      undoes: line["undoes"]?.string.flatMap { EntryID($0) },
      partOf: line["partOf"]?.string.flatMap { EntryID($0) },
      parts: line["parts"]?.elements.compactMap { $0.string.flatMap { EntryID($0) } } ?? [])
  }
}

extension RecordKind {
  /// The kinds of the records that files hold, by their names.
  private static let known: [String: RecordKind] = {
    let kinds = DocumentKind.all.flatMap { $0.stored.map(\.kind) }
    return Dictionary(kinds.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
  }()

  /// The kind of that name; one that a later version may have written keeps the name as its title.
  init(stored name: String) {
    self = Self.known[name] ?? RecordKind(name, title: name, help: "")
  }
}

extension JSONValue {
  /// The members of an object that are whole numbers.
  var wholeNumbers: [String: Int] {
    var numbers: [String: Int] = [:]
    for member in members { numbers[member.key] = member.value.integer }
    return numbers
  }
}
