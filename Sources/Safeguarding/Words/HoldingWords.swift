extension Holding {
  /// From when to when, and how that is known: `since 1 Nov 2024`, `to 1 Sep 2024 by the pattern`,
  /// `as printed Mar 2022`; empty where nothing is recorded.
  public var durationWords: String {
    guard let stretch else { return "" }
    switch state {
    case .printed: return stretch.printedWords
    case .ended:
      return stretch.to.map { "ended \($0.known)" } ?? stretch.printedWords
    case .notRecorded: return ""
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
    case .held, .printed, .ended, .vacant, .notRecorded: ""
    }
  }

  /// What stands for a name where nobody is said to have it; nil where somebody is.
  public var absenceWords: String? {
    switch state {
    case .vacant: "vacant"
    case .ended, .notRecorded: "not recorded"
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

  /// The agency, the person and the printed title, by name, as far as they are recorded.
  public func who(_ names: Names) -> (agency: String?, person: String?, title: String?) {
    (
      agency.map { names(Agency.kind, $0.id) }, person.map { names(Person.kind, $0.id) },
      title.isEmpty ? nil : title
    )
  }
}
