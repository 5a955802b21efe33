import Letters
package import Safeguarding

/// Finds records by letters of their names.
package struct RecordFinder: Sendable {
  package private(set) var candidates: [Candidate] { didSet { places = Places(candidates) } }
  private var places: Places
  private let kinds: [RecordKind]
  private let what: String

  /// The records of several kinds, those of the first kind first.
  ///
  /// Of several with the same name the one of the first kind keeps it, the others are told apart.
  init(_ kinds: [RecordKind], what: String, _ context: EntryContext) {
    self.kinds = kinds
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
    self.places = Places(all)
  }

  private static func records(of kind: RecordKind, _ context: EntryContext) -> [Candidate] {
    var tables: [String: String] = [:]
    if kind == Seat.kind {
      for group in context.workspace.groups.all {
        for seat in group.seats { tables[seat.id] = group.label }
      }
    }
    return context.workspace.records(of: kind).map {
      Candidate($0, table: tables[$0.id], context)
    }
  }

  /// The same with records that are being added.
  func adding(_ records: [AddedRecord]) -> RecordFinder {
    guard !records.isEmpty else { return self }
    var finder = self
    finder.candidates = candidates + records.map { Candidate($0) }
    return finder
  }

  /// The same among the records of one kind.
  func only(_ kind: RecordKind) -> RecordFinder {
    var finder = self
    finder.candidates = candidates.filter { $0.kind == kind }
    return finder
  }

  /// The records with an id; several only where they are of different kinds.
  package func identified(_ id: String) -> [Candidate] {
    (places.ids[id] ?? []).map { candidates[$0] }
  }

  /// What stands in a field for a record; its id where there is no such record.
  package func text(of id: String, kind: RecordKind? = nil) -> String {
    let place = places.ids[id]?.first { kind == nil || candidates[$0].kind == kind }
    return place.map { candidates[$0].text } ?? id
  }

  /// The record of which this is the whole name or the id.
  package func named(_ text: String) -> Candidate? {
    (places.keys[text.folded] ?? places.ids[text]?.first).map { candidates[$0] }
  }

  /// The record that stands first of those whose name is compared as this.
  func first(comparedAs key: String) -> Candidate? { places.keys[key].map { candidates[$0] } }

  /// The records that letters may mean, the likeliest first: each part of the letters begins a word
  /// of the name, or where no name has such words, stands somewhere in it, or all stands in the id.
  package func matches(_ letters: String) -> [Candidate] {
    let wanted = letters.searchWords
    guard let first = wanted.first else { return candidates.endedLast }
    let byWord = places.beginning(with: first).map { candidates[$0] }.filter { candidate in
      wanted.dropFirst().allSatisfy { part in
        candidate.words.contains { $0.utf8.starts(with: part.utf8) }
      }
    }
    if byWord.isEmpty {
      let parts = wanted.map { Array($0.utf8) }
      let within = candidates.filter { candidate in
        parts.allSatisfy { $0.stands(in: candidate.letters) }
      }
      if !within.isEmpty { return within.endedLast }
      let whole = Array(letters.folded.utf8)
      return candidates.filter { whole.stands(in: $0.idLetters) }.endedLast
    }
    // An agency with these very words, then names that begin with them, then all others.
    func rank(_ candidate: Candidate) -> Int {
      if candidate.kind == Agency.kind, wanted.allSatisfy(candidate.words.contains) { return 0 }
      return candidate.key.utf8.starts(with: first.utf8) ? 1 : 2
    }
    let ranked = byWord.map { (rank($0), $0) }
    return (0...2).flatMap { rank in ranked.filter { $0.0 == rank }.map(\.1) }.endedLast
  }

  /// The record whose name is nearly the text: a letter or two more, less or other.
  package func nearest(_ text: String) -> Candidate? {
    let letters = Array(text.folded.utf8)
    guard (4...60).contains(letters.count) else { return nil }
    let limit = letters.count < 8 ? 1 : 2
    var best: (distance: Int, candidate: Candidate)?
    for candidate in candidates {
      let name = candidate.letters
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
  func reading(of text: String, _ context: EntryContext) -> EntryReading {
    if text.isEmpty { return .understood(nil) }
    if let record = named(text) {
      let isWhole = record.key == text.folded
      let note = isWhole ? "" : record.text
      return .understood(
        .text(record.id), [note, record.ended].filter { !$0.isEmpty }.joined(separator: ", "))
    }
    let found = matches(text)
    guard let first = found.first else {
      let addable = kinds.filter { Kinds.nameField(of: $0) != nil }
      let near = nearest(text)?.text ?? ""
      let suggestion = near.isEmpty ? "" : " Did you mean \(near)?"
      let add = addable.map { " Add the \($0.title.lowercased()), or choose another." }.first ?? ""
      return EntryReading(
        problem: "There is no \(what) called \"\(text.shortened)\" here.\(suggestion)\(add)",
        unknown: addable.isEmpty
          ? nil : UnknownName(name: text, near: near, kinds: addable, canStayName: false))
    }
    if found.count == 1 { return .understood(.text(first.id), first.text) }
    return EntryReading(
      problem: "\"\(text.shortened)\" may be \(first.text) or "
        + "\(counted(found.count - 1, "other")). Choose one from the list with Enter.",
      candidates: found)
  }
}

/// Where candidates stand in their list, by what they are looked up by.
private struct Places: Sendable {
  /// The first of those with a name.
  private(set) var keys: [String: Int] = [:]
  /// All of those with an id.
  private(set) var ids: [String: [Int]] = [:]
  /// Each word of each name, in the order of their letters.
  private let words: [(letters: [UInt8], place: Int)]

  init(_ candidates: [Candidate]) {
    var words: [(letters: [UInt8], place: Int)] = []
    for (place, candidate) in candidates.enumerated() {
      if keys[candidate.key] == nil { keys[candidate.key] = place }
      ids[candidate.id, default: []].append(place)
      words += candidate.words.map { (Array($0.utf8), place) }
    }
    words.sort { $0.letters.lexicographicallyPrecedes($1.letters) }
    self.words = words
  }

  /// Those with a word that begins with these letters, in their order.
  func beginning(with letters: String) -> [Int] {
    let wanted = Array(letters.utf8)
    var (low, high) = (0, words.count)
    while low < high {
      let middle = (low + high) / 2
      if words[middle].letters.lexicographicallyPrecedes(wanted) {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return Set(words[low...].prefix { $0.letters.starts(with: wanted) }.map(\.place)).sorted()
  }
}

extension [UInt8] {
  /// Whether these letters stand somewhere among others, both as they are compared.
  fileprivate func stands(in letters: [UInt8]) -> Bool {
    letters.withUnsafeBufferPointer { Folding.place(of: self, in: $0, 0..<$0.count) != nil }
  }
}

extension [Candidate] {
  /// The same order, with what has ended behind what goes on.
  fileprivate var endedLast: [Candidate] {
    filter(\.ended.isEmpty) + filter { !$0.ended.isEmpty }
  }
}
