package import Safeguarding

/// A record that can be named in a form.
package struct Candidate: Hashable, Sendable {
  package let kind: RecordKind
  package let id: String
  /// What stands in the field for it; no other record of the list has the same.
  package fileprivate(set) var text: String
  /// The same in small letters.
  fileprivate(set) var key: String
  /// The words it is known by, in small letters.
  let words: [String]

  fileprivate init(_ kind: RecordKind, id: String, _ name: String, also: String) {
    self.kind = kind
    self.id = id
    text = name.replacing(";", with: ",").replacing("\"", with: "'")
    key = text.lowercased()
    words = "\(name) \(also)".searchWords
  }

  /// Adds what tells it from others of the same name.
  fileprivate mutating func add(_ distinction: String) {
    text += " (\(distinction))"
    key = text.lowercased()
  }
}

extension String {
  /// The words in small letters.
  fileprivate var searchWords: [String] {
    lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
  }
}

/// Finds records by letters of their names.
struct RecordFinder: Sendable {
  let candidates: [Candidate]
  private let what: String

  /// The records of several kinds, those of the first kind first.
  ///
  /// Of several with the same name the one of the first kind keeps it, the others are told apart.
  init(_ kinds: [RecordKind], what: String, _ context: PaneContext) {
    self.what = what
    var all = kinds.flatMap { RecordFinder.records(of: $0, context) }
    let places = Dictionary(grouping: all.indices) { all[$0].key }
    for same in places.values where same.count > 1 {
      for index in same {
        let ofKind = same.count { all[$0].kind == all[index].kind }
        if ofKind > 1 {
          all[index].add(all[index].id)
        } else if index != same.min() {
          all[index].add(all[index].kind.title.lowercased())
        }
      }
    }
    candidates = all
  }

  private static func records(of kind: RecordKind, _ context: PaneContext) -> [Candidate] {
    let workspace = context.workspace
    func named<E: Entity>(
      _ register: RecordTable<E>, _ text: (E) -> String = { $0.label },
      also: (E) -> String = { _ in "" }
    ) -> [Candidate] {
      register.all.map { Candidate(kind, id: $0.id, text($0), also: also($0)) }
    }
    switch kind {
    case Agency.kind: return named(workspace.agencies, { $0.name }, also: { $0.shortName })
    case Person.kind: return named(workspace.people)
    case Partnership.kind: return named(workspace.partnerships, also: { $0.name })
    case PartnershipGroup.kind: return named(workspace.groups, { $0.name }, also: { $0.shortName })
    case Seat.kind:
      var tables: [String: String] = [:]
      for group in workspace.groups.all {
        for seat in group.seats { tables[seat.id] = group.label }
      }
      return named(workspace.seats) { seat in
        tables[seat.id].map { "\(seat.title), \($0)" } ?? seat.title
      }
    case Review.kind: return named(workspace.reviews)
    case Plan.kind: return named(workspace.plans)
    case Meeting.kind:
      let names = workspace.groups
      return named(workspace.meetings) { meeting in
        let group = names[meeting.group]?.label ?? meeting.group.id
        return "\(group): \(meeting.label)"
      }
    default: return []
    }
  }

  /// What stands in a field for a record; its id where there is no such record.
  func text(of id: String, kind: RecordKind? = nil) -> String {
    candidates.first { $0.id == id && (kind == nil || $0.kind == kind) }?.text ?? id
  }

  /// The record of which this is the whole name or the id.
  func named(_ text: String) -> Candidate? {
    let wanted = text.lowercased()
    return candidates.first { $0.key == wanted } ?? candidates.first { $0.id == text }
  }

  /// The records that letters may mean, the likeliest first: each part of the letters begins a word
  /// of the name, or where no name has such words, stands somewhere in it.
  func matches(_ letters: String) -> [Candidate] {
    let wanted = letters.searchWords
    guard let first = wanted.first else { return candidates }
    let byWord = candidates.filter { candidate in
      wanted.allSatisfy { part in candidate.words.contains { $0.utf8.starts(with: part.utf8) } }
    }
    if byWord.isEmpty {
      return candidates.filter { candidate in wanted.allSatisfy { candidate.key.contains($0) } }
    }
    // An agency with these very words, then names that begin with them, then all others.
    func rank(_ candidate: Candidate) -> Int {
      if candidate.kind == Agency.kind, wanted.allSatisfy(candidate.words.contains) { return 0 }
      return candidate.key.utf8.starts(with: first.utf8) ? 1 : 2
    }
    let ranked = byWord.map { (rank($0), $0) }
    return (0...2).flatMap { rank in ranked.filter { $0.0 == rank }.map(\.1) }
  }

  /// The record whose name is nearly the text: a letter or two more, less or other.
  func nearest(_ text: String) -> Candidate? {
    let letters = Array(text.lowercased().utf8)
    guard (4...60).contains(letters.count) else { return nil }
    let limit = letters.count < 8 ? 1 : 2
    var best: (distance: Int, candidate: Candidate)?
    for candidate in candidates {
      let name = Array(candidate.key.utf8)
      guard abs(name.count - letters.count) <= limit else { continue }
      let distance = RecordFinder.distance(letters, name)
      if distance <= limit, best.map({ distance < $0.distance }) ?? true {
        best = (distance, candidate)
      }
    }
    return best?.candidate
  }

  /// How many letters have to be put in, taken out or changed to make one text the other.
  private static func distance(_ left: [UInt8], _ right: [UInt8]) -> Int {
    var row = Array(0...right.count)
    for (index, letter) in left.enumerated() {
      var diagonal = row[0]
      row[0] = index + 1
      for (place, other) in right.enumerated() {
        let above = row[place + 1]
        row[place + 1] = min(above + 1, row[place] + 1, diagonal + (letter == other ? 0 : 1))
        diagonal = above
      }
    }
    return row[right.count]
  }

  /// Understands the name of one record.
  func reading(of text: String) -> FieldReading {
    if text.isEmpty { return .understood(nil) }
    if let record = named(text) {
      let isWhole = record.key == text.lowercased()
      return .understood(.text(record.id), isWhole ? "" : record.text)
    }
    let found = matches(text)
    guard let first = found.first else {
      return .problem("There is no \(what) called \"\(text.shortened)\" here.")
    }
    if found.count == 1 { return .understood(.text(first.id), first.text) }
    return .problem(
      "\"\(text.shortened)\" may be \(first.text) or \(counted(found.count - 1, "other")). "
        + "Choose one from the list with Enter.")
  }
}
