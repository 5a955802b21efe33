import Testing

@testable import Statistics

/// The shapes of the tables that are attacked.
private enum Shape: String, CaseIterable, Sendable {
  case rowsAndColumns
  case threeBreakdowns
  case quartersAndYear
  case jointAreas
  case revisions
  case publishedBefore

  func make(_ dice: inout Dice) -> MadeUpTable {
    var made = MadeUpTable()
    switch self {
    case .rowsAndColumns:
      let (height, width) = (dice.roll(2...5), dice.roll(2...5))
      return MadeUpTable(rows: (0..<height).map { _ in (0..<width).map { _ in dice.count() } })
    case .threeBreakdowns:
      let (rows, columns, layers) = (dice.roll(2...3), dice.roll(2...3), dice.roll(2...3))
      var inside: [[[Int]]] = []
      for _ in 0..<layers {
        inside.append((0..<rows).map { _ in (0..<columns).map { _ in made.add(dice.count()) } })
        made.addTotals(inside[inside.count - 1])
      }
      let sums = (0..<rows).map { row in
        (0..<columns).map { column in made.total(of: inside.map { $0[row][column] }) }
      }
      made.addTotals(sums)
      // The totals of the layers add up to those of the sum as well.
      let (size, all) = (rows * columns + rows + columns + 1, rows * columns)
      for place in all..<size {
        made.say(
          layers * size + place, of: (0..<layers).map { $0 * size + place })
      }
    case .quartersAndYear:
      let areas = dice.roll(2...3)
      var quarters = (0..<areas).map { _ in (0..<4).map { _ in made.add(dice.count()) } }
      quarters.append((0..<4).map { quarter in made.total(of: quarters.map { $0[quarter] }) })
      let years = quarters.map { made.total(of: $0) }
      made.say(years[areas], of: Array(years.prefix(areas)))
    case .jointAreas:
      let areas = (0..<dice.roll(3...6)).map { _ in made.add(dice.count()) }
      let england = made.total(of: areas)
      for _ in 0..<dice.roll(1...3) {
        let chosen = Array(areas.shuffled(using: &dice).prefix(dice.roll(2...areas.count - 1)))
        let joint = made.total(of: chosen)
        if dice.roll(0...1) == 0 {
          let rest = made.total(of: areas.filter { !chosen.contains($0) })
          made.say(england, of: [joint, rest])
        }
      }
    case .revisions:
      var places = (0..<dice.roll(2...3)).map { _ in (0..<3).map { _ in made.add(dice.count()) } }
      made.addTotals(places)
      let (row, column) = (dice.roll(0...places.count - 1), dice.roll(0...2))
      places[row][column] = made.add(dice.count())
      made.addTotals(places)
    case .publishedBefore:
      // Two quarters went out under the same policy; two more and the year follow.
      let areas = dice.roll(2...4)
      let early = MadeUpTable(rows: (0..<2).map { _ in (0..<areas).map { _ in dice.count() } })
      let shown = early.table.suppressed(by: .dfe)
      for (place, value) in early.values.enumerated() {
        _ = made.add(value, isPublished: !shown.isHidden(early.cells[place]))
      }
      for line in early.lines { made.say(line.total, of: line.parts) }
      var quarters = (0..<2).map { row in (0..<areas).map { row * areas + $0 } + [2 * areas + row] }
      for _ in 0..<2 {
        let new = (0..<areas).map { _ in made.add(dice.count()) }
        quarters.append(new + [made.total(of: new)])
      }
      for area in 0...areas { _ = made.total(of: quarters.map { $0[area] }) }
    }
    return made
  }
}

/// What was found out about many tables.
private struct Tally: CustomStringConvertible {
  var (tables, small, complements, byAudit, unprotected) = (0, 0, 0, 0, 0)

  mutating func add(_ shown: Suppression) {
    tables += 1
    small += shown.smallCount
    complements += shown.complementCount
    byAudit += shown.auditCount
    unprotected += shown.unprotected.count
  }

