import Safeguarding
import TerminalUI

extension Command {
  /// Looking at things: opening, filtering, sorting, choosing what is shown.
  static let lookCommands: [Command] = [
    Command(
      "open", "Open what is selected", keys: [.enter, .right, .character("l")], section: "Look",
      hint: "open", rank: 1, reason: { $0.browsing.reasonNotToOpen },
      change: { $0.openSelected() }),
    Command(
      "back", "Go back one level", keys: [.escape, .left, .character("h"), .backspace],
      section: "Look", hint: "back", rank: 2,
      reason: { dashboard in
        dashboard.visits.count > 1 || !dashboard.browsing.filterText.isEmpty
          || dashboard.visit.isZoomed
          || !dashboard.browsing.marks.isEmpty
          ? nil : "This is the first level. Press ‹quit› to leave."
      },
      change: { dashboard in
        if !dashboard.browsing.marks.isEmpty {
          dashboard.browsing.unmark { _ in true }
          dashboard.notice = "Nothing is marked any more."
        } else if !dashboard.browsing.filterText.isEmpty {
          dashboard.browsing.filter("")
        } else if dashboard.visit.isZoomed {
          dashboard.visit.isZoomed = false
          dashboard.browsing.scrollToSelection()
        } else {
          _ = dashboard.browsing.back()
        }
      }),
    Command(
      "filter", "Show only rows with these words", keys: [.character("/")], section: "Look",
      hint: "filter", rank: 4, reason: { $0.browsing.reasonNotATable },
      change: { dashboard in
        dashboard.browsing.prepareFilter()
        dashboard.mode = .filtering
      }),
    Command(
      "partnership", "Show the next partnership, or all", keys: [.character("p")], section: "Look",
      hint: "partnership", rank: 5,
      reason: { dashboard in
        dashboard.context.workspace.partnerships.all.count > 1
          ? nil : "There is only one partnership here."
      },
      change: { dashboard in
        dashboard.browsing.look(scope: dashboard.browsing.nextScope)
        dashboard.browsing.scrollToSelection()
      }),
    Command(
      "sort", "Sort by the next column", keys: [.character("s")], section: "Look", hint: "sort",
      rank: 7,
      reason: { $0.browsing.reasonNotATable },
      change: { $0.notice = $0.browsing.sortByNextColumn() }),
    Command(
      "reverse", "Turn the order round", keys: [.character("S")], section: "Look",
      reason: { $0.browsing.reasonNotATable }, change: { $0.notice = $0.browsing.reverseSort() }),
    Command(
      "as-of", "Show the state as at another day", keys: [.character("t")], section: "Look",
      hint: "date", rank: 8,
      change: { dashboard in
        dashboard.mode = .asking(.asOfDate, text: "", problem: "")
      }),
    Command(
      "narrow", "Show only deadlines of one kind, or the dataset in another order",
      keys: [.character("f")],
      section: "Look", change: { $0.mode = .choosing(Chooser(.facet)) }),
    Command(
      "mine", "Show only what is mine, or everything", keys: [.character("m")], section: "Look",
      change: { $0.toggleMine() }),
    Command(
      "identity", "Say who I am", keys: [.character("I")], section: "Look",
      change: { $0.mode = .choosing(Chooser(.identity)) }),
    Command(
      "date", "Work out a day", keys: [.character("=")], section: "Look",
      change: { $0.mode = .choosing(Chooser(.date)) }),
    Command(
      "zoom", "Give this panel the whole screen, or not", keys: [.character("z")], section: "Look",
      reason: { dashboard in
        dashboard.content.panels.count > 1 ? nil : "This panel has the whole screen already."
      },
      change: { dashboard in
        dashboard.visit.isZoomed.toggle()
        dashboard.browsing.scrollToSelection()
      }),
    Command(
      "swap", "Swap chart and table", keys: [.character("v")], section: "Look",
      reason: { dashboard in
        dashboard.content[.chart] != nil
          ? nil : "There is a chart only inside an indicator of the Dataset."
      },
      change: { dashboard in
        let wanted: PanelID = dashboard.focusedPanel?.id == .values ? .chart : .values
        dashboard.visit.focus =
          dashboard.content.panels.firstIndex { $0.id == wanted } ?? dashboard.visit.focus
        dashboard.browsing.scrollToSelection()
      }),
    Command(
      "copy", "Copy the selected row to your own clipboard", keys: [.character("y")],
      section: "Look",
      reason: { $0.selectedRow == nil ? "Nothing is selected here." : nil },
      run: { dashboard in
        guard let row = dashboard.leaving.selectedRow else { return [] }
        dashboard.notice =
          "Copied, if your terminal allows it (hold Shift and drag to select text yourself)."
        let text = row.cells.map(\.plain).filter { !$0.isEmpty }.joined(separator: "  ")
        return [.terminal(.copy(CopiedText(text)))]
      }),
    Command(
      "records", "Show every kind of record", keys: [.character("K")], section: "Look",
      change: { $0.browsing.open(Place(RecordsPane.id)) }),
    Command(
      "papers", "List the papers to chase, of all groups", keys: [.character("L")],
      section: "Look", change: { $0.browsing.open(Place(PapersPane.id)) }),
    Command(
      "first-steps", "Show the first steps in an empty folder", keys: [.character("N")],
      section: "Look",
      change: { $0.openFirstSteps() }),
    Command(
      "faults", "Show what is wrong in the data", keys: [.character("F")], section: "Look",
      reason: { dashboard in
        dashboard.context.workspace.faults.isEmpty ? "No faults were found in the data." : nil
      }, change: { $0.browsing.open(Place(FaultsPane.id)) }),
  ]
}

extension Browsing {
  var reasonNotATable: String? {
    guard let panel = focusedID, tables[panel] != nil else {
      return "This panel is not a list. ‹next-panel› goes to the next one."
    }
    return nil
  }

  var reasonNotToOpen: String? {
    guard let panel = focusedID, selection(in: panel) != nil else {
      return "Nothing is selected here. ‹next-panel› goes to the next panel."
    }
    let target = target
    return target == nil || target == visit.place
      ? "There is nothing more to see behind this row." : nil
  }
}
