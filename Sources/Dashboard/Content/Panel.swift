import Safeguarding
package import TerminalUI

/// A picture that draws itself, and says the same in lines.
package protocol Drawing: Sendable {
  func draw(in canvas: inout Canvas, area: Rect)
  /// What the picture shows, for people who cannot see it.
  var lines: [String] { get }
  /// The room that shows it as it is meant.
  var natural: Size { get }
  /// The room below which it says too little.
  var least: Size { get }
}

extension Drawing {
  package var natural: Size { Size(60, 12) }
  package var least: Size { Size(30, 4) }
}

/// A picture that says in its words, too, that it rests on records that illustrate.
private struct MarkedDrawing: Drawing {
  let drawing: any Drawing

  init(_ drawing: any Drawing) { self.drawing = drawing }

  func draw(in canvas: inout Canvas, area: Rect) { drawing.draw(in: &canvas, area: area) }
  var lines: [String] { drawing.lines.map { $0.isEmpty ? $0 : $0 + illustrativeMark } }
  var natural: Size { drawing.natural }
  var least: Size { drawing.least }
}

/// What a panel is known by in its pane; each is declared once, beside the pane that has it.
package struct PanelID: Hashable, Sendable, ExpressibleByStringLiteral {
  package let name: String

  package init(stringLiteral name: String) { self.name = name }
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
    /// What there is to say about the row selected in another panel, by its position among all rows.
    case detail(of: PanelID, say: @Sendable (Int) -> [Fact])

    /// What there is to say in lines about the row selected in another panel.
    static func text(about list: PanelID, say: @escaping @Sendable (Int) -> [Line]) -> Body {
      .detail(of: list) { row in
        let lines = say(row)
        return lines.isEmpty ? [] : [Fact("", lines)]
      }
    }
  }

  package let id: PanelID
  package let title: String
  /// How many of its rows something is overdue of, where its rows are not read to know that.
  var late = 0
  /// Whether how many rows there are rests on records that illustrate.
  private(set) var isCountMarked = false
  /// A short summary at the right end of the rule, most important part first.
  package var notes: [Line]
  package private(set) var body: Body
  /// Shown when there is nothing to show: what to enter first.
  package var emptyText: String
  /// What it means that there is nothing to show: good news are told in another role.
  var emptyRole = Role.secondary
  /// What could not be read and is missing here, as a sentence; empty when all is well.
  package var trouble = ""
  /// What is missing because it is not open to the person, as a sentence; empty when all is open.
  package var closed = ""
  /// What can be added to what it shows, the likeliest first.
  package var additions: [Addition] = []
  /// How something is added to it where it is empty, for somebody who can.
  package var invitation = "‹add› adds the first."
  /// Why nothing can be added to it, where something of its kind could be elsewhere; empty otherwise.
  package var noAddition = ""
  /// The room that shows it as it is meant, where that cannot be told from what it holds now.
  var natural: Size?
  /// What explains the signs of a column, by its position: said only where the column finds room.
  var legend: (column: Int, note: Line)?
  /// Whether it shows only where there is room to spare.
  var isExtra = false
  /// The row that is selected as long as nobody has moved; the first one where none is said.
  var start: String?
  /// What it shows as a whole, where it is no table: a part of what the pane is about.
  package var subject = RowSubject.none
  /// What its rows stand for, and where Enter leads from them.
  package let rows: PanelRows

  package init(
    _ id: PanelID, title: String, notes: [Line] = [], body: Body,
    emptyText: String = "Nothing here."
  ) {
    self.id = id
    self.title = title
    self.notes = notes
    self.body = body
    self.emptyText = emptyText
    rows = PanelRows([])
  }

  /// A panel with a table.
  package init(
    _ id: PanelID, title: String, notes: [Line] = [], columns: [Column], rows: PanelRows,
    emptyText: String
  ) {
    self.id = id
    self.title = title
    self.notes = notes
    body = .table(Table(columns: columns, rows: rows.table))
    self.emptyText = emptyText
    self.rows = rows
  }

  /// A panel with a table whose rows are few and there already.
  package init(
    _ id: PanelID, title: String, notes: [Line] = [], columns: [Column], rows: [PanelRow],
    emptyText: String
  ) {
    self.init(
      id, title: title, notes: notes, columns: columns, rows: PanelRows(rows),
      emptyText: emptyText)
  }

  /// The table, where the panel is one.
  package var table: Table? { if case .table(let table) = body { table } else { nil } }

  /// The panel with marks where it says something else than one of what is published alone.
  ///
  /// - Parameters:
  ///   - panel: The panel in its place; nil where there is none.
  ///   - published: All of what is published alone.
  ///   - content: All of what this panel is one of.
  /// - Returns: The panel with its marks.
  func marked(
    against panel: Panel?, published: PaneContent, of content: PaneContent
  ) -> Panel {
    var marked = self
    marked.notes = notes.map { note in
      panel?.notes.contains(note) ?? false || note.isMarked ? note : note.marked
    }
    let legend = Line("\(illustrativeMark) illustrative", .illustrative)
    // A title is what a panel is found by: it keeps its words.
    if title != panel?.title, !marked.notes.contains(where: \.isMarked) {
      marked.notes.append(legend)
    }
    switch body {
    case .table(let table):
      var copy = Table(
        columns: table.columns,
        rows: table.rows.marked(
          against: panel?.table?.rows, main: table.main,
          columns: table.columns.places(in: panel?.table?.columns ?? [])))
      copy.isPackable = table.isPackable
      marked.body = .table(copy)
      marked.isCountMarked = table.rows.count != panel?.table?.rows.count ?? 0
    case .text(let lines):
      if case .text(let other)? = panel?.body { marked.body = .text(lines.marked(against: other)) }
      if panel == nil { marked.body = .text(lines.map(\.marked)) }
    case .facts(let facts):
      var others: [Fact] = []
      if case .facts(let published)? = panel?.body { others = published }
      marked.body = .facts(
        facts.map { fact in
          let other = others.first { $0.label == fact.label }?.lines ?? []
          return Fact(fact.label, fact.lines.marked(against: other))
        })
    case .drawing(let drawing):
      if case .drawing(let other)? = panel?.body, other.lines == drawing.lines { break }
      marked.body = .drawing(MarkedDrawing(drawing))
      if !marked.notes.contains(where: \.isMarked) { marked.notes.append(legend) }
    case .detail(let list, let say):
      marked.body = .detail(of: list) { row in
        let facts = say(row)
        if facts.isEmpty || facts.contains(where: { $0.lines.contains(where: \.isMarked) }) {
          return facts
        }
        guard let all = content[list], let table = all.table else { return facts }
        let id = table.rows.id(row)
        let others = published[list]?.table?.rows
        let position = others.flatMap { rows in (0..<rows.count).first { rows.id($0) == id } }
        if let position, case .detail(_, let tell)? = panel?.body, tell(position) == facts {
          return facts
        }
        return facts + [
          Fact("", [Line("\(illustrativeMark) Rests on a record that illustrates.", .illustrative)])
        ]
      }
    }
    return marked
  }

  /// Names in what it says the keys that commands have.
  mutating func nameKeys(_ keys: KeyNames) {
    switch body {
    case .text(let lines): body = .text(lines.map(keys.naming))
    case .facts(let facts): body = .facts(facts.map { $0.naming(keys) })
    case .detail(let list, let say):
      body = .detail(of: list) { say($0).map { $0.naming(keys) } }
    case .table, .drawing: break
    }
  }

  /// The panel with what is closed to the person under a path.
  func closed(_ context: PaneContext, under path: String) -> Panel {
    var panel = self
    panel.closed = context.closed(under: path)
    return panel
  }

  /// The panel with what cannot be read of a file, or is closed to the person.
  func readable(_ context: PaneContext, under path: String) -> Panel {
    var panel = closed(context, under: path)
    panel.trouble = context.trouble(under: path)
    if path.hasPrefix("dataset/") { panel.notes += context.hiddenNotes }
    return panel
  }

  /// The panel where nothing to show is good news.
  var goodWhenEmpty: Panel {
    var panel = self
    panel.emptyRole = .good
    return panel
  }

  /// Lets the rows stand side by side where they are more than their room has lines.
  mutating func packs() {
    guard case .table(var table) = body else { return }
    table.isPackable = true
    body = .table(table)
  }

  /// The panel shown only where there is room to spare.
  var asExtra: Panel {
    var panel = self
    panel.isExtra = true
    return panel
  }

  /// The panel with what explains the signs of one of its columns.
  func explaining(_ column: Int, by note: Line) -> Panel {
    var panel = self
    panel.legend = (column, note)
    return panel
  }

  /// The panel with what can be added to what it shows.
  func adding(_ additions: Addition?...) -> Panel {
    var panel = self
    panel.additions = additions.compactMap(\.self)
    return panel
  }
}
