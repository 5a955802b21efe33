import Dashboard
import Safeguarding
import TerminalUI
import Testing

/// What a reader would stumble over, looked for on every pane.
@Suite struct WordingRuleTests {
  static let scenes = (Scene.tabs + Scene.inside).map { $0.dashboard(on: .sample) }

  private static let dateWords: Set<String> = [
    "mon", "tue", "wed", "thu", "fri", "sat", "sun", "jan", "feb", "mar", "apr", "may", "jun",
    "jul", "aug", "sep", "oct", "nov", "dec", "monday", "tuesday", "wednesday", "thursday",
    "friday",
    "saturday", "sunday", "january", "february", "march", "april", "june", "july", "august",
    "september", "october", "november", "december", "today", "tomorrow", "yesterday",
  ]

  /// Whether a text is a date and nothing else.
  static func isBareDate(_ text: String) -> Bool {
    let words = text.lowercased().split { !$0.isLetter && !$0.isNumber }
    let names = words.filter { dateWords.contains(String($0)) }
    return !names.isEmpty
      && words.allSatisfy { dateWords.contains(String($0)) || $0.allSatisfy(\.isNumber) }
  }

  @Test(arguments: [
    ("4 Apr", true), ("Thu 4 Apr 2024", true), ("was due by 4 Apr", false), ("31 days late", false),
    ("18", false), ("", false),
  ])
  func aBareDateIsKnown(text: String, isBare: Bool) {
    #expect(Self.isBareDate(text) == isBare)
  }

  /// Colour alone says nothing to many people: a red date has a word of its own.
  @Test func noRedDateStandsWithoutAWord() {
    for dashboard in Self.scenes {
      for line in lines(of: dashboard.content) {
        let isRed = line.spans.filter { $0.role == .overdue || $0.role == .alarm }
        let red = isRed.map(\.text).joined(separator: " ")
        #expect(!Self.isBareDate(red), "\(dashboard.content.trail): \(line.plain)")
      }
    }
  }

  /// Two panels of a place are not called the same, nor one as the beginning of the other.
  @Test func panelsOfAPlaceHaveNamesOfTheirOwn() {
    for dashboard in Self.scenes {
      let titles = dashboard.content.panels.map { $0.title.lowercased() }
      for (index, title) in titles.enumerated() {
        for other in titles.indices where other != index {
          #expect(
            titles[other] != title && !titles[other].hasPrefix(title + " "),
            "\(dashboard.content.trail): \(titles)")
        }
      }
    }
  }

  /// What follows from a rotation is "by the pattern", everywhere.
  @Test func oneThingHasOneName() {
    for dashboard in Self.scenes {
      for line in dashboard.plainLines {
        let words = line.lowercased()
        #expect(!words.contains("projected") && !words.contains("by the order"), "\(line)")
      }
    }
  }

  /// What nobody reports on is not counted as undone.
  @Test func whatIsNotReportedIsSaidToBe() {
    for (review, words) in [
      ("faith", "9 not reported"), ("george", "3 not reported"), ("isabel", "8 of 8 done"),
    ] {
      let lines = Fixture.sample.dashboard(at: Place(ReviewsPane.id, [review])).plainLines
      #expect(lines.contains { $0.contains(words) }, "\(review): \(lines)")
    }
    for dashboard in Self.scenes {
      let idle = dashboard.plainLines.filter { line in
        line.split(separator: ",").contains { part in
          let words = part.split { !$0.isLetter && !$0.isNumber }
          return zip(words, words.dropFirst()).contains { $0 == "0" && $1 == "of" }
            && part.hasSuffix("done") && line.contains("not reported")
        }
      }
      #expect(idle.isEmpty, "\(idle)")
    }
  }

  private func lines(of content: PaneContent) -> [Line] {
    content.lede.flatMap { [$0.what, $0.how] }
      + content.panels.flatMap { panel -> [Line] in
        switch panel.body {
        case .table(let table):
          panel.notes + (0..<table.count).flatMap { table[$0].cells + table[$0].further }
        case .text(let lines): panel.notes + lines
        case .facts(let facts): panel.notes + facts.flatMap(\.lines)
        case .drawing: panel.notes
        case .detail(let list, let say):
          panel.notes
            + (content[list]?.table.map { table in
              (0..<min(40, table.count)).flatMap { say($0).flatMap(\.lines) }
            } ?? [])
        }
      }
  }
}
