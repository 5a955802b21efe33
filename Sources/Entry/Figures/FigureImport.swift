package import FigureFiles
import Letters
package import Safeguarding

/// What the figures of a file would change in a data folder.
package struct FigureImport: Sendable {
  /// The measures of the file, in its order.
  package private(set) var measures: [Matched] = []
  /// The figures that go to indicators, in the order of the file.
  package private(set) var items: [Item] = []
  /// How many figures are of areas that are neither one's own nor compared with.
  package private(set) var otherAreas = 0
  /// How many figures are of parts of areas to compare with, of which only the whole is kept.
  package private(set) var partsElsewhere = 0
  /// How many figures are of measures that are left out.
  package private(set) var unmatched = 0
  private var known = Check(name: "measures are indicators of the dataset", isGrave: true)
  private var units = Check(name: "units are those of the indicators", isGrave: true)
  private var agencies = Check(name: "agencies are known", isGrave: true)
  private var dates = Check(name: "days of periods are known", isGrave: true)
  private var places = Check(name: "each value is given once", isGrave: true)
  private var before = Check(name: "values are as they were before", isGrave: false)
  private var usual = Check(name: PeriodCheck.Name.range.rawValue, isGrave: false)
  let workspace: Workspace
  let wishes: Wishes

  /// Compares the figures of a file with what is there.
  package init(_ file: FigureFile, _ workspace: Workspace, _ wishes: Wishes) {
    (self.workspace, self.wishes) = (workspace, wishes)
    let matching = IndicatorMatching(workspace, said: wishes.said, agency: wishes.agency)
    var sorter = FigureSorter(file, workspace)
    var there = KnownFigures(workspace)
    var forms = FigureForms(workspace, wishes)
    var numbers: [Shared<ReadMeasure>: Int] = [:]
    for figure in file.figures {
      let number =
        numbers[figure.measure]
        ?? add(figure.measure.value, matching.find(figure.measure.value), figure)
      numbers[figure.measure] = number
      guard case .one(let indicator, _) = measures[number].found else {
        unmatched += 1
        continue
      }
      if measures[number].count == 0 { checkUnit(figure, indicator) }
      let role = sorter.role(of: figure, for: indicator)
      if role == .other {
        otherAreas += 1
        continue
      }
      guard let period = forms.period(of: figure) else {
        dates.note(
          figure.row, figure.column,
          "\"\(figure.period.printed.shortened)\" does not say which days it is of. Say what years the file "
            + "has, --years financial, academic or calendar, or of which quarter it is: --quarter 'Q1 2024-25'."
        )
        continue
      }
      if figure.value.number?.isFinite == false { continue }
      let parts = forms.parts(of: figure, by: sorter)
      if let fault = parts.fault {
        agencies.note(figure.row, nil, fault)
        continue
      }
      var whose: String?
      if case .comparator(let name) = role {
        guard parts.breakdown.isEmpty else {
          partsElsewhere += 1
          continue
        }
        whose = name
      }
      measures[number].count += 1
      add(
        Item(
          figure, forms.form(of: indicator), period: period, parts: parts, comparator: whose),
        figure.period.status, &there, &forms)
    }
  }

  private mutating func add(
    _ measure: ReadMeasure, _ found: IndicatorMatching.Found, _ figure: ReadFigure
  ) -> Int {
    measures.append(Matched(measure: measure, found: found))
    let name = "\"\(measure.label.shortened)\""
    switch found {
    case .one, .leftOut: break
    case .several(let those):
      let ids = those.map { "\($0.id) (\($0.partnership.id))" }.joined(separator: ", ")
      known.note(
        figure.row, nil,
        "\(name) is the title of several indicators: \(ids)."
          + (wishes.onlyKnown ? " It was left out." : " Say \(measure.map(to: those[0].id)).")
      )
    case .none(let near):
      let like = near.map { "\($0.id) (\"\($0.title.shortened)\")" }.joined(separator: ", ")
      let nearest = like.isEmpty ? "" : " The nearest: \(like)."
      known.note(
        figure.row, nil,
        "\(name) is no indicator of the dataset.\(nearest) "
          + (wishes.onlyKnown
            ? "It was left out."
            : "Say \(measure.map(to: near.first?.id ?? "INDICATOR")), \(measure.map(to: "")) to leave it out, or "
              + "--only-known to leave out all such measures."))
    }
    return measures.count - 1
  }

  private mutating func checkUnit(_ figure: ReadFigure, _ indicator: Indicator) {
    let (its, own) = (figure.measure.unit, indicator.unit.folded)
    let isShare =
      own.contains("%") || own.contains("per cent") || own.contains("percent")
      || own.hasPrefix("of ")
    if own.isEmpty || its.isEmpty || (its == "%") == isShare { return }
    units.note(
      figure.row, figure.column,
      "\"\(figure.measure.label.shortened)\" is in \"\(its.shortened)\", and \(indicator.id) in "
        + "\"\(indicator.unit.shortened)\". Mend the unit in the file, or map it to another indicator."
    )
  }

  private mutating func add(
    _ item: Item, _ status: ReadPeriod.Status?, _ there: inout KnownFigures,
    _ forms: inout FigureForms
  ) {
    var item = item
    if let twin = there.taken(item, at: items.count).map({ items[$0] }) {
      guard let given = twin.measure, let value = item.measure, !given.says(value) else { return }
      places.note(
        item.row, item.column,
        "Row \(twin.row) gives \(item.name) already, as \(given.text).")
      return
    }
    if let old = there.find(item, &forms), let value = item.measure {
      let text = old.value?.text ?? "no value"
      let isFinal = old.provisional && status == .final
      if old.value?.says(value) == true {
        item.outcome = .same
      } else if wishes.restates || status == .revised || isFinal {
        item.outcome = .restates(old.id, was: text)
      } else {
        item.outcome = .differs(from: text)
        before.note(
          item.row, item.column,
          "\(item.name) is \(value.text) in the file and \(text) here, which stays. --restate takes the "
            + "file's.")
      }
    }
    items.append(item)
    switch item.outcome {
    case .new, .restates: checkRange(item)
    case .same, .differs: break
    }
  }

  /// Names a figure of one's own that lies far from those before it.
  private mutating func checkRange(_ item: Item) {
    guard item.comparator == nil, item.parts.breakdown.isEmpty,
      let indicator = workspace.indicators[item.indicator]
    else { return }
    let past = FigurePast(
      of: indicator, by: item.agency?.id ?? "", before: item.period.date, in: workspace)
    let found = PeriodFigure.checks(of: [PeriodFigure(item.value, of: indicator, past)]).joined()
    for check in found where check.name == .range {
      usual.note(item.row, item.column, "\(item.name): \(check.sentence)")
    }
  }

  /// Each check against the data folder.
  package var checks: [Check] {
    let measures = Check(
      name: known.name, isGrave: !wishes.onlyKnown, faults: known.faults, count: known.count)
    return [measures, units, agencies, dates, places, before, usual]
  }

  /// Whether nothing stops the import.
  package var isSound: Bool { checks.allSatisfy { $0.count == 0 || !$0.isGrave } }

  /// How many figures come out so: of one's own, or to compare with.
  package func count(_ isOwn: Bool? = nil, where matches: (Outcome) -> Bool) -> Int {
    items.count { item in
      (isOwn == nil || isOwn == (item.comparator == nil)) && matches(item.outcome)
    }
  }
}