  var description: String {
    let ratio = Double(complements * 100 / max(small, 1)) / 100
    return "\(tables) tables, \(small) small, \(complements) hidden with them (\(ratio) each), "
      + "\(byAudit) by the audit, \(unprotected) given away before"
  }
}

@Suite struct SmallNumberAttackTests {
  @Test(arguments: Shape.allCases) private func nothingIsRecovered(_ shape: Shape) {
    var dice = Dice(state: 14)
    var tally = Tally()
    for number in 0..<300 {
      let made = shape.make(&dice)
      let shown = made.table.suppressed(by: .dfe)
      tally.add(shown)
      #expect(made.recovered(from: shown).isEmpty, "\(shape) \(number): \(made.values)")
      for (cell, value) in zip(made.cells, made.values) where value == 0 {
        #expect(!shown.isHidden(cell))
      }
      if shape != .publishedBefore { #expect(shown.unprotected.isEmpty) }
      for place in made.published { #expect(!shown.isHidden(made.cells[place])) }
    }
    print("\(shape): \(tally)")
  }

  @Test(arguments: [Shape.rowsAndColumns, .quartersAndYear, .jointAreas])
  private func nothingIsRecoveredWhereNumbersAreRounded(_ shape: Shape) {
    var dice = Dice(state: 5)
    var tally = Tally()
    for number in 0..<100 {
      let made = shape.make(&dice)
      let shown = made.table.suppressed(by: .nhs)
      tally.add(shown)
      #expect(shown.unprotected.isEmpty)
      #expect(made.recovered(from: shown).isEmpty, "\(shape) \(number): \(made.values)")
    }
    print("\(shape), rounded: \(tally)")
  }

  @Test func nothingIsRecoveredFromTwoYearsOfAreasAndBreakdowns() {
    var dice = Dice(state: 21)
    var tally = Tally()
    for _ in 0..<6 {
      var made = MadeUpTable()
      let quarters = (0..<8).map { _ in
        var places = (0..<6).map { _ in (0..<4).map { _ in made.add(dice.count()) } }
        for area in places.indices { places[area].append(made.total(of: places[area])) }
        places.append((0..<5).map { column in made.total(of: places.map { $0[column] }) })
        return places
      }
      for year in [0..<4, 4..<8] {
        for area in 0...6 {
          let sums = (0...4).map { column in
            made.total(of: year.map { quarters[$0][area][column] })
          }
          made.say(sums[4], of: Array(sums.prefix(4)))
        }
      }
      let shown = made.table.suppressed(by: .dfe)
      tally.add(shown)
      #expect(made.solved(from: shown).isEmpty)
      #expect(shown.unprotected.isEmpty)
    }
    print("two years: \(tally)")
  }

  @Test func theAttackerFindsWhatIsGivenAway() {
    // Without complements nearly every table gives something away; so the attack is one.
    var dice = Dice(state: 3)
    var (attacked, found) = (0, 0)
    for _ in 0..<100 {
      let made = Shape.rowsAndColumns.make(&dice)
      let reasons = made.values.map { value -> Suppression.Reason in
        SmallNumberPolicy.dfe.isSmall(value) ? .small : .shown
      }
      let shown = Suppression(made.table, .dfe, hidden: reasons)
      if shown.smallCount > 0 { attacked += 1 }
      let solved = Set(made.solved(from: shown))
      let recovered = Set(made.recovered(from: shown))
      // Whatever equations alone give away is among what reasoning about whole numbers does.
      #expect(solved.isSubset(of: recovered))
      if !recovered.isEmpty { found += 1 }
    }
    #expect(found > attacked * 3 / 4, "\(found) of \(attacked)")
  }

  @Test func theSameTableIsAlwaysHiddenTheSameWay() {
    for shape in Shape.allCases {
      var (one, other) = (Dice(state: 8), Dice(state: 8))
      for _ in 0..<20 {
        #expect(
          shape.make(&one).table.suppressed(by: .dfe)
            == shape.make(&other).table.suppressed(by: .dfe))
      }
    }
  }
}
