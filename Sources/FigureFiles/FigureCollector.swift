import Letters
import Safeguarding

/// A value that many figures have, with its number among those of the file.
struct Interned<Value: Hashable & Sendable>: Sendable {
  let shared: Shared<Value>
  let number: Int32
}

/// What figure of the file it is.
struct FigureKey: Hashable, Sendable {
  let slot: Int32
  let area: Int32
  let period: Int32
  let breakdown: Int32
}

/// Gathers what the rows of a file say, and checks it on the way.
struct FigureCollector: Sendable {
  /// What an empty cell means.
  enum Blank {
    /// Nothing was filled in.
    case nothing
    /// There should be a sign.
    case fault
    /// There is no value, for a reason.
    case reason(MissingReason)
  }

  let options: FigureOptions
  let wish: AreaWish
  /// Whether a program wrote the file, and not a person.
  var isMachine = true
  var heading: Heading?
  var checks = FigureChecks()
  var neighbours: [StatisticalNeighbours] = []
  var areaNames: [String: String] = [:]
  var definitions: [MeasureDefinition] = []
  var outcomes: [InspectionOutcome] = []
  private(set) var figures: [ReadFigure] = []
  private(set) var excess: FigureRefusal?
  var names = InternedNames()
  var habits = NumberHabits()
  private var measures: [Shared<ReadMeasure>] = []
  private var decimals: [Int] = []
  private var units: [Int: String] = [:]
  private var seen: [FigureKey: Int32] = [:]
  private var parts: [(figure: Int32, key: FigureKey)] = []
  private var slots: [String: Int] = [:]
  private var lastDuplicate = -1
  private var historyChecked: Set<Int64> = []

  init(_ options: FigureOptions) {
    self.options = options
    wish = AreaWish(options.areas)
    for name in [FigureCheck.Name.values, .numbers, .signs] { checks.make(name) }
  }

  /// Adds a measure; its number says which it is.
  mutating func measure(_ measure: ReadMeasure) -> Int {
    measures.append(Shared(measure))
    decimals.append(0)
    if measure.isPercentage { checks.make(.percentages) }
    if measure.hasDecimals { checks.make(.decimals) }
    return measures.count - 1
  }

  /// The number of a measure, which is added where no row above names it.
  mutating func slot(_ measure: ReadMeasure) -> Int {
    let key = "\(measure.key.folded)/\(measure.label.folded)/\(measure.unit)"
    if let slot = slots[key] { return slot }
    let slot = self.measure(measure)
    slots[key] = slot
    return slot
  }

  /// Adds the figure of a cell; nothing comes of a cell that says nothing.
  mutating func add(
    _ row: CellRow, _ column: Int, slot: Int, area: Interned<ReadArea>,
    period: Interned<ReadPeriod>, breakdown: Interned<[BreakdownMember]>,
    detail: FigureDetail? = nil, blank: Blank = .fault
  ) {
    let place = Place(row: row.number, column: column, collector: self)
    let value: ReadValue
    var pending: CellNumber?
    switch CellValue(row[column], isMachine: isMachine) {
    case .number(let number):
      value = take(number, slot, place)
      if number.thousands != nil, !isMachine { pending = number }
    case .missing(let reason, let doubt):
      value = .missing(reason)
      if let doubt {
        checks.note(
          .signs, .warns, row: place.row, column: column + 1,
          "\(place.text): \"\(row.text(column))\" \(doubt).")
      }
    case .failedFormula:
      checks.note(
        .values, .fails, row: place.row, column: column + 1,
        "\(place.text): the formula of the spreadsheet failed (\(row.text(column))). Mend it there."
      )
      return
    case .words:
      checks.note(
        .values, .fails, row: place.row, column: column + 1,
        "\(place.text): \"\(shortened(row.text(column)))\" is no number, and no sign for why there is "
          + "none. Write a number, or z, x, c, low or u.")
      return
    case .blank:
      switch blank {
      case .nothing: return
      case .reason(let reason): value = .missing(reason)
      case .fault:
        value = .missing(.notAvailable)
        checks.note(
          .values, .warns, row: place.row, column: column + 1,
          "\(place.text): the cell is empty; it was read as not available. Write x for that.")
      }
    }
    check(value, area, period, place)
    check(detail, slot, place)
    let key = FigureKey(
      slot: Int32(clamping: slot), area: area.number, period: period.number,
      breakdown: breakdown.number)
    guard isNew(key, place) else { return }
    if let pending { habits.defer(pending, figure: figures.count, slot: slot) }
    if !breakdown.shared.value.isEmpty { parts.append((Int32(clamping: figures.count), key)) }
    figures.append(
      ReadFigure(
        slot: slot, measure: measures[slot], area: area.shared, period: period.shared,
        breakdown: breakdown.shared, value: value, detail: detail, row: row.number,
        column: column + 1))
    if figures.count > options.limit {
      excess = FigureRefusal(
        .tooMuch, row: row.number,
        "The file has more than \(grouped(options.limit)) figures. Nothing was kept. Say which areas "
          + "are wanted, or bring it in parts.")
    }
  }

