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
    let rows = steps.map { step, standing in
      PanelRow(
        step.id,
        [
          standing.isDone ? Line("=", .good) : Line(" "), Line(step.title),
          standing.isDone ? Line(standing.words, .done) : .secondary(standing.words),
        ], target: standing.place)
    }
    let done = steps.count { $0.1.isDone }
    let list = Panel(
      .steps, title: "First steps", notes: [.secondary("\(done) of \(steps.count) done")],
      columns: [
        Column("", .whole), Column("What to enter", .text(least: 10, most: 40)),
        Column("What is there", .main()),
      ], rows: rows, emptyText: "Nothing is to be done first.")
    let why = Panel(
      .why, title: "What it is for",
      body: .detail(of: .steps) { position in
        guard steps.indices.contains(position) else { return [] }
        let (step, standing) = steps[position]
        return [Line(step.title, .heading), Line(step.why), .empty, .secondary(standing.advice)]
      })
    return PaneContent(trail: [title], panels: [list, why])
  }

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
    browsing.open(Place(FirstStepsPane.id))
    notice = "These are the first steps. Esc leaves them; : finds them again."
  }
}
