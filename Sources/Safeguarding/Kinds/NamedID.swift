import Letters

extension RecordKind {
  /// An id for a new record of the kind, made of its name, that no other one has.
  ///
  /// - Parameters:
  ///   - name: What people call the record; where no letter of it can stand in an id, the kind's name.
  ///   - stem: What comes before the name.
  ///   - isTaken: Whether another record has an id.
  /// - Returns: The id, with a number where others have the same name.
  package func newID(
    of name: String, after stem: String = "", isTaken: (String) -> Bool
  ) -> String {
    let made = name.asID
    let first = stem + (made.isEmpty ? self.name.asID : made)
    var id = first
    var number = 2
    while isTaken(id) {
      id = "\(first)-\(number)"
      number += 1
    }
    return id
  }
}

extension String {
  /// The text as an id: small letters and digits, with hyphens between words, of at most 40 characters.
  ///
  /// Letters lose their accents; it is empty where no letter of the text can stand in an id.
  public var asID: String {
    var words: [String] = [""]
    for scalar in folded.unicodeScalars {
      if ("a"..."z").contains(scalar) || ("0"..."9").contains(scalar) {
        words[words.count - 1].unicodeScalars.append(scalar)
      } else if scalar != "'", words.last?.isEmpty == false {
        words.append("")
      }
    }
    var id = ""
    for word in words where !word.isEmpty {
      let longer = id.isEmpty ? word : "\(id)-\(word)"
      // A word that is longer than an id is cut; any other one is there as a whole or not at all.
      if longer.utf8.count > 40 { return id.isEmpty ? String(word.prefix(40)) : id }
      id = longer
    }
    return id
  }
}
