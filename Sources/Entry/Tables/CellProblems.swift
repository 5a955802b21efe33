import Letters
import Safeguarding

extension EntryReading {
  /// The same with a problem that fits a cell, where there is no list to choose from.
  func told(ofCell name: String) -> EntryReading {
    if problem.isEmpty { return self }
    var told = self
    let name = name.onOneLine.shortened
    if let first = candidates.first {
      let isOfOneKind = Set(candidates.map(\.kind)).count == 1
      let shown = candidates.prefix(5).map { "\(isOfOneKind ? $0.id : $0.exactly) (\($0.text))" }
      let more = candidates.count > 5 ? " and \(candidates.count - 5) more" : ""
      told.problem =
        "\"\(name)\" may mean \(shown.joined(separator: ", "))\(more). Say which with "
        + "--read '\(name)=\(isOfOneKind ? first.id : first.exactly)'."
    } else if let unknown, unknown.canStayName {
      told.problem =
        "No agency, seat, person, group or partnership is called \"\(name)\". "
        + (unknown.near.isEmpty ? "" : "Did you mean \"\(unknown.near)\"? ")
        + "Say who it is with --read '\(name)=\(unknown.near.isEmpty ? "NAME" : unknown.near)', or keep "
        + "such names with --keep-words."
    }
    return told
  }
}
