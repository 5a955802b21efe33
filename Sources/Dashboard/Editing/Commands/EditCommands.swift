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
      reason: { $0.reasonNotToReassign }, change: { $0.openForSeveral(.owners, "Reassign") }),
    Command(
      "mark", "Mark an action, to do one thing to several", keys: [.character("+"), .insert],
      section: "Edit", reason: { $0.reasonNotToMark }, change: { $0.toggleMark() }),
    Command(
      "hand-over", "Hand an action over to another group", keys: [.character("H")],
      section: "Edit", reason: { $0.reasonNotToHandOver }, change: { $0.askForGroup() }),
    Command(
      "item-up", "Put an agenda item further up", keys: [.character("<")], section: "Edit",
      hint: "move", rank: 3, reason: { $0.reasonNotToShift(by: -1) },
      run: { $0.shiftItem(by: -1) }
    ).hinted(on: ["agenda"]),
    Command(
      "item-down", "Put an agenda item further down", keys: [.character(">")], section: "Edit",
      hint: "move", rank: 3, reason: { $0.reasonNotToShift(by: 1) },
      run: { $0.shiftItem(by: 1) }
    ).hinted(on: ["agenda"]),
    Command(
      "action-from-outcome", "Turn an agenda item's outcome into an action",
      keys: [.character("o")], section: "Edit", hint: "to action", rank: 3,
      reason: { $0.reasonNotToMakeAction }, change: { $0.openActionFromOutcome() }
    ).hinted(on: ["agenda"]),
    Command(
      "begin-agenda", "Begin an agenda as last time, or from standing items",
      keys: [.character("B")], section: "Edit", hint: "begin", rank: 3,
      reason: { $0.reasonNotToBegin }, change: { $0.askHowToBegin() }
    ).hinted(on: ["agenda"]),
    Command(
      "roll", "Roll open items over to a later agenda", keys: [.character("R")],
      section: "Edit", hint: "roll on", rank: 3, reason: { $0.reasonNotToRoll },
      run: { $0.rollUnfinished() }
    ).hinted(on: ["meetings"]),
    Command(
      "agree-minutes", "Mark minutes as agreed", keys: [.character("A")], section: "Edit",
      hint: "agree", rank: 3, reason: { $0.reasonNotToAgree },
      change: { $0.openAgreement() }
    ).hinted(on: ["meetings"]),
    Command(
      "swap-terms", "Swap a chair term with the next", keys: [.character("X")], section: "Edit",
      hint: "swap", rank: 3, reason: { $0.reasonNotToSwapTerms },
      change: { $0.openSwap() }
    ).hinted(on: ["terms"]),
    Command(
      "remove", "Remove an agenda item, paper, decision or attendance", keys: [.character("D")],
      section: "Edit", reason: { $0.reasonNotToRemove }, change: { $0.askToRemove() }),
  ]
}
