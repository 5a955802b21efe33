import Safeguarding
import TerminalUI

extension Dashboard {
  /// Shows a workspace that somebody else has changed, and says what they did.
  mutating func receive(changed workspace: Workspace, news: [News]) -> [DashboardEffect] {
    if journal.isRead {
      let known = Set(context.journal.map(\.id))
      let new = news.map(\.entry).filter { !known.contains($0.id) }
      if !new.isEmpty { context.journal = (context.journal + new).joined }
    }
    context.lastVisit?.add(news)
    let change = browsing.follow(workspace, news)
    if !news.isEmpty {
      let gone = change.gone.map {
        " (\"\($0)\" is not in this list any more; the next one is selected.)"
      }
      telling.tell(ofOthers: context.words(of: news) + (gone ?? ""))
    }
    noteReload()
    form = form?.told(news)
    goToAwaited()
    guard change.isMarked else { return [] }
    // How long the marks of what others changed are shown.
    return [.fadeMarks(browsing.changes.generation, afterSeconds: 20)]
  }
}

extension PaneContext {
  /// What others did, for the last line: "ann, 14:02: Status of ...: open, now done".
  func words(of news: [News]) -> String {
    guard let latest = news.last else { return "" }
    let entries = shown(news.map(\.entry).joined)
    let lines = entries.reversed().flatMap { sentences(of: $0.changes) }
    let first = lines.first ?? entries.last?.headline(names) ?? ""
    let more = lines.count - 1
    return "\(latest.entry.user), \(latest.at): \(first)"
      + (more > 0 ? ", and \(counted(more, "more change"))" : "")
  }
}

extension Form {
  /// The form with a sentence about what others changed in its record.
  func told(_ news: [News]) -> Form {
    guard !meanwhile.isEmpty else { return self }
    let records = subjects.map(\.target.record)
    for item in news.reversed() {
      let fields = item.entry.changes.filter { records.contains($0.record) }.compactMap(\.field)
      if fields.isEmpty { continue }
      let labels = fields.map { fieldLabel($0, of: kind.entity) }.joined(separator: ", ")
      var form = self
      form.meanwhile =
        "\(item.entry.user) changed \(labels) meanwhile (\(item.at)); you keep what you typed. "
        + "Where both changed the same field, you are asked when you save."
      return form
    }
    return self
  }
}
