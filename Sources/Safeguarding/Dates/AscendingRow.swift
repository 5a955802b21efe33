/// Numbers in ascending order, of which those below a limit are counted at once wherever it lies.
struct AscendingRow: Sendable {
  let numbers: [Int]
  /// How many numbers lie below the start of each block; the blocks follow one another from the first number on.
  private let below: [Int32]

  private static let blockBits = 5

  init(_ numbers: [Int]) {
    self.numbers = numbers
    var below: [Int32] = []
    if let first = numbers.first, let last = numbers.last {
      below.reserveCapacity((last - first) >> Self.blockBits + 1)
      for (index, number) in numbers.enumerated() {
        let block = (number - first) >> Self.blockBits
        while below.count <= block { below.append(Int32(index)) }
      }
    }
    self.below = below
  }

  /// How many of the numbers are below a limit.
  func count(below limit: Int) -> Int {
    guard let first = numbers.first, let last = numbers.last, limit > first else { return 0 }
    if limit > last { return numbers.count }
    // The last number is no longer below the limit, so the search ends.
    var index = Int(below[(limit - first) >> Self.blockBits])
    while numbers[index] < limit { index += 1 }
    return index
  }
}
