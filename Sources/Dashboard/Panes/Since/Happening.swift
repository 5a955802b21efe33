package import Safeguarding
import TerminalUI

/// What somebody did, as a row tells it: the word first, then which record and what became of it.
package struct Happening: Sendable {
  let entry: JournalEntry
  let word: Word
  /// Which record, and what became of it.
  let which: String
  /// What it is told under: the group, or the kind of record where no group is concerned.
  let place: String
  /// The record, where it is still there.
  let record: RecordID?

  init(_ entry: JournalEntry, _ context: PaneContext) {
    self.entry = entry
    word = Word(entry)
    let first = entry.changes.first
    let told = first.map { Happening.which($0, context) } ?? ""
    let lines = word == .done ? 1 : context.sentences(of: entry.changes).count
    let more = lines > 1 ? ", and \(counted(lines - 1, "more change"))" : ""
    which = (told.isEmpty ? entry.headline(context.names).asTitle : told) + more
    place = first.map { Happening.place(of: $0, context) } ?? ""
    record = entry.changes.lazy.map(\.record).first {
      context.workspace.record(kind: $0.kind.name, id: $0.id) != nil
    }
  }

  /// The record by its name, and behind a colon what became of one of its fields.
  private static func which(_ change: Change, _ context: PaneContext) -> String {
    let line = change.words(context.names).first ?? ""
    if change.field == nil { return PaneContext.behindColon(line).asTitle }
    let record = context.workspace.record(kind: change.record.kind.name, id: change.record.id)
    let about = (record?.label ?? context.label(of: change.record)).asTitle
    return Word([change]) == .done
      ? about : "\(about): \(PaneContext.behindColon(line))"
  }

  /// The group in whose folder something was changed, else what kind of record it is.
  private static func place(of change: Change, _ context: PaneContext) -> String {
    let group = change.folder.split(separator: "/").last
      .flatMap { context.workspace.groups[String($0)] }
    let isOfGroup = group.map { "\(change.folder)/" == context.folder(of: $0.id) } ?? false
    return isOfGroup ? group?.label ?? change.folder : change.record.kind.title
  }
}

extension Happening {
  /// What was done, in a word or two.
  package enum Word: Hashable, Sendable {
    /// A record of a kind was added.
    case added(String)
    case removed
    case handedOver
    case done
    /// Papers came in.
    case papers(Int)
    /// A date of a field is another one now.
    case dateMoved
    /// A field of any other kind is another one now.
    case field(String)
    case undone

    init(_ entry: JournalEntry) {
      self = entry.undoes == nil ? Word(entry.changes) : .undone
    }

    package init(_ changes: [Change]) {
      guard let first = changes.first else {
        self = .field("nothing")
        return
      }
      let isMoved =
        first.field == nil
        && changes.contains {
          $0.record == first.record && $0.field == nil && $0.document != first.document
        }
      let came = changes.reduce(0) { $0 + Word.papersIn($1) }
      if isMoved {
        self = .handedOver
      } else if first.field == nil, first.from == nil {
        self = .added(first.record.kind.title.lowercased())
      } else if first.field == nil, first.to == nil {
        self = .removed
      } else if came > 0 {
        self = .papers(came)
      } else if changes.contains(where: { $0.field == "status" && $0.to == .text("done") }) {
        self = .done
      } else if Word.isDate(first) {
        self = .dateMoved
      } else {
        let type = Kinds.records[first.record.kind.name]
        self = .field(first.field.map { fieldLabel($0, of: type).lowercased() } ?? "changed")
      }
    }

    /// The word at the beginning of a row.
    package var text: String {
      switch self {
      case .added(let kind): "new \(kind)"
      case .removed: "removed"
      case .handedOver: "handed over"
      case .done: "done"
      case .papers(let count): "\(counted(count, "paper")) in"
      case .dateMoved: "date moved"
      case .field(let label): label
      case .undone: "taken back"
      }
    }

    /// Several in few words, what asks for a look first: "2 papers in", "1 new action", "1 done".
    package static func sums(_ words: [Word]) -> [String] {
      func count(_ isMeant: (Word) -> Bool) -> Int { words.count(where: isMeant) }
      let papers = words.reduce(0) { sum, word in
        if case .papers(let count) = word { sum + count } else { sum }
      }
      let kinds = words.compactMap { if case .added(let kind) = $0 { kind } else { nil } }
      let added = Dictionary(grouping: kinds) { $0 }.map { ($1.count, $0) }
        .sorted { ($1.0, $0.1) < ($0.0, $1.1) }
      let fields = count { if case .field = $0 { true } else { false } }
      let others = [
        (count { $0 == .done }, "done"), (count { $0 == .removed }, "removed"),
        (count { $0 == .handedOver }, "handed over"), (fields, "edited"),
        (count { $0 == .undone }, "taken back"),
      ]
      let moved = count { $0 == .dateMoved }
      return (papers > 0 ? ["\(counted(papers, "paper")) in"] : [])
        + added.map { counted($0, "new \($1)") }
        + (moved > 0 ? ["\(counted(moved, "date")) moved"] : [])
        + others.filter { $0.0 > 0 }.map { "\($0) \($1)" }
    }

    /// How many papers of an agenda came in by a change.
    private static func papersIn(_ change: Change) -> Int {
      guard change.record.kind == Meeting.kind, change.field == "agenda" else { return 0 }
      func received(_ value: StoredValue?) -> Int {
        (value?.elements ?? []).flatMap { $0["papers"]?.elements ?? [] }
          .count { $0["receivedOn"] != nil }
      }
      return max(0, received(change.to) - received(change.from))
    }

    /// Whether one date took the place of another.
    private static func isDate(_ change: Change) -> Bool {
      guard case .text(let from)? = change.from, case .text(let to)? = change.to else {
        return false
      }
      return ImpreciseDate(from) != nil && ImpreciseDate(to) != nil
    }
  }
}
