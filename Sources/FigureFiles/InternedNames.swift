import Letters
import Safeguarding

/// The areas, periods and breakdowns of a file, each kept once.
struct InternedNames: Sendable {
  private var areas: [ReadArea: Interned<ReadArea>] = [:]
  private var areaNumbers: [String: Int32] = [:]
  private var namesByCode: [String: String] = [:]
  private var codesByName: [String: String] = [:]
  private var withHistory: Set<Int32> = []
  private var periods: [String: Interned<ReadPeriod>] = [:]
  private var breakdowns: [[BreakdownMember]: Interned<[BreakdownMember]>] = [:]
  private var groups: [[BreakdownMember]: Int32] = [:]
  /// For each breakdown, its members: the rest of the breakdown with the name, and whether it is the total.
  private(set) var members: [[(group: Int32, isTotal: Bool)]] = []

  /// Everybody.
  mutating func everybody() -> Interned<[BreakdownMember]> { breakdown([]) }

  /// An area, and what is wrong with its name or codes where it is new.
  mutating func area(
    _ area: ReadArea, known: [KnownArea]
  ) -> (Interned<ReadArea>, fault: String?) {
    if let found = areas[area] { return (found, nil) }
    let name = AreaName.key(area.name)
    let code = area.oldCode.isEmpty ? area.newCode : area.oldCode
    let isKnownPlace = !area.isUnknownGeography
    // Inner London and London have names of their own; a name alone is enough where there is no code.
    let identity = "\(area.level == .partOfRegion)/" + (code.isEmpty || !isKnownPlace ? name : code)
    let number = areaNumbers[identity] ?? Int32(clamping: areaNumbers.count)
    areaNumbers[identity] = number
    let interned = Interned(shared: Shared(area), number: number)
    areas[area] = interned
    if AreaHistory.codes.contains(where: {
      $0.oldCode == area.oldCode && !area.oldCode.isEmpty
        || $0.newCode == area.newCode && !area.newCode.isEmpty
    }) {
      withHistory.insert(number)
    }
    return (interned, isKnownPlace ? fault(of: area, name, code, known) : nil)
  }

  private mutating func fault(
    of area: ReadArea, _ name: String, _ code: String, _ known: [KnownArea]
  ) -> String? {
    guard !code.isEmpty, !name.isEmpty else { return nil }
    if let other = namesByCode[code], other != name {
      return "the code \(code) stands for \"\(area.name)\" here and for another name above"
    }
    namesByCode[code] = name
    let level = "\(area.level)/\(name)"
    // Dorset and others kept their names when their codes of three digits changed.
    let changed = AreaHistory.codes.map(\.oldCode)
    if let other = codesByName[level], other != code,
      !(changed.contains(code) && changed.contains(other))
    {
      return "\"\(area.name)\" has the code \(code) here and \(other) above"
    }
    codesByName[level] = code
    guard area.level == .localAuthority, !known.isEmpty else { return nil }
    if let found = known.first(where: {
      !area.oldCode.isEmpty && $0.oldCode == area.oldCode
        || area.oldCode.isEmpty && !area.newCode.isEmpty && $0.newCode == area.newCode
    }) {
      return AreaName.key(found.name) == name
        ? nil : "the code \(code) is that of \(found.name), not of \"\(area.name)\""
    }
    return "the code \(code) of \"\(area.name)\" is not among the areas that are known"
  }

  /// Whether the codes of an area changed once.
  func hasHistory(_ number: Int32) -> Bool { withHistory.contains(number) }

  /// Whether a period was met before.
  func knows(_ period: ReadPeriod) -> Bool { periods[InternedNames.key(period)] != nil }

  private static func key(_ period: ReadPeriod) -> String {
    "\(period.identifier)/\(period.printed.folded)"
  }

  /// A period.
  mutating func period(_ period: ReadPeriod) -> Interned<ReadPeriod> {
    let key = InternedNames.key(period)
    if let found = periods[key] { return found }
    let interned = Interned(shared: Shared(period), number: Int32(clamping: periods.count))
    periods[key] = interned
    return interned
  }

  /// A breakdown.
  mutating func breakdown(_ list: [BreakdownMember]) -> Interned<[BreakdownMember]> {
    if let found = breakdowns[list] { return found }
    let interned = Interned(shared: Shared(list), number: Int32(clamping: breakdowns.count))
    breakdowns[list] = interned
    members.append(
      list.indices.map { index in
        var rest = list
        rest[index] = BreakdownMember(list[index].name, "")
        let group = groups[rest] ?? Int32(clamping: groups.count)
        groups[rest] = group
        return (group, list[index].isTotal)
      })
    return interned
  }
}
