import Safeguarding

extension PaneContext {
  /// What adds a record of a kind, wherever one stands; none where one has to stand in another record.
  ///
  /// - Parameters:
  ///   - type: The type of the kind.
  ///   - about: The record that one looks at, such as the group of a new seat.
  /// - Returns: The addition, or none.
  func additions(of type: any Entity.Type, about: RecordID? = nil) -> [Addition] {
    func additions<E: Entity>(_ type: E.Type) -> [Addition] {
      addition(of: type, about: about).map { [$0] } ?? []
    }
    return additions(type)
  }

  private func addition<E: Entity>(of type: E.Type, about: RecordID?) -> Addition? {
    let start = workspace.beginning(of: type, for: partnerships, about: about)
    let noun = E.kind.title.lowercased()
    for home in E.homes {
      switch home.form {
      case .list, .own:
        // Where it is kept follows from what is entered.
        return Addition(
          E.kind, to: FormTarget(RecordID(E.kind, ""), in: ""), start: start, title: "Add \(noun)")
      case .single: continue
      case .inside(let field, let holder):
        guard let found = self.holder(of: holder, about),
          let document = workspace.document(of: found)
        else { continue }
        return Addition(
          E.kind,
          to: FormTarget(
            found, in: document, path: [.field(field.description), .newElement]),
          start: start, title: "Add \(noun)")
      }
    }
    return nil
  }

  /// The record in which something goes: the one that is looked at, or the only one there is.
  private func holder(of type: any Entity.Type, _ about: RecordID?) -> RecordID? {
    if let about, about.kind == type.kind { return about }
    func only<E: Entity>(_ type: E.Type) -> RecordID? {
      let isSingle = E.homes.contains { if case .single = $0.form { true } else { false } }
      return isSingle ? workspace[E.self].all.first?.link : nil
    }
    return only(type)
  }

  /// Where a record of a kind is added that lies in others.
  func whereToAdd(_ type: any Entity.Type) -> String {
    func holder<E: Entity>(_ type: E.Type) -> (any Entity.Type)? {
      for home in E.homes { if case .inside(_, let holder) = home.form { return holder } }
      return nil
    }
    guard let holder = holder(type) else { return "" }
    let noun = type.kind.title.lowercased()
    return
      "\(noun.withArticle.capitalizedFirst) is added in its \(holder.kind.title.lowercased()): "
      + "open that first."
  }
}

extension String {
  /// The text with a capital at its beginning.
  var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
