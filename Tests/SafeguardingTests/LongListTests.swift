import Testing

@testable import Safeguarding

/// Lists of any length are compared and merged, in time that grows with their length.
@Suite struct LongListTests {
  private static let length = 100_000

  private func element(_ number: Int, _ text: String = "as it was") -> StoredValue {
    ["title": .text("Element \(number)"), "text": .text(text)]
  }

  @Test func listsOfAHundredThousandAreMerged() {
    let base = (0..<Self.length).map { element($0) }
    var (mine, theirs) = (base, base)
    for number in stride(from: 0, to: Self.length, by: 7) { mine[number] = element(number, "mine") }
    for number in stride(from: 3, to: Self.length, by: 7) {
      theirs[number] = element(number, "theirs")
    }
    mine.remove(at: 50_001)
    theirs.insert(element(-1, "new"), at: 70_000)
    let outcome = ThreeWay.merge(base: .list(base), mine: .list(mine), theirs: .list(theirs))
    guard case .merged(.list(let merged)?) = outcome else {
      Issue.record("They were not merged.")
      return
    }
    #expect(merged.count == Self.length)
    #expect(merged[0] == mine[0] && merged[3] == theirs[3])
    #expect(merged.contains(element(-1, "new")) && !merged.contains(base[50_001]))
  }

  @Test func whatDiffersInALongListIsToldEntryByEntry() {
    let old = (0..<5000).map { StoredValue.text("entry \($0)") }
    var new = old
    new.swapAt(10, 11)
    new.append(.text("one more"))
    let words = DifferenceWords(values: ValueWords(names: Names { _, id in id }))
    let lines = words.lines(at: ["Evidence"], nil, from: .list(old), to: .list(new))
    #expect(lines.count == 2, "\(lines)")
  }

  @Test(arguments: [3, 40, 3000])
  func theCommonOrderOfLongListsIsAsLongAsThatOfShortOnes(scale: Int) {
    // Every third element is gone on the one side, every fifth on the other.
    let all = Array(0..<scale * 10)
    let (left, right) = (all.filter { $0 % 3 != 0 }, all.filter { $0 % 5 != 0 })
    let pairs = CommonOrder.pairs(of: left, with: right)
    #expect(pairs.allSatisfy { left[$0.left] == right[$0.right] })
    #expect(pairs.count == all.count { $0 % 3 != 0 && $0 % 5 != 0 })
    #expect(zip(pairs, pairs.dropFirst()).allSatisfy { $0.left < $1.left && $0.right < $1.right })
  }

  @Test func elementsThatStandThereManyTimesCostNoMoreThanOthers() {
    let (left, right) = (Array(repeating: 1, count: 60_000), Array(repeating: 1, count: 60_001))
    #expect(CommonOrder.pairs(of: left, with: right).count == 60_000)
    let odd = (0..<60_000).map { $0 % 2 }
    let even = (0..<60_000).map { ($0 / 3) % 2 + 1 }
    #expect(CommonOrder.pairs(of: odd, with: even).allSatisfy { odd[$0.left] == even[$0.right] })
  }
}
