/// Finds the fields of a record by their keys, in about the same time however many there are.
struct MemberLookup {
  private let members: [StoredValue.Member]
  /// The first member of each key, where there are many.
  private let places: [String: Int]

  /// So few members are quicker to go through than to note.
  private static let few = 16

  /// Looks into the members of a record.
  init(_ members: [StoredValue.Member]) {
    self.members = members
    places =
      members.count <= Self.few
      ? [:]
      : Dictionary(
        members.enumerated().map { ($0.element.key, $0.offset) },
        uniquingKeysWith: { first, _ in first })
  }

  /// The value of a field; nil where the record has no such field.
  subscript(key: String) -> StoredValue? {
    if members.count <= Self.few { return members.first { $0.key == key }?.value }
    return places[key].map { members[$0].value }
  }
}
