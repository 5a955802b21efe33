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
      let period = wishes.period(figure.period.value)
      guard let date = period.date else {
        dates.note(
          figure.row, figure.column,
          "\"\(figure.period.printed.shortened)\" does not say which days it is of. Say what years the file "
            + "has, --years financial, academic or calendar, or of which quarter it is: --quarter 'Q1 2024-25'."
        )
        continue
      }
      guard let value = figure.value.measure else { continue }
      var kept = Observation()
      kept.indicator = Reference(indicator.id)
      (kept.period, kept.periodLabel, kept.value) = (date, period.label, value)
      kept.provisional = figure.period.status == .provisional
      if !take(sorter.parts(of: figure), figure, &kept) { continue }
      if let detail = figure.detail {
        kept.numerator = Measure(counted: detail.numerator)
        kept.denominator = Measure(counted: detail.denominator)
        (kept.note, kept.analysis) = (detail.note, detail.analysis)
      }
      var whose: String?
      if case .comparator(let name) = role {
        guard kept.isWhole else {
          partsElsewhere += 1
          continue
        }
        whose = name
      } else if kept.agency == nil, !wishes.agency.isEmpty {
        kept.agency = Reference(wishes.agency)
      }
      measures[number].count += 1
      let stem =
        ([indicator.id, period.idPart] + kept.breakdown.map(\.part.asID))
        .filter { !$0.isEmpty }.joined(separator: "-")
      add(
        Item(
          row: figure.row, column: figure.column, indicator: indicator.id,
          label: indicator.label, value: kept,
          comparator: whose, outcome: .new, stem: stem), figure.period.status, &there)
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

  /// Takes the parts that a figure is of; a column of agencies says who sent it.
  private mutating func take(
    _ parts: [BreakdownMember], _ figure: ReadFigure, _ kept: inout Observation
  ) -> Bool {
    for part in parts {
      guard ["agency", "supplier", "sent by", "supplied by"].contains(part.name.folded) else {
        kept.breakdown.append(Breakdown(by: part.name, part.member))
        continue
      }
      guard let agency = workspace.agency(called: part.member) else {
        agencies.note(
          figure.row, nil, "There is no agency \"\(part.member.shortened)\". Write its id or name.")
        return false
      }
      if !wishes.agency.isEmpty, agency.id != wishes.agency {
        agencies.note(
          figure.row, nil,
          "It is a figure of \(agency.id), and the file is said to be of \(wishes.agency).")
        return false
      }
      kept.agency = Reference(agency.id)
    }
    return true
  }

  private mutating func add(
    _ item: Item, _ status: ReadPeriod.Status?, _ there: inout KnownFigures
  ) {
    var item = item
    guard let value = item.value.value else { return }
    if let twin = there.taken(item) {
      if twin.value?.says(value) == true { return }
      places.note(
        item.row, item.column,
        "Row \(twin.row) gives \(item.name) already, as \(twin.value?.text ?? "nothing").")
      return
    }
    if let old = there.find(item) {
      let text = old.value?.text ?? "no value"
      let isFinal = old.provisional && status == .final
      if old.value?.says(value) == true {
        item.outcome = .same
      } else if wishes.restates || status == .revised || isFinal {
        item.outcome = .restates(old.id, was: text)
        if item.comparator == nil { item.value.supersedes = old.id }
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
    guard item.comparator == nil, item.value.isWhole, let period = item.value.period,
      let indicator = workspace.indicators[item.indicator]
    else { return }
    let past = FigurePast(
      of: indicator, by: item.value.agency?.id ?? "", before: period, in: workspace)
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
