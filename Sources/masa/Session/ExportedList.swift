import ArgumentParser
import Dashboard
import DataStore
import Glibc
import JSONDocument
import Letters
import Reports
import Safeguarding
import TerminalUI

/// A list that a person takes along, as bytes of a form.
struct ExportedList {
  let bytes: [UInt8]
  /// What its file is called: `deadlines-open-2026-07-25.csv`.
  let fileName: String

  /// - Parameters:
  ///   - export: The list, and in which form it is wanted.
  ///   - history: What was saved, for the revisions in a calendar.
  init(_ export: Export, history: [JournalEntry]) {
    let list = export.list
    let form = export.form
    let label = list.owed.workspace.handling
    // What is seen before any file is opened.
    fileName =
      [
        ExportedList.name(of: list.title, else: "list"), list.owed.day.iso,
        ExportedList.name(of: label),
      ]
      .filter { !$0.isEmpty }.joined(separator: "-") + ".\(form.fileEnding)"
    if let agenda = export.agenda {
      bytes = Array(SafeOutput.text(agenda).utf8)
      return
    }
    let listing = list.listing(isTitled: form == .spreadsheet).handled(as: list.owed.workspace)
    switch form.listing {
    case .text?:
      var table = listing
      // It stands below the title.
      table.handling = ""
      let heading = "\(list.title), as at \(list.owed.day.long)\n\(label)\n\n"
      bytes = Array(SafeOutput.text(heading + table.written(as: .text)).utf8)
    case .markdown?:
      bytes = Array(SafeOutput.text(listing.written(as: .markdown)).utf8)
    case .json?: bytes = Array(SafeOutput.json(listing.written(as: .json)).utf8)
    case let format?:
      bytes = format.mark + Array(SafeOutput.text(listing.written(as: format)).utf8)
    case nil:
      let calendar = DeadlinesCalendar(
        list.owed.deadlines, of: list.owed.workspace, on: list.owed.day,
        version: Masa.configuration.version, stamp: CalendarStamp(list.owed.day),
        history: history)
      bytes = Array(calendar.file.text.utf8)
    }
  }

  /// The title in small letters, digits and hyphens, at most 60 of them.
  private static func name(of title: String, else other: String = "") -> String {
    let words = title.folded.split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }
    return words.isEmpty ? other : String(words.joined(separator: "-").prefix(60))
  }
}

extension ExportForm {
  /// How a listing of the form is written; nil for what is no listing.
  fileprivate var listing: ListingFormat? {
    switch self {
    case .text: .text
    case .markdown: .markdown
    case .spreadsheet: .spreadsheet
    case .csv: .csv
    case .json: .json
    case .calendar: nil
    case .agendaPage, .agendaMarkdown, .packPage, .packMarkdown, .actionsPage, .actionsMarkdown:
      nil
    }
  }

  fileprivate var fileEnding: String {
    switch self {
    case .text: "txt"
    case .markdown, .agendaMarkdown, .packMarkdown, .actionsMarkdown: "md"
    case .agendaPage, .packPage, .actionsPage: "html"
    case .spreadsheet, .csv: "csv"
    case .json: "json"
    case .calendar: "ics"
    }
  }
}

extension Export {
  /// What is written of the meeting that shows, where that is wanted.
  fileprivate var agenda: String? {
    let formats: [ExportForm: (AgendaReport.Format, AgendaReport.Part)] = [
      .agendaPage: (.html, .agenda), .agendaMarkdown: (.markdown, .agenda),
      .packPage: (.html, .pack), .packMarkdown: (.markdown, .pack),
      .actionsPage: (.html, .actions), .actionsMarkdown: (.markdown, .actions),
    ]
    let workspace = list.owed.workspace
    guard let (format, part) = formats[form], let meeting = workspace.meetings[meeting],
      let group = workspace.groups[meeting.group]
    else { return nil }
    return AgendaReport(workspace, meeting, of: group).written(as: format, part)
  }
}

extension ShownList {
  /// The list as a listing whose keys come from its titles: "What is owed" is `whatIsOwed`.
  ///
  /// A spreadsheet has the titles themselves, as people read them.
  fileprivate func listing(isTitled: Bool) -> Listing {
    var listing = Listing(
      columns: columns.map { Listing.Column(isTitled ? $0 : ShownList.key(of: $0), $0) }
        + [Listing.Column(isTitled ? "Record" : "record")])
    for row in rows {
      listing.add(row.cells.map { .known($0) } + [.known(row.record)])
    }
    return listing
  }

  private static func key(of title: String) -> String {
    let words = title.split { !($0.isLetter || $0.isNumber) }.map { $0.lowercased() }
    let rest = words.dropFirst().map { $0.prefix(1).uppercased() + $0.dropFirst() }
    return (words.prefix(1) + rest).joined()
  }
}

extension ExportOutcome {
  /// There is no place where a list could be kept.
  static let noFolder = ExportOutcome.failed(
    "The list was not saved, as this account has no folder of its own. Copy it instead.")
}

/// Where lists that a person took along lie: the last one in their own folder, where it waits to be fetched,
/// and each one where the program was started, unless that is on a server they only look at.
struct ExportFiles: Sendable {
  private let file: StateFile

  /// Where the lists of a data folder lie; nil where the person has no folder of their own.
  init?(dataFolder: String) {
    let folder = "exports/\(StateFolder.name(ofDataFolder: dataFolder))"
    guard let file = StateFile("last", in: folder, largest: 256 << 20) else { return nil }
    self.file = file
  }

  /// The list that was taken along last; nil where none was.
  var last: [UInt8]? { file.bytes }

  /// Keeps a list; answers with where it is, in a sentence.
  ///
  /// - Parameters:
  ///   - list: The list.
  ///   - isServed: Whether the person comes over a line that brings them nothing but Masa.
  /// - Returns: Where it is, or why it is nowhere.
  func keep(_ list: ExportedList, isServed: Bool) -> ExportOutcome {
    guard file.keep(list.bytes) else {
      return .failed(
        "The list was not saved, as your own folder cannot be written to: \(lastError). Nothing else "
          + "happened. Copy it instead, or ask whoever looks after this machine.")
    }
    if isServed {
      return .kept(
        "Kept for you. Fetch it from your own computer: ssh SERVER export last > \(list.fileName)")
    }
    guard let name = saved(list) else {
      return .kept(
        "No file can be made where Masa was started (\(lastError)). It is kept: masa export last "
          + "prints it.")
    }
    return .kept("Saved as \(name), where Masa was started.")
  }

  /// Saves a list where the program was started, under a name that nothing has yet.
  private func saved(_ list: ExportedList) -> String? {
    let parts = list.fileName.split(separator: ".", maxSplits: 1).map(String.init)
    for number in 1...99 {
      let name =
        number == 1 ? list.fileName : "\(parts[0])-\(number).\(parts.dropFirst().joined())"
      if writeFile(list.bytes, to: name) { return name }
      if errno != EEXIST { return nil }
    }
    return nil
  }
}
