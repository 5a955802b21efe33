import Letters
import Papers
package import Safeguarding

/// What is recorded of a partnership and one of its years, as the parts of the yearly report ask for it.
///
/// It holds neither what illustrates nor small numbers: no part of the report has to know of them.
package struct AnnualAccount: Sendable {
  let workspace: Workspace
  let partnership: Partnership
  let year: ClosedRange<CalendarDate>
  /// The day that the report is made on.
  let day: CalendarDate

  /// The account of a year.
  ///
  /// - Parameters:
  ///   - workspace: The records, of which small numbers are hidden and what illustrates is left out.
  ///   - partnership: Whose year it is.
  ///   - year: A day of the year.
  ///   - day: The day that the report is made on.
  package init(
    _ workspace: Workspace, of partnership: Partnership, yearOf year: CalendarDate,
    on day: CalendarDate
  ) {
    let shown = workspace.withoutSmallNumbers
    self.workspace = shown.published ?? shown
    self.partnership = self.workspace.partnerships[partnership.id] ?? partnership
    self.year = partnership.reportingYears.period(of: year)
    self.day = day
  }

  /// The year, as people call it: `2023-24`.
  var yearName: String { partnership.reportingYears.name(of: year) }

  /// The day on which the report of the year was published or is owed, which says what edition it follows.
  package var publicationDay: CalendarDate {
    let owed = workspace.obligations.all.first { obligation in
      obligation.partnership.id == partnership.id && obligation.rule?.id == "yearly-report"
        && obligation.period?.first.map(year.contains) == true
    }
    return (owed?.doneOn ?? owed?.due)?.last ?? year.upperBound.adding(months: 6)
  }

  /// How long after the year figures of its end may be counted.
  private var countedUntil: CalendarDate { year.upperBound.adding(days: 30) }

  /// Whether a date lies so soon after the year that it is counted with it.
  func isCountedAfter(_ date: ImpreciseDate?) -> Bool {
    guard let first = date?.first else { return false }
    return year.upperBound < first && first <= countedUntil
  }

  /// Whether a date may lie in the year.
  func isInYear(_ date: ImpreciseDate?) -> Bool {
    guard let first = date?.first, let last = date?.last else { return false }
    return first <= year.upperBound && year.lowerBound <= last
  }

  /// Whether something was there at some time of the year.
  func wasThere(from: ImpreciseDate?, to: ImpreciseDate?) -> Bool {
    year.upperBound.mayLie(from: from, to: to) || year.lowerBound.mayLie(from: from, to: to)
  }

  /// A text with where it was published.
  func text(_ text: String, _ source: [Citation]) -> PaperText {
    PaperText(text, sources: source.flatMap { $0.lines(workspace.names) })
  }

  /// Who owes something, in words.
  func words(_ owners: [Owner]) -> String { owners.text(workspace.names) }

  func agency(_ reference: Reference<Agency>?) -> String {
    reference.map { workspace.agencies[$0]?.name ?? $0.id } ?? ""
  }

  // MARK: what belongs to the partnership

  /// The groups that were there in the year, in the order of the screens.
  var groups: [PartnershipGroup] {
    workspace.groups(in: .one(Reference(partnership.id)), on: year.upperBound).filter {
      group in
      group.parents.contains {
        $0.partnership.id == partnership.id && wasThere(from: $0.from, to: $0.to)
      } && wasThere(from: group.from, to: group.to)
    }
  }

  /// The actions that the partnership's groups watch over.
  var actions: [ActionItem] {
    let own = Set(
      workspace.groups.all.filter { group in
        group.parents.contains { $0.partnership.id == partnership.id }
      }.map(\.id))
    return workspace.actions.all.filter { own.contains($0.group.id) }
  }

  /// The plan of the year: of several the one that began last.
  var plan: Plan? {
    workspace.plans.all.filter {
      $0.partnership.id == partnership.id && wasThere(from: $0.from, to: $0.to)
        && !$0.priorities.isEmpty
    }.max {
      ($0.from ?? ImpreciseDate(CalendarDate.first))
        < ($1.from ?? ImpreciseDate(CalendarDate.first))
    }
  }

  /// The reviews that somebody worked on, or that were published, in the year.
  var reviews: [Review] {
    workspace.reviews.all.filter { review in
      guard review.origin?.id == partnership.id || review.currentOwner?.id == partnership.id else {
        return false
      }
      let days = [
        review.notifiedOn, review.rapidReviewSentOn, review.decidedOn, review.endorsedOn,
        review.publishedOn,
      ]
      return days.contains(where: isInYear)
        || !review.isOver && days.contains { ($0?.first ?? .last) <= year.upperBound }
    }
  }

  // MARK: figures

  /// The figures of the clusters that belong to a part of the report, as at the year.
  func figures(in part: String) -> [YearFigure] {
    figures(of: workspace.indicators.all.filter { self.part(of: $0) == part })
  }

  /// The figures of indicators, as at the year; those of which nothing was measured are left out.
  func figures(of indicators: [Indicator]) -> [YearFigure] {
    indicators.filter { $0.partnership.id == partnership.id && !$0.illustrative }.compactMap {
      YearFigure($0, in: self, until: countedUntil)
    }
  }

  /// The part of the report in which an indicator stands: that of its cluster; else none.
  private func part(of indicator: Indicator) -> String? {
    workspace.clusters[indicator.cluster]?.reportPart
  }

  /// The figures of a priority: of its clusters, and of what names it.
  func figures(of priority: Priority) -> [YearFigure] {
    let part = "priority \(priority.number)"
    return figures(
      of: workspace.indicators.all.filter { indicator in
        self.part(of: indicator) == part
          || indicator.priorities.contains { $0.isSame(as: priority.title) }
      })
  }

  /// The figures that stand in no part of their own.
  var otherFigures: [YearFigure] {
    let titles = plan?.priorities.map(\.title) ?? []
    return figures(
      of: workspace.indicators.all.filter { indicator in
        (part(of: indicator) ?? "").isEmpty
          && !indicator.priorities.contains { one in titles.contains { $0.isSame(as: one) } }
      }
    ).filter(\.isOfYear)
  }
}
