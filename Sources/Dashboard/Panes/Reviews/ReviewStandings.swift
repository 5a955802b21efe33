import Safeguarding
import TerminalUI

/// How reviews stand: their clocks, and how many of their recommendations are done.
struct ReviewStandings: Sendable {
  private let clocks: [String: [Deadline]]
  private let context: PaneContext

  init(_ context: PaneContext) {
    self.context = context
    clocks = Dictionary(
      grouping: context.deadlines.filter { deadline in
        deadline.record.kind == Review.kind && deadline.status.isOpen
          && context.book[deadline.rule]?.informationOnly != true
      }, by: \.record.id)
  }

  /// The clock of a review that asks for something first; nil where none runs.
  func clock(of review: Review) -> Deadline? {
    clocks[review.id]?.min { left, right in
      let days = [left, right].map { $0.due?.last?.dayNumber ?? .max }
      return (left.status, days[0]) < (right.status, days[1])
    }
  }

  /// What is owed by a clock, in a word: the audit of recommendations, else what its rule asks for.
  func noun(of clock: Deadline) -> String {
    context.book[clock.rule]?.trigger == .reportEndorsed ? "audit" : clock.form
  }

  /// Whether somebody stopped the clocks of a review for now.
  func isPaused(_ review: Review) -> Bool {
    review.pause?.covers(context.day) == true
  }

  /// How far off a clock is, as lists say it: working days where a statutory clock counts them.
  func distance(of clock: Deadline) -> String {
    let words = clock.distanceWords(on: context.day)
    return words.hasSuffix("working day") || words.hasSuffix("working days")
      ? "\(words) left" : words
  }

  /// How the recommendations of a review stand.
  func changes(of review: Review) -> Changes {
    var changes = Changes()
    for action in context.records.actions(from: Reference(review.id))
    where action.isKnown(on: context.day) {
      changes.add(action.known(on: context.day))
    }
    return changes
  }

  /// How many recommendations stand how.
  struct Changes: Hashable, Sendable {
    private(set) var all = 0
    private(set) var done = 0
    private(set) var unproven = 0
    private(set) var unreported = 0

    /// Counts one more.
    mutating func add(_ action: ActionItem) {
      all += 1
      if action.isClosed { done += 1 }
      if action.lacksEvidence { unproven += 1 }
      if action.status == .unknown { unreported += 1 }
    }

    /// The counts in words: "7 of 9 done, 2 not reported"; what nobody reports on is not called undone.
    var words: String {
      [progress, unreported == all ? "" : silence].filter { !$0.isEmpty }.joined(separator: ", ")
    }

    /// How many are done, or that nothing is reported of any.
    var progress: String { unreported == all ? silence : "\(done) of \(all) done" }

    /// Of how many it is not reported how they stand; empty where it is of all.
    var silence: String { unreported == 0 ? "" : "\(unreported) not reported" }

    /// That nothing shows that they were done; empty where something does.
    var doubt: String { unproven == 0 ? "" : "\(unproven) without evidence" }
  }
}

extension ActionItem {
  /// Whether nothing more has to be done.
  var isClosed: Bool { status == .done || status == .dropped }

  /// Whether it was done, and nothing shows it.
  var lacksEvidence: Bool { status == .done && evidence.isEmpty && impact.isEmpty }
}
