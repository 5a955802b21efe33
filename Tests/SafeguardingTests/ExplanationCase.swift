import Safeguarding
import Testing

/// What explanations are made from: a rule on rapid reviews, and a review under it.
enum ExplanationCase {
  /// The explanations of the deadlines of a workspace, or of those under a rule.
  static func explain(
    _ workspace: Workspace, on iso: String, _ rule: String? = nil
  ) throws -> [Explanation] {
    let explain = try Explainer(workspace, on: day(iso))
    return try workspace.deadlines(on: day(iso)).filter { rule == nil || $0.rule == rule }
      .map { explain($0) }
  }

  /// Fifteen working days from the notification of an incident.
  static func rapidReview(_ fill: (inout Rule) throws -> Void = { _ in }) throws -> Rule {
    try SmallArea.rule("rapid", .incidentNotified, 15, .workingDay) {
      ($0.until, $0.authority) = (.rapidReviewSent, "Working Together 2023")
      $0.says = "A rapid review is completed within fifteen working days."
      try fill(&$0)
    }
  }

  /// The one review of a workspace, notified on a day.
  static func review(
    _ rule: Rule, notified: String, _ fill: (inout Review) throws -> Void = { _ in }
  ) throws -> Workspace {
    try SmallArea.workspace([rule]) {
      $0.reviews.append(
        try SmallArea.review("ash") {
          $0.notifiedOn = try date(notified)
          try fill(&$0)
        })
    }
  }
}
