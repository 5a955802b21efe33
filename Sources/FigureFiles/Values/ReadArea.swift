import Letters
import Safeguarding

/// Where a figure is of, as a file names it.
package struct ReadArea: Hashable, Sendable {
  /// How much of the country it is.
  package enum Level: Hashable, Sendable {
    case national, regional
    /// Inner and Outer London: already within the region, so they are never added to it.
    case partOfRegion
    case localAuthority
    /// Another level, as the file prints it.
    case other(String)
    /// The file does not say.
    case unknown
  }

  /// How much of the country it is.
  package let level: Level
  /// The name as it is printed.
  package let name: String
  /// The code of three digits, which stays when boundaries do not change.
  package let oldCode: String
  /// The code of nine letters and digits, which changes with each order.
  package let newCode: String
  /// The code of the region in which it lies.
  package let regionCode: String
  /// The name of the region in which it lies.
  package let regionName: String

  init(
    level: Level, name: String, oldCode: String = "", newCode: String = "", regionCode: String = "",
    regionName: String = ""
  ) {
    (self.level, self.name, self.oldCode, self.newCode) = (level, name, oldCode, newCode)
    (self.regionCode, self.regionName) = (regionCode, regionName)
  }

  /// Whether the file does not know where: `Not available` with the code `x` or `z`.
  package var isUnknownGeography: Bool {
    ["x", "z"].contains(newCode) || ["x", "z"].contains(oldCode)
      || name.folded == "not available" || name.folded == "unknown"
  }

  /// Whether figures of it may stand beside those of other areas in a sum.
  package var mayBeSummed: Bool { level != .partOfRegion && !isUnknownGeography }

  /// The level of a region by its code and name: London stands three times among them.
  static func region(code: String, name: String) -> Level {
    let name = name.folded
    return code.hasPrefix("E13") || name.hasPrefix("inner ") || name.hasPrefix("outer ")
      ? .partOfRegion : .regional
  }

  /// The level that the name alone tells; nil for what can be a local authority.
  static func level(named name: String) -> Level? {
    switch AreaName.key(name) {
    case "england": .national
    case "inner london", "outer london": .partOfRegion
    case "north east", "north west", "yorkshire and the humber", "yorkshire and humber",
      "east midlands", "west midlands", "east of england", "east", "london", "south east",
      "south west":
      .regional
    case "great britain", "united kingdom", "wales", "england and wales": .other("National")
    case let key where key.hasPrefix("statistical neighbour"): .other("Statistical neighbours")
    default: nil
    }
  }
}

/// Names of areas as they are compared.
package enum AreaName {
  private static let titles: Set = [
    "city of", "county of", "london borough of", "royal borough of", "borough of",
    "metropolitan borough of",
  ]

  /// The name without what varies: `&` or `and`, commas, full stops, hyphens, "City of".
  package static func key(_ name: String) -> String {
    var words: [String] = [""]
    for letter in name.folded.unicodeScalars {
      switch letter {
      case "&": words += ["and", ""]
      case ".", "'": continue
      case " ", ",", "-", "/", "(", ")": words.append("")
      default: words[words.count - 1].unicodeScalars.append(letter)
      }
    }
    words.removeAll(where: \.isEmpty)
    for title in titles {
      let parts = title.split(separator: " ").map(String.init)
      if words.count > parts.count, Array(words.prefix(parts.count)) == parts,
        words.dropFirst(parts.count) != ["london"]
      {
        words.removeFirst(parts.count)
      }
      if words.count > parts.count, Array(words.suffix(parts.count)) == parts {
        words.removeLast(parts.count)
      }
    }
    if words.count > 1, words.last == "council" { words.removeLast() }
    if words == ["county", "durham"] { words.removeFirst() }
    return words.joined(separator: " ")
  }
}
