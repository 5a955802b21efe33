import Testing

@testable import Safeguarding

/// Counting below a limit, beside counting one by one.
@Suite struct AscendingRowTests {
  @Test(arguments: [
    [], [0], [-3, -3, -3], [5, 6, 7, 8], [0, 31, 32, 33, 63, 64, 65],
    [-100, -1, 0, 0, 1_000, 90_000],
  ])
  func countsAsOneByOne(numbers: [Int]) {
    let row = AscendingRow(numbers)
    let near = numbers.flatMap { $0 - 34...$0 + 34 }
    for limit in near + [Int.min / 2, -5, 0, 5, Int.max / 2] {
      #expect(row.count(below: limit) == numbers.count { $0 < limit }, "\(limit)")
    }
  }
}
