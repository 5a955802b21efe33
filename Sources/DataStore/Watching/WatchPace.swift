/// How soon and how often a watch reports, in milliseconds.
package struct WatchPace: Hashable, Sendable {
  /// How long it must be quiet before a change is reported.
  package var quiet = 10
  /// How long a report waits for quiet at most.
  package var longest = 50
  /// How long a report waits at most for the documents of a save whose journal has been written.
  package var afterJournal = 300
  /// How long it rests between two reports for each session that is open: two people see each other's
  /// changes at once, and a hundred do not read all day while ten of them type.
  package var restPerSession = 20
  /// The longest rest.
  ///
  /// Chance makes each one longer by up to a quarter, so that many sessions do not all read at the
  /// same moment.
  package var longestRest = 700
  /// How often the folder is looked at where the system does not give word.
  package var looking = 1000
  /// How often it is looked for who else is here.
  package var people = 5000

  /// The pace at which a hundred sessions on one computer stay cheap.
  package init() {}

  /// How long to rest after a report while so many sessions are open; nil when that is not known.
  func rest(whileOpen sessions: Int?) -> Int {
    let rest = max(0, min(longestRest, restPerSession * (sessions ?? 10)))
    return rest + Int.random(in: 0...rest / 4)
  }
}
