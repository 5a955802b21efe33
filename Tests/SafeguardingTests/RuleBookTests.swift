import Safeguarding
import Testing

@Suite struct RuleBookTests {
  /// A rule on the notification of an incident.
  private static func rule(
    _ id: String, _ offset: Int = 15, replaces: String? = nil, from: String? = nil,
    to: String? = nil, partnership: String? = nil, group: String? = nil
  ) throws -> Rule {
    try SmallArea.rule(id, .incidentNotified, offset, .calendarDay) {
      $0.until = .rapidReviewSent
      $0.replaces = replaces.map { Reference($0) }
      $0.from = try from.map { try date($0) }
      $0.to = try to.map { try date($0) }
      $0.partnerships = partnership.map { [Reference($0)] } ?? []
      $0.groups = group.map { [Reference($0)] } ?? []
    }
  }

  private static func book(_ rules: [Rule]) -> RuleBook {
    var register = RecordTable<Rule>()
    register.append(contentsOf: rules)
    return RuleBook(register)
  }

  private static func editions() throws -> [Rule] {
    try [
      rule("wt-2018", 15, from: "2018-06-29"),
      rule("wt-2023", 12, replaces: "wt-2018", from: "2023-12-15"),
      rule("wt-2026", 10, replaces: "wt-2023", from: "2026-03"),
      rule("wt-2018-vale", 20, replaces: "wt-2018", from: "2020-01-01", partnership: "vale"),
    ]
  }

  @Test(arguments: [
    ("wt-2018", "area", "2018-06-29", "wt-2018"), ("wt-2018", "area", "2023-12-14", "wt-2018"),
    ("wt-2018", "area", "2023-12-15", "wt-2023"), ("wt-2018", "area", "2026-02-28", "wt-2023"),
    ("wt-2018", "area", "2026-03-01", "wt-2026"), ("wt-2023", "area", "2026-03-01", "wt-2026"),
    ("wt-2018", "vale", "2019-12-31", "wt-2018"), ("wt-2018", "vale", "2020-01-01", "wt-2018-vale"),
    // A partnership's own variant wins over a later national edition.
    ("wt-2018", "vale", "2023-12-15", "wt-2018-vale"),
  ])
  func theEditionInForce(named: String, partnership: String, iso: String, edition: String) throws {
    let book = try Self.book(Self.editions())
    let rule = try #require(book[named])
    let found = try book.edition(of: rule, for: [Reference(partnership)], nil, on: day(iso))
    #expect(found.id == edition)
  }

  /// Each event is under one edition only: the one in force on its day.
  @Test(arguments: [
    ("area", "2023-12-14", "wt-2018 2023-12-29"), ("area", "2023-12-15", "wt-2023 2023-12-27"),
    ("area", "2026-03-02", "wt-2026 2026-03-12"), ("vale", "2024-01-01", "wt-2018-vale 2024-01-21"),
  ])
  func anEventHasOneDeadline(partnership: String, notified: String, expected: String) throws {
    let workspace = try SmallArea.workspace(Self.editions()) {
      $0.reviews.append(
        try SmallArea.review("ash") {
          $0.commissionedBy = Reference(partnership)
          $0.notifiedOn = try date(notified)
        })
    }
    let found = try workspace.deadlines(on: day(notified)).map { "\($0.rule) \($0.due?.iso ?? "")" }
    #expect(found == [expected])
  }

  /// A duty that names an old edition is under the one in force when its clock starts.
  @Test(arguments: [("2023-12-14", "old 2023-12-24"), ("2023-12-15", "new 2023-12-20")])
  func aDutyMovesToTheEditionInForce(starts: String, expected: String) throws {
    let rules = [
      try SmallArea.rule("old", .obligationStarts, 10),
      try SmallArea.rule("new", .obligationStarts, 5) {
        $0.replaces = "old"
        $0.from = try date("2023-12-15")
      },
    ]
    let workspace = try SmallArea.workspace(rules) {
      $0.obligations.append(try SmallArea.duty("d", under: "old", starts: starts))
    }
    let found = try workspace.deadlines(on: day(starts)).map { "\($0.rule) \($0.due?.iso ?? "")" }
    #expect(found == [expected])
  }

  @Test func aRuleEndsWithItsLastDay() throws {
    let workspace = try SmallArea.workspace([try Self.rule("r", from: "2020", to: "2023")]) {
      for iso in ["2019-12-31", "2020-01-01", "2023-12-31", "2024-01-01"] {
        $0.reviews.append(try SmallArea.review("r-\(iso)") { $0.notifiedOn = try date(iso) })
      }
    }
    #expect(try workspace.owed("r").map(\.start?.iso) == ["2020-01-01", "2023-12-31"])
  }

