import Dashboard
import Glibc
import Safeguarding
import TerminalUI
import Testing

/// Searching, sorting and showing: eight times as many records take about eight times as long.
@Suite struct ListScalingTests {
  private static let window = Size(120, 40)

  /// What is done at the keys, from the opening of a place on.
  struct Doing: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let place: Place
    /// What is pressed before the time is taken.
    var before: [String] = ["Tab"]
    let keys: [String]
    var title: @Sendable (Int) -> String = {
      "Send the audit of case \($0 % 977) to every partner and report on it"
    }
  }

  private static let group = Place(GroupsPane.id, ["subgroup"])
  private static let deadlines = Place(DeadlinesPane.id)

  static let doings: [Doing] = [
    Doing(testDescription: "a list is opened", place: group, before: [], keys: ["Tab", "j"]),
    Doing(testDescription: "the deadlines are opened", place: deadlines, before: [], keys: ["j"]),
    Doing(testDescription: "a filter", place: group, keys: ["/", "a", "u", "d", "i", "t"]),
    Doing(
      testDescription: "a filter that finds nothing", place: group, keys: ["/", "q", "q", "z"]),
    Doing(
      testDescription: "a filter of many blanks", place: group,
      keys: ["/", "e", " ", "e", " ", "e"]),
    Doing(
      testDescription: "a filter on one long word", place: group, keys: ["/", "a", "a", "a", "b"],
      title: { "\(String(repeating: "a", count: 300)) \($0)" }),
    Doing(
      testDescription: "a filter taken back", place: group, before: ["Tab", "/", "a", "u"],
      keys: ["Backspace", "Esc"]),
    Doing(testDescription: "sorting", place: group, keys: ["s", "s", "s", "S"]),
    Doing(
      testDescription: "sorting what is all the same", place: group, keys: ["s", "s", "s", "S"],
      title: { _ in "The same" }),
    Doing(
      testDescription: "sorting what begins alike", place: group, keys: ["s", "s", "s", "S"],
      title: { "\(String(repeating: "Caf\u{e9} ", count: 40))\($0)" }),
    Doing(
      testDescription: "pages", place: group, keys: ["PgDn", "PgDn", "PgUp", "End", "PgUp", "Home"]),
    Doing(testDescription: "the whole screen", place: group, keys: ["z", "PgDn", "End", "z"]),
    Doing(
      testDescription: "the palette", place: group, keys: [":", "a", "u", "d", "i", "t", " ", "1"]),
    Doing(
      testDescription: "the palette, letters in their order", place: group,
      keys: [":", "s", "d", "t", "q"]),
    Doing(
      testDescription: "the palette on one long word", place: group,
      keys: [":", "a", "a", "a", "b"],
      title: { "\(String(repeating: "a", count: 300)) \($0)" }),
    Doing(
      testDescription: "a filter on deadlines", place: deadlines,
      keys: ["/", "a", "u", "d", "i", "t"]),
    Doing(testDescription: "sorting deadlines", place: deadlines, keys: ["s", "s", "S"]),
    Doing(testDescription: "deadlines of one kind", place: deadlines, keys: ["f", "a", "Enter"]),
    Doing(
      testDescription: "pages of deadlines", place: deadlines,
      keys: ["PgDn", "End", "PgUp", "Home"]),
    Doing(
      testDescription: "another day", place: deadlines,
      keys: ["t", "1", " ", "m", "a", "r", "Enter"]),
    Doing(testDescription: "what is mine", place: deadlines, keys: ["I", "c", "h", "Enter", "m"]),
  ]

  @Test(arguments: doings) func eightTimesAsManyTakeNoSquare(_ doing: Doing) throws {
    var ratio = 0.0
    // A busy computer can only make one of three look worse.
    for _ in 0..<3 {
      let (small, large) = (try time(doing, 600), try time(doing, 4_800))
      // What costs the same for any list is no ratio of anything.
      ratio = Double(large) / Double(max(small, 3_000_000))
      if ratio < 24 { return }
    }
    Issue.record("eight times as many take \(ratio) times as long")
  }

  private func time(_ doing: Doing, _ count: Int) throws -> Int {
    let workspace = ManyRows.workspace(count, on: Fixture.today) { index, action in
      (action.number, action.title) = (String(index), doing.title(index))
      action.status = index % 3 == 0 ? .done : .open
    }
    let before = try doing.before.map { try #require(Key(named: $0), "There is no key \($0).") }
    let keys = try doing.keys.map {
      try #require(
        $0.count == 1 ? .character(Character($0)) : Key(named: $0), "There is no key \($0).")
    }
    var times: [Int] = []
    for _ in 0..<2 {
      let opening = processorTime()
      var dashboard = Dashboard(
        workspace: workspace, today: Fixture.today, themes: [], start: doing.place)
      _ = dashboard.draw(in: Self.window)
      for key in before {
        _ = dashboard.receive(.key(key))
        _ = dashboard.draw(in: Self.window)
      }
      let start = doing.before.isEmpty ? opening : processorTime()
      for key in keys {
        _ = dashboard.receive(.key(key))
        _ = dashboard.draw(in: Self.window)
      }
      times.append(processorTime() - start)
    }
    return times.min() ?? 0
  }

  /// What this thread has used of the processor, in nanoseconds.
  private func processorTime() -> Int {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return time.tv_sec * 1_000_000_000 + time.tv_nsec
  }
}
