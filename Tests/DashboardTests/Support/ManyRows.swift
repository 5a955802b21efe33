import Dashboard
import Safeguarding
import TerminalUI

/// A folder with 100,000 actions of one group.
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
    let long = " and every school, surgery and station that has to know of it"
    var actions: [ActionItem] = []
    for index in 0..<100_000 {
      var action = ActionItem()
      (action.id, action.group) = ("action-\(index)", Reference(ManyRows.group))
      action.title = "Send audit \(index % 977) to the partners" + (index % 50 == 0 ? long : "")
      var owner = Owner()
      owner.agency = Reference("agency-\(index % 12)")
      action.owners = [owner]
      action.due = ImpreciseDate(Fixture.marchEnd.adding(days: index % 700 - 300))
      actions.append(action)
    }
    workspace.actions.append(contentsOf: actions)
    return workspace
  }()
}
