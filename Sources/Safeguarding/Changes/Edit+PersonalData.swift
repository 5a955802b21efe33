package import Letters

extension StoredValue {
  /// What in it may tell who a child is, with the name of the field in which each stands.
  fileprivate func personalData(called name: String) -> [(field: String, kind: PersonalDataKind)] {
    if let text {
      return PersonalDataKind.found(in: text, called: inWords(name)).map { (name, $0) }
    }
    return (elements ?? []).flatMap { $0.personalData(called: name) }
      + (members ?? []).flatMap { $0.value.personalData(called: $0.key) }
  }

  /// What in it may tell who a child is, one of each kind.
  package var personalDataKinds: [PersonalDataKind] {
    let found = personalData(called: "").map(\.kind)
    return PersonalDataKind.allCases.filter(found.contains)
  }
}

extension Edit {
  /// What it writes that may tell who a child is: in which field of which record, never the text itself.
  package var personalData: [(where: String, kind: PersonalDataKind)] {
    changes.flatMap { change in
      let found = change.to?.personalData(called: change.field ?? "") ?? []
      let record = "the \(change.record.kind.title.lowercasedFirst) \(change.record.id)"
      return found.map { field, kind in
        ("\(record)\(field.isEmpty ? "" : ", field \(field)")", kind)
      }
    }
  }
}
