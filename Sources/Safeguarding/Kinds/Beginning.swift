extension Workspace {
  /// What a new record of a kind begins with.
  ///
  /// - Parameters:
  ///   - type: The type of the kind.
  ///   - partnerships: The partnerships that can be meant; the only one is filled in.
  ///   - about: The record that one looks at, such as the group of a new meeting.
  /// - Returns: The record as far as that says it.
  package func beginning(
    of type: any Entity.Type, for partnerships: [Partnership], about: RecordID? = nil
  ) -> StoredValue? {
    func start<E: Entity>(_ type: E.Type) -> StoredValue? {
      begun(type, for: partnerships, about: about)
    }
    return start(type)
  }

  private func begun<E: Entity>(
    _ type: E.Type, for partnerships: [Partnership], about: RecordID?
  ) -> StoredValue? {
    var start = E().stored
    let only = partnerships.count == 1 ? partnerships.first?.id : nil
    if let only, E.homes.contains(where: { $0.path.hasPrefix("partnerships/") }) {
      // What a partnership agreed itself is kept with it, not with what holds for all.
      for field in RecordShape(E.self).fields {
        guard case .list(.reference(Partnership.kind)) = field.shape else { continue }
        start?[field.name] = .list([.text(only)])
      }
    }
    for field in RecordShape(E.self).fields where field.presence == .required {
      if let only, let first = Workspace.firstElement(of: field.shape, for: only) {
        start?[field.name] = .list([first])
      }
      guard case .reference(let kind) = field.shape else { continue }
      if let about, about.kind == kind { start?[field.name] = .text(about.id) }
      if kind == Partnership.kind, start?[field.name] == nil {
        start?[field.name] = only.map { .text($0) }
      }
    }
    // A record may say that it lacks a partnership which, by itself, it could do without.
    if let only, let begun = start {
      for problem in (E.read(from: StoredSource(begun)) ?? E()).problems {
        let field = RecordShape(E.self).fields.first { $0.name == problem.field }
        guard case .reference(Partnership.kind)? = field?.shape else { continue }
        start?[problem.field] = .text(only)
      }
    }
    return start
  }

  /// What a list begins with that has to name a partnership.
  private static func firstElement(of shape: ValueShape, for partnership: String) -> StoredValue? {
    guard case .list(.record(let element)) = shape,
      let field = element.fields.first(where: {
        guard case .reference(Partnership.kind) = $0.shape else { return false }
        return $0.presence == .required
      })
    else { return nil }
    return .record([StoredValue.Member(field.name, .text(partnership))])
  }
}
