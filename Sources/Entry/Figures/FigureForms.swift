import FigureFiles
import Letters
import Safeguarding

/// What a measure of a file is here, kept once for all figures of it.
final class IndicatorForm: Sendable {
  let id: String
  let label: String

  init(_ indicator: Indicator) { (id, label) = (indicator.id, indicator.label) }
}

/// What a period of a file is here, kept once for all figures of it.
final class PeriodForm: Sendable {
  let date: ImpreciseDate
  let label: String
  /// The part of an id that names it.
  let idPart: String
  let isProvisional: Bool
  /// What it is found by.
  let slot: Int32

  init(
    _ date: ImpreciseDate, _ label: String, _ idPart: String, isProvisional: Bool, slot: Int32
  ) {
    (self.date, self.label, self.idPart) = (date, label, idPart)
    (self.isProvisional, self.slot) = (isProvisional, slot)
  }
}

/// What the parts of a breakdown are here, kept once for all figures of them.
final class PartsForm: Sendable {
  let breakdown: [Breakdown]
  /// The agency that a column of the file names.
  let agency: Reference<Agency>?
  /// The agency that sent figures of one's own area: the same, else the one that the file is said to be of.
  let sender: Reference<Agency>?
  /// The part of an id that names them.
  let idParts: [String]
  /// What they are found by.
  let slot: Int32
  /// Why they cannot be taken; nil where they can.
  let fault: String?

  init(
    _ breakdown: [Breakdown], agency: Reference<Agency>?, of said: String, fault: String?,
    slot: Int32
  ) {
    (self.breakdown, self.agency, self.fault, self.slot) = (breakdown, agency, fault, slot)
    sender = agency ?? (said.isEmpty ? nil : Reference(said))
    idParts = breakdown.map(\.part.asID)
  }
}

/// What the periods and the parts of a file are; each is looked at once.
struct FigureForms {
  private let workspace: Workspace
  private let wishes: FigureImport.Wishes
  private var indicators: [String: IndicatorForm] = [:]
  private var periods: [ObjectIdentifier: PeriodForm?] = [:]
  private var parts: [Use: PartsForm] = [:]
  private var periodSlots = Slots<PeriodDays>()
  private var partSlots = Slots<[String]>()

  private struct Use: Hashable {
    let measure: ObjectIdentifier
    let breakdown: ObjectIdentifier
  }

  private struct PeriodDays: Hashable {
    let first: CalendarDate?
    let last: CalendarDate?
  }

  init(_ workspace: Workspace, _ wishes: FigureImport.Wishes) {
    (self.workspace, self.wishes) = (workspace, wishes)
  }

  /// What the figures of an indicator share.
  mutating func form(of indicator: Indicator) -> IndicatorForm {
    if let known = indicators[indicator.id] { return known }
    let form = IndicatorForm(indicator)
    indicators[indicator.id] = form
    return form
  }

  /// The period of a figure; nil where its days are not known.
  mutating func period(of figure: ReadFigure) -> PeriodForm? {
    let key = ObjectIdentifier(figure.period)
    if let known = periods[key] { return known }
    let read = wishes.period(figure.period.value)
    let form = read.date.map { date in
      PeriodForm(
        date, read.label, read.idPart, isProvisional: figure.period.status == .provisional,
        slot: slot(of: date))
    }
    periods[key] = .some(form)
    return form
  }

  /// The parts of a figure, among which a column of agencies says who sent it.
  mutating func parts(of figure: ReadFigure, by sorter: FigureSorter) -> PartsForm {
    let use = Use(
      measure: ObjectIdentifier(figure.measure), breakdown: ObjectIdentifier(figure.breakdown))
    if let known = parts[use] { return known }
    var breakdown: [Breakdown] = []
    var agency: Reference<Agency>?
    var fault: String?
    for part in sorter.parts(of: figure) {
      guard ["agency", "supplier", "sent by", "supplied by"].contains(part.name.folded) else {
        breakdown.append(Breakdown(by: part.name, part.member))
        continue
      }
      guard let named = workspace.agency(called: part.member) else {
        fault = "There is no agency \"\(part.member.shortened)\". Write its id or name."
        continue
      }
      if !wishes.agency.isEmpty, named.id != wishes.agency {
        fault = "It is a figure of \(named.id), and the file is said to be of \(wishes.agency)."
      }
      agency = Reference(named.id)
    }
    let form = PartsForm(
      breakdown, agency: agency, of: wishes.agency, fault: fault, slot: slot(of: breakdown))
    parts[use] = form
    return form
  }

  /// What a period is found by, however it is written.
  mutating func slot(of period: ImpreciseDate?) -> Int32 {
    periodSlots[PeriodDays(first: period?.first, last: period?.last)]
  }

  /// What parts are found by, in whatever order they are named.
  mutating func slot(of breakdown: [Breakdown]) -> Int32 {
    partSlots[breakdown.map { "\($0.by.folded): \($0.part.folded)" }.sorted()]
  }
}

/// A number for each key, the same whenever it comes again.
struct Slots<Key: Hashable> {
  private var numbers: [Key: Int32] = [:]

  /// The number of a key.
  subscript(key: Key) -> Int32 {
    mutating get {
      if let known = numbers[key] { return known }
      let number = Int32(clamping: numbers.count)
      numbers[key] = number
      return number
    }
  }
}
