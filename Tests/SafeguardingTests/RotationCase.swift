import Safeguarding
import Testing

/// A rotation and what becomes of it, in short texts.
struct RotationCase: Sendable, CustomTestStringConvertible {
  /// What the case is about.
  let about: String
  /// The agencies in turn: `a b c`.
  var order = "a b c"
  var start: String? = "2020-09-01"
  var months = 12
  /// The agencies that may take the chair: `a c`; empty for all.
  var eligible = ""
  /// Terms such as `a 2020-09-01 2021-08-31 moves`; `nobody` for a term without an agency.
  var terms: [String] = []
  let until: String
  /// Stretches such as `a 2020-09-01 2021-08-31 held`; `nobody` where there is no agency.
  let expected: [String]

  var testDescription: String { about }

  /// The group whose chair it is.
  func group() throws -> PartnershipGroup {
    let first = try start.map { try day($0) }
    return made(PartnershipGroup.self) { group in
      group.id = "board"
      group.rotation = made(RotationPattern.self) { pattern in
        pattern.start = first
        pattern.termMonths = months
        pattern.order = order.split(separator: " ").map { Reference(String($0)) }
        pattern.eligible = eligible.split(separator: " ").map { Reference(String($0)) }
      }
    }
  }

  /// The recorded terms, all of them held.
  func chairTerms() throws -> [ChairTerm] {
    try terms.map { text in
      var words = text.split(separator: " ").map(String.init)
      let moves = words.last == "moves"
      if moves { words.removeLast() }
      let from = try date(words[1])
      let to = words.count > 2 ? try date(words[2]) : nil
      return made(ChairTerm.self) { term in
        term.id = text
        term.group = "board"
        term.agency = words[0] == "nobody" ? nil : Reference(words[0])
        (term.from, term.to) = (from, to)
        term.status = .held
        term.shiftsFollowing = moves
      }
    }
  }

  /// The rotation of the case.
  func rotation() throws -> Rotation {
    try Rotation(group: group(), terms: chairTerms(), until: day(until))
  }
}

extension Rotation {
  /// The stretches as short texts: agency, first day, last day and status.
  var texts: [String] {
    stretches.map {
      "\($0.agency?.id ?? "nobody") \($0.first.iso) \($0.last.iso) \($0.status.rawValue)"
    }
  }

  /// Whether each stretch begins on the day after the one before it.
  var isWithoutGaps: Bool {
    zip(stretches, stretches.dropFirst()).allSatisfy { $0.last.adding(days: 1) == $1.first }
      && stretches.allSatisfy { $0.first <= $0.last }
  }
}
