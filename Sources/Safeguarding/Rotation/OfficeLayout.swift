/// Lays the holders of an office out one after the other.
struct OfficeLayout {
  /// Who held it and when it was vacant, earliest first.
  private(set) var stretches: [RotationStretch] = []
  /// Who is recorded without a date by which they could be laid out.
  let undated: [RotationStretch]

  /// One who held it, or its vacancy, and when that begins.
  private struct Entry {
    let first: CalendarDate
    let index: Int
    /// Nil for the vacancy.
    let holder: Tenure?
  }

  /// Lays out the holders until a day.
  ///
  /// Each is followed by whoever came or was printed after; a vacancy is what is recorded as one.
  init(_ office: Office, until end: CalendarDate) {
    var entries: [Entry] = []
    var undated: [RotationStretch] = []
    for (index, holder) in office.holders.enumerated() {
      if let first = OfficeLayout.start(of: holder) {
        entries.append(Entry(first: first, index: index, holder: holder))
      } else {
        undated.append(RotationStretch(holder, in: office, from: end, to: end))
      }
    }
    if let first = office.vacantSince?.first {
      entries.append(Entry(first: first, index: office.holders.count, holder: nil))
    }
    self.undated = undated
    entries.sort { ($0.first, $0.index) < ($1.first, $1.index) }
    for (index, entry) in entries.enumerated() {
      let next = index + 1 < entries.count ? entries[index + 1].first.adding(days: -1) : nil
      lay(entry, of: office, before: next, until: end)
    }
    stretches = stretches.filled().dated()
  }

  private static func start(of holder: Tenure) -> CalendarDate? {
    (holder.from?.first ?? holder.seenOn?.first) ?? holder.to?.first
  }

  private mutating func lay(
    _ entry: Entry, of office: Office, before next: CalendarDate?, until end: CalendarDate
  ) {
    var first = entry.first
    // Until a vacancy has ended as recorded, whoever is printed meanwhile is not in office.
    if let before = stretches.last, before.isVacant, before.ending == .recorded {
      first = max(first, before.last.adding(days: 1))
    }
    let recorded =
      entry.holder.map { $0.to?.last } ?? office.vacantUntil?.first?.adding(days: -1)
    // A vacancy lasts until it has ended as recorded; whoever holds an office, until the next one.
    let holds = entry.holder == nil && recorded != nil
    let next = holds ? nil : next
    let last = min(recorded ?? max(end, first), next ?? RotationSlots.lastDay)
    guard first <= last else { return }
    var stretch =
      entry.holder.map { RotationStretch($0, in: office, from: first, to: last) }
      ?? RotationStretch(vacancyOf: office, from: first, to: last)
    if let next, last == next, recorded.map({ next < $0 }) ?? true { stretch.ending = .nextBegins }
    stretches.append(stretch)
  }
}
