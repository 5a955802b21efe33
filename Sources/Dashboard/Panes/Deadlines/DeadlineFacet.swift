import Letters
import Safeguarding

/// One way of narrowing the list of deadlines: by kind, rule, group, partnership or owner.
struct DeadlineFacet: Hashable, Sendable {
  enum Kind: String, CaseIterable, Sendable {
    case status, kind, rule, group, partnership, owner, mine

    /// What is narrowed by, in a word.
    var title: String { rawValue }
  }

  let kind: Kind
  let value: String

  /// The status of whatever is still owed.
  static let open = "open"
  /// The value that stands for whoever the account belongs to.
  static let own = "@account"

  init(_ kind: Kind, _ value: String) {
    self.kind = kind
    self.value = value
  }

  /// A facet as a step of a place's way in.
  init?(_ path: String) {
    let parts = path.split(separator: "=", maxSplits: 1).map(String.init)
    guard parts.count == 2, let kind = Kind(rawValue: parts[0]) else { return nil }
    self.init(kind, parts[1])
  }

  /// The facet as a step of a place's way in.
  var path: String { "\(kind.rawValue)=\(value)" }

  /// The facet as a person reads it: "group: PMQA".
  func words(_ context: PaneContext) -> String { "\(kind.title): \(name(context))" }

  /// What a person calls the value.
  func name(_ context: PaneContext) -> String {
    switch kind {
    case .status where value == DeadlineFacet.open: "still owed"
    case .status: Deadline.Status(rawValue: value)?.title ?? value
    case .rule: context.book[value]?.title ?? value
    case .group: context.workspace.groups[value]?.label ?? value
    case .partnership: context.workspace.partnerships[value]?.label ?? value
    case .mine where value == DeadlineFacet.own: context.ownName
    case .kind, .owner, .mine: value
    }
  }

  /// Whether a deadline is shown.
  func includes(_ deadline: Deadline, _ context: PaneContext) -> Bool {
    switch kind {
    case .mine where value == DeadlineFacet.own:
      let ids = context.workspace.access.identities
      return meant(by: deadline, context).contains { !ids.isDisjoint(with: $0.ids) }
        || context.isOwedAsChair(deadline)
    case .mine:
      return meant(by: deadline, context).text(context.names).holds(value)
        || value == context.me && context.isOwedAsChair(deadline)
    default: return DeadlineFacet.values(of: deadline, kind, context).contains(value)
    }
  }

  /// Its owners, and the records that they stand for: "Local authority" is the council of the area.
  private func meant(by deadline: Deadline, _ context: PaneContext) -> [Owner] {
    deadline.owners
      + deadline.owners.flatMap { context.matching.meant(by: $0, in: deadline.partnerships) }
  }

  /// Every facet that occurs among deadlines, with how many each leaves.
  static func all(
    among deadlines: [Deadline], by kinds: [Kind] = Kind.allCases, _ context: PaneContext
  ) -> [(facet: DeadlineFacet, count: Int)] {
    var all: [(facet: DeadlineFacet, count: Int)] = []
    for kind in kinds where kind != .mine {
      var counts: [String: Int] = [:]
      for deadline in deadlines {
        for value in Set(values(of: deadline, kind, context)) { counts[value, default: 0] += 1 }
      }
      // The most frequent first; those alike by name.
      let sorted = counts.sorted { left, right -> Bool in
        if left.value != right.value { return left.value > right.value }
        return left.key < right.key
      }
      for (value, count) in sorted { all.append((DeadlineFacet(kind, value), count)) }
    }
    return all
  }

  private static func values(
    of deadline: Deadline, _ kind: Kind, _ context: PaneContext
  ) -> [String] {
    switch kind {
    case .status: [deadline.status.rawValue] + (deadline.status.isOpen ? [open] : [])
    case .kind: [deadline.form]
    case .rule: [deadline.rule]
    case .group: deadline.group.map { [$0.id] } ?? []
    case .partnership: deadline.partnerships.map(\.id)
    case .owner, .mine: deadline.owners.map { $0.lines(context.names).joined() }
    }
  }
}
