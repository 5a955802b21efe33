import Letters
package import Safeguarding

/// A record that can be named in a field.
package struct Candidate: Hashable, Sendable {
  /// The kind of the record.
  package let kind: RecordKind
  /// The id of the record.
  package let id: String
  /// What stands in the field for it; no other record of the list has the same.
  package private(set) var text: String
  /// That it has ended, and when: "ended Mar 2019"; empty while it goes on.
  package let ended: String
  /// The text as it is compared.
  private(set) var key: String { didSet { letters = Array(key.utf8) } }
  /// The same as bytes, and the id as it is compared.
  private(set) var letters: [UInt8] = []
  let idLetters: [UInt8]
  /// The words it is known by, as they are compared.
  let words: [String]

  /// How to write it so that no other one can be meant: `agency:kent-police`.
  package var exactly: String { "\(kind.name):\(id)" }

  /// What it is, for the list of what letters may mean: "agency, ended Mar 2019".
  package var note: String {
    let kind = kind.title.lowercased()
    return ended.isEmpty ? kind : "\(kind), \(ended)"
  }

  /// A record of the workspace.
  ///
  /// - Parameters:
  ///   - record: The record.
  ///   - table: What the seat belongs to, where it is one.
  ///   - context: The day, and the groups that tell meetings and terms apart.
  init(_ record: any Entity, table: String?, _ context: EntryContext) {
    func look<E: Entity>(_ record: E) -> (RecordKind, NamingVisitor, String) {
      var (copy, visitor) = (record, NamingVisitor())
      copy.visitFields(&visitor)
      return (E.kind, visitor, record.label)
    }
    let (kind, found, label) = look(record)
    var name = found.name.isEmpty ? label : found.name
    if let group = found.group {
      name = "\(context.workspace.groups[group]?.label ?? group): \(name)"
    }
    if let table { name += ", \(table)" }
    let end = found.to.flatMap { date in date.last.map { $0 < context.day ? date : nil } } ?? nil
    self.init(
      kind, record.id, name, also: [label] + found.also,
      ended: end.map { "ended \($0.short)" } ?? "")
  }

  /// A record that is being added.
  init(_ added: AddedRecord) {
    self.init(added.record.kind, added.record.id, added.name, also: [], ended: "")
  }

  private init(
    _ kind: RecordKind, _ id: String, _ name: String, also: [String], ended: String
  ) {
    self.kind = kind
    self.id = id
    self.ended = ended
    text = name.replacing(";", with: ",").replacing("\"", with: "'")
    key = text.folded
    letters = Array(key.utf8)
    idLetters = Array(id.folded.utf8)
    words = ([name] + also).joined(separator: " ").searchWords
  }

  /// Adds what tells it from others of the same name.
  mutating func add(_ distinction: String) {
    text += " (\(distinction))"
    key = text.folded
  }
}

extension String {
  /// The words as they are compared.
  var searchWords: [String] {
    folded.split { !$0.isLetter && !$0.isNumber }.map(String.init)
  }

  /// The text itself, then its beginnings that end before a separator, the longest first.
  func beginnings(before separator: String) -> [Substring] {
    [self[...]] + ranges(of: separator).reversed().map { self[..<$0.lowerBound] }
  }
}

/// Looks up what a record is known by, and when it ended.
private struct NamingVisitor: FieldVisitor {
  var name = ""
  var also: [String] = []
  /// The group without which its name says little.
  var group: String?
  var to: ImpreciseDate?

  mutating func visit<Value: FieldValue>(
    _ name: StaticString, _ value: inout Value, _ presence: Presence, _ help: StaticString
  ) {
    switch name.description {
    case "name": self.name = value as? String ?? ""
    case "shortName", "shortTitle": also += (value as? String).map { [$0] } ?? []
    case "group" where presence == .required:
      group = (value as? Reference<PartnershipGroup>)?.id
    case "to": to = value as? ImpreciseDate
    default: break
    }
  }
}
