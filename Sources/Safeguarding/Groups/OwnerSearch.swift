/// Finds who is meant by an id or by letters of a name, among all who can own something.
public struct OwnerSearch: Sendable {
  /// Why nobody, or not one alone, is meant: a sentence that says what to write instead.
  public struct Problem: Error, Hashable, Sendable {
    /// What was looked for, what was found, and what to write.
    public let sentence: String
  }

  /// Somebody who can own something.
  public struct Candidate: Hashable, Sendable {
    /// The owner as a record holds it.
    public let owner: Owner
    /// What sort of owner: `agency`, `seat`, `person`, `group` or `partnership`.
    public let kind: RecordKind
    /// The id of the record.
    public let id: String
    /// What people call it.
    public let name: String
    fileprivate let names: [String]

    /// How to write this owner so that no other one can be meant: `agency:kent-police`.
    public var exactly: String { "\(kind.name):\(id)" }
  }

  /// Everybody who can own something: agencies, seats, people, groups and partnerships.
  public let candidates: [Candidate]

  /// Before the name of somebody who is in no record.
  private static let freeName = "name:"

  /// Looks among the records of a workspace.
  public init(_ workspace: Workspace) {
    candidates = Owner.references.flatMap { field, kind in
      workspace.records(of: kind).compactMap { record in
        let owner = Owner.read(
          from: StoredSource(.record([StoredValue.Member(field, .text(record.id))])))
        let names = [record.stored?["name"]?.text ?? "", record.fullName, record.label]
          .filter { !$0.isEmpty }
        return owner.map {
          Candidate(
            owner: $0, kind: kind, id: record.id, name: names.first ?? record.id,
            names: names.map { $0.lowercased() })
        }
      }
    }
  }

  /// Somebody in no record, when a text says so: `name:Ann Example`; nil for any other text.
  ///
  /// No records are needed to tell.
  public static func freeOwner(_ text: String) -> Owner? {
    guard text.hasPrefix(freeName) else { return nil }
    let name = text.dropFirst(freeName.count).drop(while: \.isWhitespace)
    guard !name.isEmpty else { return nil }
    var owner = Owner()
    owner.name = String(name)
    return owner
  }

  /// Who is meant by an id, a whole name or letters of a name; the first of these that finds anybody.
  ///
  /// With a kind before it, as in `agency:police`, only that kind is looked through.
  /// - Throws: ``Problem`` when nobody is meant, or several are.
  public func owner(_ text: String) throws(Problem) -> Owner {
    if let owner = Self.freeOwner(text) { return owner }
    let (among, wanted) = kind(in: text)
    let letters = wanted.lowercased()
    let sieves: [(Candidate) -> Bool] = [
      { $0.id == wanted }, { $0.names.contains(letters) },
      { $0.id.contains(letters) || $0.names.contains { $0.contains(letters) } },
    ]
    if !letters.isEmpty {
      for sieve in sieves {
        let found = among.filter(sieve)
        if found.count > 1 { throw several(found, for: text) }
        if let one = found.first { return one.owner }
      }
    }
    throw nobody(for: text, among)
  }

  /// The candidates of the kind that a text begins with, and the rest of the text.
  private func kind(in text: String) -> ([Candidate], String) {
    guard let colon = text.firstIndex(of: ":") else { return (candidates, text) }
    let among = candidates.filter { $0.kind.name == text[..<colon] }
    return among.isEmpty ? (candidates, text) : (among, String(text[text.index(after: colon)...]))
  }

  private func several(_ found: [Candidate], for text: String) -> Problem {
    let shown = found.prefix(8).map { "\($0.exactly) (\($0.name))" }.joined(separator: ", ")
    let more = found.count > 8 ? " and \(found.count - 8) more" : ""
    return Problem(
      sentence: "\"\(quoted(text))\" may mean \(found.count) owners: \(shown)\(more). "
        + "Write one of these instead, or more letters.")
  }

  private func nobody(for text: String, _ among: [Candidate]) -> Problem {
    let known = among.flatMap { [$0.id] + $0.names }
    let near = text.utf8.count > 100 ? nil : nearest(to: text, among: known)
    return Problem(
      sentence: "No agency, seat, person, group or partnership goes by \"\(quoted(text))\". "
        + (near.map { "Did you mean \"\($0)\"? " } ?? "")
        + "For somebody who is in no record write \"name:\" and the name.")
  }

  /// The words on one line and short enough to be read.
  private func quoted(_ text: String) -> String {
    let line = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return line.count <= 40 ? line : line.prefix(37) + "..."
  }
}
