import Letters
import Safeguarding

/// Reads who is named in a cell: one, or several however they are parted.
struct OwnerCell {
  let sayings: CellSayings
  let context: EntryContext

  /// What may stand between several; the last one only where both sides are known.
  private static let separators = [";", "\n", "/", "&", ",", "+", " and "]

  /// Understands a cell.
  func reading(of text: String, isSeveral: Bool) -> EntryReading {
    let whole = one(text.onOneLine)
    guard isSeveral else { return kept(whole, text.onOneLine) }
    if whole.problem.isEmpty { return whole.asList }
    for separator in OwnerCell.separators {
      let parts = text.split(separator: separator).map { String($0).trimmingBlanks }
        .filter { !$0.isEmpty }
      guard parts.count > 1 else { continue }
      let readings = readings(of: parts)
      guard let wrong = readings.last, !wrong.problem.isEmpty else {
        let isKnown = readings.allSatisfy { $0.value?.elements?.allSatisfy(\.isRecord) ?? true }
        if separator == " and ", !isKnown { continue }
        return OwnerCell.joined(readings)
      }
      if separator != " and " { return wrong }
    }
    return kept(whole, text.onOneLine).asList
  }

  /// The parts up to the first that cannot be read; a name that stands there again is read once.
  private func readings(of parts: [String]) -> [EntryReading] {
    var known: [String: EntryReading] = [:]
    var readings: [EntryReading] = []
    for part in parts {
      let reading = known[part] ?? reading(of: part, isSeveral: true)
      known[part] = reading
      readings.append(reading)
      if !reading.problem.isEmpty { break }
    }
    return readings
  }

  private func one(_ text: String) -> EntryReading {
    let name = sayings.meaning(of: text) ?? text
    if let known = OwnerText.identified(name, context) {
      return known.problem.isEmpty
        ? .understood(known.value?.elements?.first, known.words) : known.told(ofCell: text)
    }
    let reading = EntryKind.owners(isSeveral: false).reading(of: name, context)
    return (guessed(name, reading) ?? reading).told(ofCell: text)
  }

  /// What to say where a record was found by letters that are no whole words of its name: nobody looks on
  /// while a table is read, and "JS" or "Chair" may be somebody else.
  private func guessed(_ name: String, _ reading: EntryReading) -> EntryReading? {
    guard reading.problem.isEmpty, context.ownerFinder.named(name) == nil else { return nil }
    let found = context.ownerFinder.matches(name)
    guard found.count == 1, let first = found.first else { return nil }
    let words = name.searchWords
    let isSaid = name.contains(where: \.isLetter) && words.allSatisfy(first.words.contains)
    return isSaid ? nil : unknown(name, near: first.text)
  }

  private func unknown(_ name: String, near: String) -> EntryReading {
    EntryReading(
      problem: "No agency, seat, person or group is called \"\(name.shortened)\".",
      unknown: UnknownName(name: name, near: near, kinds: [], canStayName: true))
  }

  /// The name only, where that is wanted.
  private func kept(_ reading: EntryReading, _ text: String) -> EntryReading {
    let name = text.cleaned.text
    guard sayings.keepsWords, !reading.problem.isEmpty, !name.isEmpty else { return reading }
    return .understood(.record([.init("name", .text(name))]), "\(name): a name only")
  }

  private static func joined(_ readings: [EntryReading]) -> EntryReading {
    var owners: [StoredValue] = []
    for owner in readings.flatMap({ $0.value?.elements ?? [] }) where !owners.contains(owner) {
      owners.append(owner)
    }
    let words = readings.map(\.words).filter { !$0.isEmpty }.joined(separator: "; ")
    return .understood(.list(owners), words)
  }
}

extension EntryReading {
  /// The one owner as a list of owners.
  fileprivate var asList: EntryReading {
    guard problem.isEmpty, let value else { return self }
    return .understood(.list([value]), words)
  }
}

extension StoredValue {
  /// Whether an owner is a record, and no name only.
  fileprivate var isRecord: Bool { members?.contains { $0.key != "name" } ?? false }
}
