import Papers
import Safeguarding

/// A part of the yearly report.
///
/// A part is one function and one line in ``all``: it asks the account, and says what it lacks and who can
/// supply that. A kind of record that comes later is one more question in a part, or a part of its own.
struct AnnualPart: Sendable {
  /// The name by which a list of contents speaks of it.
  let name: String
  /// What it says of a year.
  let content: @Sendable (AnnualAccount) -> AnnualContent

  init(_ name: String, _ content: @escaping @Sendable (AnnualAccount) -> AnnualContent) {
    (self.name, self.content) = (name, content)
  }

  /// All parts, in the order in which they are read.
  static let all: [AnnualPart] = [
    summary, foreword, area, arrangements, scrutiny, voice, priorities, learning, assurance,
    training, resources, next, decisions, agencies,
  ]
}

/// What a part says of a year.
struct AnnualContent {
  /// The section.
  var section: PaperSection
  /// What it says of things that a list of contents asks for by names of their own, with the sections that do.
  var aspects: [String: [PaperSection]] = [:]

  init(_ section: PaperSection, aspects: [String: [PaperSection]] = [:]) {
    (self.section, self.aspects) = (section, aspects)
  }

  /// A section with the blocks of it.
  init(_ heading: String, _ blocks: [PaperBlock], isWide: Bool = false) {
    self.init(PaperSection(heading, blocks, isWide: isWide))
  }
}

/// How far the report says what a list of contents asks for.
enum AnnualFill: Int {
  case missing, partly, filled

  /// How far sections say it: what they hold beside what they lack.
  init(_ sections: [PaperSection]) {
    let says = sections.contains(where: \.saysSomething)
    self = !says ? .missing : sections.allSatisfy { $0.gaps.isEmpty } ? .filled : .partly
  }

  /// The answer in words.
  var words: String {
    switch self {
    case .missing: "missing"
    case .partly: "in part"
    case .filled: "yes"
    }
  }
}
