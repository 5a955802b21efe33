import Letters

/// Puts the names of records where their ids are written in the texts of one record, such as in "see action draft-2".
///
/// An id is taken for one where the word before it names its kind, where it stands in brackets, or where it has so many
/// parts that it is no word of the language; all else stays as it is. So do words after the first few hundred that could
/// be ids: nobody reads on, and a text may have millions.
package struct RecordNaming {
  private let workspace: Workspace
  /// How many more words are looked up.
  private var left = 300
  private var labels: [RecordID: String] = [:]

  /// Names the records of a workspace.
  package init(_ workspace: Workspace) { self.workspace = workspace }

  /// A text as people read it.
  package mutating func text(_ text: String) -> String {
    guard left > 0, text.utf8.contains(Self.hyphen) else { return text }
    let bytes = Array(text.utf8)
    var found: [UInt8] = []
    var (word, before) = (0..<0, 0..<0)
    for place in 0...bytes.count {
      if place < bytes.count, Self.isPart(bytes[place]) {
        word = (word.isEmpty ? place : word.lowerBound)..<(place + 1)
        continue
      }
      if !word.isEmpty {
        found += name(
          of: bytes[word], after: bytes[before], isBracketed: found.last == Self.bracket)
        if !Self.joining.contains(where: bytes[word].elementsEqual) { before = word }
        word = 0..<0
      }
      if left == 0 {
        found += bytes[place...]
        break
      }
      if place < bytes.count {
        found.append(bytes[place])
        if Self.ends.contains(bytes[place]) { before = 0..<0 }
      }
    }
    return String(decoding: found, as: UTF8.self)
  }

  private static let hyphen = UInt8(ascii: "-")
  private static let bracket = UInt8(ascii: "(")
  /// What ends a sentence, and with it what a kind was named for.
  private static let ends = Array(".:".utf8)
  /// The words between the name of a kind and a second id: "the actions draft-2 and draft-3".
  private static let joining = ["and", "or", "is", "are"].map { Array($0.utf8) }

  private static func isPart(_ byte: UInt8) -> Bool {
    byte == hyphen || (0x30...0x39).contains(byte) || (0x41...0x5a).contains(byte)
      || (0x61...0x7a).contains(byte)
  }

  /// What a word says: a name in quotation marks where it is the id of a record, else itself.
  private mutating func name(
    of word: ArraySlice<UInt8>, after before: ArraySlice<UInt8>, isBracketed: Bool
  ) -> [UInt8] {
    guard word.contains(Self.hyphen), !word.contains(where: { (0x41...0x5a).contains($0) }) else {
      return Array(word)
    }
    left -= 1
    let id = String(decoding: word, as: UTF8.self)
    let kinds = Kinds.all.filter { workspace.record(kind: $0.kind.name, id: id) != nil }
    guard !kinds.isEmpty else { return Array(word) }
    let named = String(decoding: before, as: UTF8.self).folded
    let said = kinds.first { type in
      [type.kind.title, Kinds.plural(of: type)].contains {
        $0.folded.split(separator: " ").last.map(String.init) == named
      }
    }
    let isNoWord =
      word.split(separator: Self.hyphen).count > 2 || isBracketed || before.contains(Self.hyphen)
    guard let kind = said ?? (isNoWord ? kinds.first : nil),
      let label = label(of: RecordID(kind.kind, id))
    else { return Array(word) }
    return Array((isBracketed ? label : "\"\(label)\"").utf8)
  }

  /// What people call a record, without the full stop of a sentence.
  private mutating func label(of id: RecordID) -> String? {
    if let known = labels[id] { return known }
    guard let record = workspace.record(id) else { return nil }
    var label = workspace.label(of: record)
    // What is as long as a file would stand there three hundred times.
    if label.utf8.count > 1_000 { label = label.shortTitle }
    if label.hasSuffix("."), !label.hasSuffix("...") { label.removeLast() }
    labels[id] = label
    return label
  }
}
