package import Safeguarding

/// The figures in the form in which statistics in England are published: a table with a column for each
/// indicator, and a second one that says what the columns are.
package struct StatisticsFiles: Sendable {
  /// The figures: time, place, what they are broken down by, then a column for each indicator.
  package let data: Listing
  /// What each column is.
  package let metadata: Listing
  /// What could not be written in this form, a sentence each.
  package let leftOut: [String]

  private static let place = [
    "time_period", "time_identifier", "geographic_level", "country_code", "country_name",
    "region_code", "region_name", "old_la_code", "new_la_code", "la_name",
  ]

  /// One row of the table.
  private struct Key: Hashable {
    let period: StatisticsTime
    let area: String
    let topic: String
    let part: String
  }

  /// Lays out the figures of a workspace within bounds, as they are known on a day.
  package init(
    _ workspace: Workspace, within bounds: PeriodBounds = .all, on day: CalendarDate
  ) {
    var rows: [Key: [String: Measure]] = [:]
    var order: [Key] = []
    var (timeless, wordy, doubled) = (0, 0, 0)
    var used: [Indicator] = []
    for indicator in workspace.indicators.all {
      let area = workspace.partnerships[indicator.partnership]?.areaName ?? ""
      var isUsed = false
      for value in FigureTables.values(of: indicator, workspace, bounds, day) {
        guard let measure = value.value else { continue }
        guard let time = value.period.flatMap(StatisticsTime.init) else {
          timeless += 1
          continue
        }
        if measure.qualifier != .exact && measure.symbol.isEmpty {
          wordy += 1
          continue
        }
        let key = Key(
          period: time, area: area,
          topic: value.breakdown.isEmpty
            ? "Total" : value.breakdown.map(\.by).joined(separator: " and "),
          part: value.breakdown.isEmpty
            ? "Total" : value.breakdown.map(\.part).joined(separator: " and "))
        if rows[key] == nil { order.append(key) }
        if rows[key]?[indicator.id] != nil {
          doubled += 1
        } else {
          rows[key, default: [:]][indicator.id] = measure
          isUsed = true
        }
      }
      if isUsed { used.append(indicator) }
    }
    let names = StatisticsFiles.columnNames(used)
    var data = Listing(
      columns: (StatisticsFiles.place + ["breakdown_topic", "breakdown"] + names).map {
        .init($0, $0)
      })
    let sorted = order.enumerated().sorted { left, right in
      (left.element.period, left.offset) < (right.element.period, right.offset)
    }
    for (_, key) in sorted {
      let cells = used.map { indicator -> Listing.Cell in
        guard let measure = rows[key]?[indicator.id] else {
          return .text(MissingReason.notAvailable.symbol)
        }
        return measure.symbol.isEmpty ? measure.cell : .text(measure.symbol)
      }
      data.add(
        [
          .text(key.period.period), .text(key.period.identifier), .text("Local authority"),
          .text("E92000001"), .text("England"), .nothing, .nothing, .nothing, .nothing,
          .known(key.area), .text(key.topic), .text(key.part),
        ] + cells)
    }
    self.data = data
    metadata = StatisticsFiles.metadata(used, names, workspace)
    func sentence(_ count: Int, _ what: String) -> String? {
      count == 0 ? nil : "\(counted(count, "value")) \(what)"
    }
    leftOut = [
      sentence(
        timeless,
        "left out: this form knows years, quarters and months, and they are for another time."),
      sentence(
        wordy, "left out: this form knows exact numbers and symbols, and they are words or rounded."
      ),
      sentence(
        doubled,
        "left out: several are given for one indicator, time and part, and the first is written."),
    ].compactMap(\.self)
  }

  /// The names of the columns: the ids, as such names are written.
  private static func columnNames(_ indicators: [Indicator]) -> [String] {
    indicators.map { indicator in String(indicator.id.map { $0 == "-" ? "_" : $0 }) }
  }

  private static func metadata(
    _ indicators: [Indicator], _ names: [String], _ workspace: Workspace
  ) -> Listing {
    var listing = Listing(
      columns: [
        "col_name", "col_type", "label", "indicator_grouping", "indicator_unit", "indicator_dp",
        "filter_hint", "filter_grouping_column",
      ].map { .init($0, $0) })
    listing.add([
      .text("breakdown"), .text("Filter"), .text("Breakdown"), .nothing, .nothing, .nothing,
      .nothing, .text("breakdown_topic"),
    ])
    for (indicator, name) in zip(indicators, names) {
      let cluster = workspace.clusters[indicator.cluster]?.title ?? ""
      let most = workspace.values(of: indicator).compactMap { $0.value?.decimals }.max() ?? 0
      listing.add([
        .text(name), .text("Indicator"), .text(indicator.title), .known(cluster),
        indicator.unit.hasPrefix("%") ? .text("%") : .nothing,
        .whole(indicator.decimals ?? most), .nothing, .nothing,
      ])
    }
    return listing
  }
}

/// A period as statistics write it: a number and what kind of period it is.
struct StatisticsTime: Hashable, Comparable {
  let period: String
  let identifier: String
  private let first: CalendarDate

  /// Nil for what is no year, quarter or month.
  init?(_ date: ImpreciseDate) {
    guard let first = date.first, let last = date.last else { return nil }
    self.first = first
    let (year, month, day) = first.components
    let (quarter, begin) = RulePeriod.financialQuarter(of: first)
    let financial = "\(begin)\(padded((begin + 1) % 100, 2))"
    if first == last {
      (period, identifier) = (String(year), StatisticsTime.months[month - 1])
      return
    }
    guard day == 1 else { return nil }
    switch last {
    case first.adding(months: 1).adding(days: -1):
      (period, identifier) = (String(year), StatisticsTime.months[month - 1])
    case first.adding(months: 3).adding(days: -1) where month % 3 == 1:
      (period, identifier) = (financial, "Financial year Q\(quarter)")
    case first.adding(months: 12).adding(days: -1) where month == 4:
      (period, identifier) = (financial, "Financial year")
    case first.adding(months: 12).adding(days: -1) where month == 1:
      (period, identifier) = (String(year), "Calendar year")
    default: return nil
    }
  }

  static func < (left: StatisticsTime, right: StatisticsTime) -> Bool {
    (left.first, left.identifier) < (right.first, right.identifier)
  }

  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]
}
