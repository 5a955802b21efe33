import Safeguarding

/// What the numbers of a file tell about its points and commas.
struct NumberHabits: Sendable {
  /// A number that can be read in two ways.
  struct Doubt: Sendable {
    let number: CellNumber
    let figure: Int
    let slot: Int
  }

  private struct Sizes {
    var sum = 0.0
    var count = 0
  }

  private(set) var deferred: [Doubt] = []
  /// Whether semicolons part the cells, as where commas part decimals.
  var hasSemicolons = false
  private var sizes: [Int: Sizes] = [:]
  private var commas = 0
  private var points = 0

  /// Notes a number, whose spelling and size are evidence where they leave no doubt.
  mutating func note(_ number: CellNumber, slot: Int) {
    switch number.habit {
    case .decimalComma: commas += 1
    case .decimalPoint: points += 1
    case .none: break
    }
    guard number.thousands == nil, number.number > 0 else { return }
    sizes[slot, default: Sizes()].sum += NumberHabits.size(number.number)
    sizes[slot, default: Sizes()].count += 1
  }

  /// Notes of what size a number is expected.
  mutating func expect(_ number: Double) {
    sizes[0, default: Sizes()].sum += NumberHabits.size(number)
    sizes[0, default: Sizes()].count += 1
  }

  /// Keeps a number until the file is read.
  mutating func `defer`(_ number: CellNumber, figure: Int, slot: Int) {
    deferred.append(Doubt(number: number, figure: figure, slot: slot))
  }

  /// Whether the mark parts thousands, and whether that is sure.
  func settle(_ doubt: Doubt, isPercentage: Bool) -> (isThousands: Bool, isSure: Bool) {
    let number = doubt.number
    if number.hasPercent || isPercentage { return (false, true) }
    if let known = sizes[doubt.slot], let thousands = number.thousands {
      let mean = known.sum / Double(known.count)
      let asThousands = abs(NumberHabits.size(abs(thousands)) - mean)
      let asDecimal = abs(NumberHabits.size(abs(number.number)) - mean)
      if asThousands < 3, asDecimal > 5 { return (true, habit(of: number) != false) }
      if asDecimal < 3, asThousands > 5 { return (false, habit(of: number) != true) }
    }
    if let isThousands = habit(of: number) { return (isThousands, true) }
    // A comma between thousands is how English is written.
    if number.isComma { return (true, !hasSemicolons && commas == 0) }
    return (false, false)
  }

  /// Whether the mark parts thousands by what the other numbers of the file do; nil where they differ.
  private func habit(of number: CellNumber) -> Bool? {
    if commas > 0, points == 0 { return !number.isComma }
    return points > 0 && commas == 0 ? number.isComma : nil
  }

  /// How often 2 goes into a number, as its size is compared: 3 is a factor of 8.
  private static func size(_ number: Double) -> Double {
    guard number > 0 else { return 0 }
    return Double(number.exponent) + number.significand - 1
  }
}
