import Safeguarding
import Testing

/// What the law and guidance of 2026 changed: day 0, the way out, seats, and what is not in force yet.
@Suite struct LawOf2026Tests {
  private static func rapidReview(
    _ fill: (inout Review) throws -> Void
  ) throws -> Workspace {
    let rules = try [
      SmallArea.rule("notify", .incidentKnown, 5, .workingDay) { $0.until = .notified },
      SmallArea.rule("rapid", .incidentNotified, 15, .workingDay) { $0.until = .rapidReviewSent },
      SmallArea.rule("copies", .incidentNotified, 1, .workingDay),
    ]
    return try SmallArea.workspace(rules) { $0.reviews.append(try SmallArea.review("ash", fill)) }
  }

  /// Counted by hand: Friday 20 March 2026 is day 0; Good Friday and Easter Monday do not count.
  @Test func theDayOnWhichTheNotificationWasSentIsDay0() throws {
    let workspace = try Self.rapidReview {
      $0.incidentKnownOn = try date("2026-03-16")
      $0.notifiedOn = try date("2026-03-20")
    }
    let due = try workspace.owed("rapid", on: "2026-03-21").map { $0.due?.iso }
    #expect(due == ["2026-04-14"])
  }

  @Test func criteriaThatAreNotMetEndEveryClockFromThatDayOn() throws {
    let workspace = try Self.rapidReview {
      $0.incidentKnownOn = try date("2026-03-02")
      $0.notifiedOn = try date("2026-03-06")
      $0.criteriaNotMetOn = try date("2026-03-12")
      $0.criteriaNotMetBecause = "Agreed by the three partners."
      $0.stage = .criteriaNotMet
    }
    #expect(try workspace.owed("rapid", on: "2026-03-11").map(\.status) == [.running])
    #expect(try workspace.owed("rapid", on: "2026-03-12").map(\.status) == [.notApplicable])
    #expect(try workspace.owed("rapid", on: "2026-12-01").map(\.status) == [.notApplicable])
    #expect(try workspace.owed("copies", on: "2026-12-01").map(\.status) == [.notApplicable])
    #expect(try workspace.owed("notify", on: "2026-12-01").map(\.status) == [.doneOnTime])
    let review = try #require(workspace.reviews.all.first)
    #expect(review.isOver)
  }

  @Test(arguments: [
    (ReviewStage.criteriaNotMet, "2026-03-12", "", "criteriaNotMetBecause"),
    (.rapidReview, "2026-03-12", "Agreed.", "stage"),
    (.criteriaNotMet, "2026-03-12", "Agreed.", ""),
    (.criteriaNotMet, "", "Agreed.", ""),
    (.rapidReview, "", "", ""),
  ])
  func theWayOutNeedsItsReason(
    stage: ReviewStage, on: String, because: String, field: String
  ) throws {
    let review = made(Review.self) {
      ($0.stage, $0.criteriaNotMetBecause, $0.commissionedBy) = (stage, because, "area")
      $0.criteriaNotMetOn = ImpreciseDate(on)
    }
    #expect(review.problems.map(\.field) == (field.isEmpty ? [] : [field]))
  }

  @Test func aLawWithoutADayWaitsAndHasItsDateOnceTheDayIsEntered() throws {
    func workspace(_ on: String?) throws -> Workspace {
      try SmallArea.workspace([
        SmallArea.rule("teams", .commencement, 3, .month) {
          $0.on = on.flatMap { ImpreciseDate($0) }
        }
      ])
    }
    let waiting = try workspace(nil).owed("teams", on: "2026-11-01")
    #expect(Set(waiting.map(\.status)) == [.waitingForDate])
    #expect(waiting.allSatisfy { $0.due == nil && $0.unrecorded == nil })
    #expect(
      try workspace("2027-11-01").owed("teams", on: "2026-11-01").map { $0.due?.iso }
        .allSatisfy { $0 == "2028-02-01" })
    let late = try workspace("2026-01-05").owed("teams", on: "2026-11-01")
    #expect(Set(late.map(\.status)) == [.overdue])
    #expect(late.allSatisfy { $0.unrecorded != nil })
  }

  /// Each team owes four nominations, each to be made by the one who has to make it.
  @Test func aTeamOwesItsFourNominations() throws {
    let rules = try [
      SmallArea.rule("nominations", .nominationMissing, 0, .calendarDay) {
        $0.on = try date("2027-11-01")
      }
    ]
    var workspace = try SmallArea.workspace(rules)
    let home = try #require(workspace.partnerships.all.first)
    workspace.groups.append(
      made(PartnershipGroup.self) {
        ($0.id, $0.name, $0.type) = ("east", "East team", .childProtectionTeam)
        $0.parents = [made(GroupParent.self) { $0.partnership = Reference(home.id) }]
        $0.seats = [
          made(Seat.self) {
            ($0.id, $0.basis) = ("health", .healthNominee)
            $0.holders = [
              made(Tenure.self) { ($0.person, $0.from) = ("ann", ImpreciseDate("2027-10-01")) }
            ]
          }
        ]
      })
    let owed = try workspace.owed("nominations", on: "2027-11-05")
    #expect(
      owed.map { "\($0.owners.map(\.name).joined()): \($0.status.title)" } == [
        "Local authority: overdue", "Local authority: overdue",
        "Integrated care board: done on time", "Chief officer of police: overdue",
      ])
    #expect(try workspace.owed("nominations", on: "2027-09-30").map(\.status).count == 4)
    #expect(Set(owed.map(\.id)).count == 4)
  }

  @Test func educationIsNoPartnerInLaw() throws {
    var workspace = try SmallArea.workspace([])
    let home = try #require(workspace.partnerships.all.first)
    workspace.agencies.append(
      made(Agency.self) { ($0.id, $0.name, $0.category) = ("schools", "Schools", .education) })
    func warnings(_ basis: SeatBasis) throws -> [String] {
      var workspace = workspace
      workspace.groups.append(
        made(PartnershipGroup.self) {
          ($0.id, $0.name) = ("board", "Board")
          $0.parents = [made(GroupParent.self) { $0.partnership = Reference(home.id) }]
          $0.seats = [made(Seat.self) { ($0.agency, $0.basis) = ("schools", basis) }]
        })
      return try workspace.warnings(on: day("2026-11-01"), in: .all)
        .map(\.text).filter { $0.contains("Schools") }
    }
    #expect(try warnings(.safeguardingPartner) == ["Schools is no partner in law"])
    #expect(try warnings(.designatedAgency).isEmpty)
    #expect(try warnings(.delegatedPartner).isEmpty)
  }
}
