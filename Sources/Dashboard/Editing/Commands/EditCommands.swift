import TerminalUI

extension Command {
  /// Changing the data: every one says why it cannot be done now, and what it does can be undone.
  static let editCommands: [Command] = [
    Command(
      "edit", "Edit what is selected, or all that is marked", keys: [.character("e")],
      section: "Edit", hint: "edit", rank: 3, reason: { $0.standpoint.reasonNotToEdit },
      run: { $0.perform($0.standpoint.edit()) }),
    Command(
      "add", "Add something here", keys: [.character("a")],
      section: "Edit", hint: "add", rank: 3, reason: { $0.standpoint.reasonNotToAdd },
      run: { $0.perform($0.standpoint.add()) }),
    Command(
      "tick", "Tick it, or open it again; go through attendance", keys: [.character(" ")],
      section: "Edit", hint: "tick", rank: 3, reason: { $0.standpoint.reasonNotToTick },
      run: { $0.perform($0.standpoint.tick()) }),
    Command(
      "extend", "Give more time, with the reason", keys: [.character("x")], section: "Edit",
      reason: { $0.standpoint.reasonNotTo(.extend) },
      run: { $0.perform($0.standpoint.postpone(.extend)) }),
    Command(
      "pause", "Let it stand still, or go on, with the reason", keys: [.character("P")],
      section: "Edit", reason: { $0.standpoint.reasonNotTo(.pause) },
      run: { $0.perform($0.standpoint.postpone(.pause)) }),
    Command(
      "mark", "Mark an action, to do one thing to several", keys: [.character("+"), .insert],
      section: "Edit", reason: { $0.standpoint.reasonNotToMark }, change: { $0.toggleMark() }),
    Command(
      "item-up", "Put an agenda item further up", keys: [.character("<")], section: "Edit",
      hint: "move", rank: 3, reason: { $0.standpoint.reasonNotToShift(by: -1) },
      run: { $0.perform($0.standpoint.shiftItem(by: -1)) }
    ).hinted(on: [.agenda]),
    Command(
      "item-down", "Put an agenda item further down", keys: [.character(">")], section: "Edit",
      hint: "move", rank: 3, reason: { $0.standpoint.reasonNotToShift(by: 1) },
      run: { $0.perform($0.standpoint.shiftItem(by: 1)) }
    ).hinted(on: [.agenda]),
    Command(
      "action-from-outcome", "Turn an agenda item's outcome into an action",
      keys: [.character("o")], section: "Edit", hint: "to action", rank: 3,
      reason: { $0.standpoint.reasonNotToMakeAction },
      run: { $0.perform($0.standpoint.actionFromOutcome()) }
    ).hinted(on: [.agenda]),
    Command(
      "begin-agenda", "Begin an agenda as last time, or from standing items",
      keys: [.character("B")], section: "Edit", hint: "begin", rank: 3,
      reason: { $0.standpoint.reasonNotToBegin }, run: { $0.perform($0.standpoint.askHowToBegin()) }
    ).hinted(on: [.agenda]),
    Command(
      "roll", "Roll open items over to a later agenda", keys: [.character("R")],
      section: "Edit", hint: "roll on", rank: 3, reason: { $0.standpoint.reasonNotToRoll },
      run: { $0.perform($0.standpoint.rollUnfinished()) }
    ).hinted(on: [.meetings]),
    Command(
      "swap-terms", "Swap a chair term with the next", keys: [.character("X")], section: "Edit",
      hint: "swap", rank: 3, reason: { $0.standpoint.reasonNotToSwapTerms },
      run: { $0.perform($0.standpoint.swapTerms()) }
    ).hinted(on: [.terms]),
    Command(
      "remove", "Remove what is selected", keys: [.character("D")],
      section: "Edit", reason: { $0.standpoint.reasonNotToRemove },
      run: { $0.perform($0.standpoint.askToRemove()) }),
  ]
}
