import Safeguarding
import TerminalUI

extension PaneContext {
  /// What journals tell, as far as the person may see it.
  func shown(_ entries: [JournalEntry]) -> [JournalEntry] {
    workspace.hiddenFigures == nil ? entries : entries.withoutSmallNumbers(in: workspace)
  }

  /// That small numbers are hidden, and which; nothing where none are.
  var hiddenNotes: [Line] {
    guard let hidden = workspace.hiddenFigures, hidden.count > 0 else { return [] }
    return [
      .secondary("\(counted(hidden.count, "value")) hidden"),
      .secondary("small numbers could point at a child"),
    ]
  }
}

extension Dashboard {
  /// The same dashboard as what it shows may leave: without small numbers, whoever looks at it.
  var leaving: Dashboard {
    let shown = context.stored.withoutSmallNumbers
    guard let hidden = shown.hiddenFigures, hidden.rule != .none,
      context.workspace.hiddenFigures == nil,
      !shown.values.all.isEmpty
    else { return self }
    var copy = self
    let referrers = context.referrers
    copy.browsing.look(at: shown)
    copy.context.referrers = referrers
    copy.browsing.refresh()
    return copy
  }

  /// Why the list of an indicator may not leave; nil where it may.
  var refusalToExport: String? {
    guard let about = content.about else { return nil }
    switch about.kind {
    case Indicator.kind: return context.stored.refusalToExport(of: about.id)
    case Observation.kind:
      return context.stored.values[about.id].flatMap {
        context.stored.refusalToExport(of: $0.indicator.id)
      }
    default: return nil
    }
  }
}
