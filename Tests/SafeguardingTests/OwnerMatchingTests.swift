import Safeguarding
import Testing

/// Each owner of a rule stands for somebody, or a check says that it does not.
@Suite struct OwnerMatchingTests {
  private func workspace(_ owners: [Owner], trigger: RuleTrigger = .periodEnds) throws -> Workspace
  {
    let rule = try SmallArea.rule("r", trigger, 1, .month) {
      ($0.owners, $0.partnerships) = (owners, ["area"])
    }
    return try SmallArea.workspace([rule]) { workspace in
      var agencies = RecordTable<Agency>()
      for var agency in workspace.agencies.all {
        agency.category = agency.id == "council" ? .council : .police
        agencies.append(agency)
      }
      workspace.agencies = agencies
      workspace.people.append(made(Person.self) { ($0.id, $0.name) = ("ann", "Ann Able") })
      var partnerships = RecordTable<Partnership>()
      for var partnership in workspace.partnerships.all {
        partnership.partners = ["council", "police"].map { id in
          made(SafeguardingPartner.self) { $0.agency = Reference(id) }
        }
        partnership.officers = [
          made(Office.self) { office in
            office.title = "Independent Scrutineer"
            office.holders = [made(Tenure.self) { $0.person = "ann" }]
          }
        ]
        partnerships.append(partnership)
      }
      workspace.partnerships = partnerships
      workspace.groups.append(
        try SmallArea.board { group in
          group.chair = made(Office.self) { chair in
            chair.title = "Independent Chair"
            chair.holders = [made(Tenure.self) { $0.person = "ann" }]
          }
        })
    }
  }

  private func named(_ name: String) -> Owner { made(Owner.self) { $0.name = name } }

  @Test(arguments: [
    ("Local authority", true), ("the safeguarding partners", true),
    ("Lead safeguarding partners", true), ("Area Council", true), ("Board", true),
    ("Independent Scrutineer", true), ("Independent Chair", true), ("Ann Able", true),
    ("Head of Custody, Area Police", true), ("Chair of the Board", true),
    ("LADO", false), ("Somebody else", false), ("Chair of the Forum", false),
  ])
  func anOwnerInWordsIsMatchedOrTold(name: String, isMatched: Bool) throws {
    let faults = try workspace([named(name)]).unmatchedOwners(on: day("2024-03-31"))
    #expect(faults.map(\.recordID) == (isMatched ? [] : ["r"]))
    if let fault = faults.first {
      #expect(fault.severity == .warning)
      #expect(fault.message.hasPrefix("\"\(name)\" owns the rule \"r\", and matches no partner"))
    }
  }

  /// What no clock runs for, and what is in force no longer, has to be nobody's.
  @Test func onlyWhatIsOwedNeedsSomebody() throws {
    let reminder = try workspace([named("LADO")], trigger: .reminder)
    #expect(try reminder.unmatchedOwners(on: day("2024-03-31")).isEmpty)
    var empty = Workspace()
    empty.rules.append(try SmallArea.rule("r", .periodEnds, 1) { $0.owners = [named("LADO")] })
    #expect(try empty.unmatchedOwners(on: day("2024-03-31")).isEmpty)
  }

  /// A name that brings its own article along is called with one.
  @Test(arguments: [
    ("The Board", "Board"), ("PMQA", "PMQA"), ("Theatre", "Theatre"), ("the ", "the "),
  ])
  func aGroupIsCalledWithOneArticle(name: String, bare: String) throws {
    let group = try SmallArea.board { $0.name = name }
    #expect(group.bareLabel == bare)
    guard name == "The Board" else { return }
    let workspace = try SmallArea.workspace {
      $0.groups.append(group)
      $0.meetings.append(try SmallArea.meeting("2024-03-01"))
    }
    let minutes = try #require(
      try workspace.deadlines(on: day("2024-03-31")).first { $0.title.hasPrefix("Minutes") })
    #expect(minutes.title == "Minutes of the Board of 1 Mar 2024")
    #expect(minutes.owners.map(\.name) == ["Chair of the Board"])
  }
}
