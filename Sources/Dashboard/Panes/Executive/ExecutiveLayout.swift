import TerminalUI

/// Where the panels of the Executive stand in a given room.
struct ExecutiveLayout {
  /// The height at which the timeline shows all its lanes.
  let timelineHeight: Int
  /// The ids of the panels there are, in order.
  let panels: [PanelID]

  /// A place for each panel; an empty one where there is no room for it.
  func places(in area: Rect) -> [Rect] {
    let places = area.height < 14 ? [.rotation: area] : named(in: area)
    return panels.map { places[$0] ?? Rect(x: 0, y: 0, width: 0, height: 0) }
  }

  private func named(in area: Rect) -> [PanelID: Rect] {
    let top = min(timelineHeight, max(4, area.height / 3 + 1))
    let rows = area.rows([.fixed(top), .share(1)])
    var places =
      area.width < 100 ? stacked(rows[1]) : area.width < 180 ? inTwo(rows[1]) : inThree(rows[1])
    places[.rotation] = rows[0]
    return places
  }

  private func has(_ id: PanelID) -> Bool { panels.contains(id) }

  private func stacked(_ area: Rect) -> [PanelID: Rect] {
    let ids: [PanelID] =
      has(.handover) && area.height >= 26
      ? [.terms, .handover, .meetings] : [.terms, .meetings]
    let rows = area.rows(ids.map { _ in .share(1) })
    return Dictionary(uniqueKeysWithValues: zip(ids, rows))
  }

  /// Terms and handover side by side, the people and what they did below.
  private func inTwo(_ area: Rect) -> [PanelID: Rect] {
    let isShort = area.height < 24
    let rows = area.rows([.share(isShort ? 1 : 6), .share(isShort ? 1 : 7)])
    let upper = rows[0].columns([.share(1), .share(1)])
    let lower = rows[1].columns([.share(1), .share(1)])
    let second: PanelID = has(.handover) ? .handover : has(.partners) ? .partners : .meetings
    var places: [PanelID: Rect] = [.terms: upper[0], second: upper[1], .members: lower[0]]
    let others = [PanelID.partners, .meetings, .decisions].filter { has($0) && places[$0] == nil }
    if isShort {
      places[.members] = others.first == .partners ? nil : lower[0]
      for (id, place) in zip(others, others.first == .partners ? lower : [lower[1]]) {
        places[id] = place
      }
      return places
    }
    let right = lower[1].rows(others.map { $0 == .partners ? .fixed(5) : .share(1) })
    for (id, place) in zip(others, right) { places[id] = place }
    return places
  }

  private func inThree(_ area: Rect) -> [PanelID: Rect] {
    let rows = area.rows([.share(5), .share(6)])
    let lower = rows[1].columns([.share(1), .share(1)])
    let first = [PanelID.terms, .handover, .partners, .meetings].filter(has)
    var places: [PanelID: Rect] = [.decisions: lower[0], .members: lower[1]]
    let isTall = first.count == 4 && rows[0].height >= 14
    let upper = rows[0].columns(first.prefix(isTall ? 3 : 4).map { _ in .share(1) })
    for (id, place) in zip(first, upper) { places[id] = place }
    if isTall {
      let right = upper[2].rows([.fixed(6), .share(1)])
      places[.partners] = right[0]
      places[.meetings] = right[1]
    }
    return places
  }
}