  @Test func aRuleStandsInForABuiltInOneOfTheSameID() throws {
    let own = try SmallArea.rule("action-due", .actionDue) { $0.title = "Our actions" }
    let book = Self.book([own])
    #expect(book["action-due"]?.title == "Our actions")
    #expect(book.rules.count == Rule.builtIn.all.count)
    #expect(Set(book.rules.map(\.id)) == Set(Rule.builtIn.all.map(\.id)))
  }

  /// What is due on the same day stands in this order; what kinds declare of themselves comes last.
  @Test func whatRecordsImplyStandsInAnOrderOfItsOwn() {
    let first = [
      "action-due", "effect-check", "obligation-due", "review-due", "submission-due", "papers-due",
      "meeting-cadence", "meetings-in-year", "minutes-agreed", "chair-handover", "terms-review",
      "office-vacant",
    ]
    let all = Rule.builtIn.all.map(\.id)
    #expect(Array(all.prefix(first.count)) == first)
    let declared = Set(all.dropFirst(first.count))
    #expect(
      declared.isSuperset(of: ["risk-review", "challenge-answer", "audit-due", "grant-spend"]))
    #expect(declared.count == all.count - first.count)
    let last: [RuleTrigger] = [
      .actionDue, .effectCheckDue, .obligationDue, .reviewDue, .submissionDue, .papersDue,
      .reminder, .definition,
    ]
    #expect(RuleTrigger.allCases.filter(last.contains) == last)
    #expect(Set(RuleTrigger.allCases).count == RuleTrigger.allCases.count)
  }

  @Test func aRuleReplacesABuiltInOneForItsGroup() throws {
    let own = try SmallArea.rule("six-weeks", .lastMeeting, 6, .week) {
      $0.replaces = "meeting-cadence"
      $0.groups = ["board"]
      $0.from = try date("2024-01-01")
    }
    let workspace = try SmallArea.workspace([own]) {
      for id in ["board", "forum"] {
        $0.groups.append(
          try SmallArea.board {
            ($0.id, $0.cadence) = (id, Cadence(every: 1, .month))
          })
      }
      for (group, iso) in [("board", "2024-02-05"), ("forum", "2024-02-05")] {
        $0.meetings.append(
          try SmallArea.meeting(iso) { ($0.id, $0.group) = ("\(group)-\(iso)", Reference(group)) })
      }
    }
    #expect(try workspace.owed("six-weeks").map(\.due?.iso) == ["2024-03-18"])
    #expect(try workspace.owed("six-weeks").map(\.group) == ["board"])
    #expect(try workspace.owed("meeting-cadence").map(\.group) == ["forum"])
  }

  @Test(
    arguments: [
      (nil, nil, ["area-board", "vale-board"]), ("area", nil, ["area-board"]),
      (nil, "vale-board", ["vale-board"]), ("area", "vale-board", []),
    ] as [(String?, String?, [String])])
  func isNarrowedToPartnershipsAndGroups(
    partnership: String?, group: String?, expected: [String]
  ) throws {
    let rule = try SmallArea.rule("r", .termsReviewed, 12, .month) {
      $0.partnerships = partnership.map { [Reference($0)] } ?? []
      $0.groups = group.map { [Reference($0)] } ?? []
    }
    let workspace = try SmallArea.workspace([rule]) {
      for area in ["area", "vale"] {
        $0.groups.append(
          try SmallArea.board {
            $0.id = "\(area)-board"
            $0.parents = [made(GroupParent.self) { $0.partnership = Reference(area) }]
            var terms = TermsOfReference()
            terms.agreedOn = try date("2023-12-01")
            $0.termsOfReference = terms
          })
      }
    }
    #expect(try workspace.owed("r").map(\.group?.id) == expected)
  }

  @Test(arguments: [["b", "a"], ["b", "c", "a"], ["a"]])
  func rulesThatReplaceOneAnotherInACircleEnd(replaced: [String]) throws {
    let rules = try zip(["a", "b", "c"], replaced).map { try Self.rule($0, replaces: $1) }
    let book = Self.book(rules)
    for rule in rules {
      let found = try book.edition(of: rule, for: ["area"], nil, on: day("2024-03-31"))
      #expect(rules.map(\.id).contains(found.id))
    }
    let workspace = try SmallArea.workspace(rules) {
      $0.reviews.append(try SmallArea.review("ash") { $0.notifiedOn = try date("2024-03-01") })
      $0.obligations.append(try SmallArea.duty("d", under: "a", starts: "2024-03-01"))
      $0.obligations.append(try SmallArea.duty("e", due: "2024-03-01"))
    }
    #expect(try workspace.standing("obligation-due") == ["2024-03-01 overdue"])
  }

  @Test func everyBuiltInRuleHasItsOwnIDAndSaysWhatItAsksFor() {
    let rules = Rule.builtIn.all
    #expect(Set(rules.map(\.id)).count == rules.count)
    for rule in rules {
      #expect(rule.says.hasSuffix("."), "\(rule.id)")
      #expect(!rule.title.isEmpty && rule.confidence == .confirmed, "\(rule.id)")
    }
  }
}
