import Safeguarding
import TerminalUI

extension PaneContext {
  /// All that the selected record of a list says, beside the list.
  func detail(of list: Panel, _ id: PanelID = .about, title: String = "The record in full") -> Panel
  {
    let (rows, workspace, names) = (list.rows, workspace, names)
    return Panel(
      id, title: title,
      body: .detail(of: list.id) { row in
        rows.subject(row).record.flatMap(workspace.record)?.inFull(names) ?? []
      }, emptyText: "Select a row to read all of it.")
  }
}

extension Record {
  /// Everything that a record says: what it is called, then what matters first in its form.
  fileprivate func inFull(_ names: Names) -> [Fact] {
    let order = Dictionary(
      Self.form.fields.enumerated().map { ($0.element.name, $0.offset) },
      uniquingKeysWith: { first, _ in first })
    // Whose it is stands in the scope already, where it is published at the foot.
    let last = ["partnership": 1_000, "source": 2_000]
    let fields = fieldTexts(names).filter { !["id", "illustrative"].contains($0.name) }
      .enumerated().sorted { left, right in
        func key(_ field: (offset: Int, element: FieldText)) -> (Int, Int) {
          (last[field.element.name] ?? order[field.element.name] ?? 500, field.offset)
        }
        return key(left) < key(right)
      }.map(\.element)
    return fields.enumerated().map { index, field in
      // What it is called needs no word before it.
      if index == 0, ["title", "text", "name", "question", "matter", "reason"].contains(field.name)
      {
        return Fact("", field.lines.map { Line($0, .heading) })
      }
      return Fact(field.label, field.lines.map { Line($0) })
    }
  }
}
