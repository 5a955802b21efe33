import Testing

@testable import Statistics

@Suite struct DerivedValueTests {
  @Test(arguments: [
    (3, 50, true), (47, 50, true), (20, 50, false), (0, 50, false), (50, 50, false), (2, 4, true),
    (44, 50, false), (45, 50, true), (Int.max, -1, false),
  ])
  func aShareTellsThoseCountedAndAllTheOthers(numerator: Int, denominator: Int, isHidden: Bool) {
    #expect(
      SmallNumberPolicy.dfe.hidesShare(numerator: numerator, denominator: denominator) == isHidden)
    #expect(!SmallNumberPolicy.none.hidesShare(numerator: numerator, denominator: denominator))
  }

  @Test func whateverIsWorkedOutFromAHiddenNumberIsHidden() {
    var table = SmallNumberTable()
    let quarters = [12, 4, 15, 11].map { table.addCell($0) }
    let year = table.addCell(42)
    table.addSum(year, of: quarters)
    let (children, few) = (table.addCell(60), table.addCell(45))
    let shown = table.suppressed(by: .dfe)
    var derived = DerivedValues()
    let share = derived.addShare(of: quarters[1], in: children)
    let fine = derived.addShare(of: quarters[0], in: children)
    let others = derived.addShare(of: year, in: few)
    let rate = derived.addRate(of: year, per: few)
    let change = derived.add(from: [.cell(quarters[2]), .cell(quarters[3])])
    let same = derived.add(from: [.cell(quarters[0]), .cell(quarters[2])])
    let rank = derived.add(from: [.derived(fine), .derived(share)])
    let limits = derived.add(from: [.derived(rank)])
    #expect(derived.hidden(with: shown, of: table) == [share, others, change, rank, limits])
    #expect(!derived.hidden(with: shown, of: table).contains(rate))
    #expect(!derived.hidden(with: shown, of: table).contains(same))
    let everything = table.suppressed(by: .none)
    #expect(derived.hidden(with: everything, of: table).isEmpty)
  }
}
