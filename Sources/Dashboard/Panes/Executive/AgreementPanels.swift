import Safeguarding
import TerminalUI

extension ExecutivePane {
  /// What was decided between meetings, where one partner acts for all, and who agrees what.
  static func agreed(_ context: PaneContext) -> PaneContent {
    let between = context.register(
      of: UrgentDecision.self, .outcome, title: "Decided between meetings")
    let delegations = context.register(
      of: Delegation.self, .others, title: "One partner acts for all")
    let agreements = context.register(of: SignOff.self, .ledger, title: "Who agrees what")
    let decided = context.shown(UrgentDecision.self, in: between)
    let minuted = decided.count { $0.minutedOn != nil }
    return PaneContent(
      trail: [],
      lede: context.lede(
        of: [UrgentDecision.self], in: between, besides: [delegations, agreements],
        decided.isEmpty
          ? []
          : [
            .fact(
              "\(minuted) of \(decided.count) minuted", "at the meeting that followed",
              minuted == decided.count ? .good : .dueSoon)
          ]), panels: [between, delegations, agreements])
  }
}
