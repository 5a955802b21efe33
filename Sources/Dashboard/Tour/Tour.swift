import Safeguarding
import TerminalUI

/// A short walk through the panes: what each answers, and which keys matter there.
package struct Tour: Hashable, Sendable {
  /// One stop of the walk.
  struct Stop: Sendable {
    let pane: String
    let title: String
    /// What is told there; keys are those that the commands have.
    let words: String
  }

  /// Where one is in it.
  package private(set) var position = 0

  /// The walk from its beginning.
  package init() {}

  /// The stops in their order.
  static let stops: [Stop] = [
    Stop(
      pane: OverviewPane.id, title: "Overview",
      words:
        "What needs attention, the latest first, with whose it is; when the groups meet; who chairs. "
        + "‹down› and ‹up› select, ‹open› opens, ‹back› goes back, ‹next-panel› goes to the next panel."
    ),
    Stop(
      pane: ExecutivePane.id, title: "Executive",
      words:
        "Who has the chair, who takes over and when, what has to be handed over, and what was decided. "
        + "‹swap-terms› swaps a term with the next, ‹tick› ticks the handover list."),
    Stop(
      pane: GroupsPane.id, title: "Groups",
      words:
        "Every group: its next meeting, missing papers, open actions, attendance. Inside a group ‹add› "
        + "adds an action or an agenda item; in a meeting ‹outcome› writes what came of an item. ‹papers› "
        + "lists all papers to chase."),
    Stop(
      pane: DatasetPane.id, title: "Dataset",
      words:
        "Each indicator with its latest figure, how it moved and where it stands. ‹open› shows one as a "
        + "chart, ‹figures› enters the figures of an agency's period in one list."),
    Stop(
      pane: ReviewsPane.id, title: "Reviews",
      words:
        "Each review with its clock, its stages and what was recommended. ‹tick› ticks what is done, "
        + "‹filter› narrows any list as you type: no:evidence finds what is done without evidence."),
    Stop(
      pane: DeadlinesPane.id, title: "Deadlines",
      words:
        "Everything that is owed by a date and why. ‹narrow› narrows it, ‹mine› shows only yours, "
        + "‹owner› all that an owner owes, and ‹export› takes the list with you: a file, a table, a calendar."
    ),
    Stop(
      pane: PlansPane.id, title: "Plans",
      words:
        "What was set out to do, what was done for each priority, what lacks evidence, what could go wrong. "
        + "‹next-section› and ‹previous-section› go through the sections of a pane."),
    Stop(
      pane: AssurancePane.id, title: "Assurance",
      words:
        "Who checked what and when, what scrutiny asked for, what was answered and what changed; challenges "
        + "and disputes with their next answer."),
    Stop(
      pane: PracticePane.id, title: "Practice",
      words:
        "Whose voice was heard, by which thresholds people work, which programmes run, who was trained, and "
        + "what shows an effect. Money, agencies and short forms are sections of the Executive."),
    Stop(
      pane: OverviewPane.id, title: "From anywhere",
      words:
        "‹palette› finds groups, people, records, days and commands by name; ‹edit› changes what is "
        + "selected; ‹undo› takes back what you did last; ‹help› tells every key. ‹quit› leaves."),
  ]

  /// Where one is now.
  var stop: Stop { Tour.stops[min(position, Tour.stops.count - 1)] }

  /// What stands above the text: "Tour, 2 of 7: Executive".
  var heading: String { "Tour, \(position + 1) of \(Tour.stops.count): \(stop.title)" }

  /// The walk one stop further on or back; nil where it ends.
  func moved(by step: Int) -> Tour? {
    var tour = self
    tour.position = max(0, position + step)
    return tour.position < Tour.stops.count ? tour : nil
  }
}

extension Command {
  /// The tour of what there is.
  static let tourCommands: [Command] = [
    Command(
      "tour", "Take a short tour of the panes", keys: [.character("J")], section: "Program",
      change: { Tour.begin(&$0) })
  ]
}

extension Tour {
  /// Begins the tour, on whatever data shows.
  package static func begin(_ dashboard: inout Dashboard) { Tour().show(&dashboard) }

  private func show(_ dashboard: inout Dashboard) {
    if dashboard.visits.first?.place.pane != stop.pane { dashboard.browsing.go(to: stop.pane) }
    dashboard.browsing.backToStart()
    dashboard.browsing.scrollToSelection()
    dashboard.mode = .touring(self)
  }

  /// Goes on with the tour, back, or out of it.
  func receive(_ key: Key, _ dashboard: inout Dashboard) -> [DashboardEffect] {
    switch key {
    case .enter, .right, .down, .tab, .pageDown, .character(" "), .character("j"):
      if let next = moved(by: 1) { next.show(&dashboard) } else { end(&dashboard) }
    case .left, .up, .backTab, .pageUp, .backspace, .character("k"):
      moved(by: -1)?.show(&dashboard)
    case .escape: end(&dashboard)
    case .character("q"), .control("c"):
      dashboard.isFinished = true
      return [.quit]
    default: dashboard.notice = "The tour goes on with Enter and ends with Esc."
    }
    return []
  }

  private func end(_ dashboard: inout Dashboard) {
    dashboard.mode = .browsing
    dashboard.notice =
      "That was the tour. ‹help› tells every key, ‹palette› finds anything, ‹tour› shows it again."
  }

  /// Greets somebody who is here for the first time; the next key does what it does and takes it away.
  package static func welcome(_ dashboard: inout Dashboard) {
    dashboard.telling.welcome =
      "Welcome to Masa. ‹down› and ‹up› select, ‹open› opens, ‹back› goes back; ‹help› tells every key, "
      + "‹palette› finds anything by its name, and ‹tour› takes you round in two minutes. Nothing is changed "
      + "without your saying so, and ‹undo› takes back what you did last."
  }
}
