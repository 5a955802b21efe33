import Letters
import Safeguarding

/// Finds ids that people cannot tell apart, though they are different ones: with letters of another
/// alphabet, of full width or in capitals, or with letters that do not show at all.
struct LookAlikes {
  /// Those ids by what they look like; the many that only have small Latin letters need no room here.
  private var odd: [RecordKind: [String: String]] = [:]

  /// What an id is taken for, or hides, in a part of a sentence; nil where it is like no other one.
  ///
  /// All ids have to be declared before. Each pair is told once.
  mutating func trouble(
    with id: String, of kind: RecordKind, in declared: inout DeclaredIDs
  ) -> (message: String, other: String?)? {
    guard Self.isOdd(id) else { return nil }
    let look = Self.look(of: id)
    var other = look != id && declared.contains(kind, look) ? look : nil
    if other == nil, let first = odd[kind]?[look], first != id { other = first }
    if odd[kind]?[look] == nil { odd[kind, default: [:]][look] = id }
    let letters = Self.oddLetters(of: id)
    if let other {
      return (
        "The ids \"\(id)\" and \"\(other)\" of the kind \(kind.name) look alike and are two\(letters).",
        other
      )
    }
    guard Self.mixesAlphabets(id) else { return nil }
    return ("The id \"\(id)\" mixes letters of several alphabets that look alike\(letters).", nil)
  }

  /// Whether an id has anything but small letters, digits and marks of ASCII.
  private static func isOdd(_ id: String) -> Bool {
    id.utf8.contains { $0 >= 0x80 || (0x41...0x5A).contains($0) }
  }

  /// Which letters are of another alphabet, or do not show: ": 2nd letter U+043E".
  private static func oddLetters(of id: String) -> String {
    let odd = id.unicodeScalars.enumerated().filter { $0.element.value >= 0x80 }.prefix(3)
    if odd.isEmpty { return "" }
    let named = odd.map { place, scalar in
      let code = String(scalar.value, radix: 16, uppercase: true)
      return
        "letter \(place + 1) is U+\(String(repeating: "0", count: max(0, 4 - code.count)))\(code)"
    }
    return " (\(named.joined(separator: ", ")))"
  }

  private static func mixesAlphabets(_ id: String) -> Bool {
    var alphabets: Set<Int> = []
    for scalar in id.unicodeScalars {
      switch scalar.value {
      case 0x41...0x5A, 0x61...0x7A, 0xC0...0x24F, 0xFF21...0xFF3A, 0xFF41...0xFF5A:
        alphabets.insert(0)
      case 0x370...0x3FF, 0x1F00...0x1FFF: alphabets.insert(1)
      case 0x400...0x52F: alphabets.insert(2)
      default: continue
      }
      if (0xFF01...0xFF5E).contains(scalar.value) || scalar.isInvisible { return true }
    }
    return alphabets.count > 1
  }

  /// What an id looks like: small Latin letters for all that look like them.
  private static func look(of id: String) -> String {
    var look = String.UnicodeScalarView()
    for scalar in id.unicodeScalars where !scalar.isInvisible {
      var one = scalar
      if (0xFF01...0xFF5E).contains(one.value) {
        one = Unicode.Scalar(one.value - 0xFEE0) ?? one
      }
      if let latin = latin[one] {
        look.append(latin)
        continue
      }
      for small in one.properties.lowercaseMapping.unicodeScalars {
        look.append(latin[small] ?? small)
      }
    }
    return String(look)
  }

  /// The letters of other alphabets, with those of ours that they look like.
  private static let latin: [Unicode.Scalar: Unicode.Scalar] = Dictionary(
    zip(
      ("аеорсухіјѕһԁԛԝӏкмтнвп" + "АВЕКМНОРСТУХІЈЅ" + "αορνικτυχγεηω" + "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ"
        + "ıɑɡℓ‐‑‒–−").unicodeScalars,
      ("aeopcyxijshdqwlkmthbn" + "abekmhopctyxijs" + "aopviktuxyenw" + "abezhikmnoptyx"
        + "iagl-----").unicodeScalars),
    uniquingKeysWith: { first, _ in first })
}
