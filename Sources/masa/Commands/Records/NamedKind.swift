import ArgumentParser
import Safeguarding

/// A kind of record, as a word on the command line names it: `action`, `actions`, `relevant-agency`.
struct NamedKind: ExpressibleByArgument {
  let type: any Entity.Type

  init?(argument word: String) {
    let wanted = NamedKind.folded(word)
    let found = Kinds.all.first { type in
      NamedKind.words(for: type).contains { NamedKind.folded($0) == wanted }
    }
    guard let found else { return nil }
    type = found
  }

  var kind: RecordKind { type.kind }

  static var allValueStrings: [String] { Kinds.all.map { $0.kind.name } }

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
    word.lowercased().filter { $0.isLetter || $0.isNumber }
  }
}
