import ArgumentParser
import JSONDocument
import Reports
import Safeguarding

/// Takes a saved change back.
struct UndoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "undo", abstract: "Take a saved change back; nothing else is touched.",
    discussion: """
      The change is an entry of masa history, such as groups/board:12, or the last one of a record. \
      Where somebody has changed the same since, nothing is taken back, both values are named and \
      the status is 2; --force takes it back all the same. Undoing an undo makes the change again.
      """)

  @OptionGroup var options: DataOptions

  @Argument(help: "The id of a change, or of a record for its last change.")
  var id: String

  @Flag(help: "Take it back even where somebody has changed the same since.")
  var force = false

  @OptionGroup var output: EditOptions

  func run() throws {
    let edited = try EditedFolder(options)
    let entry = try entry(in: edited)
    try saving {
      let receipt = try takeBack(entry, in: edited)
      let workspace = try edited.read()
      var links: [RecordID] = []
      var seen: Set<RecordID> = []
      for change in entry.changes where seen.insert(change.record).inserted {
        links.append(change.record)
      }
      let records = links.map { link in
        (link.id, workspace.record(kind: link.kind.name, id: link.id)?.revision)
      }
      let names = workspace.names
      output.answer(
        records, receipt.entries.first,
        more: [
          .init("undone", .string(entry.id.description)), .init("title", .string(entry.title)),
        ],
        lines: ["Undone: \(entry.headline(names))"]
          + entry.changes.prefix(Self.mostTold).flatMap { $0.words(names) }.map { "  \($0)" }
          + (entry.changes.count > Self.mostTold
            ? ["  and \(counted(entry.changes.count - Self.mostTold, "more change"))"] : []))
    }
  }

  /// So many changes are told one by one.
  private static let mostTold = 100

  /// The change that is meant: of an edit that reached several folders the one that stands for all.
  private func entry(in edited: EditedFolder) throws -> JournalEntry {
    let history = try edited.history()
    let known = UndoHistory(history, userID: 0)
    guard let given = EntryID(id) else {
      let last = history.last { entry in
        entry.undoes == nil && !known.isUndone(entry)
          && entry.changes.contains { $0.record.id == id }
      }
      guard let last else {
        Output.complain(ofClosed: try edited.read().access)
        throw CommandFailure(
          "No change of \"\(id.prefix(100))\" is left to take back; nothing was changed. "
            + "Look at what there is with: masa history")
      }
      if let refusal = last.undoRefusal { throw CommandFailure(refusal) }
      return last
    }
    let wanted = try edited.leadingEntry(of: given) ?? given
    guard let named = history.first(where: { $0.id == wanted || $0.id == given }) else {
      Output.complain(ofClosed: try edited.read().access)
      throw CommandFailure(
        "There is no change \(id.prefix(100)); nothing was changed. "
          + "Look at what there is with: masa history")
    }
    guard !known.isUndone(named) else {
      let by = history.last { $0.undoes == wanted }?.id.description ?? ""
      throw CommandFailure(
        "\(id) was taken back already, by \(by); nothing was changed. "
          + "To make it again: masa undo \(by)")
    }
    if let refusal = named.undoRefusal { throw CommandFailure(refusal) }
    return named
  }

  /// Saves the opposite of a change, with what stands there now where that is wanted.
  private func takeBack(_ entry: JournalEntry, in edited: EditedFolder) throws -> Receipt {
    var edit = undoing(entry)
    guard force else { return try edited.commit(edit) }
    for _ in 1..<20 {
      do throws(CommitError) {
        return try edited.commit(edit)
      } catch {
        guard case .conflict(let conflicts) = error, !conflicts.contains(where: \.isGone) else {
          throw error
        }
        for conflict in conflicts {
          for index in edit.changes.indices where edit.changes[index] == conflict.mine {
            edit.changes[index].from = conflict.theirs
          }
        }
      }
    }
    return try edited.commit(edit)
  }
}
