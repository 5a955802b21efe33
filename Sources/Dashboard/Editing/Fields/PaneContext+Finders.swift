import Safeguarding

extension PaneContext {
  /// Finds records of a kind.
  func finder(_ kind: RecordKind) -> RecordFinder {
    finders[kind.name] ?? RecordFinder([kind], what: kind.title.lowercased(), self)
  }

  /// Finds everybody who can own something.
  var ownerFinder: RecordFinder {
    finders[Owner.kind.name]
      ?? RecordFinder(OwnerText.kinds, what: "agency, seat, person or group", self)
  }

  /// The same with everything made that finds records: typing asks for it with every key.
  func readyForTyping() -> PaneContext {
    if !finders.isEmpty { return self }
    var ready = self
    for kind in [Agency.kind, Seat.kind, Person.kind, Meeting.kind, Review.kind, Plan.kind] {
      ready.finders[kind.name] = finder(kind)
    }
    ready.finders[Owner.kind.name] = ownerFinder
    return ready
  }
}
