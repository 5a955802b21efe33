/// What is selected, filtered and sorted in one panel.
package struct ListState: Hashable, Sendable {
  /// The id of the selected row; the first row when nil or gone.
  package var selectedID: String?
  /// The first row, or line of text, that shows.
  package var offset = 0
  package var filter = ""
  package var sortColumn: Int?
  /// The title of the column it is sorted by, by which the column is found again.
  package var sortedBy: String?
  package var isDescending = false

  package init() {}
}

/// A place one has come to, with how one left its panels.
package struct Visit: Hashable, Sendable {
  package var place: Place
  /// The position of the panel that has the keys.
  package var focus: Int {
    get { chosenFocus ?? 0 }
    set { chosenFocus = newValue }
  }
  /// The same as it was chosen; nil until the place shows which of its panels it is there for.
  private(set) var chosenFocus: Int?
  /// Whether the focused panel takes the whole room.
  package var isZoomed = false
  package var lists: [PanelID: ListState] = [:]
  /// Whether it is shown as it was left the last time, and that is not told yet.
  var isAsLeft = false
  /// The positions that rows keep though the data would move them, by panel and row, while one is here.
  var held: [PanelID: [String: Int]] = [:]

  package init(_ place: Place) { self.place = place }
}
