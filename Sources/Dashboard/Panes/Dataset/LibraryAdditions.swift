import Letters
import Safeguarding

extension DatasetPane {
  /// The indicators of the library that are not measured yet, each to be picked and then put right.
  static func library(_ indicators: [Indicator], _ context: PaneContext) -> [Addition] {
    guard var start = context.additions(of: Indicator.self).first?.start else { return [] }
    let known = Set(indicators.flatMap { [$0.title.folded, $0.shortTitle.folded] })
    let clusters = context.workspace.clusters.all.filter { context.scope.includes($0.partnership) }
    return IndicatorLibrary.entries.compactMap { entry -> Addition? in
      let indicator = entry.indicator
      if entry.names.contains(where: known.contains) { return nil }
      for member in entry.stored { start[member.key] = member.value }
      let cluster = clusters.first { $0.title.folded == entry.group.folded }
      start["cluster"] = cluster.map { .text($0.id) } ?? start["cluster"]
      var addition = Addition(
        Indicator.kind, to: FormTarget(RecordID(Indicator.kind, ""), in: ""), start: start,
        title: "From the library: \(indicator.title)")
      addition.note = entry.group
      return addition
    }
  }
}
