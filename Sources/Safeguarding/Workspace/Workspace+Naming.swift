import Letters

extension Workspace {
  /// A text as people read it: the name of a record where its id is written, such as in "see action draft-2".
  ///
  /// An id is taken for one where the word before it names its kind, where it stands in brackets, or where it
  /// has so many parts that it is no word of the language; all else stays as it is.
  package func naming(_ text: String) -> String {
    guard text.contains("-") else { return text }
    var found = ""
    var word = ""
    var before = ""
    func end() {
      if !word.isEmpty {
        found += name(of: word, after: before, isBracketed: found.last == "(")
        if !Workspace.joining.contains(word) { before = word }
      }
      word = ""
    }
    for character in text {
      if character.isASCII, character.isLetter || character.isNumber || character == "-" {
        word.append(character)
      } else {
        end()
        found.append(character)
        if character == "." || character == ":" { before = "" }
      }
    }
    end()
    return found
  }

  /// The words between the name of a kind and a second id: "the actions draft-2 and draft-3".
  private static let joining: Set = ["and", "or", "is", "are"]

  /// What a word says: a name in quotation marks where it is the id of a record, else itself.
  private func name(of word: String, after before: String, isBracketed: Bool) -> String {
    guard word.contains("-"), !word.contains(where: \.isUppercase) else { return word }
    let kinds = Kinds.all.filter { record(kind: $0.kind.name, id: word) != nil }
    guard !kinds.isEmpty else { return word }
    let said = kinds.first { type in
      [type.kind.title, Kinds.plural(of: type)].contains {
        $0.folded.split(separator: " ").last.map(String.init) == before.folded
      }
    }
    let isNoWord = word.split(separator: "-").count > 2 || isBracketed || before.contains("-")
    guard let kind = said ?? (isNoWord ? kinds.first : nil),
      let record = record(kind: kind.kind.name, id: word)
    else { return word }
    var label = label(of: record)
    if label.hasSuffix(".") { label.removeLast() }
    return isBracketed ? label : "\"\(label)\""
  }
}
