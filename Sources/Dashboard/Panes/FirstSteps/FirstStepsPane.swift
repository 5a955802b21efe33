import Safeguarding
import TerminalUI

/// From an empty folder to a dashboard that works: what to enter first, ticked by what is there.
package enum FirstStepsPane: Pane {
  package static let id = "first-steps"
  package static let title = "First steps"
  package static let help =
    "From an empty folder to a working dashboard: what to enter first, and what is there already."

  package static func content(_ context: PaneContext, path: [String]) -> PaneContent {
    let steps = FirstStep.all.map { ($0, $0.standing(context)) }
    let rows = steps.enumerated().map { index, entry in
      let (step, standing) = entry
      return PanelRow(
        step.id,
        [
          Line(
            spans: [
              standing.isDone
                ? Span("[=]", .good, spoken: "done") : Span("[ ]", spoken: "to do")
            ]) + .secondary(index < 9 ? "  \(index + 1)" : " \(index + 1)"),
          Line(step.title, standing.isDone ? .done : .text), .secondary(step.hint),
          standing.isDone
            ? Line(standing.words, .done) : .secondary(step.time),
        ], target: standing.place)
    }
    let done = steps.count { $0.1.isDone }
    let list = Panel(
      .steps, title: "First steps", notes: [.secondary("\(done) of \(steps.count) done")],
      // A box, a number and a command need no head.
      columns: [
        Column("", .whole), Column("", .main(least: 36)),
        Column("", .whole, rank: 2), Column("", .text(least: 12, most: 40), rank: 1),
      ], rows: rows, emptyText: "Nothing is to be done first.")
    let why = Panel(
      .why, title: "What it is for",
      body: .text(about: .steps) { position in
        guard steps.indices.contains(position) else { return [] }
        let (step, standing) = steps[position]
        return [
          Line(step.why), .secondary("So far: \(standing.words)."), .secondary(standing.advice),
        ]
      })
    let outcome = Panel(.outcome, title: "What you see when they are done", body: .text(outcome))
    return PaneContent(
      trail: [title], lede: lede(steps.map { ($0.0.minutes, $0.1.isDone) }),
      panels: [list, why, outcome.asExtra]
    ).adding(Kinds.all.flatMap { context.additions(of: $0) })
  }

  /// How far one has come, and how long the rest takes; a step of no known length is left out.
  static func lede(_ steps: [(minutes: Int?, isDone: Bool)]) -> [LedeBlock] {
    let left = steps.filter { !$0.isDone }
    let done = steps.count - left.count
    guard !left.isEmpty else {
      return [.fact("All \(steps.count) steps are done", "‹back› leads to the Overview", .good)]
    }
    let minutes = left.compactMap(\.minutes).reduce(0, +)
    return [
      .fact(
        "\(done) of \(steps.count) steps done", "each opens a form; no file is written by hand"),
      .fact(
        minutes == 0 ? "As long as you like" : "About \(counted(minutes, "minute"))",
        "for the first of each"),
    ]
  }

  private static let outcome: [Line] = [
    Line("Needs attention", .heading) + " lists what is late and due, with its owner.",
    Line("Next meetings", .heading) + " says which papers are missing, "
      + Line("Executive", .heading)
      + " who chairs now and next.",
    .secondary("The sample shows it: ") + Line("q", .key)
      + .secondary(" and then  masa  without --data."),
  ]

  /// Whether a workspace has so little in it that one begins with the first steps.
  static func isFirst(_ workspace: Workspace) -> Bool {
    workspace.meetings.all.isEmpty && workspace.actions.all.isEmpty
      && workspace.reviews.all.isEmpty && workspace.access.closed.isEmpty
      && !workspace.faults.contains { $0.severity == .error }
  }
}

extension Dashboard {
  /// Shows the first steps where there is next to nothing yet; Esc leads to the Overview.
  package mutating func beginWithFirstSteps() {
    guard FirstStepsPane.isFirst(context.workspace) else { return }
    openFirstSteps()
    notice = "These are the first steps. ‹back› leaves them; ‹palette› finds them again."
  }

  /// Shows the first steps, with the first one that is open selected.
  mutating func openFirstSteps() {
    browsing.open(Place(FirstStepsPane.id))
    let open = FirstStep.all.first { !$0.standing(context).isDone }
    if let open { browsing.select(id: open.id, in: .steps) }
  }

  /// Opens what is selected; of a first step that is not done its form, at the place where it is kept.
  mutating func openSelected() {
    let isStep = browsing.focusedPanel?.id == .steps
    let selected = isStep ? browsing.selectedSource(in: .steps) : nil
    let standing = selected.flatMap { position in
      FirstStep.all.indices.contains(position) ? FirstStep.all[position].standing(context) : nil
    }
    browsing.openSelected()
    guard let standing, !standing.isDone, let addition = standing.addition,
      standpoint.reasonNotToAdd(addition) == nil
    else { return }
    openForm(for: FormRequest(addition))
  }
}
