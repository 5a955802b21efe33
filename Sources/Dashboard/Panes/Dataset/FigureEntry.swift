import Entry
import Safeguarding
import TerminalUI

/// The period of the figures that are entered one after another.
package struct FigurePeriod: Hashable, Sendable {
  let date: ImpreciseDate
  /// What it is called where its days do not say it: "Q4 2023/24".
  let label: String

  init(_ date: ImpreciseDate) {
    guard let first = date.first, let last = date.last,
      RulePeriod.quarter.period(of: first) == first...last
    else {
      (self.date, label) = (date, "")
      return
    }
    let (year, month, _) = first.components
    let begin = month < 4 ? year - 1 : year
    let end = (begin + 1) % 100
    self.date = ImpreciseDate("\(first.iso)/\(last.iso)") ?? date
    label = "Q\((month + 8) % 12 / 3 + 1) \(begin)/\(end < 10 ? "0" : "")\(end)"
  }

  /// The period that a figure says it is for; nil where it says none.
  init?(of figure: StoredValue?) {
    guard let date = figure?["period"].flatMap({ ImpreciseDate.read(from: StoredSource($0)) })
    else {
      return nil
    }
    self.init(date)
  }

  /// The last quarter that is over on a day.
  init(endedBy day: CalendarDate) {
    let now = RulePeriod.quarter.period(of: day)
    let quarter =
      now.upperBound == day ? now : RulePeriod.quarter.period(of: now.lowerBound.adding(days: -1))
    self.init(
      ImpreciseDate("\(quarter.lowerBound.iso)/\(quarter.upperBound.iso)") ?? ImpreciseDate(day))
  }

  /// The period as people call it.
  var words: String { label.isEmpty ? date.short : label }

  /// The figure that an indicator has for the period, and may be put right; nil where there is none.
  func figure(of indicator: Indicator, in workspace: Workspace) -> Observation? {
    workspace.wholeValues(of: indicator).last {
      $0.supersedes.isEmpty && $0.period?.first == date.first && $0.period?.last == date.last
    }
  }

  /// A figure of an indicator that is still to be entered.
  func newFigure(of indicator: Indicator) -> StoredValue? {
    var figure = Observation()
    figure.indicator = Reference(indicator.id)
    (figure.period, figure.periodLabel) = (date, label)
    return figure.stored
  }
}

extension Command {
  /// Entering what was measured.
  static let figureCommands: [Command] = [
    Command(
      "figures", "Enter the figures of a period, one indicator after another",
      keys: [.character("#")], section: "Edit", hint: "figures", rank: 3,
      reason: { FigurePeriod.reasonNotToEnter($0) },
      change: { dashboard in
        let period = FigurePeriod(endedBy: dashboard.context.day)
        dashboard.mode = .asking(.figures(period), text: "", problem: "")
      })
  ]
}

extension FigurePeriod {
  /// Why figures cannot be entered where one is; nil when they can.
  fileprivate static func reasonNotToEnter(_ dashboard: Dashboard) -> String? {
    let place = dashboard.visit.place
    guard place.pane == DatasetPane.id, place.path.isEmpty, dashboard.focusedPanel?.id == .list
    else {
      return "Figures are entered in the list of indicators: press ‹go-dataset› and then ‹figures›."
    }
    return selectedIndicator(dashboard) == nil ? "Select the indicator to begin with first." : nil
  }

  private static func selectedIndicator(_ dashboard: Dashboard) -> Indicator? {
    guard case .record(let record) = dashboard.browsing.subject, record.kind == Indicator.kind
    else { return nil }
    return dashboard.context.workspace.indicators[record.id]
  }

  /// The period that is typed; the proposed one where nothing is.
  static func reading(
    of text: String, proposed: FigurePeriod, _ context: EntryContext
  ) -> Result<FigurePeriod, Refusal> {
    if text.allSatisfy(\.isWhitespace) { return .success(proposed) }
    let reading = EntryKind.date(isImprecise: true, leaning: .back).reading(of: text, context)
    guard reading.problem.isEmpty,
      let date = reading.value.flatMap({ ImpreciseDate.read(from: StoredSource($0)) }),
      date.first != nil
    else {
      return .failure(
        Refusal(
          reading.problem.isEmpty
            ? "Not a period. Write Q4 2023/24, mar 2024 or 2023/24." : reading.problem))
    }
    return .success(FigurePeriod(date))
  }

  /// Opens a line under the selected indicator for its figure; says why it cannot be.
  func open(in dashboard: inout Dashboard) {
    guard let indicator = FigurePeriod.selectedIndicator(dashboard) else { return }
    let title = "Figure, \(words): \(indicator.label)"
    let (context, standpoint) = (dashboard.context, dashboard.standpoint)
    var request: FormRequest
    let reason: String?
    if let found = figure(of: indicator, in: context.workspace),
      let document = context.workspace.document(of: found.link)
    {
      let target = FormTarget(found.link, in: document)
      reason = standpoint.reasonNotToChange(found.link, in: document)
      request = FormRequest(Observation.figureForm, [FormRequest.Subject(target: target)], title)
    } else {
      let addition = context.newValue(of: indicator)
      reason = standpoint.reasonNotToAdd(addition)
      request = FormRequest(
        Observation.figureForm, [FormRequest.Subject(target: addition.target)], title)
      request.start = newFigure(of: indicator)
    }
    if let reason {
      dashboard.notice = reason
    } else {
      dashboard.openForm(for: request)
    }
  }

  /// Opens the line of the next indicator, or of the one before; says so where there is none.
  func goOn(in dashboard: inout Dashboard, by step: Int) {
    let before = dashboard.browsing.subject
    dashboard.browsing.move(by: step)
    guard dashboard.browsing.subject != before,
      FigurePeriod.selectedIndicator(dashboard) != nil
    else {
      dashboard.notice =
        step < 0 ? "This is the first indicator." : "That was the last indicator here."
      return
    }
    open(in: &dashboard)
  }
}

extension Form {
  /// The period of the figure that is entered here; nil in any other form.
  var figurePeriod: FigurePeriod? {
    guard isOneOfMany else { return nil }
    return FigurePeriod(of: start ?? subjects.first?.base)
  }
}
