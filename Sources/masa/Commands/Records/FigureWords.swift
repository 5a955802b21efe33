import Entry
import FigureFiles
import Letters
import Safeguarding

/// Agencies, quarters and indicators as words of a command line.
enum FigureWords {
  /// The agency that an id or a name means.
  static func agency(_ name: String, in workspace: Workspace) throws -> Agency {
    if let agency = workspace.agency(called: name) { return agency }
    let words = workspace.agencies.all.flatMap { [$0.id, $0.name] }
    let near = nearest(to: name, among: words).map { "Did you mean \"\($0)\"? " } ?? ""
    throw CommandFailure(
      "There is no agency \"\(name.shortened)\". \(near)masa list agency names them. Nothing was changed."
    )
  }

  /// The quarter, month or year that is meant.
  static func period(_ text: String) throws -> ReadPeriod {
    if let period = ReadPeriod.named(text) { return period }
    throw CommandFailure(
      "--quarter \"\(text.shortened)\" does not say which days it is of. Write 'Q1 2024-25'. Nothing was "
        + "changed.", status: 64)
  }

  /// What `LABEL=INDICATOR` says, of which the label may hold an equals sign too.
  static func pairs(_ words: [String], in workspace: Workspace) throws -> [String: String] {
    let pairs = try words.map { word -> (String, String) in
      guard let equals = word.lastIndex(of: "="), equals > word.startIndex else {
        throw CommandFailure(
          "--map \"\(word.shortened)\" is not understood: write 'LABEL=INDICATOR'. Nothing was changed.",
          status: 64)
      }
      let id = String(word[word.index(after: equals)...])
      if !id.isEmpty, workspace.indicators[id] == nil {
        let ids = workspace.indicators.all.map(\.id)
        let near = nearest(to: id, among: ids).map { "Did you mean \"\($0)\"? " } ?? ""
        throw CommandFailure(
          "--map: there is no indicator \"\(id.shortened)\". \(near)masa indicators names them. Nothing "
            + "was changed.", status: 64)
      }
      return (String(word[..<equals]), id)
    }
    return Dictionary(pairs, uniquingKeysWith: { _, last in last })
  }
}
