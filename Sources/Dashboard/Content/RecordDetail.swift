import Safeguarding
import TerminalUI

extension PaneContext {
  /// All that the selected record of a list says, beside the list.
  func detail(of list: Panel, _ id: PanelID = .about, title: String = "The record in full") -> Panel
  {
    let (rows, workspace, records) = (list.rows, workspace, recordContext)
    return Panel(
      id, title: title,
      body: .detail(of: list.id) { row in
        rows.subject(row).record.flatMap(workspace.record)?.inFull(records) ?? []
      }, emptyText: "Select a row to read all of it.")
  }
}

extension Entity {
  /// Everything that a record says, and what a list has to cut of what others say of it: what it is called,
  /// then what matters first in its form.
  fileprivate func inFull(_ context: RecordContext) -> [Fact] {
    let order = Dictionary(
      Self.form.fields.enumerated().map { ($0.element.name, $0.offset) },
      uniquingKeysWith: { first, _ in first })
    // Whose it is stands in the scope already, where it is published at the foot.
    let last = ["partnership": 1_000, "source": 2_000]
    let fields = fieldTexts(context.names).filter { !["id", "illustrative"].contains($0.name) }
      .enumerated().sorted { left, right in
        func key(_ field: (offset: Int, element: FieldText)) -> (Int, Int) {
          (last[field.element.name] ?? order[field.element.name] ?? 500, field.offset)
        }
        return key(left) < key(right)
      }.map(\.element)
    var naming = RecordNaming(context.workspace)
    var facts: [Fact] = []
    for (index, field) in fields.enumerated() {
      // What it is called needs no word before it.
      if index == 0, ["title", "text", "name", "question", "matter", "reason"].contains(field.name)
      {
        facts.append(Fact("", field.lines.map { Line($0, .heading) }))
      } else {
        facts.append(field.fact(&naming))
      }
    }
    let own = Set(RecordShape(Self.self).fields.map(\.name))
    let told = Set(fields.flatMap(\.lines))
    let others = Self.columns.filter { $0.isLong && !$0.isMain && !own.contains($0.name) }
      .map { ($0.title, $0.text(self, context)) }.filter { !told.contains($0.1) }
      .map { Fact($0.0, $0.1.split(separator: "; ").map { Line(String($0)) }) }
    return Array(facts.prefix(1)) + others + facts.dropFirst()
  }
}

extension FieldText {
  /// The field with what it says, the names of records in place of their ids.
  func fact(_ naming: inout RecordNaming) -> Fact {
    Fact(label, lines.map { Line(naming.text($0)) })
  }
}
