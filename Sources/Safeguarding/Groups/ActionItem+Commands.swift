extension ActionItem {
  /// What people do with actions beside filling them in and ticking them.
  public static var commands: [RecordCommand<ActionItem>] {
    [
      RecordCommand(
        "note", "Add a progress note to an action", keys: ["n"], fields: ["progress"]
      ) { actions, _ in
        actions.first.map { .form(noteForm, title: "Note on action: \($0.title)") }
      },
      RecordCommand(
        "reassign", "Give an action to somebody else", keys: ["r"], on: .marked,
        fields: ["owners"]
      ) { actions, _ in
        .form(ownersForm, title: "Reassign\(actions.count == 1 ? ":" : "") \(words(for: actions))")
      },
      RecordCommand(
        "hand-over", "Hand an action over to another group", keys: ["H"], on: .marked,
        fields: ["group"]
      ) { actions, context in
        .choice(
          RecordChoice(
            "Hand over to which group?", "Group", takers(of: actions, context)))
      },
    ]
  }

  /// The forms of a few fields of an action.
  public static var forms: [RecordForm] { [noteForm, ownersForm, severalForm] }
  /// One thing that is done to several actions.
  public static var formForSeveral: RecordForm? { severalForm }

  /// A note on how an action is getting on.
  private static let noteForm = RecordForm(
    "note", "progress note", [.long(FormLayout.addedNote), "status"],
    wayBack: "‹note› on the same action")

  /// Who does an action.
  private static let ownersForm = RecordForm(
    "owners", "owner", ["owners"], wayBack: "‹reassign› on the same action",
    several: "Mark the same actions again with ‹mark› and press ‹reassign›")

  private static let severalForm = RecordForm(
    "several", "several actions", ["status", "owners", "due", .long(FormLayout.addedNote)],
    keepsTitle: false, wayBack: "‹edit› with the same actions marked",
    several: "Mark the same actions again with ‹mark› and press ‹edit›")

  private static func words(for actions: [ActionItem]) -> String {
    actions.count == 1 ? actions[0].title : counted(actions.count, "action")
  }

  /// The groups that can take actions over, with why some cannot.
  private static func takers(
    of actions: [ActionItem], _ context: RecordContext
  ) -> [RecordChoice.Option] {
    let own = Set(actions.map(\.group))
    return context.workspace.groups(in: .all, on: context.day)
      .filter { $0.isLive(on: context.day) && own != [Reference($0.id)] }
      .map { group in
        let edit = handing(actions, to: group, context)
        let lock = edit.changes.last.flatMap {
          context.workspace.lock(on: RecordID(kind, ""), in: $0.document)
        }
        let names = context.workspace.partnerships(of: Reference(group.id))
          .map { context.workspace.partnerships[$0]?.shortName ?? $0.id }.joined(separator: "+")
        return RecordChoice.Option(
          group.name, word: names, note: counted(actions.count, "action"), reason: lock, edit)
      }
  }

  /// The edit that takes actions out of their groups' files and puts them into another one.
  private static func handing(
    _ actions: [ActionItem], to group: PartnershipGroup, _ context: RecordContext
  ) -> Edit {
    let changes = actions.filter { $0.group.id != group.id }.flatMap { action -> [Change] in
      var moved = action
      moved.group = Reference(group.id)
      guard let now = context.workspace.document(of: action.link),
        let next = context.workspace.ownDocument(of: moved)
      else { return [] }
      return [action.removed(from: now), moved.added(to: next)]
    }
    return Edit("Hand over to \(group.label): \(words(for: actions))".shortTitle, changes)
  }
}
