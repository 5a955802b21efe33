import Letters

/// Finds an item of an agenda by its number or by letters of its title.
public struct AgendaItemSearch: Sendable {
  /// Why no item, or not one alone, is meant: a sentence that says what to write instead.
  public struct Problem: Error, Hashable, Sendable {
    /// What was looked for, and what is there.
    public let sentence: String
  }

  private let meeting: Meeting

  /// Looks through the agenda of a meeting.
  public init(_ meeting: Meeting) { self.meeting = meeting }

  /// The position of the item that has a number, a title, or letters of a title.
  ///
  /// - Throws: ``Problem`` when no item is meant, or several are.
  public func index(of text: String) throws(Problem) -> Int {
    let sieves: [(AgendaItem) -> Bool] = [
      { !$0.number.isEmpty && $0.number.isSame(as: text) },
      { $0.title.isSame(as: text) }, { $0.title.holds(text) },
    ]
    for sieve in text.folded.isEmpty ? [] : sieves {
      let found = meeting.agenda.indices.filter { sieve(meeting.agenda[$0]) }
      if found.count > 1 {
        throw Problem(
          sentence: "\"\(short(text))\" may mean \(found.count) items: \(list(found)). "
            + "Write the number of one, or more letters.")
      }
      if let one = found.first { return one }
    }
    throw Problem(
      sentence: "No item of the \(meeting.label) is meant by \"\(short(text))\". "
        + (meeting.agenda.isEmpty
          ? "It has no agenda yet." : "It has: \(list(Array(meeting.agenda.indices)))."))
  }

  private func list(_ indices: [Int]) -> String {
    let shown = indices.prefix(8).map { index in
      [meeting.agenda[index].number, short(meeting.agenda[index].title)]
        .filter { !$0.isEmpty }.joined(separator: " ")
    }
    let more = indices.count > 8 ? " and \(indices.count - 8) more" : ""
    return shown.joined(separator: "; ") + more
  }

  private func short(_ text: String) -> String {
    let line = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return line.count <= 40 ? line : line.prefix(37) + "..."
  }
}
