/// Somebody who has a chair or an office together with another.
public struct JointHolder: Hashable, Sendable {
  /// The agency, where one is recorded.
  public let agency: Reference<Agency>?
  /// Who it is, where that is recorded.
  public let person: Reference<Person>?
  /// The title as printed.
  public let title: String
  /// How it is known.
  public let status: HoldingState
  /// The record it comes from; none for somebody in an office.
  public let term: Reference<ChairTerm>?
  /// Why it differs from the pattern.
  public let reason: String
  /// Why it differs, and what else a reader should know.
  public let note: String
  /// What has to be done when the chair passes into it, as recorded.
  public let handover: [HandoverItem]
  /// When it begins, as exactly as that is known.
  public let from: ImpreciseDate?
  /// When it ends, as recorded.
  public let to: ImpreciseDate?
  /// The date on which a document shows it.
  public let seenOn: ImpreciseDate?
}

extension JointHolder {
  /// Somebody as laid out alone.
  init(_ stretch: RotationStretch) {
    self.init(
      agency: stretch.agency, person: stretch.person, title: stretch.title, status: stretch.status,
      term: stretch.term, reason: stretch.reason, note: stretch.note, handover: stretch.handover,
      from: stretch.from, to: stretch.to, seenOn: stretch.seenOn)
  }
}

extension RotationStretch {
  /// Whether nobody shares it.
  public var isAlone: Bool { others.isEmpty }

  /// A stretch for each who has the chair in it: itself where nobody shares it.
  public var each: [RotationStretch] {
    if others.isEmpty { return [self] }
    var alone = self
    alone.others = []
    return [alone] + others.map { RotationStretch($0, in: self) }
  }

  /// The time of a stretch with somebody who shares it.
  private init(_ holder: JointHolder, in stretch: RotationStretch) {
    self.init(
      agency: holder.agency, person: holder.person, title: holder.title, first: stretch.first,
      last: stretch.last, status: holder.status, term: holder.term, reason: holder.reason,
      note: holder.note, handover: holder.handover, from: holder.from, to: holder.to ?? stretch.to,
      ending: holder.to == nil ? stretch.ending : .recorded, seenOn: holder.seenOn,
      goesOn: stretch.goesOn)
  }

  /// Whether both tell of the same record, wherever they are laid out.
  public func isSameHolder(as other: Self) -> Bool {
    term == other.term && person == other.person && agency == other.agency && title == other.title
      && from == other.from && seenOn == other.seenOn
  }
}

extension [RotationStretch] {
  /// Those of whom no date is known: nothing says that one followed the other.
  func sharing() -> Self {
    guard var last, last.isTaken else { return self }
    last.others = dropLast().filter { $0.status == last.status }.map { JointHolder($0) }
    return dropLast() + [last]
  }
}

extension Rotation {
  /// Each one's own time in the chair, earliest first: who shares it stands apart from the others.
  public var terms: [RotationStretch] {
    if !stretches.contains(where: { !$0.isAlone || $0.goesOn }) { return stretches }
    var terms: [RotationStretch] = []
    var latest: [Int] = []
    for stretch in stretches {
      var now: [Int] = []
      for own in stretch.each {
        let same = latest.first {
          terms[$0].isSameHolder(as: own) && terms[$0].last.adding(days: 1) == own.first
        }
        if let same {
          (terms[same].last, terms[same].to) = (own.last, own.to)
          terms[same].ending = own.ending
          now.append(same)
        } else {
          now.append(terms.count)
          terms.append(own)
        }
      }
      latest = now
    }
    return terms
  }
}

extension ChairTerm {
  /// Whether both are recorded for the same time from its first day on, so that they share the chair.
  ///
  /// Where only a month or a year is known, one may have followed the other within it: they share
  /// the chair when their ends agree, or both last longer. Of terms that begin on different days see
  /// ``Swift/Array/shared(by:)``.
  func shares(with other: ChairTerm) -> Bool {
    guard isTaken, other.isTaken, let own = from ?? seenOn, let start = own.last,
      (from == nil) == (other.from == nil), own.isSameTime(as: other.from ?? other.seenOn)
    else { return false }
    if let to, to.isSameTime(as: other.to) { return true }
    return [to, other.to].allSatisfy { end in end?.first.map { start <= $0 } ?? true }
  }

  /// Whether somebody has the chair in it.
  var isTaken: Bool { status != .vacant }
}

extension ImpreciseDate {
  /// Whether both mean the same days, however they are written.
  func isSameTime(as other: ImpreciseDate?) -> Bool {
    guard let other, first != nil else { return false }
    return first == other.first && last == other.last
  }
}
