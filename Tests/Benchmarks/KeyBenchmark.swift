import Dashboard
import Safeguarding
import TerminalUI

/// Measures what a key costs in a list of actions, from the key to the canvas.
enum KeyBenchmark {
  /// The word on the command line that measures keys alone.
  static let name = "keys"
  static let size = Size(120, 40)
  private static let day = CalendarDate(year: 2024, month: 3, day: 31) ?? CalendarDate(dayNumber: 0)

  /// A group with so many actions.
  static func workspace(actions count: Int) -> Workspace {
    var workspace = Workspace()
    var group = PartnershipGroup()
    (group.id, group.name) = ("subgroup", "Performance Management and Quality Assurance")
    workspace.groups.append(group)
    var agencies: [Agency] = []
    for index in 0..<12 {
      var agency = Agency()
      (agency.id, agency.name) = ("agency-\(index)", "Children's Services number \(index)")
      agencies.append(agency)
    }
    workspace.agencies.append(contentsOf: agencies)
    var actions: [ActionItem] = []
    for index in 0..<count {
      var action = ActionItem()
      action.id = "action-\(index)"
      action.group = "subgroup"
      action.number = String(index)
      action.title = "Send the audit of case \(index % 977) to every partner and report on it"
      var owner = Owner()
      owner.agency = Reference("agency-\(index % 12)")
      action.owners = [owner]
      action.due = ImpreciseDate(day.adding(days: index % 700 - 300))
      action.status = index % 3 == 0 ? .done : .open
      actions.append(action)
    }
    workspace.actions.append(contentsOf: actions)
    return workspace
  }

  /// The dashboard in the group, with the keys on its actions.
  static func dashboard(on workspace: Workspace) -> Dashboard {
    var dashboard = Dashboard(
      workspace: workspace, today: day, themes: [], start: Place(GroupsPane.id, ["subgroup"]))
    _ = dashboard.draw(in: size)
    _ = dashboard.receive(.key(.tab))
    return dashboard
  }

  static func measure() throws {
    var small = 0.0
    for count in [100, 6_000, 100_000] {
      var dashboard = dashboard(on: workspace(actions: count))
      let move = best(of: 7) { press("j", times: 60, &dashboard) } / 60
      if small == 0 { small = move }
      print(
        "a move in \(count) actions: \(rounded(move * 1e6)) µs, \(rounded(move / small)) times 100 "
          + "actions (goal: at most 1.5)")
    }
    var dashboard = dashboard(on: workspace(actions: 100_000))
    let opening = best(of: 1) { press("/", times: 1, &dashboard) }
    let letters = "audit".map { letter in best(of: 1) { press(letter, times: 1, &dashboard) } }
    print(
      "a filter on 100,000 actions: opened in \(rounded(opening * 1000)) ms, a letter in "
        + "\(rounded((letters.max() ?? 0) * 1000)) ms (goal: at most 50)")
    _ = dashboard.receive(.key(.escape))
    let sorting = best(of: 1) { press("s", times: 1, &dashboard) }
    let next = best(of: 3) { press("j", times: 10, &dashboard) } / 10
    print(
      "sorting 100,000 actions: \(rounded(sorting * 1000)) ms, a move after it "
        + "\(rounded(next * 1e6)) µs")
    let palette = best(of: 1) { press(":", times: 1, &dashboard) }
    let typed = "audit 9".map { letter in best(of: 1) { press(letter, times: 1, &dashboard) } }
    let down = best(of: 3) {
      _ = dashboard.receive(.key(.down))
      _ = dashboard.draw(in: size)
    }
    print(
      "the palette among 100,000 actions: opened in \(rounded(palette * 1000)) ms, a letter in "
        + "\(rounded((typed.max() ?? 0) * 1000)) ms, the arrow in \(rounded(down * 1000)) ms "
        + "(goal: at most 50)")
    _ = dashboard.receive(.key(.escape))
    try MemoryMeasurement.start([MemoryMeasurement.command, name])
  }

  private static func press(_ letter: Character, times: Int, _ dashboard: inout Dashboard) {
    for _ in 0..<times {
      _ = dashboard.receive(.key(.character(letter)))
      _ = dashboard.draw(in: size)
    }
  }

  /// The seconds the fastest of several runs takes.
  private static func best(of runs: Int, _ work: () -> Void) -> Double {
    (0..<runs).map { _ in ContinuousClock().measure(work) / .seconds(1) }.min() ?? 0
  }
}
