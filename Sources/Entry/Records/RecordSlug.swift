package import Safeguarding

/// Ids that are made of names, for records that have to be named before they are saved.
package enum RecordSlug {
  /// An id for a new record: its name in small letters with hyphens, and a number where another one has it.
  ///
  /// - Parameters:
  ///   - name: What people call the record.
  ///   - stem: What comes before the name.
  ///   - kind: The kind of the record, among whose ids it has to be the only one.
  ///   - context: The records there are.
  ///   - taken: Other ids that are no longer free.
  /// - Returns: The id.
  package static func id(
    of name: String, after stem: String = "", kind: RecordKind, _ context: EntryContext,
    besides taken: Set<String> = []
  ) -> String {
    let first = stem + slug(of: name, or: kind.name)
    var id = first
    var number = 2
    while taken.contains(id) || context.has(RecordID(kind, id)) {
      id = "\(first)-\(number)"
      number += 1
    }
    return id
  }

  /// A name in small letters and digits, with hyphens between its words; another one where nothing is left.
  package static func slug(of name: String, or fallback: String) -> String {
    var slug = ""
    for character in name.lowercased() {
      if character.isASCII, character.isLetter || character.isNumber {
        slug.append(character)
      } else if character != "'", !slug.isEmpty, slug.last != "-" {
        slug.append("-")
      }
      if slug.count >= 48 { break }
    }
    while slug.last == "-" { slug.removeLast() }
    return slug.isEmpty ? fallback.lowercased() : slug
  }
}
