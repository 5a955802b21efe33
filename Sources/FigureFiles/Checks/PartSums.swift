import Letters
import Safeguarding

/// Checks that the parts of a breakdown sum to the total that stands beside them.
enum PartSums {
  private struct Group: Hashable {
    let slot: Int32
    let area: Int32
    let period: Int32
    let rest: Int32
  }

  private struct Sum {
    var total: (value: Double, figure: Int)?
    var parts = 0.0
    var count = 0
    /// Whether a part has no exact number, so that nothing can be said.
    var isOpen = false
  }

  static func check(
    _ figures: [ReadFigure], _ parts: [(figure: Int32, key: FigureKey)], _ names: InternedNames,
    isMachine: Bool, into checks: inout FigureChecks
  ) {
    let withTotal = Set(names.members.joined().filter(\.isTotal).map(\.group))
    if withTotal.isEmpty { return }
    var sums: [Group: Sum] = [:]
    var counts: [Int32: Bool] = [:]
    for (number, key) in parts {
      let index = Int(number)
      let figure = figures[index]
      let isCounted = counts[key.slot] ?? isCount(figure.measure.value)
      counts[key.slot] = isCounted
      // Figures of the country and of regions are rounded, each for itself.
      guard isCounted, !isMachine || figure.area.value.level == .localAuthority else { continue }
      for (rest, isTotal) in names.members[Int(key.breakdown)] where withTotal.contains(rest) {
        let group = Group(slot: key.slot, area: key.area, period: key.period, rest: rest)
        let value = figure.value.exactNumber
        if isTotal {
          if let value { sums[group, default: Sum()].total = (value, index) }
        } else if let value {
          sums[group, default: Sum()].parts += value
          sums[group, default: Sum()].count += 1
        } else {
          sums[group, default: Sum()].isOpen = true
        }
      }
    }
    let whole = sums.values.filter { $0.count > 1 && $0.total != nil && !$0.isOpen }
    if whole.isEmpty { return }
    checks.make(.sums)
    let wrong = whole.compactMap { sum in sum.total.map { (sum, $0.value, figures[$0.figure]) } }
      .filter { abs($0.0.parts - $0.1) > 0.5 }
    for (sum, total, figure) in wrong.sorted(by: {
      ($0.2.row, $0.2.column) < ($1.2.row, $1.2.column)
    }) {
      checks.note(
        .sums, .warns, row: figure.row, column: figure.column,
        "Row \(figure.row), column \(figure.column): the total of \(figure.measure.label) is "
          + "\(formatted(total, decimals: figure.value.decimals)), and its \(sum.count) parts sum to "
          + "\(formatted(sum.parts, decimals: figure.value.decimals)).")
    }
  }

  /// Whether parts of it may be added up: neither shares nor rates nor averages.
  private static func isCount(_ measure: ReadMeasure) -> Bool {
    guard measure.unit.isEmpty || measure.unit == "\u{a3}" else { return false }
    let name = measure.label.folded + " " + measure.key.folded
    return !["rate", "average", "avg", "mean", "median", "percent", "%", "ratio", "score", "per "]
      .contains { name.contains($0) }
  }
}
