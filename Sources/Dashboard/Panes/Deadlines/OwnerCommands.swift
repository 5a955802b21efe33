import Safeguarding
import TerminalUI

extension Command {
  /// From anything to whoever owes it.
  static let ownerCommands: [Command] = [
    Command(
      "owner", "Show everything that the owner of this still owes", keys: [.character("O")],
      section: "Look", hint: "chase", rank: 3,
      reason: { dashboard in
        dashboard.ownersOfSelected.isEmpty
          ? "Nothing says whose this is. Select something that somebody owes." : nil
      },
      change: { dashboard in
        let owners = dashboard.ownersOfSelected
        if owners.count == 1, let owner = owners.first {
          dashboard.showOwed(by: owner)
        } else {
          dashboard.mode = .choosing(Chooser(.owner))
        }
      }
    ).hinted(among: Submission.kind)
  ]
}

extension Dashboard {
  /// Who owes what is selected, as the list of deadlines calls them; whoever is selected, where somebody is.
  fileprivate var ownersOfSelected: [String] {
    func called(_ owners: [Owner]) -> [String] {
      owners.map { $0.lines(context.names).joined() }
    }
    if let deadline = browsing.deadline { return called(deadline.owners) }
    // A part of a record, such as a paper, has an owner of its own.
    if case .part(let record, let path) = browsing.subject,
      let part = context.workspace.record(record)?.stored?.value(at: path),
      let owner = part["owner"].flatMap({ Owner.read(from: StoredSource($0)) })
    {
      return called([owner])
    }
    guard let selected = browsing.subject.record else { return [] }
    if Owner.references.contains(where: { $0.kind == selected.kind }) {
      return [context.names(selected.kind, selected.id)]
    }
    if let submission = context.workspace.record(selected) as? Submission {
      return [context.names(Agency.kind, submission.agency.id)]
    }
    return called(context.workspace.record(selected)?.owners ?? [])
  }

  /// Whoever owes what is selected, each with how much there is to be seen of them.
  var ownerItems: [ChooserItem] {
    ownersOfSelected.map { owner in
      let facet = DeadlineFacet(.owner, owner)
      let count = context.deadlines.count { $0.status.isOpen && facet.includes($0, context) }
      return ChooserItem(
        owner, keys: "", note: "\(counted(count, "deadline")) open", .owner(owner))
    }
  }

  /// Shows what somebody still owes; Esc leads back.
  mutating func showOwed(by owner: String) {
    let facets = [DeadlineFacet(.owner, owner), DeadlineFacet(.status, DeadlineFacet.open)]
    browsing.open(Place(DeadlinesPane.id, facets.map(\.path)))
    browsing.scrollToSelection()
    notice = "This is what \(owner) still owes. ‹back› leads back, ‹export› takes it along."
  }
}
