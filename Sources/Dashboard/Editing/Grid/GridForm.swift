package import Entry
package import Safeguarding
import TerminalUI

/// The figures of an agency's period as they are being filled in: the grid, where one is in it, what is typed.
///
/// It is a value of its own, as a form is: whatever becomes of the workspace underneath, it stays as typed.
package struct GridForm: Hashable, Sendable {
  /// A place that can have the keys.
  package enum Stop: Hashable, Sendable {
    case agency, period
    case cell(row: Int, Column)
    /// Whether the return is marked as come in.
    case mark
    case save
  }

  /// A column that is typed into.
  package enum Column: Hashable, Sendable { case value, comment }

  /// What is entered.
  package internal(set) var grid: FigureGrid { didSet { states = grid.states } }
  /// How each row stands.
  private(set) var states: [FigureGrid.State]
  /// Whose figures can be chosen, by name.
  let sources: [Named]
  /// The periods that can be chosen, earliest first.
  let periods: [FigurePeriod]
  /// What has the keys.
  package internal(set) var stop: Stop
  /// The text of what has the keys.
  var editor = TextEditor()
  /// Whether nothing was typed since it has the keys.
  var isFresh = true
  /// What was pasted and is shown before it is taken; one or none.
  var pasted: FigurePaste?
  /// The first line that shows of it.
  var pastedOffset = 0
  /// Why the agency or the period that is typed is none.
  var problem = ""
  /// The edit that is on its way to the disk.
  package internal(set) var saving: Edit?
  /// The folders as they were when it was opened.
  var readFrom: [String: String] = [:]
  /// Why it was not saved; it stays until it is saved again.
  var refusal = ""
  /// What others changed in its figures meanwhile.
  var meanwhile = ""

  /// Whose figures, by a name.
  struct Named: Hashable, Sendable {
    let source: FigureGrid.Source
    let name: String
  }

  init(_ grid: FigureGrid, sources: [Named], periods: [FigurePeriod], at indicator: String = "") {
    (self.grid, self.sources, self.periods) = (grid, sources, periods)
    states = grid.states
    let row = grid.rows.firstIndex { $0.indicator.id == indicator } ?? 0
    stop = grid.rows.isEmpty ? .agency : .cell(row: row, .value)
    load()
  }

  /// What it is called: "Figures of Medway Council, Q4 2023/24".
  package var title: String {
    let whose = grid.source.agency.isEmpty ? "no supplier" : name(of: grid.source)
    return "Figures of \(whose), \(grid.period.words)"
  }

  /// What people call whose figures they are.
  func name(of source: FigureGrid.Source) -> String {
    sources.first { $0.source == source }?.name ?? source.agency
  }

  /// Whether something is typed that is not saved.
  package var isChanged: Bool {
    grid.rows.contains { $0.texts != $0.before }
  }

  /// The row that has the keys, by its position; nil where another place has them.
  package var row: Int? { if case .cell(let row, _) = stop { row } else { nil } }

  /// What people call the figure that has the keys; empty where none has.
  package var rowLabel: String { row.map { grid.rows[$0].label } ?? "" }

  /// The column of the cell that has the keys.
  var column: Column { if case .cell(_, let column) = stop { column } else { .value } }

  /// Every place that can have the keys, from the top, in the present column.
  private var stops: [Stop] {
    let rows = grid.rows.indices.map { Stop.cell(row: $0, column) }
    return [.agency, .period] + rows + (grid.owed.isEmpty ? [] : [.mark]) + [.save]
  }

  /// Gives the keys to a place; its text begins as it stands.
  mutating func go(to next: Stop) {
    stop = next
    problem = ""
    load()
  }

  /// Goes so many places on; not beyond the first and the last.
  mutating func go(by step: Int) {
    let stops = stops
    let place = stops.firstIndex(of: stop) ?? 0
    go(to: stops[max(0, min(stops.count - 1, place + step))])
  }

  /// Goes to the cell behind, or to the one before: figure, comment, the next row's figure.
  mutating func goAcross(by step: Int) {
    guard case .cell(let row, let column) = stop else {
      go(by: step)
      return
    }
    switch (column, step > 0) {
    case (.value, true): go(to: .cell(row: row, .comment))
    case (.comment, false): go(to: .cell(row: row, .value))
    case (.comment, true):
      if grid.rows.indices.contains(row + 1) {
        go(to: .cell(row: row + 1, .value))
      } else {
        go(by: 1)
      }
    case (.value, false):
      if row > 0 { go(to: .cell(row: row - 1, .comment)) } else { go(by: -1) }
    }
  }

  /// Takes the text of what has the keys anew.
  mutating func load() {
    isFresh = true
    switch stop {
    case .agency: editor = TextEditor(name(of: grid.source))
    case .period: editor = TextEditor(grid.period.words)
    case .cell(let row, let column):
      let texts = grid.rows.indices.contains(row) ? grid.rows[row].texts : FigureGrid.Texts()
      editor = TextEditor(column == .value ? texts.value : texts.comment)
    case .mark, .save: editor = TextEditor()
    }
  }

  /// Puts what is typed into its row.
  mutating func store() {
    guard case .cell(let row, let column) = stop, grid.rows.indices.contains(row) else { return }
    switch column {
    case .value: grid.rows[row].texts.value = editor.text
    case .comment: grid.rows[row].texts.comment = editor.text
    }
  }
}
