import Letters
import Safeguarding
import TerminalUI

/// How the records of a list are parted by bands, and how they follow each other in one.
struct RegisterOrder<E: Entity>: Sendable {
  /// The words of a record's band, and its place among the bands.
  private let band: (@Sendable (E, RecordContext) -> (place: Int, words: String))?
  /// What decides in a band: the smaller one first.
  private let place: @Sendable (E, RecordContext) -> Int
  /// Whether the bands say how records stand, so that a column for that is an extra.
  private(set) var saysStanding = false
  /// Whether what is overdue stands under a band of its own, before all others.
  private var hasLateBand = false
  /// What decides among equals, before their order in the file.
  private var name: @Sendable (E) -> String = { _ in "" }
  /// What is told of a band beside how many it holds; empty for nothing.
  private var tally: @Sendable ([E]) -> String = { _ in "" }

  /// A row of such a list: a band, or the record at a position of its table.
  enum Entry: Sendable {
    case band(words: String, count: Int, tally: String)
    case record(Int)

    /// The position of the record; nil for a band.
    var position: Int? { if case .record(let position) = self { position } else { nil } }

    /// What a band is known by.
    var bandID: String { if case .band(let words, _, _) = self { "band-\(words)" } else { "" } }

    /// How a band looks.
    var bandRow: PanelRow {
      guard case .band(let words, let count, let tally) = self else {
        return PanelRow("", [], isHeading: true)
      }
      let role: Role = ColumnTone(standing: words) == .poor ? .overdue : .heading
      return PanelRow(
        bandID, [Line(words, role)], isHeading: true,
        tally: .secondary(tally.isEmpty ? "\(count)" : "\(count), \(tally)"))
    }
  }

  /// As they stand in their files.
  static var asWritten: RegisterOrder { RegisterOrder(band: nil) { _, _ in 0 } }

  /// By what people look for, in the order of the alphabet.
  static func byName(_ name: @escaping @Sendable (E) -> String) -> RegisterOrder {
    var order = asWritten
    order.name = { name($0).folded }
    return order
  }

  /// The latest first; what has no day last.
  static func latest(_ day: @escaping @Sendable (E) -> ImpreciseDate?) -> RegisterOrder {
    RegisterOrder(band: nil) { record, _ in day(record)?.last.map { -$0.dayNumber } ?? .max }
  }

  /// By how they stand, in an order of words; in each band the latest first.
  ///
  /// - Parameters:
  ///   - words: The bands in their order; a band that is not named follows them.
  ///   - standing: The band of a record, in words.
  ///   - day: What decides in a band.
  ///   - next: What decides before that, the soonest first, for what is still to come.
  /// - Returns: The order.
  static func bands(
    _ words: [String], _ standing: @escaping @Sendable (E, RecordContext) -> String,
    latest day: @escaping @Sendable (E) -> ImpreciseDate? = { _ in nil },
    next: @escaping @Sendable (E) -> ImpreciseDate? = { _ in nil }
  ) -> RegisterOrder {
    var order = RegisterOrder { record, context in
      let word = standing(record, context)
      return (words.firstIndex(of: word) ?? words.count, word.capitalizedFirst)
    } place: { record, _ in
      next(record)?.last?.dayNumber ?? day(record)?.last.map { -$0.dayNumber } ?? .max
    }
    order.saysStanding = !words.isEmpty
    return order
  }

  /// What is still to come first, the next one before the others; then the years, the latest first, and
  /// at last what has no day.
  ///
  /// - Parameters:
  ///   - day: The day of a record.
  ///   - isAhead: Whether it is still to come; by its day where it is not said.
  ///   - tally: What is told of a band beside how many it holds.
  /// - Returns: The order.
  static func years(
    _ day: @escaping @Sendable (E) -> ImpreciseDate?,
    ahead isAhead: (@Sendable (E, RecordContext) -> Bool)? = nil,
    tally: @escaping @Sendable ([E]) -> String = { _ in "" }
  ) -> RegisterOrder {
    @Sendable func lies(_ record: E, _ context: RecordContext) -> Bool {
      isAhead?(record, context) ?? day(record)?.first.map { $0 > context.day } ?? false
    }
    var order = RegisterOrder { record, context in
      if lies(record, context) { return (.min + 1, "To come") }
      // What runs on stands where it has got to.
      guard let last = day(record)?.last.map({ min($0, context.day) }) else {
        return (.max, "No date is known")
      }
      let year = last.components.month >= 4 ? last.year : last.year - 1
      return (-year, "\(year)-\(String(year + 1).suffix(2))")
    } place: { record, context in
      guard let last = day(record)?.last else { return .max }
      return lies(record, context) ? last.dayNumber : -last.dayNumber
    }
    order.tally = tally
    order.hasLateBand = true
    return order
  }

  private init(
    band: (@Sendable (E, RecordContext) -> (place: Int, words: String))?,
    place: @escaping @Sendable (E, RecordContext) -> Int
  ) {
    (self.band, self.place) = (band, place)
  }

  /// A record with all that decides where it stands.
  private struct Keyed: Comparable {
    let band: Int
    let words: String
    /// The day since which it is late; the last day there is where it is not.
    let lateSince: Int
    let place: Int
    let name: String
    let position: Int

    static func < (left: Keyed, right: Keyed) -> Bool {
      if left.band != right.band { return left.band < right.band }
      if left.words != right.words { return left.words < right.words }
      if left.lateSince != right.lateSince { return left.lateSince < right.lateSince }
      return (left.place, left.name, left.position) < (right.place, right.name, right.position)
    }
  }

  /// The rows of a list of the records at some positions, in this order; what is late first, the latest of
  /// it before the rest.
  func entries(
    _ positions: [Int], of table: RecordTable<E>, _ context: RecordContext,
    late: [String: CalendarDate]
  ) -> [Entry] {
    var keyed: [Keyed] = []
    for position in positions {
      let record = table.all[position]
      let since = late[record.id]
      let band =
        since != nil && hasLateBand
        ? (place: .min, words: "Overdue") : band?(record, context) ?? (place: 0, words: "")
      keyed.append(
        Keyed(
          band: band.place, words: band.words, lateSince: since?.dayNumber ?? .max,
          place: place(record, context),
          name: name(record), position: position))
    }
    keyed.sort()
    guard band != nil else { return keyed.map { .record($0.position) } }
    var entries: [Entry] = []
    var rest = keyed[...]
    while let first = rest.first {
      let members = rest.prefix { $0.words == first.words }
      entries.append(
        .band(
          words: first.words, count: members.count,
          tally: tally(members.map { table.all[$0.position] })))
      entries += members.map { .record($0.position) }
      rest = rest.dropFirst(members.count)
    }
    return entries
  }
}
