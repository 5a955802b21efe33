import ArgumentParser
import DataStore

/// What can be done with the journals.
struct JournalCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "journal", abstract: "Check that the journals are as they were written.",
    subcommands: [JournalVerifyCommand.self])
}

/// Checks that no line of a journal was changed, taken out, added, moved or cut off.
struct JournalVerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Check that no line of a journal was changed, taken out, added, moved or cut off.")

  @OptionGroup var options: DataOptions

  @Argument(help: "The folder whose journal is checked, or the id of a group; else all.")
  var folder: String?

  func run() throws {
    let data = DataFolder(path: try DataPlace.chosen(by: options.data).path)
    let reports = try reports(of: data, in: folder.map { try path(of: $0, in: data) })
    var lines: [String] = []
    for report in reports {
      lines += report.faults.map { fault in
        let place = fault.line == 0 ? report.path : "\(report.path):\(fault.line)"
        return "\(place): \(fault.isNote ? "note: " : "")\(fault.sentence)"
      }
      if let refusal = report.refusal { lines.append("\(report.path): \(refusal)") }
    }
    if !lines.isEmpty { Output.write(lines: lines) }
    let closed = reports.compactMap(\.closed).map(Output.oneLine)
    if folder != nil, let sentence = closed.first { throw CommandFailure(sentence) }
    for sentence in closed { Output.complain(sentence + " Its journal was not checked.") }
    for report in reports {
      if let fault = report.faults.first(where: { !$0.isNote }) {
        throw CommandFailure(
          "\(report.path) \(Self.words(for: fault)). Nothing was changed. Keep what is there as it "
            + "is, compare it with a backup, and tell the administrator of this server.")
      }
    }
    if let refusal = reports.lazy.compactMap(\.refusal).first { throw CommandFailure(refusal) }
    let entries = reports.reduce(0) { $0 + $1.entryCount }
    let count = reports.count - closed.count
    Output.write(lines: [
      "\(entries) \(entries == 1 ? "entry" : "entries") in \(count) "
        + "\(count == 1 ? "journal" : "journals"), chain intact"
    ])
  }

  private static func words(for fault: JournalFault) -> String {
    fault.line == 0
      ? "is gone, or nothing is left in it"
      : "is not as it was written; the first bad line is \(fault.line)"
  }

  private func reports(of data: DataFolder, in folder: String?) throws -> [JournalReport] {
    do throws(FolderError) {
      return try data.journalReports(in: folder)
    } catch {
      throw CommandFailure(error.description)
    }
  }

  /// The folder that is meant, by its path in the data folder.
  private func path(of folder: String, in data: DataFolder) throws -> String {
    let known = ownershipFolders(of: data.path)
    let name = folder.hasSuffix("/") ? String(folder.dropLast()) : folder
    let paths = [name, "groups/\(name)", "partnerships/\(name)"]
    if let found = paths.first(where: known.contains) { return found }
    // A closed folder of folders does not tell what it holds.
    for parent in parentFolders {
      if let closed = try reports(of: data, in: parent).first?.closed {
        throw CommandFailure(closed)
      }
    }
    throw CommandFailure(
      "There is no folder \"\(name.prefix(100))\" with a journal of its own in \(data.path). "
        + "Known: \(known.dropFirst().joined(separator: ", ")).")
  }
}
