import Safeguarding

/// Files that agree with one another: no id is given twice, and every reference leads somewhere.
///
/// As long as the files declare the same ids, only files that are new have to be checked.
struct Agreement: Sendable {
  private var declared: DeclaredIDs
  private let declarations: [Int?]
  /// The files as they were checked.
  private var contexts: [ReadingContext]

  /// Notes that files with these ids agree; nil where they do not, or were not kept.
  init?(_ contexts: [ReadingContext], _ declared: DeclaredIDs) {
    guard contexts.allSatisfy({ $0.declarations != nil && $0.agrees }) else { return nil }
    (self.contexts, self.declared) = (contexts, declared)
    declarations = contexts.map(\.declarations)
  }

  /// Whether files agree as well as the earlier ones did, in whose place they stand.
  mutating func includes(_ contexts: [ReadingContext]) -> Bool {
    guard contexts.map(\.declarations) == declarations else { return false }
    declared.look(in: contexts)
    for (context, earlier) in zip(contexts, self.contexts) where context !== earlier {
      for named in context.mentions.named where !declared.answers(named.kind, named.id) {
        return false
      }
    }
    self.contexts = contexts
    return true
  }
}

extension DeclaredIDs {
  /// Whether there is the record that a reference means.
  mutating func answers(_ kind: RecordKind, _ id: String) -> Bool {
    contains(kind, id) || Kinds.bringsAlong(kind, id)
  }
}