  private mutating func take(_ number: CellNumber, _ slot: Int, _ place: Place) -> ReadValue {
    let measure = measures[slot].value
    if number.hasPercent, measure.unit.isEmpty { units[slot] = "%" }
    if number.isDuration { units[slot] = "months" }
    if !isMachine { habits.note(number, slot: slot) }
    var value = number.value
    if isMachine, number.thousands != nil {
      value = number.asThousands
    } else if number.thousands == nil || measure.isPercentage || number.hasPercent {
      decimals[slot] = max(decimals[slot], number.decimals)
    }
    if isMachine, number.isGrouped {
      checks.note(
        .numbers, .warns, row: place.row, column: place.column + 1,
        "\(place.text): something stands between thousands, which this layout does not have.")
    }
    let limits = 0.0...100.0
    if number.hasPercent || measure.isPercentage, let found = value.number,
      !limits.contains(found), !measure.isChange
    {
      checks.note(
        .percentages, isMachine ? .warns : .fails, row: place.row, column: place.column + 1,
        "\(place.text): \(formatted(found, decimals: value.decimals))% is not between 0 and 100.")
    }
    if measure.hasDecimals, !number.isDuration, number.decimals > measure.decimals {
      checks.note(
        .decimals, .warns, row: place.row, column: place.column + 1,
        "\(place.text): \(number.decimals) decimals, where the description of the file says "
          + "\(measure.decimals).")
    }
    return value
  }

  /// Whether no figure before says the same.
  private mutating func isNew(_ key: FigureKey, _ place: Place) -> Bool {
    if figures.isEmpty { checks.make(.duplicates) }
    guard let row = seen.updateValue(Int32(clamping: place.row), forKey: key) else { return true }
    seen[key] = row
    if lastDuplicate != place.row {
      lastDuplicate = place.row
      checks.note(
        .duplicates, .fails, row: place.row, column: place.column + 1,
        "\(place.text): row \(row) has the same measure, area, period and breakdown; the first was "
          + "read. Take one of them out.")
    }
    return false
  }

  private mutating func check(
    _ value: ReadValue, _ area: Interned<ReadArea>, _ period: Interned<ReadPeriod>, _ place: Place
  ) {
    guard names.hasHistory(area.number), value.number != nil,
      historyChecked.insert(Int64(area.number) << 32 | Int64(period.number)).inserted,
      let fault = AreaHistory.fault(of: area.shared.value, in: period.shared.value)
    else { return }
    checks.note(.areas, .warns, row: place.row, "Row \(place.row): \(fault).")
  }

  private mutating func check(_ detail: FigureDetail?, _ slot: Int, _ place: Place) {
    guard let numerator = detail?.numerator, let denominator = detail?.denominator else { return }
    checks.make(.numerators)
    guard numerator > denominator else { return }
    checks.note(
      .numerators, isMachine ? .warns : .fails, row: place.row, column: place.column + 1,
      "Row \(place.row): the numerator \(formatted(numerator, decimals: 0)) is more than the "
        + "denominator \(formatted(denominator, decimals: 0)).")
  }

  /// The file, when all its rows are read.
  mutating func file(layout: String, rowCount: Int) -> FigureFile {
    for slot in measures.indices {
      var measure = measures[slot].value
      if !measure.hasDecimals { measure.decimals = decimals[slot] }
      measures[slot] = Shared(
        units[slot].map { measure.with(unit: $0) } ?? measure)
    }
    for index in figures.indices { figures[index].measure = measures[Int(figures[index].slot)] }
    PartSums.check(
      figures, parts, names, isMachine: isMachine, into: &checks)
    return FigureFile(
      layout: layout, rowCount: rowCount, figures: figures, measures: measures,
      neighbours: neighbours, areaNames: areaNames, definitions: definitions, outcomes: outcomes,
      checks: checks.summaries)
  }

  /// Decides what points and commas mean where the file as a whole tells.
  mutating func settleNumbers() {
    for doubt in habits.deferred {
      let isPercentage = measures[doubt.slot].value.isPercentage || units[doubt.slot] == "%"
      let (isThousands, isSure) = habits.settle(doubt, isPercentage: isPercentage)
      let figure = figures[doubt.figure]
      if isThousands {
        figures[doubt.figure].value = doubt.number.asThousands
      } else {
        decimals[doubt.slot] = max(decimals[doubt.slot], doubt.number.decimals)
      }
      if isSure { continue }
      let readings = [
        formatted(doubt.number.thousands ?? 0, decimals: 0, grouping: true),
        formatted(doubt.number.number, decimals: doubt.number.decimals),
      ]
      let cited = heading?.cited(figure.column - 1) ?? "column \(figure.column)"
      checks.note(
        .numbers, .warns, row: figure.row, column: figure.column,
        "Row \(figure.row), \(cited): the number can be \(readings[0]) or \(readings[1]); it was read "
          + "as \(readings[isThousands ? 0 : 1]). Write it without a mark between thousands.")
    }
  }
}

extension FigureCollector {
  /// A cell, as sentences cite it.
  struct Place {
    let row: Int
    let column: Int
    private let heading: Heading?

    init(row: Int, column: Int, collector: borrowing FigureCollector) {
      (self.row, self.column, heading) = (row, column, collector.heading)
    }

    var text: String { "Row \(row), \(heading?.cited(column) ?? "column \(column + 1)")" }
  }
}

/// The beginning of a text, on one line and without what does not show, as a sentence cites it.
func shortened(_ text: String) -> String {
  let text = text.cleanedLine
  return text.count > 40 ? text.prefix(39) + "\u{2026}" : text
}

extension ReadMeasure {
  /// The same with another unit.
  func with(unit: String) -> ReadMeasure {
    var measure = ReadMeasure(
      key: key, label: label, unit: unit, decimals: hasDecimals ? decimals : nil,
      aggregation: aggregation)
    measure.decimals = decimals
    return measure
  }

  /// Whether it is a change, which may be less than nothing.
  var isChange: Bool {
    ["change", "growth", "difference", "increase", "gap"].contains { label.folded.contains($0) }
  }
}
