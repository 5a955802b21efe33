import Safeguarding

/// Finds the ids that references which lead nowhere may mean, with bounded work in all.
struct IDSuggestions {
  private var ids: [RecordKind: [String]] = [:]
  /// How many more ids may be compared; a folder full of lost references is answered in time.
  private var remaining = 200_000

  /// The id most like the one that is named; nil where none is near, or too many would be compared.
  mutating func nearest(to mention: Mentions.Mention, in declared: DeclaredIDs) -> String? {
    let count = declared.count(of: mention.kind)
    guard count <= remaining else { return nil }
    remaining -= count
    let known = ids[mention.kind] ?? declared.ids(of: mention.kind)
    ids[mention.kind] = known
    return Safeguarding.nearest(to: mention.id, among: known)
  }
}
