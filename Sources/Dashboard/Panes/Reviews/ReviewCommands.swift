import Safeguarding
import TerminalUI

extension Command {
  /// Looking through reviews.
  static let reviewCommands: [Command] = [
    Command(
      "unproven", "Show what is done without evidence, or everything again",
      keys: [.character("V")], section: "Look", hint: "no evidence", rank: 6,
      reason: { Unproven.reasonNotToShow($0) }, change: { Unproven.toggle(&$0) })
  ]
}

/// What is done and has nothing that shows it.
private enum Unproven {
  /// The filter that leaves only such.
  private static let filter = "status:done no:evidence"

  static func reasonNotToShow(_ dashboard: Dashboard) -> String? {
    guard dashboard.visit.place.pane == ReviewsPane.id,
      let panel = dashboard.content[.recommendations]
    else {
      return "Evidence is looked at in the reviews: press ‹go-reviews› and then ‹unproven›."
    }
    let workspace = dashboard.context.workspace
    let isAny = (0..<panel.rows.count).contains { row in
      panel.rows.subject(row).record.flatMap { workspace.record($0) as? ActionItem }?
        .lacksEvidence == true
    }
    return isAny ? nil : "Nothing here is done without evidence."
  }

  /// Gives the keys to the changes in practice and leaves those of them that lack evidence.
  static func toggle(_ dashboard: inout Dashboard) {
    dashboard.visit.focus =
      dashboard.content.panels.firstIndex { $0.id == .recommendations } ?? dashboard.visit.focus
    if dashboard.browsing.filterText == filter {
      dashboard.browsing.filter("")
      return
    }
    dashboard.browsing.prepareFilter()
    dashboard.browsing.filter(filter)
    dashboard.notice =
      "These are done, and nothing shows it yet: ‹edit› adds the evidence. ‹unproven› shows everything."
  }
}
