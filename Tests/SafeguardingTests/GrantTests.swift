import Safeguarding
import Testing

/// What is left of a grant before the day by which it has to be spent.
@Suite struct GrantTests {
  private func grant(_ amount: String, spent: [String?]) -> Grant {
    var grant = Grant()
    grant.amount = Measure(.exact, spelling: amount)
    grant.spends = spent.map { spelling in
      var line = BudgetLine()
      line.actual = spelling.flatMap { Measure(.exact, spelling: $0) }
      return line
    }
    return grant
  }

  @Test(
    arguments: [
      ([], 47300), (["20000"], 27300), (["20000", "27300"], 0), (["50000"], -2700),
      (["20000", nil], nil),
    ] as [([String?], Double?)])
  func whatIsLeftIsKnownWhereEveryAmountIs(spent: [String?], left: Double?) {
    #expect(grant("47300", spent: spent).left == left)
  }

  @Test func nothingIsLeftOnceAllOfItWasSpent() {
    var spent = grant("47300", spent: [nil])
    spent.spentOn = ImpreciseDate("2024-03-31")
    #expect(spent.left == 0)
  }

  @Test func ofAnAmountThatIsOnlyRoughNothingIsWorkedOut() {
    var rough = grant("47300", spent: [])
    rough.amount = Measure(.about, spelling: "47300")
    #expect(rough.left == nil)
  }
}
