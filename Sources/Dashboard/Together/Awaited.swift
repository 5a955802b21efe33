import Safeguarding
import TerminalUI

/// What is selected as soon as the data shows it: what was added, or what an undo has changed.
struct Awaited: Hashable, Sendable {
  let record: RecordID
  /// The panel and the row of a part of the record; nil for the record itself.
  var part: Part?
  /// Where one was; nil where the record is shown wherever one is.
  var place: Place?
  /// The file in which it shall stand by then, where it is brought there.
  var document: String?

  /// An element of a list in a record, as a row of a panel.
  struct Part: Hashable, Sendable {
    let panel: String
    let row: String
  }
}

extension Awaited {
  /// What a saved form has added; nil where it changed what was there.
  init?(addedBy form: Form, _ receipt: Receipt, at place: Place) {
    guard form.subjects.count == 1, let target = form.subjects.first?.target, target.isNew else {
      return nil
    }
    if target.isNewRecord {
      let added = receipt.changes.first {
        $0.field == nil && $0.from == nil && $0.record.kind == target.record.kind
      }
      guard let added, !added.record.id.isEmpty else { return nil }
      self.init(record: added.record, place: place)
      return
    }
    guard let row = Awaited.row(addedBy: form, at: target.path, receipt) else { return nil }
    self.init(record: target.record, part: row, place: place)
  }

  /// The row of the element that a form has put at the end of a list, wherever it stands now.
  private static func row(
    addedBy form: Form, at path: [PathStep], _ receipt: Receipt
  ) -> Part? {
    guard case .field(let field)? = path.first,
      let mine = form.saving?.changes.first(where: { $0.field == field })?.to,
      let saved = receipt.changes.first(where: { $0.field == field })?.to
    else { return nil }
    // The way without the field itself and without the new element.
    let way = path.dropFirst().dropLast()
    guard let added = mine.value(at: way)?.elements?.last,
      let index = saved.value(at: way)?.elements?.lastIndex(of: added)
    else { return nil }
    switch (form.kind.id, way.dropLast().last ?? way.first) {
    case ("agenda", _): return Part(panel: "agenda", row: "item-\(index)")
    case ("attendance", _): return Part(panel: "attendance", row: "attendance-\(index)")
    case ("decisions", _): return Part(panel: "decisions", row: "decision-\(index)")
    case ("handover", _): return Part(panel: "checklist", row: "handover-\(index)")
    case ("papers", .element(let item)?):
      return Part(panel: "papers", row: "paper-\(item)-\(index)")
    default: return nil
    }
  }
}

extension Dashboard {
  /// Selects what was waited for, as soon as it is there.
  mutating func goToAwaited() {
    guard let awaited = together.awaited, mode == .browsing else { return }
    if let place = awaited.place, place != visit.place {
      together.awaited = nil
      return
    }
    let record = awaited.record
    guard context.workspace.record(kind: record.kind.name, id: record.id) != nil else { return }
    if let document = awaited.document, let now = context.workspace.document(of: record),
      now != document
    {
      return
    }
    if let part = awaited.part {
      guard select(part) else { return }
      together.awaited = nil
    } else {
      together.awaited = nil
      let isShown =
        select(record, anyRow: awaited.place != nil)
        || visit.place.pane != HistoryPane.id && select(record, anyRow: true)
      if !isShown, awaited.place == nil, visit.place != Place(record: record) {
        open(Place(record: record))
      }
    }
    scrollToSelection()
  }

  /// Selects a row of a panel; answers whether it is there.
  private mutating func select(_ part: Awaited.Part) -> Bool {
    guard let index = content.panels.firstIndex(where: { $0.id == part.panel }) else {
      together.awaited = nil
      return false
    }
    guard tables[part.panel]?.rows.contains(where: { $0.id == part.row }) == true else {
      // A row that the filter hides is not waited for.
      if case .table(let all) = content.panels[index].body,
        all.rows.contains(where: { $0.id == part.row })
      {
        together.awaited = nil
      }
      return false
    }
    visit.focus = index
    visit.lists[part.panel, default: ListState()].selectedID = part.row
    return true
  }

  /// Selects a record where the present place lists it; answers whether it does.
  ///
  /// With `anyRow` a row counts that only leads to the record.
  private mutating func select(_ record: RecordID, anyRow: Bool) -> Bool {
    let place = Place(record: record)
    func stands(_ row: TableRow, for panel: Panel) -> Bool {
      panel.targets[row.id] == place && (anyRow || row.id == record.id)
    }
    func lists(_ panel: Panel) -> Bool {
      tables[panel.id]?.rows.contains { stands($0, for: panel) } ?? false
    }
    // The panel that has the keys before others that list the same.
    let index =
      focusedPanel.map(lists) == true ? visit.focus : content.panels.firstIndex(where: lists)
    guard let index else { return false }
    let panel = content.panels[index]
    guard let row = tables[panel.id]?.rows.first(where: { stands($0, for: panel) }) else {
      return false
    }
    visit.focus = index
    visit.lists[panel.id, default: ListState()].selectedID = row.id
    return true
  }
}
