import Safeguarding
import TerminalUI

/// Which rows of the screen are about what others changed: only those get a mark.
struct NewsPlaces {
  private let changes: [Change]
  private let places: Set<Place>

  init(_ news: [News]) {
    changes = news.flatMap(\.entry.changes)
    places = Set(changes.map { Place(record: $0.record) })
  }

  /// Whether a row stands for something that others changed.
  func concern(_ row: TableRow, of panel: Panel, at place: Place, _ context: PaneContext) -> Bool {
    let target = panel.targets[row.id]
    guard let field = NewsPlaces.fields[panel.id] else {
      return target.map(places.contains) ?? false
    }
    // A part of a meeting: its rows are the elements of a list.
    let meeting = target ?? place
    guard places.contains(meeting) else { return false }
    return changes.contains { change in
      guard Place(record: change.record) == meeting else { return false }
      guard change.field != nil else { return true }
      return change.field == field && hasChanged(row, in: change, context)
    }
  }

  /// Whether an element of a list is none of those that were there before.
  private func hasChanged(
    _ row: TableRow, in change: Change, _ context: PaneContext
  ) -> Bool {
    let numbers = row.id.split(separator: "-").compactMap { Int($0) }
    let index = row.id.hasPrefix("paper-") ? numbers.first : numbers.last
    let meeting = context.workspace.record(kind: change.record.kind.name, id: change.record.id)
    guard let index, let now = meeting?.stored?[change.field ?? ""]?.elements,
      now.indices.contains(index)
    else { return true }
    let before = change.from?.elements ?? []
    if let place = before.firstIndex(of: now[index]) {
      return change.to?.elements?.firstIndex(of: now[index]) != place
    }
    guard let name = now[index].identity else { return true }
    let theirs = change.to?.elements?.filter { !before.contains($0) } ?? []
    return theirs.contains { $0.identity == name }
  }

  /// The field of a meeting whose elements the rows of a panel are.
  private static let fields = [
    "agenda": "agenda", "attendance": "attendance", "decisions": "decisions", "papers": "agenda",
  ]
}
