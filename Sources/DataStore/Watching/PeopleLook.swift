/// Looks now and then for who is here, as long as that is asked for.
struct PeopleLook: Sendable {
  private let presence: SessionPresence?
  /// How long to wait between two looks, in milliseconds.
  private let every: Int
  private let changed: @Sendable ([SessionPresence.Account]?) -> Void
  /// What was told last; nil before the first time.
  private var told: [SessionPresence.Account]??
  /// When to look again, in milliseconds of ``WakePipe/now``; nil where nobody has looked yet.
  private var due: Int?

  init(
    _ presence: SessionPresence?, every: Int,
    changed: @escaping @Sendable ([SessionPresence.Account]?) -> Void
  ) {
    (self.presence, self.every, self.changed) = (presence, every, changed)
  }

  /// How many sessions are open, this one included; nil when it is not known.
  var sessionCount: Int? {
    guard case .some(let others?) = told else { return nil }
    return others.reduce(1) { $0 + $1.sessions }
  }

  /// Looks when it is time to, and tells what is different.
  mutating func look(_ asked: WakePipe.Orders) {
    guard asked.looksForPeople, let presence, pause(asked) == 0 else { return }
    due = WakePipe.now + every
    let others = presence.others()
    if told != .some(others) {
      told = .some(others)
      changed(others)
    }
  }

  /// How long it is to the next look, in milliseconds; below zero when there is none.
  func pause(_ asked: WakePipe.Orders) -> Int {
    guard asked.looksForPeople, presence != nil else { return -1 }
    return due.map { max(0, $0 - WakePipe.now) } ?? 0
  }
}
