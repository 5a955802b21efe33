import Entry
import Safeguarding
import TerminalUI

extension GridForm {
  /// What drafts say that they are of.
  static let draftForm = "figures"
  private static let commentMark = "comment "
  private static let receivedKey = "+received"

  /// The name under which what is typed here is kept, the same for the same agency and period.
  var draftID: String { GridForm.draftID(grid.source, grid.period) }

  /// The name under which what is typed for an agency and a period is kept.
  static func draftID(_ source: FigureGrid.Source, _ period: FigurePeriod) -> String {
    let days = [period.date.first, period.date.last].map { $0?.iso ?? "" }.joined(separator: ".")
    return "\(draftForm).\(source.partnership).\(source.agency).\(days)"
  }

  /// What is typed, as it is kept until it is saved.
  var draft: Draft {
    var texts: [String: String] = [:]
    var values: [String: StoredValue] = [:]
    for row in grid.rows where row.texts != row.before {
      if row.texts.value != row.before.value { texts[row.key] = row.texts.value }
      if row.texts.comment != row.before.comment {
        texts[GridForm.commentMark + row.key] = row.texts.comment
      }
      if let base = row.base?.stored { values[row.key] = base }
    }
    if !texts.isEmpty, !grid.owed.isEmpty, !grid.isReceived { texts[GridForm.receivedKey] = "no" }
    return Draft(
      id: draftID, title: title, form: GridForm.draftForm, document: "",
      record: RecordID(Observation.kind, ""),
      start: .record([
        StoredValue.Member("partnership", .text(grid.source.partnership)),
        .init("agency", .text(grid.source.agency)), .init("period", .text(grid.period.date.iso)),
      ]), texts: texts, values: values)
  }

  /// Whose figures a draft is of, and of which period; nil for one of something else.
  static func subject(of draft: Draft) -> (FigureGrid.Source, FigurePeriod)? {
    guard draft.form == draftForm, let partnership = draft.start?["partnership"]?.text,
      let agency = draft.start?["agency"]?.text,
      let period = draft.start?["period"]?.text.flatMap({ ImpreciseDate($0) }), period.first != nil
    else { return nil }
    return (
      FigureGrid.Source(partnership: partnership, agency: agency), FigurePeriod(period)
    )
  }

  /// Puts what was typed before into the rows, and says where others changed what it was typed over.
  mutating func resume(_ draft: Draft) {
    var grid = grid
    var changed: [String] = []
    for index in grid.rows.indices {
      let row = grid.rows[index]
      if let text = draft.texts[row.key] { grid.rows[index].texts.value = text }
      if let text = draft.texts[GridForm.commentMark + row.key] {
        grid.rows[index].texts.comment = text
      }
      let isTyped = grid.rows[index].texts != row.texts
      if isTyped, draft.values[row.key] != row.base?.stored { changed.append(row.label) }
    }
    if draft.texts[GridForm.receivedKey] != nil { grid.isReceived = false }
    self.grid = grid
    say(changed: changed)
    load()
  }

  /// Looks at the figures as they stand now; what is typed stays.
  mutating func look(at now: FigureGrid) {
    var next = now
    var changed: [String] = []
    for index in next.rows.indices {
      guard let row = grid.rows.first(where: { $0.key == next.rows[index].key }) else { continue }
      guard row.texts != row.before else { continue }
      next.rows[index].texts = row.texts
      if row.base?.stored != next.rows[index].base?.stored { changed.append(row.label) }
    }
    let here = row.map { grid.rows[$0].key }
    next.isReceived = now.owed.isEmpty ? false : grid.owed.isEmpty || grid.isReceived
    let (before, wasFresh) = (editor, isFresh)
    grid = next
    if let here {
      let place = next.rows.firstIndex { $0.key == here }
      stop = place.map { .cell(row: $0, column) } ?? .save
    }
    say(changed: changed)
    if wasFresh { load() } else { editor = before }
    pasted = nil
  }

  private mutating func say(changed: [String]) {
    meanwhile =
      changed.isEmpty
      ? ""
      : "Somebody else changed \(listed(changed)) meanwhile. What you typed is kept, and takes its place."
  }

  /// What a draft of figures says of each row, for a list of drafts.
  static func differences(
    in draft: Draft, _ workspace: Workspace
  ) -> [(label: String, typed: String, now: String)] {
    draft.texts.sorted { $0.key < $1.key }.compactMap { key, text in
      if key == receivedKey { return nil }
      let isComment = key.hasPrefix(commentMark)
      let row = isComment ? String(key.dropFirst(commentMark.count)) : key
      let id = row.split(separator: "|").first.map(String.init) ?? row
      let label = workspace.indicators[id]?.label ?? id
      let base = draft.values[row].flatMap { Observation.read(from: StoredSource($0)) }
      let now = isComment ? base?.analysis : base.map { FigureCell.text(of: $0.value) }
      return (isComment ? "\(label), comment" : label, text, now ?? "")
    }
  }
}
