import FigureFiles
import Letters
import Safeguarding

/// The values and comparators that are there, by what they are of.
struct KnownFigures {
  /// What is there of one place.
  struct Known {
    let id: String
    let value: Measure?
    let provisional: Bool
  }

  private struct Place: Hashable {
    let indicator: Int32
    let whose: Int32
    let period: Int32
    let parts: Int32
    var agency: Int32 = -1
  }

  private let workspace: Workspace
  private var values: [Place: [Observation]] = [:]
  private var comparators: [Place: Known] = [:]
  private var read: Set<String> = []
  private var given: [Place: Int32] = [:]
  private var ids = Slots<String>()
  private var areas = Slots<String>()
  /// What the names of areas are found by, each worked out once.
  private var names: [String: Int32] = [:]

  init(_ workspace: Workspace) { self.workspace = workspace }

  /// The position of what the file itself gave already for the place of an item; else its own position is
  /// remembered.
  mutating func taken(_ item: FigureImport.Item, at position: Int) -> Int? {
    var place = place(of: item)
    if let agency = item.agency { place.agency = ids[agency.id] }
    if let twin = given[place] { return Int(twin) }
    given[place] = Int32(clamping: position)
    return nil
  }

  /// What counts now at the place of an item.
  mutating func find(_ item: FigureImport.Item, _ forms: inout FigureForms) -> Known? {
    if read.insert(item.indicator).inserted {
      workspace.indicators[item.indicator].map { take($0, &forms) }
    }
    let place = place(of: item)
    if item.comparator != nil { return comparators[place] }
    let agency = item.agency?.id
    let all = values[place] ?? []
    let counting = all.filter { value in
      let isOfAgency = agency == nil || value.agency == nil || value.agency?.id == agency
      let isRestated = all.contains { $0.id != value.id && $0.restates(value.id) }
      return isOfAgency && !isRestated
    }
    let same = item.measure.flatMap { wanted in
      counting.first { $0.value?.says(wanted) ?? false }
    }
    return (same ?? counting.last).map {
      Known(id: $0.id, value: $0.value, provisional: $0.provisional)
    }
  }

  private mutating func take(_ indicator: Indicator, _ forms: inout FigureForms) {
    let own = slot(of: "")
    for value in workspace.values(of: indicator) {
      let place = Place(
        indicator: ids[indicator.id], whose: own, period: forms.slot(of: value.period),
        parts: forms.slot(of: value.breakdown))
      values[place, default: []].append(value)
    }
    for (number, comparator) in indicator.comparators.enumerated() {
      let place = Place(
        indicator: ids[indicator.id], whose: slot(of: comparator.name),
        period: forms.slot(of: comparator.period), parts: forms.slot(of: []))
      comparators[place] = Known(
        id: String(number), value: comparator.value, provisional: false)
    }
  }

  private mutating func place(of item: FigureImport.Item) -> Place {
    Place(
      indicator: ids[item.indicator], whose: slot(of: item.comparator ?? ""),
      period: item.period.slot, parts: item.parts.slot)
  }

  private mutating func slot(of area: String) -> Int32 {
    if let known = names[area] { return known }
    let slot = areas[AreaName.key(area)]
    names[area] = slot
    return slot
  }
}

extension Observation {
  /// Whether it says that it restates the value with an id.
  fileprivate func restates(_ id: String) -> Bool {
    supersedes.split { !($0.isLetter || $0.isNumber || $0 == "-") }.contains { $0 == id }
  }
}
