import Safeguarding
import Testing

@Suite struct WarningTests {
  @Test func everyRuleHasItsOwnIDAndSaysWhatItLooksFor() {
    let rules = WarningRule.all
    #expect(Set(rules.map(\.id)).count == rules.count)
    for rule in rules { #expect(rule.summary.hasSuffix("."), "\(rule.id)") }
  }

  @Test func aChairThatOnlyThePatternNames() throws {
    let start = try day("2019-09-02")
    let from = try date("2023-09-02")
    var workspace = Workspace()
    workspace.groups.append(
      made(PartnershipGroup.self) { group in
        group.id = "board"
        group.name = "Board"
        group.parents = [made(GroupParent.self) { $0.partnership = "area" }]
        group.rotation = made(RotationPattern.self) {
          ($0.start, $0.termMonths) = (start, 12)
          $0.order = ["council", "police"]
        }
      })
    let now = try day("2024-03-31")
    let warning = try #require(workspace.warnings(on: now, in: .all).first)
    #expect(warning.text == "Board: no name recorded for the chair")
    #expect(warning.detail == "since 2 Sep 2023")
    #expect(warning.record == RecordID(PartnershipGroup.kind, "board"))
    #expect(workspace.warnings(on: now, in: .one("area")).count == 1)
    #expect(workspace.warnings(on: now, in: .one("elsewhere")).isEmpty)
    workspace.chairTerms.append(
      made(ChairTerm.self) {
        $0.group = "board"
        $0.agency = "council"
        $0.person = "somebody"
        $0.from = from
      })
    #expect(workspace.warnings(on: now, in: .all).isEmpty)
  }

  @Test func anOfficeThatNobodyHolds() throws {
    let (since, until) = (try date("2024-03-01"), try date("2024-04-01"))
    var workspace = Workspace()
    workspace.partnerships.append(
      made(Partnership.self) { partnership in
        partnership.id = "area"
        partnership.officers = [
          made(Office.self) {
            $0.title = "Business manager"
            $0.vacantSince = since
            $0.vacantUntil = until
          }, made(Office.self) { $0.title = "Scrutineer" },
        ]
      })
    let warnings = try workspace.warnings(on: day("2024-03-31"), in: .all)
    #expect(warnings.map(\.text) == ["Business manager: vacant"])
    #expect(warnings.map(\.detail) == ["for 30 days"])
    #expect(try workspace.warnings(on: day("2024-02-29"), in: .all).isEmpty)
    #expect(try workspace.warnings(on: day("2024-04-01"), in: .all).isEmpty)
  }

  /// Whoever adds an indicator that nobody collects is told of the rule that asks for no more figures.
  @Test func anIndicatorThatNobodyCollectsWhereNoMoreIsAskedFor() throws {
    var workspace = Workspace()
    for (id, supplier) in [("new", ""), ("known", "Kent Police")] {
      workspace.indicators.append(
        made(Indicator.self) {
          ($0.id, $0.title, $0.partnership) = (id, id, "area")
          $0.supplierAsPrinted = supplier
        })
    }
    let now = try day("2024-03-31")
    #expect(workspace.warnings(on: now, in: .all).isEmpty)
    let until = try date("2024-04-30")
    workspace.statements.append(
      made(Statement.self) {
        ($0.id, $0.partnership, $0.form) = ("burden", "area", .burdenRule)
        $0.to = until
      })
    let warnings = workspace.warnings(on: now, in: .all)
    #expect(warnings.map(\.text) == ["new: nobody collects it yet"])
    #expect(warnings.map(\.record) == [RecordID(Indicator.kind, "new")])
    #expect(try workspace.warnings(on: day("2024-05-01"), in: .all).isEmpty)
  }

  @Test(arguments: [
    (Polarity.lowerIsBetter, "50", "40", true, "above" as String?),
    (.lowerIsBetter, "40", "50", true, nil), (.higherIsBetter, "40", "50", true, "below"),
    (.higherIsBetter, "50", "40", true, nil), (.neither, "50", "40", true, "above"),
    (.unclear, "50", "40", true, "above"), (.unclear, "40", "50", true, nil),
    (.neither, "40", "40", true, nil), (.lowerIsBetter, "50", "40", false, nil),
  ])
  func aHeadlineOnTheWorseSide(
    polarity: Polarity, own: String, other: String, isHeadline: Bool, side: String?
  ) throws {
    let period = try date("2023/24")
    var workspace = Workspace()
    workspace.indicators.append(
      made(Indicator.self) { indicator in
        indicator.id = "rate"
        indicator.title = "Rate"
        indicator.partnership = "area"
        indicator.polarity = polarity
        indicator.headline = isHeadline
        indicator.comparators = [
          made(Comparator.self) {
            $0.name = "England"
            $0.period = period
            $0.value = Measure(.exact, spelling: other)
          }
        ]
      })
    workspace.values.append(
      made(Observation.self) {
        $0.indicator = "rate"
        $0.period = period
        $0.value = Measure(.exact, spelling: own)
      })
    let warnings = try workspace.warnings(on: day("2024-03-31"), in: .one("area"))
    #expect(warnings.map(\.text) == (side.map { ["Rate: \(own), \($0) England"] } ?? []))
    #expect(warnings.map(\.detail) == (side == nil ? [] : ["\(other) (2023-24)"]))
  }
}
