package import Safeguarding
package import TerminalUI

/// A picture that draws itself, and says the same in lines.
package protocol Drawing: Sendable {
  func draw(in canvas: inout Canvas, area: Rect)
  /// What the picture shows, for people who cannot see it.
  var lines: [String] { get }
}

/// One part of a pane: a table, some text or a picture under a rule with a title.
package struct Panel: Sendable {
  /// What a panel holds.
  package enum Body: Sendable {
    case table(Table)
    case text([Line])
    /// Labels with what there is to say under each.
    case facts([Fact])
    case drawing(any Drawing)
    /// What there is to say about the row selected in another panel.
    case detail(of: String, say: @Sendable (String) -> [Line])
  }

  package let id: String
  package let title: String
  /// A short summary at the right end of the rule, most important part first.
  package var notes: [Line]
  package let body: Body
  /// Shown when there is nothing to show: what to enter first.
  package var emptyText: String
  /// What could not be read and is missing here, as a sentence; empty when all is well.
  package var trouble = ""
  /// What is missing because it is not open to the person, as a sentence; empty when all is open.
  package var closed = ""
  /// Where Enter leads from a row, by the row's id.
  package let targets: [String: Place]

  package init(
    _ id: String, title: String, notes: [Line] = [], body: Body,
    emptyText: String = "Nothing here.", targets: [String: Place] = [:]
  ) {
    self.id = id
    self.title = title
    self.notes = notes
    self.body = body
    self.emptyText = emptyText
    self.targets = targets
  }

  /// A panel with a table whose rows were gathered together with where they lead.
  package init(
    _ id: String, title: String, notes: [Line] = [], columns: [Column], rows: [LinkedRow],
    emptyText: String
  ) {
    var targets: [String: Place] = [:]
    for row in rows { targets[row.row.id] = row.target }
    self.init(
      id, title: title, notes: notes,
      body: .table(Table(columns: columns, rows: rows.map(\.row))), emptyText: emptyText,
      targets: targets)
  }
}

/// A row of a table and where Enter leads from it.
package struct LinkedRow: Sendable {
  package let row: TableRow
  package let target: Place?

  package init(
    _ id: String, _ cells: [Line], keys: [SortKey] = [], isHeading: Bool = false,
    target: Place? = nil
  ) {
    row = TableRow(id: id, cells: cells, keys: keys, isHeading: isHeading)
    self.target = target
  }

  package init(_ id: String, _ cells: [Line], keys: [SortKey] = [], record: RecordID) {
    self.init(id, cells, keys: keys, target: Place(record: record))
  }
}

/// A label with what there is to say under it.
package struct Fact: Hashable, Sendable {
  package var label: String
  package var lines: [Line]

  package init(_ label: String, _ lines: [Line]) {
    self.label = label
    self.lines = lines
  }

  package init(_ label: String, _ text: String) {
    self.init(label, text.isEmpty ? [] : [Line(text)])
  }

  /// The facts in lines: labels at the left, what they say wrapped beside them.
  ///
  /// Those that others changed a moment ago have a mark in the gap before what they say.
  static func lines(
    _ facts: [Fact], changed: Set<String> = [], width: Int, glyphs: Glyphs
  ) -> [Line] {
    let shown = facts.filter { !$0.lines.isEmpty }
    let widest = shown.map { TextWidth.of($0.label) }.max() ?? 0
    let labelWidth = min(widest, max(8, width / 3))
    return shown.flatMap { fact in
      let texts = fact.lines.flatMap { $0.wrapped(width: max(8, width - labelWidth - 2)) }
      return texts.enumerated().map { index, text in
        let isCut = TextWidth.of(fact.label) > labelWidth
        let whole = isCut ? fact.label.prefix(labelWidth - 1) + "…" : fact.label[...]
        let label = index == 0 ? String(whole) : ""
        let gap = String(repeating: " ", count: labelWidth - TextWidth.of(label) + 1)
        guard changed.contains(fact.label) else {
          return Line(label, .secondary) + Line(gap + " ") + text
        }
        let mark = index == 0 ? String(glyphs.bullet) : " "
        return Line(label, .secondary) + Line(gap) + Line(mark + text.plain, .changed)
      }
    }
  }
}
