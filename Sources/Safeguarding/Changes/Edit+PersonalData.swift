package import Letters

/// Looks for what may tell who a child is; what very many records say alike is looked at once.
private struct PersonalDataSearch {
  /// The words for the keys of fields.
  private var words: [String: String] = [:]
  /// What was found in the texts of each field.
  private var known: [String: [String: [PersonalDataKind]]] = [:]
  /// More texts of a field than this are no repetition.
  private static let most = 4096

  /// What in a value may tell who a child is, with the name of the field in which each stands.
  mutating func find(
    in value: StoredValue, called name: String
  ) -> [(field: String, kind: PersonalDataKind)] {
    switch value {
    case .text(let text): return find(in: text, called: name).map { (name, $0) }
    case .list(let elements):
      return elements.flatMap { find(in: $0, called: name) }
    case .record(let members):
      return members.flatMap { find(in: $0.value, called: $0.key) }
    case .boolean, .number: return []
    }
  }

  private mutating func find(in text: String, called name: String) -> [PersonalDataKind] {
    if let found = known[name]?[text] { return found }
    let title = words[name] ?? inWords(name)
    words[name] = title
    let found = PersonalDataKind.found(in: text, called: title)
    if known[name]?.count ?? 0 < Self.most { known[name, default: [:]][text] = found }
    return found
  }
}

extension StoredValue {
  /// What in it may tell who a child is, one of each kind.
  package var personalDataKinds: [PersonalDataKind] {
    var search = PersonalDataSearch()
    let found = search.find(in: self, called: "").map(\.kind)
    return PersonalDataKind.allCases.filter(found.contains)
  }
}

extension Edit {
  /// What it writes that may tell who a child is: in which field of which record, never the text itself.
  package var personalData: [(where: String, kind: PersonalDataKind)] {
    var search = PersonalDataSearch()
    return changes.flatMap { change -> [(where: String, kind: PersonalDataKind)] in
      let found = change.to.map { search.find(in: $0, called: change.field ?? "") } ?? []
      if found.isEmpty { return [] }
      let record = "the \(change.record.kind.title.lowercasedFirst) \(change.record.id)"
      return found.map { field, kind in
        ("\(record)\(field.isEmpty ? "" : ", field \(field)")", kind)
      }
    }
  }
}
