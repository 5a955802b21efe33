import Safeguarding
import TerminalUI

extension PaneContext {
  /// How much of some kinds is late and due, and how many records of the first kind are shown.
  ///
  /// - Parameters:
  ///   - kinds: The kinds.
  ///   - list: The list of the first of them.
  ///   - others: Lists of further kinds that count as well.
  ///   - counting: What is said below the count; how many stand how where it is not said.
  ///   - more: What else stands above the lists.
  /// - Returns: The blocks.
  func lede(
    of kinds: [any Entity.Type], in list: Panel, besides others: [Panel] = [],
    counting: String? = nil, _ more: [LedeBlock] = []
  ) -> [LedeBlock] {
    guard let first = kinds.first else { return more }
    let besides = others.compactMap { panel in
      (0..<panel.rows.count).lazy.compactMap { panel.rows.subject($0).record?.kind }.first
    }
    let names = Set(kinds.map { $0.kind } + besides)
    let owed = deadlines.filter { names.contains($0.record.kind) && $0.status.isOpen }
    let late = owed.filter { $0.status == .overdue }
    let count = list.rows.count - list.rows.table.headings.count
    let noun = count == 1 ? first.kind.title : Kinds.plural(of: first)
    var blocks: [LedeBlock] = owed.isEmpty ? [] : [.late(late, on: day)]
    let next = owed.filter { $0.status != .overdue && $0.due?.last != nil }
      .min { ($0.due?.last ?? day) < ($1.due?.last ?? day) }
    if let next {
      blocks.append(.fact(next.due?.inSentence(on: day) ?? "", next.title.asTitle, .dueSoon))
    }
    let urgent = blocks.prefix(owed.isEmpty ? 0 : 1)
    let all = Array(urgent) + more + blocks.dropFirst(urgent.count)
    // What says "3 of 37" has said how many there are.
    let isTold = more.contains { block in
      block.what.plain.contains("of \(grouped(count)) ")
        || block.how.plain == "of \(grouped(count))"
    }
    if isTold, count > 0 { return all }
    return all
      + [
        .fact("\(grouped(count)) \(noun.lowercased())", counting ?? standings(of: first, in: list))
      ]
  }

  /// How many records of a list stand how, as its bands say, else the column for that: "2 overdue, 3 planned".
  ///
  /// Nothing where they stand in too many ways to be told in a line.
  private func standings(of type: any Entity.Type, in list: Panel) -> String {
    let rows = list.rows.table
    var told = rows.headings.map { position in
      let band = rows[position]
      return (words: band.cells.first?.plain ?? "", count: band.tally.plain)
    }
    if told.isEmpty || told.contains(where: { $0.words.first?.isNumber ?? true }) {
      told = counts(of: type, in: list)
    }
    guard told.count <= PaneContext.mostStandings else { return "" }
    return told.map { "\($0.count) \($0.words.startingSmall)" }.joined(separator: ", ")
  }

  /// The words in which the records of a list say how they stand, with how many do, in their order there.
  private func counts<E: Entity>(of type: E.Type, in list: Panel) -> [(
    words: String, count: String
  )] {
    guard let standing = E.columns.first(where: \.isStanding) else { return [] }
    let records = recordContext
    var order: [String] = []
    var counts: [String: Int] = [:]
    for record in shown(type, in: list) {
      let words = standing.text(record, records)
      if counts[words] == nil { order.append(words) }
      counts[words, default: 0] += 1
    }
    return order.map { ($0, grouped(counts[$0] ?? 0)) }
  }

  /// How many belong to each partnership, in its order: "60 MSCP, 41 KSCMP".
  func tally(_ owners: [Reference<Partnership>]) -> String {
    workspace.orderedPartnerships.compactMap { partnership in
      let count = owners.count { $0.id == partnership.id }
      return count == 0 ? nil : "\(grouped(count)) \(partnership.label)"
    }.joined(separator: ", ")
  }

  /// As many ways to stand are told in a line.
  private static var mostStandings: Int { 4 }
}

extension String {
  /// The same with a small first letter, unless it is a short form in capitals.
  fileprivate var startingSmall: String {
    dropFirst().first?.isUppercase ?? true ? self : prefix(1).lowercased() + dropFirst()
  }
}
