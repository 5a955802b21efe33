import Safeguarding
import TerminalUI

/// By what the indicators stand together in the list.
enum IndicatorOrder: String, CaseIterable, Sendable {
  case cluster, question, priority, supplier, owner, line

  /// What the order is called, and what a chooser offers.
  var title: String {
    switch self {
    case .cluster: "by cluster"
    case .question: "those that need a question first"
    case .priority: "by priority"
    case .supplier: "by supplier"
    case .owner: "by the group that looks at them"
    case .line: "by line of assurance"
    }
  }

  /// The order of a way into the pane; nil where it leads to something else.
  init?(_ path: [String]) {
    guard let word = path.first, word.hasPrefix("by-"),
      let order = IndicatorOrder(rawValue: String(word.dropFirst(3)))
    else { return nil }
    self = order
  }

  /// The way into the pane with this order.
  var path: [String] { self == .cluster ? [] : ["by-\(rawValue)"] }

  /// The indicators under their headings, in the order in which they are read; one that belongs under
  /// several stands under each.
  func bands(
    _ indicators: [Indicator], _ context: PaneContext
  ) -> [(title: String, indicators: [Indicator])] {
    let names = context.names
    switch self {
    case .cluster: return []
    case .question: return questions(indicators, context)
    case .priority:
      return gathered(indicators, last: "no priority named") { $0.priorities }
    case .supplier:
      return gathered(indicators, last: "no supplier named") { indicator in
        indicator.suppliers.isEmpty && !indicator.supplierAsPrinted.isEmpty
          ? [indicator.supplierAsPrinted] : indicator.suppliers.map { names(Agency.kind, $0.id) }
      }
    case .owner:
      return gathered(indicators, last: "no group named") { indicator in
        indicator.owner.map { [names(PartnershipGroup.kind, $0.id)] } ?? []
      }
    case .line:
      let lines = EarlyWarning.AssuranceLine.allCases
      let bands = lines.map { line in
        (line.title, indicators.filter { $0.earlyWarnings.contains { $0.line == line } })
      }
      let rest = indicators.filter { $0.earlyWarnings.allSatisfy { $0.line == nil } }
      return (bands + [("no line of assurance watches it", rest)]).filter { !$0.1.isEmpty }
    }
  }

  /// What needs a question, what was asked and is not answered, and the rest.
  private func questions(
    _ indicators: [Indicator], _ context: PaneContext
  ) -> [(title: String, indicators: [Indicator])] {
    let tripped = context.workspace.trippedWarnings(on: context.day, of: indicators)
    let unasked = Set(tripped.filter { !$0.isAcknowledged }.map(\.indicator.id))
    let open = Set(
      context.workspace.challenges.all.filter { $0.answeredOn == nil && $0.answer.isEmpty }
        .compactMap { $0.indicator?.id })
    let missed = Set(
      indicators.filter { indicator in
        let reading = context.workspace.reading(of: indicator, on: context.day)
        return reading.rating?.standing == .misses && !open.contains(indicator.id)
      }.map(\.id))
    let first = indicators.filter { unasked.contains($0.id) || missed.contains($0.id) }
    let asked = indicators.filter { open.contains($0.id) && !unasked.contains($0.id) }
    let known = Set((first + asked).map(\.id))
    let rest = indicators.filter { !known.contains($0.id) }
    return [
      ("needs a question", first), ("asked, not answered yet", asked), ("nothing to ask", rest),
    ].filter { !$0.1.isEmpty }
  }

  private func gathered(
    _ indicators: [Indicator], last: String, _ titles: (Indicator) -> [String]
  ) -> [(title: String, indicators: [Indicator])] {
    var order: [String] = []
    var found: [String: [Indicator]] = [:]
    for indicator in indicators {
      let own = titles(indicator)
      for title in own.isEmpty ? [last] : own {
        if found[title] == nil { order.append(title) }
        found[title, default: []].append(indicator)
      }
    }
    return (order.filter { $0 != last } + [last]).compactMap { title in
      found[title].map { (title, $0) }
    }
  }
}
