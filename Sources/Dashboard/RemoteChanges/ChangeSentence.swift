import Safeguarding

extension PaneContext {
  /// What people call a record, on one line; it is cut only where it is longer than any sentence.
  func label(of record: RecordID) -> String {
    let found = workspace.record(record).map { workspace.label(of: $0) } ?? ""
    if !found.isEmpty { return found.asTitle.shortTitle }
    return record.id.isEmpty ? record.kind.title.lowercased() : record.id
  }

  /// A record as something to point to.
  func link(to record: any Entity) -> RecordID { RecordID(type(of: record).kind, record.id) }

  /// What a change does, a line for each difference, with the record it is about:
  /// `Status of "Tell the group": open, now done`; under a heading that names it, without it.
  func sentences(of change: Change, under heading: String = "") -> [String] {
    let lines = change.words(names)
    if change.field == nil, change.from == nil || change.to == nil { return lines }
    if heading.contains(label(of: change.record)) { return lines }
    let about = " of \"\(label(of: change.record))\": "
    return lines.map { line in
      guard let (before, after) = PaneContext.parts(of: line) else { return line }
      return before + about + after
    }
  }

  /// What the changes of an edit do, a line for each difference; a record that goes from one group to
  /// another is told once: `Handed over to PMQA: "Tell the group"`.
  func sentences(of changes: [Change], under heading: String = "") -> [String] {
    // A heading that names one of several records does not tell which line is about which.
    let heading = Set(changes.map(\.record)).count == 1 ? heading : ""
    return changes.flatMap { change -> [String] in
      let isMoved = changes.contains { other in
        other.record == change.record && other.document != change.document
          && other.field == nil && (other.to == nil) != (change.to == nil)
      }
      guard change.field == nil, isMoved else { return sentences(of: change, under: heading) }
      guard change.to != nil else { return [] }
      let folder = change.folder
      let group = folder.split(separator: "/").last.flatMap { workspace.groups[String($0)] }
      return ["Handed over to \(group?.label ?? folder): \"\(label(of: change.record))\""]
    }
  }

  /// What stands before and behind the first colon that is in no quotes; nil where there is none.
  private static func parts(of line: String) -> (before: String, after: String)? {
    let pieces = line.split(separator: "\"", omittingEmptySubsequences: false)
    var before = ""
    for (index, piece) in pieces.enumerated() {
      if index > 0 { before += "\"" }
      if index.isMultiple(of: 2), let colon = piece.firstRange(of: ": ") {
        let rest = [piece[colon.upperBound...]] + pieces[(index + 1)...]
        return (before + piece[..<colon.lowerBound], rest.joined(separator: "\""))
      }
      before += piece
    }
    return nil
  }

  /// What stands behind the first colon that is in no quotes; the whole where there is none.
  static func behindColon(_ line: String) -> String { parts(of: line)?.after ?? line }

  /// What several changes do, in one line: the first difference, and how many more there are.
  func sentence(of changes: [Change]) -> String {
    let lines = sentences(of: changes)
    guard let first = lines.first else { return "nothing that shows" }
    let more = lines.count - 1
    return more == 0 ? first : "\(first), and \(counted(more, "more change"))"
  }
}
