import Safeguarding
import TerminalUI

/// What is selected as soon as the data shows it: what was added, or what an undo has changed.
struct Awaited: Hashable, Sendable {
  /// A record, or a part of one.
  let subject: RowSubject
  /// Where one was; nil where the record is shown wherever one is.
  var place: Place?
  /// The file in which it shall stand by then, where it is brought there.
  var document: String?

  init(_ record: RecordID, in document: String?) {
    subject = .record(record)
    self.document = document
  }

  /// What a saved form has added; nil where it changed what was there.
  init?(addedBy form: Form, _ receipt: Receipt, at place: Place) {
    guard form.subjects.count == 1, let target = form.subjects.first?.target, target.isNew else {
      return nil
    }
    self.place = place
    if target.isNewRecord {
      let added = receipt.changes.first {
        $0.field == nil && $0.from == nil && $0.record.kind == target.record.kind
      }
      guard let added, !added.record.id.isEmpty else { return nil }
      subject = .record(added.record)
      return
    }
    guard let index = Awaited.index(addedBy: form, at: target.path, receipt) else { return nil }
    subject = .part(target.record, target.path.dropLast() + [.element(index)])
  }

  /// The one record that an edit of a single key has made; nil where it made none, or more.
  init?(madeBy edit: Edit, _ receipt: Receipt, at place: Place) {
    guard edit.changes.count == 1, let change = edit.changes.first, change.record.id.isEmpty,
      let made = receipt.changes.first(where: { $0.field == nil && $0.from == nil }),
      made.record.kind == change.record.kind, !made.record.id.isEmpty,
      Kinds.ticks(made.record.kind)
    else { return nil }
    self.place = place
    subject = .record(made.record)
  }

  /// Where the element stands now that a form has put at the end of a list.
  private static func index(
    addedBy form: Form, at path: [PathStep], _ receipt: Receipt
  ) -> Int? {
    guard case .field(let field)? = path.first,
      let mine = form.saving?.changes.first(where: { $0.field == field })?.to,
      let saved = receipt.changes.first(where: { $0.field == field })?.to
    else { return nil }
    // The way without the field itself and without the new element.
    let way = path.dropFirst().dropLast()
    guard let added = mine.value(at: way)?.elements?.last else { return nil }
    return saved.value(at: way)?.elements?.lastIndex(of: added)
  }
}

extension Dashboard {
  /// Selects what was waited for, as soon as it is there.
  mutating func goToAwaited() {
    guard let awaited, mode == .browsing, let record = awaited.subject.record else { return }
    if let place = awaited.place, place != visit.place {
      self.awaited = nil
      return
    }
    guard context.workspace.record(kind: record.kind.name, id: record.id) != nil else { return }
    if let document = awaited.document, let now = context.workspace.document(of: record),
      now != document
    {
      return
    }
    switch browsing.select(awaited.subject, anyRow: awaited.place != nil || !content.isPast) {
    case .selected, .hidden: self.awaited = nil
    case .missing:
      if !awaited.subject.path.isEmpty { return }
      self.awaited = nil
      if awaited.place == nil, visit.place != Place(record: record) {
        browsing.open(Place(record: record))
      }
    }
    browsing.scrollToSelection()
  }
}

extension Browsing {
  /// What became of selecting something.
  enum Found { case selected, hidden, missing }

  /// Selects what stands for something, in the panel that has the keys before others that list it.
  ///
  /// With `anyRow` a row counts that stands for something else of the record, too.
  mutating func select(_ subject: RowSubject, anyRow: Bool) -> Found {
    func row(in panel: Panel, isOwn: Bool) -> Int? {
      (0..<panel.rows.count).first {
        panel.rows.subject($0) == subject && (!isOwn || panel.rows.table.id($0) == subject.id)
      }
    }
    let panels = (focusedPanel.map { [$0] } ?? []) + content.panels
    var isHidden = false
    for isOwn in anyRow ? [true, false] : [true] {
      for panel in panels {
        guard let source = row(in: panel, isOwn: isOwn), let table = tables[panel.id] else {
          continue
        }
        guard let position = (0..<table.count).first(where: { table.source(at: $0) == source })
        else {
          isHidden = true
          continue
        }
        visit.focus = content.panels.firstIndex { $0.id == panel.id } ?? visit.focus
        select(position, in: panel.id)
        return .selected
      }
    }
    return isHidden ? .hidden : .missing
  }
}
