import FigureFiles
import Letters
package import Safeguarding

/// Whose figures are wanted: those of the partnerships' own areas, and those to compare them with.
package struct FigureAreas: Sendable {
  /// What an area is to a partnership.
  enum Role: Hashable { case own, comparator(String), other }

  private let own: [String: String]
  private let neighbours: [String: String]
  private let wanted: Set<String>

  private static let regions = [
    "North East", "North West", "Yorkshire and The Humber", "East Midlands", "West Midlands",
    "East of England", "London", "South East", "South West",
  ]

  /// The areas of a data folder.
  package init(_ workspace: Workspace) {
    own = Dictionary(
      workspace.partnerships.all.map { ($0.id, FigureAreas.key($0.area)) },
      uniquingKeysWith: { first, _ in first })
    let members = workspace.comparatorGroups.all.flatMap(\.members)
    neighbours = Dictionary(
      members.map { (FigureAreas.key($0), $0) }, uniquingKeysWith: { first, _ in first })
    wanted = Set(
      workspace.indicators.all.flatMap { indicator in
        indicator.comparators.map(\.name) + indicator.comparatorsWanted
      }.map(FigureAreas.key))
  }

  /// The names of the partnerships' own areas, as they are compared.
  package var ownNames: [String] { Set(own.values).filter { !$0.isEmpty }.sorted() }

  /// The names by which a reader of files looks for them.
  package var names: [String] {
    let areas = Set(own.values).union(neighbours.keys).union(wanted).filter { !$0.isEmpty }.sorted()
    return areas + areas.map { "\($0) county" } + ["England", "Statistical neighbours"]
      + FigureAreas.regions
  }

  /// What an area of a file is to a partnership; the region is the one in which its area lies.
  func role(of area: ReadArea, for partnership: String, region: Set<String>) -> Role {
    let key = FigureAreas.key(area.name)
    if key.isEmpty, area.newCode.isEmpty, area.oldCode.isEmpty { return .own }
    switch area.level {
    case .national: return .comparator(area.name.isEmpty ? "England" : area.name)
    case .regional:
      return region.contains(key) || wanted.contains(key) ? .comparator(area.name) : .other
    case .partOfRegion: return wanted.contains(key) ? .comparator(area.name) : .other
    case .other(let name) where name == "Statistical neighbours": return .comparator(area.name)
    case .other: return wanted.contains(key) ? .comparator(area.name) : .other
    case .localAuthority, .unknown:
      if isOwn(area, of: partnership) { return .own }
      return neighbours[key] != nil || wanted.contains(key) ? .comparator(area.name) : .other
    }
  }

  /// Whether an area is that of a partnership.
  func isOwn(_ area: ReadArea, of partnership: String) -> Bool {
    let key = FigureAreas.key(area.name)
    return !key.isEmpty && own[partnership] == key && area.level != .national
      && area.level != .regional
  }

  /// A name as it is compared, without what says that it is an authority.
  static func key(_ name: String) -> String {
    var words = AreaName.key(name).split(separator: " ")[...]
    for ending in [["local", "authority", "area"], ["area"], ["council"], ["borough"], ["county"]]
    where words.count > ending.count && words.suffix(ending.count).map(String.init) == ending {
      words = words.dropLast(ending.count)
    }
    return words.joined(separator: " ")
  }
}
