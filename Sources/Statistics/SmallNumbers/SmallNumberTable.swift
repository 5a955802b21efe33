/// A number of a table, by its place in it.
package struct CellID: Hashable, Sendable {
  /// The place, counted from 0 in the order in which cells were added.
  package let position: Int
}

/// What a year says of its quarters.
package enum YearAggregation: Sendable {
  /// The year is the sum of its quarters: the indicator counts what happened.
  case sum
  /// The year is its last quarter: the indicator counts what there is.
  case last
  /// The year is worked out in another way, and is a derived value.
  case other
}

/// Everything that is known of some counts: the numbers, and which are sums of which.
///
/// Breakdowns, areas and areas together, quarters and years, earlier revisions and England without the rest are all
/// cells and sums of one table. Whatever leaves the folder about the same children belongs into one table.
package struct SmallNumberTable: Sendable {
  private(set) var values: [Int] = []
  private(set) var days: [Int32] = []
  private(set) var published: [Bool] = []
  /// The cell that is the total of each sum.
  private(set) var totals: [Int32] = []
  /// Where the parts of each sum begin, and where the last ones end.
  private(set) var partOffsets: [Int32] = [0]
  private(set) var parts: [Int32] = []

  /// Far beyond any count, and far enough from the end of 64 bits to reckon with.
  private static let largest = 1 << 60

  /// A table without cells.
  package init() {}

  /// How many cells it has.
  package var count: Int { values.count }

  /// The number of a cell.
  package func value(of cell: CellID) -> Int { values[cell.position] }

  /// Adds a number.
  ///
  /// - Parameters:
  ///   - value: The number. What was never sent is no cell, and no part of a sum.
  ///   - day: Since when it can have been known, and shown. What was shown stays shown while others are hidden that were
  ///     known later, so that nobody learns a number who has all that left from day to day.
  ///   - isPublished: Whether it was shown before, under this policy, and so can be hidden no more.
  /// - Returns: The cell, by which sums and what is shown name it.
  package mutating func addCell(_ value: Int, since day: Int32 = 0, isPublished: Bool = false)
    -> CellID
  {
    values.append(min(max(value, -Self.largest), Self.largest))
    days.append(day)
    published.append(isPublished)
    return CellID(position: values.count - 1)
  }

  /// Says that a cell is the sum of others, each named once.
  ///
  /// Sums come in the order in which their cells are hidden: say what a row adds up to before you say it of a column. A sum
  /// that does not add up is as telling as one that does: whoever attacks it is taken to know by how much it is wrong.
  package mutating func addSum(_ total: CellID, of parts: [CellID]) {
    totals.append(Int32(total.position))
    for part in parts where part != total { self.parts.append(Int32(part.position)) }
    partOffsets.append(Int32(self.parts.count))
  }

  /// Says that two cells are the same number, as that of a table and of its earlier revision can be.
  package mutating func addSame(_ one: CellID, _ other: CellID) { addSum(one, of: [other]) }

  /// Says what a year is of its quarters, in their order.
  package mutating func addYear(_ year: CellID, of quarters: [CellID], as kind: YearAggregation) {
    switch kind {
    case .sum: addSum(year, of: quarters)
    case .last: if let last = quarters.last { addSame(year, last) }
    case .other: break
    }
  }

  /// Which cells are to be hidden under a policy, so that nothing that is shown gives one of them away.
  package func suppressed(by policy: SmallNumberPolicy) -> Suppression {
    guard policy.threshold > 0 || policy.hidesWholes else {
      return Suppression(self, policy, hidden: Array(repeating: .shown, count: count))
    }
    var run = SuppressionRun(self, policy)
    return run.result()
  }
}
