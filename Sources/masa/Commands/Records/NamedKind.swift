import ArgumentParser
import Letters
import Safeguarding

/// A kind of record, as a word on the command line names it: `action`, `actions`, `relevant-agency`.
struct NamedKind: Sendable {
  let type: any Entity.Type

  /// The kind that a word means.
  ///
  /// - Throws: `ValidationError` with the nearest kind.
  static func named(_ word: String) throws -> NamedKind {
    if let kind = NamedKind(word) { return kind }
    let names = Kinds.all.map { $0.kind.name }
    let near = nearest(to: word, among: names).map { "Did you mean \"\($0)\"? " } ?? ""
    throw ValidationError(
      "No kind of record is called \"\(word)\". \(near)Known: \(names.joined(separator: ", ")).")
  }

  private init?(_ word: String) {
    let wanted = NamedKind.folded(word)
    let found = Kinds.all.first { type in
      NamedKind.words(for: type).contains { NamedKind.folded($0) == wanted }
    }
    guard let found else { return nil }
    type = found
  }

  var kind: RecordKind { type.kind }

  /// So many records of the kind: "1 agency", "2 agencies".
  func counted(_ count: Int) -> String {
    let noun = count == 1 ? kind.title : Kinds.plural(of: type)
    return "\(grouped(count)) \(noun.lowercasedFirst)"
  }

  /// The words that mean a kind: its name, and the lists that hold its records.
  private static func words(for type: any Entity.Type) -> [String] {
    func lists<E: Entity>(_ type: E.Type) -> [String] {
      E.homes.compactMap { home in
        switch home.form {
        case .list(let key), .inside(let key, _): key.description
        case .own: home.path.split(separator: "/").first.map(String.init)
        case .single: nil
        }
      }
    }
    return [type.kind.name] + lists(type)
  }

  private static func folded(_ word: String) -> String {
    word.folded.filter { $0.isLetter || $0.isNumber }
  }
}
