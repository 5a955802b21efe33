import Statistics

/// What an indicator's figures count, and which of them are sums of which, as one table of numbers.
///
/// Three numbers of each figure are in it: what the value counts, what it was worked out from, and out of how many.
/// Who knows the latter two knows how many are left, so that is in it as well.
struct FigureTable {
  /// The numbers of one figure; nil for what it does not count.
  struct Cells {
    var value: CellID?
    var numerator: CellID?
    var denominator: CellID?
  }

  /// A number with what is known of it.
  struct Counted {
    let cell: CellID
    let count: Int
    /// Whether it is a number that others can be worked out from.
    let isExact: Bool
    let isPublished: Bool
    /// Since when it can have been known.
    let day: Int32
  }

  /// Which of the numbers of a figure is meant.
  enum Part: Int, CaseIterable {
    case value, numerator, denominator
  }

  let what: WhatIsCounted
  let aggregation: Aggregation?
  let policy: SmallNumberPolicy
  let figures: [Observation]
  let isPublished: [Bool]
  /// Since which day each of them can have been known.
  let days: [Int32]
  var table = SmallNumberTable()
  private(set) var cells: [Cells]
  /// What the figures are for.
  let places: FigurePlaces
  /// The numbers of all figures by which of them is meant; nothing of a part that no figure has.
  private var counted: [[Counted?]] = Part.allCases.map { _ in [] }

  /// Writes down the figures of an indicator.
  ///
  /// - Parameters:
  ///   - indicator: The indicator.
  ///   - figures: Its figures, earliest first.
  ///   - isPublished: Which of them everybody can read elsewhere.
  ///   - days: Since which day each can have been known.
  ///   - policy: Which numbers are small.
  init(
    _ indicator: Indicator, _ figures: [Observation], isPublished: [Bool], since days: [Int32],
    policy: SmallNumberPolicy
  ) {
    self.days = days
    what = WhatIsCounted(indicator)
    aggregation = indicator.aggregation
    (self.figures, self.isPublished, self.policy) = (figures, isPublished, policy)
    cells = Array(repeating: Cells(), count: figures.count)
    places = FigurePlaces(what == .things ? [] : figures)
    if what == .things { return }
    for index in figures.indices { addNumbers(of: index) }
    for part in Part.allCases {
      let numbers = counted[part.rawValue]
      if numbers.count(where: { $0 != nil }) > 1 { FigureSums(self, part, numbers).add(to: &table) }
    }
  }

  /// Adds the numbers of a figure, those too that everybody can work out.
  private mutating func addNumbers(of index: Int) {
    let figure = figures[index]
    var numerator = figure.numerator?.wholeCount
    var denominator = figure.denominator?.wholeCount
    if case .share(let base?) = what, let value = figure.value?.number, base > 0 {
      if numerator == nil, let whole = denominator {
        numerator = Self.rounded(value * Double(whole) / base)
      } else if denominator == nil, let part = numerator, value > 0 {
        denominator = Self.rounded(Double(part) * base / value)
      }
    }
    if what == .people, let count = figure.value?.wholeCount {
      cells[index].value = add(count, figure.value, .value, index)
    }
    if let numerator {
      cells[index].numerator = add(numerator, figure.numerator, .numerator, index)
    }
    if let denominator {
      cells[index].denominator = add(denominator, figure.denominator, .denominator, index)
    }
    relate(index)
  }

  private static func rounded(_ number: Double) -> Int? {
    number >= 0 && number < 1e15 ? Int(number.rounded()) : nil
  }

  private mutating func add(
    _ count: Int, _ measure: Measure?, _ part: Part, _ index: Int
  ) -> CellID {
    let cell = table.addCell(count, since: days[index], isPublished: isPublished[index])
    if counted[part.rawValue].isEmpty {
      counted[part.rawValue] = Array(repeating: nil, count: figures.count)
    }
    counted[part.rawValue][index] = Counted(
      cell: cell, count: count, isExact: measure.map { $0.qualifier == .exact } ?? true,
      isPublished: isPublished[index], day: days[index])
    return cell
  }

  /// Says how the numbers of one figure hang together.
  private mutating func relate(_ index: Int) {
    let own = cells[index]
    guard let numerator = own.numerator else { return }
    if let value = own.value, table.value(of: value) == table.value(of: numerator) {
      table.addSame(value, numerator)
    }
    guard let denominator = own.denominator else { return }
    let rest = table.value(of: denominator) - table.value(of: numerator)
    guard rest >= 0 else { return }
    let others =
      rest > 0
      ? [table.addCell(rest, since: days[index], isPublished: isPublished[index])] : []
    table.addSum(denominator, of: [numerator] + others)
  }

  /// Whether it says how many there are for so many, and not which share.
  private var isRate: Bool {
    if case .share(let base?) = what { base != 100 } else { false }
  }

  /// Whether what was worked out from the numbers of a figure tells of a hidden one.
  func hidesShare(of index: Int, _ suppression: Suppression) -> Bool {
    let own = cells[index]
    let isHidden = [own.numerator, own.denominator].compactMap(\.self).contains {
      suppression.isHidden($0)
    }
    if isHidden { return true }
    guard let numerator = own.numerator.map({ table.value(of: $0) }) else { return false }
    guard let denominator = own.denominator.map({ table.value(of: $0) }), !isRate else {
      return policy.isSmall(numerator)
    }
    return policy.hidesShare(numerator: numerator, denominator: denominator)
  }
}
