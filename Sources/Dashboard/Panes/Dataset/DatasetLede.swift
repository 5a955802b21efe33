import Safeguarding
import TerminalUI

extension DatasetPane {
  /// What the figures ask for: returns that are late, what got worse or lies above a comparator, how much
  /// is measured.
  static func lede(_ indicators: [Indicator], _ context: PaneContext) -> [LedeBlock] {
    if indicators.isEmpty { return [] }
    var counts = Counts()
    for indicator in indicators {
      counts.add(
        IndicatorWording(context.workspace.reading(of: indicator, on: context.day), context))
    }
    let late = context.deadlines.filter {
      $0.record.kind == Submission.kind && $0.status == .overdue
    }
    var blocks: [LedeBlock] = []
    if !late.isEmpty {
      let owner = late[0].owners.short(in: context.workspace)
      let distance = late[0].distanceWords(on: context.day)
      let which = [owner, distance].filter { !$0.isEmpty }.joined(separator: ", ")
      blocks.append(.alarm("\(counted(late.count, "return")) late", which))
    }
    func add(_ found: [String], _ what: String, _ role: Role) {
      guard let first = found.first else { return }
      let others = found.count > 1 ? " +\(found.count - 1)" : ""
      blocks.append(.fact("\(found.count) \(what)", first + others, role))
    }
    add(counts.worse, "worse", .overdue)
    let word = counts.isAlwaysAbove ? "above" : "beside"
    add(
      counts.beside, counts.beside.count == 1 ? "\(word) its comparator" : "\(word) comparators",
      .dueSoon)
    add(counts.better, "better", .good)
    let values = counts.measured == 0 ? "no values yet" : "\(counts.measured) with a value"
    blocks.append(.fact(counted(indicators.count, "indicator"), values))
    if counts.worded > 0 {
      let verb = counts.worded == 1 ? "has" : "have"
      blocks.append(.fact("\(counts.worded) \(verb) words for a figure", "as printed", .secondary))
    }
    return blocks
  }

  /// What the readings of indicators say, by the names of the indicators.
  private struct Counts {
    var worse: [String] = []
    var better: [String] = []
    /// The headline indicators that lie on the worse side of a comparator, or above it where neither side
    /// is said to be better.
    var beside: [String] = []
    var isAlwaysAbove = true
    var measured = 0
    var worded = 0

    mutating func add(_ wording: IndicatorWording) {
      let reading = wording.reading
      let name = reading.indicator.label
      if reading.latest?.value != nil { measured += 1 }
      if wording.words != nil { worded += 1 }
      if !wording.isHardlyChanged, let isBetter = reading.change?.isBetter {
        if isBetter { better.append(name) } else { worse.append(name) }
      }
      guard reading.indicator.headline, let side = wording.side else { return }
      if side.isBetter == false || side.isBetter == nil && side.direction == .up {
        beside.append(name)
        if side.direction == .down { isAlwaysAbove = false }
      }
    }
  }
}
