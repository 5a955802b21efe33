import Safeguarding
import TerminalUI

/// A part of a pane with a name of its own in the row below the tabs.
package struct PaneSection: Sendable {
  /// Its way into the pane.
  package let id: String
  /// What it is called in the row below the tabs.
  package let title: String
  /// What it shows.
  let content: @Sendable (PaneContext) -> PaneContent

  init(_ id: String, _ title: String, content: @escaping @Sendable (PaneContext) -> PaneContent) {
    (self.id, self.title, self.content) = (id, title, content)
  }
}

/// A pane of several parts, so that the tab bar stays short.
///
/// Its parts are one list; each is one function of what is known, as a pane is.
package protocol SectionedPane: Pane {
  /// The parts in their order; the first one shows at first.
  static var sections: [PaneSection] { get }
}

extension SectionedPane {
  package static func content(_ context: PaneContext, path: [String]) -> PaneContent {
    section(path.first ?? "", context)
  }

  /// A part by its way into the pane; the first one for any other way.
  static func section(_ id: String, _ context: PaneContext) -> PaneContent {
    let position = sections.firstIndex { $0.id == id } ?? 0
    var content = sections[position].content(context)
    content.trail = [title] + (position == 0 ? [] : [sections[position].title]) + content.trail
    content.sections = SectionRow(sections.map { ($0.id, $0.title) }, shown: position)
    return content
  }

  package static func ways(_ context: PaneContext) -> [[String]] { sections.map { [$0.id] } }
}

/// The parts of a pane as they stand in the row below the tabs.
package struct SectionRow: Hashable, Sendable {
  /// One part, and the columns it takes.
  package struct Item: Hashable, Sendable {
    let id: String
    let title: String
  }

  package let items: [Item]
  /// The position of the part that shows.
  package let shown: Int

  init(_ items: [(id: String, title: String)], shown: Int) {
    self.items = items.map { Item(id: $0.id, title: $0.title) }
    self.shown = shown
  }

  /// The part so many further on, around the ends.
  func id(by step: Int) -> String {
    items[((shown + step) % items.count + items.count) % items.count].id
  }

  /// Where each title begins in a row of so many columns; those that find no room are left out.
  ///
  /// What is shown always stands there, with as many as there is room for on either side of it.
  func places(in width: Int) -> [(position: Int, x: Int)] {
    func needed(_ range: ClosedRange<Int>) -> Int {
      range.reduce(1) { $0 + TextWidth.of(items[$1].title) + SectionRow.gap }
    }
    var range = shown...shown
    while true {
      let wider = [
        range.upperBound + 1 < items.count ? range.lowerBound...range.upperBound + 1 : nil,
        range.lowerBound > 0 ? range.lowerBound - 1...range.upperBound : nil,
      ].compactMap(\.self).first { needed($0) <= width }
      guard let wider else { break }
      range = wider
    }
    var x = 1
    return range.map { position in
      defer { x += TextWidth.of(items[position].title) + SectionRow.gap }
      return (position, x)
    }
  }

  private static let gap = 3
}

extension Browsing {
  /// Whether there is room for the parts of the pane below the tabs.
  var hasSections: Bool { content.sections != nil && size.height >= 12 }

  /// The row where the parts of the pane stand.
  var sectionsTop: Int { hasBanner ? 3 : 2 }

  /// Shows another part of the pane in the place of this one.
  mutating func show(section: String) {
    guard content.sections != nil else { return }
    let pane = visit.place.pane
    visits[visits.count - 1] = Visit(Place(pane, [section]))
    refresh()
    scrollToSelection()
  }
}

extension ScreenDrawing {
  /// Draws the parts of the pane below the tabs: the one that shows stands out.
  func drawSections(in canvas: inout Canvas) {
    guard browsing.hasSections, let sections = content.sections else { return }
    let y = browsing.sectionsTop
    let hint = sectionHint
    for (position, x) in sections.places(in: size.width - hint.width - 2) {
      let title = sections.items[position].title
      if position == sections.shown {
        canvas.write(" \(title) ", .tab, x: x - 1, y: y)
      } else {
        canvas.write(title, .secondary, x: x, y: y)
      }
    }
    canvas.write(hint, x: size.width - hint.width - 1, y: y, width: hint.width)
  }

  /// The keys that go from one part to the next.
  private var sectionHint: Line {
    let keys = ["previous-section", "next-section"].map(dashboard.keymap.label)
    let (shown, all) = (content.sections?.shown ?? 0, content.sections?.items.count ?? 0)
    return Line(keys.joined(separator: " "), .key) + .secondary(" section \(shown + 1) of \(all)")
  }

  /// The part of the pane that is named at a point; nil where none is.
  func section(at point: Point) -> String? {
    guard browsing.hasSections, let sections = content.sections, point.y == browsing.sectionsTop
    else { return nil }
    return sections.places(in: size.width - sectionHint.width - 2).first { position, x in
      (x - 1...x + TextWidth.of(sections.items[position].title)).contains(point.x)
    }.map { sections.items[$0.position].id }
  }
}

extension Command {
  /// Going through the parts of a pane.
  static let sectionCommands: [Command] = [
    Command(
      "next-section", "Go to the next section of a pane", keys: [.character("]")],
      section: "Move",
      reason: { $0.content.sections == nil ? "This pane has no sections." : nil },
      change: { dashboard in
        if let id = dashboard.content.sections?.id(by: 1) { dashboard.browsing.show(section: id) }
      }),
    Command(
      "previous-section", "Go to the section before", keys: [.character("[")], section: "Move",
      reason: { $0.content.sections == nil ? "This pane has no sections." : nil },
      change: { dashboard in
        if let id = dashboard.content.sections?.id(by: -1) {
          dashboard.browsing.show(section: id)
        }
      }),
  ]
}
