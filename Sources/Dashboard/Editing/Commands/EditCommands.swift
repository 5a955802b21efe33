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
      "remove", "Remove what is selected", keys: [.character("D")],
      section: "Edit", reason: { $0.standpoint.reasonNotToRemove },
      run: { $0.perform($0.standpoint.askToRemove()) }),
  ]
}
