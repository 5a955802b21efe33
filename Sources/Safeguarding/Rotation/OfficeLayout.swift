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

  /// So many holders are laid out, the latest ones: nobody has recorded more of one office.
  private static let mostHolders = 1_000

  /// Lays out the holders until a day.
  ///
  /// Each is followed by whoever came or was printed after, but for those who share it: who began
  /// together, and whose recorded time lasts on. A vacancy is what is recorded as one.
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
    self.undated = undated.sharing()
    entries.sort { ($0.first, $0.index) < ($1.first, $1.index) }
    entries.removeFirst(max(0, entries.count - OfficeLayout.mostHolders))
    let laid = Set(entries.map(\.index))
    var office = office
    office.holders = office.holders.indices.filter(laid.contains).map { office.holders[$0] }
    for (index, entry) in entries.enumerated() {
      let next = index + 1 < entries.count ? entries[index + 1].first.adding(days: -1) : nil
      lay(entry, of: office, before: next, until: end)
    }
    stretches = stretches.dated()
    goOn(office, until: end)
    share(office)
    stretches = stretches.filled().dated()
  }

  // MARK: Those who share it

  /// Whoever is recorded to a later day has it again alone when a later holder has left it.
  private mutating func goOn(_ office: Office, until end: CalendarDate) {
    let known = office.holders.compactMap { holder -> (holder: Tenure, last: CalendarDate)? in
      guard holder.from?.last != nil, let last = holder.to?.first else { return nil }
      return (holder, last)
    }
    if known.isEmpty { return }
    for index in stretches.indices.reversed()
    where stretches[index].isTaken && stretches[index].ending == .recorded {
      var first = stretches[index].last.adding(days: 1)
      let limit = index + 1 < stretches.count ? stretches[index + 1].first.adding(days: -1) : nil
      var place = index + 1
      while limit.map({ first <= $0 }) ?? true {
        let lasting = known.filter { $0.last >= first && $0.holder.begins(before: first) }
        guard let (holder, last) = lasting.max(by: { $0.last < $1.last }) else { break }
        let until = min(last, limit ?? last)
        var stretch = RotationStretch(holder, in: office, from: first, to: until)
        if until < last { stretch.ending = .nextBegins }
        stretch.goesOn = true
        stretches.insert(stretch, at: place)
        place += 1
        first = until.adding(days: 1)
      }
    }
  }

  /// Adds to each stretch who shares it, in pieces of which nobody leaves it within one.
  private mutating func share(_ office: Office) {
    if office.holders.count < 2 { return }
    stretches = stretches.flatMap { stretch -> [RotationStretch] in
      guard stretch.isTaken else { return [stretch] }
      let sharing = office.holders.compactMap { holder in
        OfficeLayout.sharing(holder, stretch).map { (holder: holder, days: $0) }
      }
      if sharing.isEmpty { return [stretch] }
      let cuts = Set(sharing.flatMap { [$0.days.lowerBound, $0.days.upperBound.adding(days: 1)] })
        .filter { $0 > stretch.first && $0 <= stretch.last }.sorted()
      return zip([stretch.first] + cuts, cuts + [stretch.last.adding(days: 1)]).map { first, next in
        var piece = stretch
        (piece.first, piece.last) = (first, next.adding(days: -1))
        piece.goesOn = stretch.goesOn || first > stretch.first
        let now = sharing.filter { $0.days.contains(first) }.prefix(JointTerms.most)
        piece.others = now.map { holder, _ in
          JointHolder(RotationStretch(holder, in: office, from: first, to: piece.last))
        }
        return piece
      }
    }
  }

  /// The days of a stretch on which somebody else is known to share it.
  private static func sharing(
    _ holder: Tenure, _ stretch: RotationStretch
  ) -> ClosedRange<CalendarDate>? {
    if holder.person == stretch.person { return nil }
    let begins = (holder.from ?? holder.seenOn)?.last ?? stretch.first
    let isSame = holder.from == stretch.from && holder.seenOn == stretch.seenOn
    let ends = holder.to.map { $0.first } ?? (isSame ? stretch.last : nil)
    guard let ends else { return nil }
    let (first, last) = (
      max(isSame ? stretch.first : begins, stretch.first), min(ends, stretch.last)
    )
    return first <= last ? first...last : nil
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
    let last = min(recorded ?? next ?? max(end, first), next ?? RotationSlots.lastDay)
    guard first <= last else { return }
    var stretch =
      entry.holder.map { RotationStretch($0, in: office, from: first, to: last) }
      ?? RotationStretch(vacancyOf: office, from: first, to: last)
    if let next, last == next, recorded.map({ next < $0 }) ?? true { stretch.ending = .nextBegins }
    stretches.append(stretch)
  }
}

extension Tenure {
  /// Whether it began before a day, as far as is known.
  fileprivate func begins(before day: CalendarDate) -> Bool {
    from?.last.map { $0 < day } ?? false
  }
}
