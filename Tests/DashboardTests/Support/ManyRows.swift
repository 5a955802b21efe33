import Dashboard
import Safeguarding
import TerminalUI

/// Folders with very many actions of one group.
enum ManyRows {
  static let group = "subgroup"
  static let places = [
    Place(GroupsPane.id, [group]), Place(RecordsPane.id, [ActionItem.kind.name]),
    Place(DeadlinesPane.id),
  ]

  static func dashboard(at place: Place) -> Dashboard {
    Dashboard(
      workspace: workspace, today: Fixture.marchEnd, glyphs: .of(.cp437), themes: [], start: place)
  }

  private static let workspace: Workspace = {
    let long = " and every school, surgery and station that has to know of it"
    return workspace(100_000, on: Fixture.marchEnd) { index, action in
      action.title = "Send audit \(index % 977) to the partners" + (index % 50 == 0 ? long : "")
    }
  }()

  /// A group with so many actions, owned by twelve agencies and due around a day; the rest is filled in.
  static func workspace(
    _ count: Int, on day: CalendarDate, _ fill: (Int, inout ActionItem) -> Void
  ) -> Workspace {
    var workspace = Workspace()
    var group = PartnershipGroup()
    (group.id, group.name) = (ManyRows.group, "Quality Assurance")
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
      (action.id, action.group) = ("action-\(index)", Reference(ManyRows.group))
      var owner = Owner()
      owner.agency = Reference("agency-\(index % 12)")
      action.owners = [owner]
      action.due = ImpreciseDate(day.adding(days: index % 700 - 300))
      fill(index, &action)
      actions.append(action)
    }
    workspace.actions.append(contentsOf: actions)
    return workspace
  }
}
