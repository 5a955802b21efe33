package import Safeguarding

/// What one edition of the guidance asks the yearly report to contain.
package struct ContentList: Sendable {
  /// The edition, as people call it.
  package let title: String
  /// What it asks for, in its order.
  package let items: [ContentItem]

  /// The list of the edition that is in force on a day.
  ///
  /// - Parameters:
  ///   - day: The day on which the report is published.
  ///   - edition: The id of the edition that is wanted; that in force where none is given.
  ///   - workspaces: Where lists are looked for; the first that has the edition wins.
  package init(on day: CalendarDate, edition: String? = nil, in workspaces: [Workspace]) {
    let found = workspaces.map { workspace in
      edition.map { id in workspace.contentItems.all.filter { $0.edition.id == id } }
        ?? workspace.contentList(on: day)
    }
    func start(_ items: [ContentItem]) -> Int { items.first?.from?.first?.dayNumber ?? .min }
    let place = found.indices.filter { !found[$0].isEmpty }.max { left, right in
      (start(found[left]), right) < (start(found[right]), left)
    }
    let items = place.map { found[$0] } ?? []
    let wanted = items.first?.edition
    title =
      place.flatMap { workspaces[$0].documents[wanted]?.title } ?? wanted?.id
      ?? "no list of contents"
    self.items = items
  }

  /// The editions that are known, by their ids.
  package static func editions(in workspaces: [Workspace]) -> [String] {
    Set(workspaces.flatMap { $0.contentItems.all.map(\.edition.id) }).sorted()
  }
}
