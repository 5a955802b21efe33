import Entry
import Safeguarding
import TerminalUI

/// Whose figures are entered from where one is, for which period, and where one begins.
struct GridStart: Hashable, Sendable {
  let source: FigureGrid.Source
  let period: FigurePeriod
  /// The id of the indicator in whose row one begins; empty for the first one.
  var indicator = ""
}

extension PaneContext {
  /// Everybody who sends figures to the partnerships in scope, and last the indicators of nobody.
  var figureSources: [GridForm.Named] {
    let sending =
      stored.indicators.all.flatMap { indicator in
        indicator.suppliers.map { "\($0.id) \(indicator.partnership.id)" }
      } + stored.submissions.all.map { "\($0.agency.id) \($0.partnership.id)" }
    let counts = Dictionary(
      Set(sending).map { ($0.split(separator: " ").first.map(String.init) ?? "", 1) },
      uniquingKeysWith: +)
    return partnerships.flatMap { partnership -> [GridForm.Named] in
      let own = stored.indicators.all.filter { $0.partnership.id == partnership.id }
      var ids = Set(own.flatMap(\.suppliers).map(\.id))
      ids.formUnion(
        stored.submissions.all.filter { $0.partnership.id == partnership.id }.map(\.agency.id))
      let agencies = stored.agencies.all.map(\.id).filter(ids.contains)
      let nobody = own.contains { $0.suppliers.isEmpty } ? [""] : []
      return (agencies + nobody).map { id in
        let isShared = id.isEmpty ? partnerships.count > 1 : counts[id] ?? 0 > 1
        return GridForm.Named(
          source: FigureGrid.Source(partnership: partnership.id, agency: id),
          name: (id.isEmpty ? "No supplier named" : names(Agency.kind, id))
            + (isShared ? " (\(partnership.shortName))" : ""))
      }
    }
  }

  /// The periods of an agency's returns, and the last eight quarters, earliest first.
  func figurePeriods(of source: FigureGrid.Source) -> [FigurePeriod] {
    var found = stored.submissions.all.filter {
      $0.partnership.id == source.partnership && $0.agency.id == source.agency
    }.compactMap(\.period).filter { $0.first != nil }.map { FigurePeriod($0) }
    var quarter: FigurePeriod? = FigurePeriod(endedBy: day)
    for _ in 0..<8 {
      if let quarter { found.append(quarter) }
      quarter = quarter?.quarterBefore
    }
    var periods: [FigurePeriod] = []
    for period in found.sorted(by: { $0.date < $1.date })
    where !periods.contains(where: { $0.isSame(as: period.date) }) { periods.append(period) }
    return periods
  }

  /// The likeliest period: the latest that is owed and has not come in, else the last quarter that is over.
  func likeliestPeriod(of source: FigureGrid.Source) -> FigurePeriod {
    let owed = stored.submissions.all.filter {
      $0.partnership.id == source.partnership && $0.agency.id == source.agency
        && $0.status == .notReceived && ($0.period?.first.map { $0 <= day } ?? false)
    }.compactMap(\.period)
    return owed.max().map { FigurePeriod($0) } ?? FigurePeriod(endedBy: day)
  }

  /// Whose figures are entered from a subject: an indicator's supplier that owes them, a return's agency.
  func gridStart(from subject: RowSubject, about: RecordID?) -> GridStart? {
    if let record = subject.record, record.kind == Submission.kind,
      let submission = stored.submissions[record.id]
    {
      let source = FigureGrid.Source(
        partnership: submission.partnership.id, agency: submission.agency.id)
      let period = submission.period.flatMap { $0.first == nil ? nil : FigurePeriod($0) }
      return GridStart(source: source, period: period ?? likeliestPeriod(of: source))
    }
    let records = [subject.record, about].compactMap(\.self)
    let indicator = records.lazy.compactMap { record -> Indicator? in
      if record.kind == Observation.kind {
        return stored.values[record.id].flatMap { stored.indicators[$0.indicator] }
      }
      return record.kind == Indicator.kind ? stored.indicators[record.id] : nil
    }.first
    if let indicator {
      let own = indicator.suppliers.map {
        FigureGrid.Source(partnership: indicator.partnership.id, agency: $0.id)
      }
      let source =
        own.first(where: owes) ?? own.first
        ?? FigureGrid.Source(partnership: indicator.partnership.id, agency: "")
      return GridStart(
        source: source, period: likeliestPeriod(of: source), indicator: indicator.id)
    }
    let all = figureSources.map(\.source)
    func supplies(_ source: FigureGrid.Source) -> Bool {
      !FigureGrid.indicators(of: source, in: stored).isEmpty
    }
    let source = all.first { owes($0) && supplies($0) } ?? all.first(where: supplies) ?? all.first
    return source.map { GridStart(source: $0, period: likeliestPeriod(of: $0)) }
  }

  private func owes(_ source: FigureGrid.Source) -> Bool {
    stored.submissions.all.contains {
      $0.partnership.id == source.partnership && $0.agency.id == source.agency
        && $0.status == .notReceived
    }
  }

  /// The grid of an agency's period as it stands.
  func figureGrid(_ source: FigureGrid.Source, _ period: FigurePeriod) -> FigureGrid {
    FigureGrid(source, period, shown: workspace, stored: stored)
  }
}
