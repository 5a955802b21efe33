/// What is shown of each cell of a table.
package struct Suppression: Equatable, Sendable {
  /// Why a cell is hidden, which nobody outside is told: what is shown is one and the same sign.
  package enum Reason: UInt8, Sendable {
    /// It is shown.
    case shown
    /// It is small, or all of its total.
    case small
    /// It would give a small one away.
    case complement
  }

  /// What is shown of a cell.
  package enum Shown: Equatable, Sendable {
    /// The number, rounded where the policy rounds.
    case number(Int)
    /// The sign for a hidden number.
    case hidden
  }

  /// The policy that was followed.
  package let policy: SmallNumberPolicy
  /// Hidden cells that what was published before gives away, whatever else is hidden: nothing new may be shown beside them.
  package let unprotected: [CellID]
  /// How many cells are hidden for their own sake.
  package let smallCount: Int
  /// How many are hidden to protect others.
  package let complementCount: Int
  /// How many of these the first look at each sum missed, and the audit found.
  package let auditCount: Int

  private let shown: [Shown]
  private let reasons: [Reason]

  init(
    _ table: SmallNumberTable, _ policy: SmallNumberPolicy, hidden reasons: [Reason],
    unprotected: [CellID] = [], auditCount: Int = 0
  ) {
    self.policy = policy
    self.unprotected = unprotected
    self.auditCount = auditCount
    self.reasons = reasons
    var (small, complements) = (0, 0)
    for reason in reasons {
      if reason == .small { small += 1 } else if reason == .complement { complements += 1 }
    }
    (smallCount, complementCount) = (small, complements)
    shown = zip(table.values, reasons).map { value, reason in
      reason == .shown ? .number(policy.rounded(value)) : .hidden
    }
  }

  /// Whether a cell is hidden; what is no cell of the table is.
  package func isHidden(_ cell: CellID) -> Bool { self[cell] == .hidden }

  /// What is shown of a cell.
  package subscript(cell: CellID) -> Shown {
    shown.indices.contains(cell.position) ? shown[cell.position] : .hidden
  }

  /// Why a cell is hidden, for the folder's own record.
  package func reason(for cell: CellID) -> Reason {
    reasons.indices.contains(cell.position) ? reasons[cell.position] : .small
  }
}
