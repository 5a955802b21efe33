import TerminalUI

extension Command {
  /// Changing the data: every one says why it cannot be done now, and what it does can be undone.
  static let editCommands: [Command] = [
    Command(
      "edit", "Edit what is selected, or all that is marked", keys: [.character("e")],
      section: "Edit", hint: "edit", rank: 3, reason: { $0.reasonNotToEdit },
      change: { $0.openEditForm() }),
    Command(
      "add", "Add an action, item, paper, decision, meeting or term", keys: [.character("a")],
      section: "Edit", hint: "add", rank: 3, reason: { $0.reasonNotToAdd },
      change: { $0.openAddForm() }),
    Command(
      "tick", "Tick it, or open it again; go through attendance", keys: [.character(" ")],
      section: "Edit", hint: "tick", rank: 3, reason: { $0.reasonNotToTick },
      run: { $0.tick() }),
    Command(
      "note", "Add a progress note to an action", keys: [.character("n")], section: "Edit",
      reason: { $0.reasonNotToNote }, change: { $0.openNote() }),
    Command(
      "reassign", "Give an action to somebody else", keys: [.character("r")], section: "Edit",
      reason: { $0.reasonNotToReassign }, change: { $0.openForSeveral("owners", "Reassign") }),
    Command(
      "mark", "Mark an action, to do one thing to several", keys: [.character("+"), .insert],
      section: "Edit", reason: { $0.reasonNotToMark }, change: { $0.toggleMark() }),
    Command(
      "hand-over", "Hand an action over to another group", keys: [.character("H")],
      section: "Edit", reason: { $0.reasonNotToHandOver }, change: { $0.askForGroup() }),
    Command(
      "action-from-outcome", "Turn an agenda item's outcome into an action",
      keys: [.character("o")], section: "Edit", reason: { $0.reasonNotToMakeAction },
      change: { $0.openActionFromOutcome() }),
    Command(
      "item-down", "Put an agenda item further down", keys: [.character(">")], section: "Edit",
      reason: { $0.reasonNotToShift(by: 1) }, run: { $0.shiftItem(by: 1) }),
    Command(
      "item-up", "Put an agenda item further up", keys: [.character("<")], section: "Edit",
      reason: { $0.reasonNotToShift(by: -1) }, run: { $0.shiftItem(by: -1) }),
    Command(
      "begin-agenda", "Begin an agenda as last time, or from standing items",
      keys: [.character("B")], section: "Edit", reason: { $0.reasonNotToBegin },
      change: { $0.askHowToBegin() }),
    Command(
      "roll", "Roll open items over to a later agenda", keys: [.character("R")],
      section: "Edit", reason: { $0.reasonNotToRoll }, run: { $0.rollUnfinished() }),
    Command(
      "agree-minutes", "Mark minutes as agreed", keys: [.character("A")], section: "Edit",
      reason: { $0.reasonNotToAgree }, change: { $0.openAgreement() }),
    Command(
      "remove", "Remove an agenda item, paper, decision or attendance", keys: [.character("D")],
      section: "Edit", reason: { $0.reasonNotToRemove }, change: { $0.askToRemove() }),
  ]
}
