import Letters
import Safeguarding
import TerminalUI

/// What models of effectiveness gave, domain by domain: how much of the best score, and how it changed.
struct EvaluationScores: Sendable {
  /// A domain of an evaluation with its scores, earliest first.
  private struct Domain {
    let name: String
    /// Where each of its scores stands in the evaluation.
    let scores: [(position: Int, score: EvaluationScore)]
  }

  private let context: PaneContext

  init(_ context: PaneContext) { self.context = context }

  var panel: Panel {
    let records = context.recordContext
    let scored = context.workspace.evaluations.all.filter {
      !$0.scores.isEmpty && context.scope.mayInclude($0, records)
    }.sorted { ($0.on?.last?.dayNumber ?? 0) > ($1.on?.last?.dayNumber ?? 0) }
    let rows = scored.flatMap { evaluation in
      let domains = EvaluationScores.domains(of: evaluation)
      let model = evaluation.model.isEmpty ? evaluation.title : evaluation.model
      return [band(evaluation.id, model, domains.count)]
        + domains.compactMap { row($0, of: evaluation) }
    }
    return Panel(
      .scores, title: "Scores by the model, domain by domain",
      columns: [
        Column("Domain", .main(least: 14)), Column("", .whole, rank: 1, isSortable: false),
        Column("Score", .whole, alignment: .trailing), Column("When", .whole),
        Column("Before", .whole, alignment: .trailing, rank: 2),
        Column("Change", .whole, alignment: .trailing, rank: 1),
      ], rows: rows, emptyText: "No evaluation has scores.")
  }

  private static func domains(of evaluation: Evaluation) -> [Domain] {
    var order: [String] = []
    for score in evaluation.scores where !order.contains(score.domain) {
      order.append(score.domain)
    }
    return order.map { name in
      let own = evaluation.scores.enumerated().filter { $0.element.domain == name }
      let dated = own.sorted { left, right in
        let days = (left.element.on?.last?.dayNumber ?? 0, right.element.on?.last?.dayNumber ?? 0)
        return days.0 == days.1 ? left.offset < right.offset : days.0 < days.1
      }
      return Domain(name: name, scores: dated.map { (position: $0.offset, score: $0.element) })
    }
  }

  private func row(_ domain: Domain, of evaluation: Evaluation) -> PanelRow? {
    guard let last = domain.scores.last else { return nil }
    let before = domain.scores.dropLast().last?.score
    let (score, best) = (last.score.score?.number, last.score.of?.number)
    var bar = Line.empty
    if let score, let best, best > 0 {
      bar = ShareBar(percent: score / best * 100).line(context.glyphs)
    }
    let of = last.score.of.map { " of \($0.text)" } ?? ""
    var change = Line.empty
    if let score, let old = before?.score?.number {
      let moved = score - old
      let words = formatted(moved, decimals: last.score.score?.decimals ?? 0, grouping: true)
      change = moved == 0 ? .secondary("as before") : Line(moved > 0 ? "+\(words)" : words)
    }
    return PanelRow(
      .part(evaluation.link, [.field("scores"), .element(last.position)]),
      [
        .text(domain.name, illustrative: evaluation.illustrative), bar,
        Line("\(last.score.score?.text ?? "no score")\(of)"),
        .secondary(last.score.on?.wholeInList(on: context.day) ?? "no date"),
        .secondary(
          before.map {
            "\($0.score?.text ?? "no score"), \($0.on?.inSentence(on: context.day) ?? "no date")"
          } ?? ""),
        change,
      ], target: Place(record: evaluation.link))
  }
}
