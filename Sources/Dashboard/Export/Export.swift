package import Safeguarding
package import TerminalUI

/// How a list leaves the screen.
package enum ExportForm: String, Hashable, Sendable, CaseIterable {
  case text, markdown, spreadsheet, csv, json, calendar
  /// The whole agenda of the meeting that shows, with papers and open actions.
  case agendaPage, agendaMarkdown
  /// What people take to it: each item with all that is recorded of it and of its papers.
  case packPage, packMarkdown
  /// What was agreed at it, and what is still open from before.
  case actionsPage, actionsMarkdown

  /// Whether it is about the meeting that shows, not the list.
  package var isOfMeeting: Bool {
    switch self {
    case .text, .markdown, .spreadsheet, .csv, .json, .calendar: false
    case .agendaPage, .agendaMarkdown, .packPage, .packMarkdown, .actionsPage, .actionsMarkdown:
      true
    }
  }

  /// What a person calls it.
  package var title: String {
    switch self {
    case .text: "text in columns"
    case .markdown: "a table in Markdown"
    case .spreadsheet: "CSV for a spreadsheet"
    case .csv: "plain CSV for other programs"
    case .json: "JSON for other programs"
    case .calendar: "a calendar of what is owed"
    case .agendaPage: "the whole agenda with papers and actions, as a page to print (HTML)"
    case .agendaMarkdown: "the whole agenda with papers and actions, in Markdown"
    case .packPage: "the pack: agenda, items, papers and actions, as a page to print (HTML)"
    case .packMarkdown: "the pack: agenda, items, papers and actions, in Markdown"
    case .actionsPage: "the action list of the meeting, as a page to print (HTML)"
    case .actionsMarkdown: "the action list of the meeting, in Markdown"
    }
  }
}

/// Where a list goes.
package enum ExportPlace: Hashable, Sendable {
  case clipboard, file
}

/// A way of taking a list along.
package struct Export: Hashable, Sendable {
  package let list: ShownList
  package let form: ExportForm
  package let place: ExportPlace
  /// The meeting that shows, for its whole agenda.
  package var meeting: Reference<Meeting>?
}

/// What came of taking a list along.
package enum ExportOutcome: Sendable {
  /// The text to put on the clipboard.
  case copied(CopiedText)
  /// It lies in a file: where, and how it is fetched.
  case kept(String)
  /// It could not be done: why, and what to do now.
  case failed(String)
}

extension Command {
  /// Taking along what shows.
  static let exportCommands: [Command] = [
    Command(
      "export", "Take this list with me: a file, a table, a calendar", keys: [.character("E")],
      section: "Look", hint: "export", rank: 8, reason: { $0.reasonNotToExport },
      change: { $0.mode = .choosing(Chooser(.export)) })
  ]
}

extension Dashboard {
  fileprivate var reasonNotToExport: String? {
    browsing.reasonNotATable
      ?? (browsing.focusedTable?.selectableCount == 0
        ? "Nothing is listed here that could be taken along." : nil)
  }

  /// The ways of taking along the list that has the keys, the likeliest first.
  var exportItems: [ChooserItem] {
    let rows = counted(browsing.focusedTable?.selectableCount ?? 0, "row")
    func item(_ form: ExportForm, _ place: ExportPlace) -> ChooserItem {
      ChooserItem(
        "\(place == .file ? "Save" : "Copy") \(form.title)",
        keys: place == .file ? "file" : "clipboard",
        note: form.isOfMeeting ? "meeting" : rows,
        .export(form, place))
    }
    let files: [ExportForm] = [.spreadsheet, .text, .markdown, .calendar, .csv, .json]
    let copies: [ExportForm] = [.text, .markdown, .csv]
    let agenda: [ChooserItem] =
      shownMeeting == nil
      ? []
      : [
        item(.agendaPage, .file), item(.packPage, .file), item(.actionsPage, .file),
        item(.agendaMarkdown, .file), item(.packMarkdown, .file), item(.actionsMarkdown, .file),
        item(.agendaMarkdown, .clipboard), item(.actionsMarkdown, .clipboard),
      ]
    let lists =
      files.filter { $0 != .calendar || tellsOfDays }.map { item($0, .file) }
      + copies.map { item($0, .clipboard) }
    // Where a meeting shows, its agenda is meant; where it is only a row, the list.
    return content.about?.kind == Meeting.kind ? agenda + lists : lists + agenda
  }

  /// Whether what is selected is a sort of thing that is owed by a date.
  private var tellsOfDays: Bool {
    if browsing.deadline != nil { return true }
    guard let kind = browsing.subject.record?.kind else { return false }
    return context.deadlines.contains { $0.record.kind == kind }
  }

  /// Takes along the list that has the keys.
  mutating func export(as form: ExportForm, to place: ExportPlace) -> [DashboardEffect] {
    if let refusal = refusalToExport {
      telling.tell(unasked: refusal)
      return []
    }
    return leaving.shownList.map {
      [.export(Export(list: $0, form: form, place: place, meeting: shownMeeting))]
    } ?? []
  }

  /// The meeting that the place is about, or that is selected.
  private var shownMeeting: Reference<Meeting>? {
    [content.about, browsing.subject.record].compactMap(\.self)
      .first { $0.kind == Meeting.kind }.map { Reference($0.id) }
  }

  /// Tells what came of taking a list along.
  mutating func receive(_ outcome: ExportOutcome) -> [DashboardEffect] {
    switch outcome {
    case .copied(let text):
      notice = "Copied, if your terminal allows it."
      return [.terminal(.copy(text))]
    case .kept(let sentence): notice = sentence
    case .failed(let sentence): telling.tell(unasked: sentence)
    }
    return []
  }
}
