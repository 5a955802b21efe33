package import Safeguarding
import TerminalUI

extension AsLeft {
  /// How the dashboard was left, as a file holds it.
  package var stored: StoredValue {
    var members: [StoredValue.Member] = []
    if let theme { members.append(.init("theme", .text(theme))) }
    if let glyphs { members.append(.init("glyphs", .text(glyphs.rawValue))) }
    if let pane { members.append(.init("pane", .text(pane))) }
    let ways = ways.sorted { $0.key < $1.key }.map { pane, stops in
      StoredValue.Member(pane, .list(stops.map(\.stored)))
    }
    return .record(members + [.init("ways", .record(ways))])
  }

  /// Reads how the dashboard was left; what is none of it is left out.
  package init(stored value: StoredValue) {
    theme = value["theme"]?.text
    glyphs = value["glyphs"]?.text.flatMap(GlyphTier.init(rawValue:))
    pane = value["pane"]?.text
    for way in value["ways"]?.members ?? [] {
      let stops = (way.value.elements ?? []).map { Stop(stored: $0) }
      // What lies behind a place that cannot be read is not reached without it.
      ways[way.key] = stops.prefix { $0 != nil }.compactMap(\.self)
    }
  }
}

extension AsLeft.Stop {
  fileprivate var stored: StoredValue {
    var members: [StoredValue.Member] = [
      .init("pane", .text(place.pane)), .init("path", .list(place.path.map { .text($0) })),
      .init("focus", .number(String(focus))), .init("isZoomed", .boolean(isZoomed)),
    ]
    let lists = lists.sorted { $0.key < $1.key }.map { panel, list in
      StoredValue.Member(panel, list.stored)
    }
    if !lists.isEmpty { members.append(.init("lists", .record(lists))) }
    return .record(members)
  }

  fileprivate init?(stored value: StoredValue) {
    guard let pane = value["pane"]?.text else { return nil }
    self.init(Place(pane, (value["path"]?.elements ?? []).compactMap(\.text)))
    if case .number(let spelling)? = value["focus"] { focus = Int(spelling) ?? 0 }
    if case .boolean(let isZoomed)? = value["isZoomed"] { self.isZoomed = isZoomed }
    for list in value["lists"]?.members ?? [] { lists[list.key] = AsLeft.List(stored: list.value) }
  }
}

extension AsLeft.List {
  fileprivate var stored: StoredValue {
    var members: [StoredValue.Member] = []
    if !filter.isEmpty { members.append(.init("filter", .text(filter))) }
    if let sortedBy {
      members.append(.init("sortedBy", .text(sortedBy)))
      members.append(.init("isDescending", .boolean(isDescending)))
    }
    return .record(members)
  }

  fileprivate init(stored value: StoredValue) {
    filter = String((value["filter"]?.text ?? "").prefix(200))
    sortedBy = value["sortedBy"]?.text
    if case .boolean(let isDescending)? = value["isDescending"] {
      self.isDescending = isDescending
    }
  }
}
