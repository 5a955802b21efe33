/// How soon and how often a watch reports, in milliseconds.
package struct WatchPace: Hashable, Sendable {
  /// How long it must be quiet before a change is reported.
  package var quiet = 10
  /// How long a report waits for quiet at most.
  package var longest = 50
  /// How long a report waits at most for the documents of a save whose journal has been written.
  package var afterJournal = 300
  /// The shortest time between two reports.
  package var rest = 700
  /// By how much chance makes that longer, so that many sessions do not all read at the same moment.
  package var spread = 200
  /// How often the folder is looked at where the system does not give word.
  package var looking = 1000
  /// How often it is looked for who else is here.
  package var people = 5000

  /// The pace at which a hundred sessions on one computer stay cheap.
  package init() {}
}
