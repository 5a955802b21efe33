import ArgumentParser
import DataStore
import Glibc
import Safeguarding

/// What can be done with the journals.
struct JournalCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "journal", abstract: "Check that the journals are as they were written.",
    subcommands: [
      JournalVerifyCommand.self, JournalHeadsCommand.self, JournalMendCommand.self,
    ])
}

/// Checks that no line of a journal was changed, taken out, added, moved or cut off.
struct JournalVerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Check that no line of a journal was changed, taken out, added, moved or cut off.")

  @OptionGroup var options: DataOptions

  @Argument(help: "The folder whose journal is checked, or the id of a group; else all.")
  var folder: String?

  @Option(
    help:
      "Compare with a file of lines that masa journal heads printed before; - reads them from a pipe."
  )
  var since: String?

  func run() throws {
    let data = try DataPlace.chosen(by: options.data).folder
    let noted =
      try since.map {
        try JournalHeadsCommand.noted(in: $0, waiting: options.idleMinutes)
      } ?? []
    let reports = try reports(
      of: data, in: folder.map { try JournalFolder.path(of: $0, in: data) }, since: noted)
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
          "\(report.path) \(Self.words(for: fault)). Nothing was changed. "
            + (report.remedy ?? "Tell the administrator of this server."))
      }
    }
    if let report = reports.first(where: { $0.refusal != nil }) {
      throw CommandFailure("\(report.refusal ?? "") \(report.remedy ?? "")")
    }
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

  private func reports(
    of data: DataFolder, in folder: String?, since noted: [NotedHead]
  ) throws -> [JournalReport] {
    do throws(FolderError) {
      return try data.journalReports(in: folder, since: noted)
    } catch {
      throw CommandFailure(error.description)
    }
  }
}

/// Prints the last entry of each journal, for a log that nobody who saves can write.
struct JournalHeadsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "heads",
    abstract:
      "Print the last entry of each journal, one line a folder, for the administrator's log.")

  @OptionGroup var options: DataOptions

  func run() throws {
    let data = try DataPlace.chosen(by: options.data).folder
    let found: (heads: [NotedHead], troubles: [String])
    do throws(FolderError) { found = try data.journalHeads() } catch {
      throw CommandFailure(error.description)
    }
    if !found.heads.isEmpty { Output.write(lines: found.heads.map(\.line)) }
    for trouble in found.troubles { Output.complain(Output.oneLine(trouble)) }
    if !found.troubles.isEmpty {
      throw CommandFailure("Not every journal could be read; the others are printed.")
    }
  }

  /// What was noted before, from a file or, for `-`, from standard input.
  static func noted(in file: String, waiting minutes: Int?) throws -> [NotedHead] {
    let largest = 64 << 20
    guard let bytes = namedInput(file, largest: largest, waiting: minutes) else {
      throw CommandFailure(
        "\(file) could not be read (\(lastError)), so nothing was compared. Check its path.")
    }
    // A line that is longer than a path may be is none of these.
    let noted = bytes.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D })
      .filter { $0.count < 10_000 }
      .compactMap { NotedHead(String(decoding: $0, as: UTF8.self)) }
    guard bytes.count <= largest, !noted.isEmpty else {
      throw CommandFailure(
        "\(file) has no line that masa journal heads prints, or is too large, so nothing was compared. "
          + "Keep such a list with: masa journal heads >> FILE")
    }
    return noted
  }
}

/// Sets aside what is not as it was written at the end of a journal.
struct JournalMendCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "mend",
    abstract:
      "Set aside what is not as it was written at the end of a journal, so that saving goes on.")

  @OptionGroup var options: DataOptions

  @Argument(
    help: "The folder whose journal is mended, or the id of a group; . for the data folder.")
  var folder: String

  func run() throws {
    let data = try DataPlace.chosen(by: options.data).folder
    let name = folder == "." ? "" : try JournalFolder.path(of: folder, in: data)
    let place = documentPath(journalName, in: name)
    do throws(FolderError) {
      guard let mended = try data.mendJournal(of: name) else {
        Output.write(lines: [
          "\(place) has nothing at its end that could be set aside, and nothing was changed."
        ])
        return
      }
      Output.write(lines: [
        "\(place) keeps its first \(mended.kept) bytes, which are as they were written.",
        "All that was there lies beside it as \(mended.aside), for whoever looks into it.",
      ])
    } catch {
      throw CommandFailure(error.description)
    }
  }
}

/// The folder whose journal is meant.
enum JournalFolder {
  /// Its path in the data folder.
  static func path(of folder: String, in data: DataFolder) throws -> String {
    let known = ownershipFolders(of: data.path)
    let name = folder.hasSuffix("/") ? String(folder.dropLast()) : folder
    let paths = [name, "groups/\(name)", "partnerships/\(name)"]
    if let found = paths.first(where: known.contains) { return found }
    // A closed folder of folders does not tell what it holds.
    for parent in parentFolders {
      let report = Result { () throws(FolderError) in try data.journalReports(in: parent).first }
      if case .success(let found) = report, let closed = found?.closed {
        throw CommandFailure(closed)
      }
    }
    throw CommandFailure(
      "There is no folder \"\(name.prefix(100))\" with a journal of its own in \(data.path). "
        + "Known: \(known.dropFirst().joined(separator: ", ")).")
  }
}
