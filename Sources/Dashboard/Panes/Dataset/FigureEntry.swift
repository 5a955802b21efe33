import Entry
import Safeguarding
import TerminalUI

extension Command {
  /// Bringing in what an agency sends.
  static let figureCommands: [Command] = [
    Command(
      "figures", "Enter the figures of an agency's period", keys: [.character("#")],
      section: "Edit", hint: "figures", rank: 3,
      reason: { FigureSteps(dashboard: $0).reasonNotToEnter },
      change: { dashboard in
        if let start = FigureSteps(dashboard: dashboard).start {
          GridEntry.open(start, in: &dashboard)
        }
      }),
    Command(
      "import-figures", "Say how the figures of a return come in from a file",
      keys: [.character("i")],
      section: "Edit", hint: "import", rank: 3,
      reason: { FigureSteps(dashboard: $0).reasonNotToImport },
      run: { dashboard in
        guard let line = FigureSteps(dashboard: dashboard).commandLine else { return [] }
        dashboard.notice =
          "Where the data folder is, this brings in the file of \(line.whose): \(line.words) (copied; "
          + "--preview shows what it would do). Over SSH no file is taken: copy the cells in the "
          + "spreadsheet, press ‹figures›, and paste them."
        return [.terminal(.copy(CopiedText(line.words)))]
      }
    ).hinted(among: Submission.kind),
  ]
}

extension Command {
  /// The command with its word on the last line only where a list holds records of a kind.
  func hinted(among kind: RecordKind) -> Command {
    var command = self
    command.hintedAmong = kind
    return command
  }
}

/// What can be done from a return, or an indicator, about the figures that are owed.
private struct FigureSteps {
  let dashboard: Dashboard

  private var context: PaneContext { dashboard.context }

  /// Whose figures are entered from here; nil where that cannot be told.
  var start: GridStart? {
    context.gridStart(from: dashboard.browsing.subject, about: dashboard.content.about)
  }

  /// Why figures cannot be entered here; nil where they can.
  var reasonNotToEnter: String? {
    let subject = dashboard.browsing.subject.record
    guard dashboard.visit.place.pane == DatasetPane.id || subject?.kind == Submission.kind else {
      return "Figures are entered in the dataset: press ‹go-dataset› and then ‹figures›."
    }
    if context.stored.indicators.all.isEmpty {
      return "There is no indicator yet: ‹go-dataset› and then ‹add› adds the first."
    }
    let isBusy = dashboard.saving.contains {
      $0.changes.contains { $0.record.kind == Observation.kind }
    }
    if isBusy { return Standpoint.stillSaving }
    // It is asked whenever the screen is drawn: all figures lie in one folder, so one is asked for.
    var figure = Observation()
    figure.period = FigurePeriod(endedBy: context.day).date
    return context.lock(
      on: RecordID(Observation.kind, ""), in: context.stored.ownDocument(of: figure))
  }

  private var submission: Submission? {
    guard let record = dashboard.browsing.subject.record, record.kind == Submission.kind else {
      return nil
    }
    return context.stored.submissions[record.id]
  }

  /// Why nothing can be said of a file here; nil where it can.
  var reasonNotToImport: String? {
    guard let submission else {
      return "Select a return first: ‹go-dataset› shows who has sent, and ‹next-panel› leads there."
    }
    return submission.period?.first == nil
      ? "The return does not say for which period it is. ‹edit› says it." : nil
  }

  /// The words of the command line that bring in a return, and whose it is.
  var commandLine: (words: String, whose: String)? {
    guard let submission, let date = submission.period else { return nil }
    let agency = submission.agency.id
    let period = FigurePeriod(date).words
    return (
      "masa import indicators FILE --agency \(agency) --quarter '\(period)'",
      context.names(Agency.kind, agency)
    )
  }
}
