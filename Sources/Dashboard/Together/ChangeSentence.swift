import Safeguarding

extension PaneContext {
  /// What people call a record, short enough for a sentence.
  func label(of record: RecordLink) -> String {
    let found = workspace.record(kind: record.kind.name, id: record.id)?.label ?? ""
    if !found.isEmpty { return found.shortened }
    return record.id.isEmpty ? record.kind.title.lowercased() : record.id
  }

  /// What a change does, a line for each difference, with the record it is about:
  /// `Status of "Tell the group": open, now done`.
  func sentences(of change: Change) -> [String] {
    let lines = change.words(names)
    if change.field == nil, change.from == nil || change.to == nil { return lines }
    let about = " of \"\(label(of: change.record))\": "
    return lines.map { line in
      guard let colon = line.firstRange(of: ": ") else { return line }
      return String(line[..<colon.lowerBound]) + about + String(line[colon.upperBound...])
    }
  }

  /// What several changes do, in one line: the first difference, and how many more there are.
  func sentence(of changes: [Change]) -> String {
    let lines = changes.flatMap { sentences(of: $0) }
    guard let first = lines.first else { return "nothing that shows" }
    let more = lines.count - 1
    return more == 0 ? first : "\(first), and \(counted(more, "more change"))"
  }
}
