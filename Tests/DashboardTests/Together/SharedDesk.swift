import Dashboard
import DataStore
import FoundationEssentials
import Safeguarding
import TerminalUI
import Testing

/// The sample's data on one server, with several people at it: what they save is really saved.
final class SharedDesk {
  private let store: MemoryStore
  /// Who did what so far.
  private(set) var journal: [JournalEntry] = []
  /// The number of the account in front of the screen, and the number of everybody else's.
  static let own = 1
  private static let other = 2
  /// The minute of the day that the server's clock shows, counted from midnight on 2 April 2024.
  var minute = 14 * 60 + 2
  /// What tells the folder of the group from another one in its place.
  var identity = "1:2:3"

  init() { store = MemoryStore(files: SharedDesk.files) }

  /// A desk where a folder has another name than it had.
  init(renaming old: String, to new: String) {
    let files = SharedDesk.files.map { path, bytes in
      (path.hasPrefix("\(old)/") ? new + path.dropFirst(old.count) : path, bytes)
    }
    store = MemoryStore(files: Dictionary(files, uniquingKeysWith: { first, _ in first }))
  }

  var workspace: Workspace {
    do {
      var workspace = try store.read()
      // A folder on a disk has an identity; the edits carry it along.
      workspace.folderIdentities = ["groups/mscp-pmqa": identity]
      return workspace
    } catch {
      Issue.record("\(error)")
      return Workspace()
    }
  }

  private static let files: [String: [UInt8]] = {
    let root = testsFolder + "/../../SampleData/kent-and-medway"
    do {
      let paths = try FileManager.default.subpathsOfDirectory(atPath: root)
        .filter { $0.hasSuffix(".json") }
      return try Dictionary(
        uniqueKeysWithValues: paths.map {
          ($0, Array(try Data(contentsOf: URL(filePath: root + "/" + $0))))
        })
    } catch {
      Issue.record("The sample cannot be read: \(error)")
      return [:]
    }
  }()

  private var time: Int { Fixture.today.dayNumber * 86_400 + minute * 60 }

  /// Saves an edit for somebody; answers what their dashboard is told.
  func save(_ edit: Edit, by user: String = "you") -> DashboardMessage {
    do throws(CommitError) {
      let receipt = try store.commit(edit)
      for entry in try all().dropFirst(journal.count) {
        journal.append(
          JournalEntry(
            id: entry.id, title: entry.title, time: time,
            userID: user == "you" ? SharedDesk.own : SharedDesk.other, user: user,
            changes: entry.changes, undoes: entry.undoes, partOf: entry.partOf, parts: entry.parts))
      }
      return .saved(receipt, edit, at: "14:05")
    } catch {
      guard case .conflict(let conflicts) = error else { return .refused("\(error)", edit) }
      return .conflicted(conflicts.map { named($0) }, edit)
    }
  }

  private func all() throws(CommitError) -> [JournalEntry] {
    do throws(FolderError) { return try store.history() } catch {
      throw CommitError.refused("\(error)")
    }
  }

  private func named(_ conflict: Conflict) -> Conflict {
    let last = journal.last { entry in
      entry.changes.contains { $0.record == conflict.mine.record }
    }
    return Conflict(
      conflict.mine, theirs: conflict.theirs, isGone: conflict.isGone, user: last?.user,
      time: last?.time)
  }
}

// MARK: What happens at the desk

extension SharedDesk {
  /// A dashboard on what stands on the server now.
  func sitDown() -> Step {
    Step { $0.effects = $0.dashboard.receive(.loaded(self.workspace)) }
  }

  /// Whatever the last step asked for is done, and what comes of it, until nothing is left to do.
  func done() -> Step {
    Step { story in
      var waiting = story.effects
      var left: [DashboardEffect] = []
      while !waiting.isEmpty {
        let effect = waiting.removeFirst()
        for message in self.outcome(of: effect) { waiting += story.dashboard.receive(message) }
        left.append(effect)
      }
      story.effects = left
    }
  }

  private func outcome(of effect: DashboardEffect) -> [DashboardMessage] {
    func history(_ purpose: HistoryPurpose) -> [DashboardMessage] {
      [.history(journal, userID: SharedDesk.own, purpose: purpose)]
    }
    switch effect {
    case .commit(let edit): return [save(edit), .changed(workspace, news: [])]
    case .undo: return history(.undo)
    case .redo: return history(.redo)
    case .history(let record): return history(.show(record))
    case .since: return history(.showSince)
    default: return []
    }
  }

  /// Somebody else changes an action, and this dashboard is told unless it learns of it later.
  func other(
    _ user: String = "bob", _ title: String = "Edit action", action id: String = "mscp-pmqa-a2",
    isTold: Bool = true, _ change: @escaping (inout ActionItem) -> Void,
    sourceLocation: SourceLocation = #_sourceLocation
  ) -> Step {
    edits(user, isTold: isTold, sourceLocation) { workspace in
      guard let before = workspace.actions[id] else { return nil }
      var after = before
      change(&after)
      return Edit(title, before.changes(to: after, in: "groups/mscp-pmqa/actions.json"))
    }
  }

  /// Somebody else makes an edit of any kind.
  func edits(
    _ user: String = "bob", isTold: Bool = true,
    _ sourceLocation: SourceLocation = #_sourceLocation,
    _ edit: @escaping (Workspace) -> Edit?
  ) -> Step {
    Step { story in
      guard let edit = edit(self.workspace) else {
        story.fail("There is nothing to change.", sourceLocation)
        return
      }
      let count = self.journal.count
      guard case .saved = self.save(edit, by: user) else {
        story.fail("The other one's edit was not saved.", sourceLocation)
        return
      }
      guard isTold else { return }
      let news = self.journal.dropFirst(count).map { News($0, at: "14:02") }
      story.effects = story.dashboard.receive(.changed(self.workspace, news: news))
    }
  }

  /// What is stored of an action is so.
  func expect(
    stored sentence: String, action id: String = "mscp-pmqa-a2",
    sourceLocation: SourceLocation = #_sourceLocation, _ isSo: @escaping (ActionItem?) -> Bool
  ) -> Step {
    Step { story in
      if !isSo(self.workspace.actions[id]) {
        story.fail("Not so on the server: \(sentence).", sourceLocation)
      }
    }
  }
}
