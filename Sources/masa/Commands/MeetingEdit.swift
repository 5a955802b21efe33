import DataStore
import Reports
import Safeguarding

/// A meeting of a group that a command changes, and the file that holds it.
struct MeetingEdit {
  private let edited: EditedFolder
  private let group: String
  /// The folder in which the group lies now.
  private let folder: String

  init(_ edited: EditedFolder, group: String) throws {
    folder = try edited.folder(ofGroup: group)
    (self.edited, self.group) = (edited, group)
  }

  /// The group itself, with its meetings and nothing else.
  ///
  /// - Throws: ``CommandFailure`` when the file of the meetings is damaged.
  func workspace() throws -> Workspace {
    var workspace = edited.folder.records(inFiles: ["\(folder)/group.json", document])
    let damage = workspace.faults.first {
      $0.file == document && $0.severity == .error && $0.recordKind == nil
    }
    if let damage { throw CommandFailure("\(damage.sentence) Nothing was changed.") }
    // What was not found may be closed.
    if workspace.groups.all.isEmpty || workspace.meetings.all.isEmpty {
      workspace.access = try edited.read().access
    }
    return workspace
  }

  /// The meeting that is meant, as seen from today.
  func meeting(_ choice: MeetingChoice, in workspace: Workspace) throws -> Meeting {
    do throws(ReportError) {
      return try choice.meeting(of: try record(in: workspace), in: workspace, on: edited.day)
    } catch {
      throw CommandFailure("\(error.sentence) Nothing was changed.")
    }
  }

  /// The group's own record.
  func record(in workspace: Workspace) throws(ReportError) -> Safeguarding.PartnershipGroup {
    guard let record = try workspace.groups.named(group, workspace.access) else {
      throw ReportError(sentence: "No group was named.")
    }
    return record
  }

  /// Saves what is made of a meeting, anew while others change it, and prints its id and revision.
  ///
  /// What was done is said as history shows it. The meeting is given as it was and as it shall be; one
  /// that is new was not there before, and has no id yet.
  func save(
    _ deed: String, _ output: EditOptions,
    _ change: (Workspace) throws -> (before: Meeting?, after: Meeting)
  ) throws {
    var after = Meeting()
    try saving {
      let receipt = try edited.save {
        let made = try change(try workspace())
        after = made.after
        let changes =
          made.before.map { $0.changes(to: made.after, in: document) }
          ?? [made.after.added(to: document)]
        return Edit("\(deed): \(made.after.label.heading)", changes)
      }
      let saved = after.saved(by: receipt)
      output.answer(saved.id, saved.revision, receipt.entries.first)
    }
  }

  private var document: String { "\(folder)/meetings.json" }
}
