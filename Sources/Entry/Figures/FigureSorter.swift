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
