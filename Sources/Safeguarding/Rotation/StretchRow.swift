/// Stretches in the order of their days, with a cursor: what happens near it costs the same however many there are.
struct StretchRow {
  /// Those before the cursor, earliest first.
  private var before: [RotationStretch] = []
  /// Those behind the cursor, latest first.
  private var behind: [RotationStretch]
  /// The places before the cursor of those that somebody is recorded to have had to their end.
  private var recordedEnds: [Int] = []

  /// A row of stretches, earliest first and without overlaps, with the cursor before the first.
  init(_ stretches: [RotationStretch]) { behind = stretches.reversed() }

  /// All of them, earliest first.
  var all: [RotationStretch] { before + behind.reversed() }

  /// The last one before the cursor that somebody is recorded to have had to its end.
  var lastRecordedEnd: RotationStretch? { recordedEnds.last.map { before[$0] } }

  /// Puts the cursor before the first stretch that ends on a day or later.
  mutating func move(to day: CalendarDate) {
    while let last = before.last, last.last >= day {
      behind.append(last)
      before.removeLast()
      if recordedEnds.last == before.count { recordedEnds.removeLast() }
    }
    while let next = behind.last, next.last < day {
      behind.removeLast()
      insert(next)
    }
  }

  /// The stretch behind the cursor.
  var next: RotationStretch? { behind.last }

  /// Takes the stretch behind the cursor away.
  mutating func takeNext() -> RotationStretch? { behind.popLast() }

  /// Puts a stretch before the cursor, as the latest there.
  mutating func insert(_ stretch: RotationStretch) {
    if stretch.isTaken, stretch.ending == .recorded { recordedEnds.append(before.count) }
    before.append(stretch)
  }

  /// Takes away those behind the cursor that fit.
  mutating func removeBehind(_ fits: (RotationStretch) -> Bool) { behind.removeAll(where: fits) }
}

extension StretchRow {
  /// Puts a stretch over those that yield to it, and where none is.
  mutating func paint(_ new: RotationStretch, over yields: (RotationStretch) -> Bool) {
    move(to: new.first)
    var first: CalendarDate? = new.first
    while let old = next, old.first <= new.last {
      _ = takeNext()
      if yields(old) {
        if old.first < new.first {
          var left = old
          (left.last, left.ending) = (new.first.adding(days: -1), .nextBegins)
          insert(left)
        }
        guard old.last > new.last else { continue }
        if let start = first { insert(new.piece(from: start, to: new.last)) }
        first = nil
        // Only a turn goes on after it; whoever gave way does not come back by that.
        if !new.isOpen, old.status == .projected {
          var right = old
          (right.first, right.isOffSlot) = (new.last.adding(days: 1), true)
          insert(right)
        }
      } else {
        if let start = first, start < old.first {
          insert(new.piece(from: start, to: old.first.adding(days: -1)))
        }
        insert(old)
        first = old.last < new.last ? old.last.adding(days: 1) : nil
      }
    }
    if let first { insert(new.piece(from: first, to: new.last)) }
    if new.isOpen { removeBehind(yields) }
  }
}

extension RotationStretch {
  /// A part of it.
  fileprivate func piece(from first: CalendarDate, to last: CalendarDate) -> Self {
    var piece = self
    (piece.first, piece.last) = (first, last)
    if last < self.last { piece.ending = .nextBegins }
    return piece
  }
}
