import FigureFiles
import Letters
import Safeguarding

/// What the areas and parts of a file are; each is looked at once.
struct FigureSorter {
  private let areas: FigureAreas
  private let regions: [String: Set<String>]
  private let constants: [ObjectIdentifier: Set<String>]
  private var roles: [Pair: FigureAreas.Role] = [:]

  private struct Pair: Hashable {
    let area: ObjectIdentifier
    let partnership: String
  }

  init(_ file: FigureFile, _ workspace: Workspace) {
    areas = FigureAreas(workspace)
    var regions: [String: Set<String>] = [:]
    var seen: Set<ObjectIdentifier> = []
    for figure in file.figures where seen.insert(ObjectIdentifier(figure.area)).inserted {
      guard !figure.area.regionName.isEmpty else { continue }
      for partnership in workspace.partnerships.all
      where areas.isOwn(figure.area.value, of: partnership.id) {
        regions[partnership.id, default: []].insert(FigureAreas.key(figure.area.regionName))
      }
    }
    self.regions = regions
    constants = file.isReturn ? [:] : FigureSorter.constants(of: file)
  }

  /// The columns of a release that say the same of all figures of a measure: they part nothing.
  private static func constants(of file: FigureFile) -> [ObjectIdentifier: Set<String>] {
    struct Use: Hashable {
      let measure: ObjectIdentifier
      let parts: ObjectIdentifier
    }
    var seen: Set<Use> = []
    var members: [ObjectIdentifier: [String: Set<String>]] = [:]
    var counts: [ObjectIdentifier: (all: Int, columns: [String: Int])] = [:]
    for figure in file.figures {
      let measure = ObjectIdentifier(figure.measure)
      let use = Use(measure: measure, parts: ObjectIdentifier(figure.breakdown))
      guard seen.insert(use).inserted else { continue }
      counts[measure, default: (0, [:])].all += 1
      for part in figure.breakdown.value {
        members[measure, default: [:]][part.name, default: []].insert(part.member)
        counts[measure, default: (0, [:])].columns[part.name, default: 0] += 1
      }
    }
    var constants: [ObjectIdentifier: Set<String>] = [:]
    for (measure, columns) in members {
      constants[measure] = Set(
        columns.filter { name, members in
          members.count == 1 && counts[measure]?.columns[name] == counts[measure]?.all
        }.keys)
    }
    return constants
  }

  /// What the area of a figure is to the partnership of an indicator.
  mutating func role(of figure: ReadFigure, for indicator: Indicator) -> FigureAreas.Role {
    let partnership = indicator.partnership.id
    let pair = Pair(area: ObjectIdentifier(figure.area), partnership: partnership)
    if let role = roles[pair] { return role }
    let role = areas.role(
      of: figure.area.value, for: partnership, region: regions[partnership] ?? [])
    roles[pair] = role
    return role
  }

  /// The parts that a figure is of, without those that mean everybody.
  func parts(of figure: ReadFigure) -> [BreakdownMember] {
    let constant = constants[ObjectIdentifier(figure.measure)] ?? []
    return figure.breakdown.value.filter { !$0.isTotal && !constant.contains($0.name) }
  }
}

extension FigureFile {
  /// Whether an agency made it by hand.
  fileprivate var isReturn: Bool { layout.hasPrefix("an agency's return") }
}

/// The values and comparators that are there, by what they are of.
struct KnownFigures {
  /// What is there of one place.
  struct Known {
    let id: String
    let value: Measure?
    let provisional: Bool
  }

  private struct Place: Hashable {
    let indicator: String
    let whose: String
    let first: CalendarDate?
    let last: CalendarDate?
    let parts: [String]
    var agency = ""
  }

  private let workspace: Workspace
  private var values: [Place: [Observation]] = [:]
  private var comparators: [Place: Known] = [:]
  private var read: Set<String> = []
  private var given: [Place: (row: Int, value: Measure?)] = [:]

  init(_ workspace: Workspace) { self.workspace = workspace }

  /// What the file itself gave already for the place of an item, which is remembered.
  mutating func taken(_ item: FigureImport.Item) -> (row: Int, value: Measure?)? {
    var place = KnownFigures.place(item.value, of: item.indicator, item.comparator ?? "")
    place.agency = item.value.agency?.id ?? ""
    if let twin = given[place] { return twin }
    given[place] = (item.row, item.value.value)
    return nil
  }

  /// What counts now at the place of an item.
  mutating func find(_ item: FigureImport.Item) -> Known? {
    let indicator = item.indicator
    if read.insert(indicator).inserted { workspace.indicators[indicator].map { take($0) } }
    let place = KnownFigures.place(item.value, of: indicator, item.comparator ?? "")
    if item.comparator != nil { return comparators[place] }
    let agency = item.value.agency?.id
    let all = values[place] ?? []
    let counting = all.filter { value in
      let isOfAgency = agency == nil || value.agency == nil || value.agency?.id == agency
      let isRestated = all.contains { $0.id != value.id && $0.restates(value.id) }
      return isOfAgency && !isRestated
    }
    let same = counting.first { known in
      item.value.value.map { known.value?.says($0) ?? false } ?? false
    }
    return (same ?? counting.last).map {
      Known(id: $0.id, value: $0.value, provisional: $0.provisional)
    }
  }

  private mutating func take(_ indicator: Indicator) {
    for value in workspace.values(of: indicator) {
      values[KnownFigures.place(value, of: indicator.id, ""), default: []].append(value)
    }
    for (number, comparator) in indicator.comparators.enumerated() {
      var value = Observation()
      value.period = comparator.period
      comparators[KnownFigures.place(value, of: indicator.id, comparator.name)] = Known(
        id: String(number), value: comparator.value, provisional: false)
    }
  }

  private static func place(
    _ value: Observation, of indicator: String, _ whose: String
  ) -> Place {
    Place(
      indicator: indicator, whose: AreaName.key(whose), first: value.period?.first,
      last: value.period?.last,
      parts: value.breakdown.map { "\($0.by.folded): \($0.part.folded)" }.sorted())
  }
}

extension Observation {
  /// Whether it says that it restates the value with an id.
  fileprivate func restates(_ id: String) -> Bool {
    supersedes.split { !($0.isLetter || $0.isNumber || $0 == "-") }.contains { $0 == id }
  }
}
