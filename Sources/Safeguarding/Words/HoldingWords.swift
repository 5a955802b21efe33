extension Holding {
  /// From when to when, and how that is known: `since 1 Nov 2024`, `to 1 Sep 2024 by the pattern`,
  /// `as printed Mar 2022`; empty where nothing is recorded.
  public var durationWords: String {
    guard let stretch else { return "" }
    switch state {
    case .printed: return stretch.printedWords
    case .ended:
      return stretch.to.map { "ended \($0.known)" } ?? stretch.printedWords
    case .notRecorded, .closed: return ""
    case .held, .planned, .projected, .vacant:
      guard let to = stretch.to else { return sinceWords }
      let how = stretch.ending == .byPattern && state != .projected ? " by the pattern" : ""
      return "to \(to.known)\(how)"
    }
  }

  /// Since when somebody has it, or nobody.
  public var sinceWords: String {
    guard let stretch else { return "" }
    if let from = stretch.from { return "since \(from.known)" }
    return state == .printed ? stretch.printedWords : "start not printed"
  }

  /// When a document showed it, where that is how it is known: `Mar 2022`; empty otherwise.
  public var printedWhen: String {
    guard state == .printed, person != nil, let stretch else { return "" }
    return stretch.seenOn?.known ?? "no date"
  }

  /// How it is known, where a name beside it would look like more: `planned`, `by the pattern`.
  public var stateMark: String {
    switch state {
    case .planned, .projected: state.title
    case .held, .printed, .ended, .vacant, .notRecorded, .closed: ""
    }
  }

  /// What stands for a name where nobody is said to have it; nil where somebody is.
  public var absenceWords: String? {
    switch state {
    case .vacant: "vacant"
    case .ended, .notRecorded: "not recorded"
    case .closed: HoldingState.closed.title
    case .held, .printed, .planned, .projected: nil
    }
  }
}

extension RotationStretch {
  /// The date on which a document shows it.
  public var printedWords: String {
    guard let seenOn else { return "no date recorded" }
    return "as printed \(seenOn.known)"
  }

  /// When it begins as a list has it; what is shown only on a date says so.
  public var beginning: String {
    if let from { return from.known }
    return seenOn.map { "printed \($0.known)" } ?? "not printed"
  }

  /// When it ends as a list has it.
  public var end: String { to?.known ?? "open" }

  /// What each who has it is called, each name once; who is only to take it says so beside others.
  public func names(_ name: (RotationStretch) -> String?) -> [String] {
    if isAlone { return name(self).map { [$0] } ?? [] }
    var names: [String] = []
    for own in each {
      guard let name = name(own) else { continue }
      let words = own.status == status ? name : "\(name) (\(own.status.title))"
      if !names.contains(words) { names.append(words) }
    }
    return names
  }

  /// Each person with the body that they come from; the body once where all come from it.
  ///
  /// "Ann Ash", "Council"; of two "Ann Ash and Ben Beech", "Council", else
  /// "Ann Ash (Council) and Ben Beech (Police)".
  public func who(
    person: (RotationStretch) -> String?, body: (RotationStretch) -> String?
  ) -> [String] {
    let bodies = names(body)
    let people = names(person)
    if isAlone || bodies.count < 2 && each.allSatisfy({ person($0) != nil }) {
      return [people, bodies].map(listed).filter { !$0.isEmpty }
    }
    let both = names { own in
      guard let person = person(own) else { return body(own) }
      return body(own).map { "\(person) (\($0))" } ?? person
    }
    return both.isEmpty ? [] : [listed(both)]
  }

  /// The agency, the person and the printed title, by name, as far as they are recorded.
  public func who(_ names: Names) -> (agency: String?, person: String?, title: String?) {
    (
      agency.map { names(Agency.kind, $0.id) }, person.map { names(Person.kind, $0.id) },
      title.isEmpty ? nil : title
    )
  }
}
