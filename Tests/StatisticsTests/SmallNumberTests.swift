import Testing

@testable import Statistics

/// A table as it is shown: one row a line, hidden numbers as `c`.
private func picture(_ rows: [[Int]], _ policy: SmallNumberPolicy) -> String {
  let made = MadeUpTable(rows: rows)
  let shown = made.table.suppressed(by: policy)
  func sign(_ place: Int) -> String {
    if case .number(let number) = shown[made.cells[place]] { "\(number)" } else { "c" }
  }
  let (height, width) = (rows.count, rows.first?.count ?? 0)
  var lines: [String] = []
  for row in 0..<height {
    let inside = (0..<width).map { row * width + $0 }
    lines.append((inside + [height * width + row]).map(sign).joined(separator: " "))
  }
  let last = (0...width).map { height * width + height + $0 }
  lines.append(last.map(sign).joined(separator: " "))
  return lines.joined(separator: " / ")
}

@Suite struct SmallNumberTests {
  @Test(arguments: [
    (
      [[3, 20, 41], [18, 25, 30], [40, 22, 9]],
      "c c 41 64 / c c 30 73 / 40 22 9 71 / 61 67 80 208"
    ),
    (
      [[1, 1, 40], [30, 12, 15], [22, 16, 18]],
      "c c c 42 / 30 c c 57 / c c 18 56 / 53 29 73 155"
    ),
    ([[2, 0, 0], [14, 0, 9], [7, 11, 8]], "c 0 0 c / c 0 c c / c 11 c 26 / 23 11 17 51"),
    ([[6, 20], [18, 25]], "6 20 26 / 18 25 43 / 24 45 69"),
    ([[0, 0], [0, 0]], "0 0 0 / 0 0 0 / 0 0 0"),
    // Everything is small: nothing is left to hide it behind.
    ([[1, 1], [1, 1]], "c c c / c c c / c c c"),
  ])
  func tablesWorkedByHand(rows: [[Int]], shown: String) {
    #expect(picture(rows, .dfe) == shown)
    let made = MadeUpTable(rows: rows)
    let hidden = made.table.suppressed(by: .dfe)
    #expect(made.recovered(from: hidden).isEmpty)
    #expect(hidden.unprotected.isEmpty)
  }

  @Test func aQuarterHidesAnotherAndTheYearStays() {
    var made = MadeUpTable()
    let quarters = [12, 4, 15, 11].map { made.add($0) }
    let year = made.total(of: quarters)
    let shown = made.table.suppressed(by: .dfe)
    #expect(quarters.map { shown.isHidden(made.cells[$0]) } == [false, true, false, true])
    #expect(shown[made.cells[year]] == .number(42))
    #expect(shown.reason(for: made.cells[quarters[1]]) == .small)
    #expect(shown.reason(for: made.cells[quarters[3]]) == .complement)
  }

  @Test func onlyWhatAddsUpIsAddedUp() {
    for (kind, hidden) in [
      (YearAggregation.sum, [false, true, false, true, false]),
      (.last, [false, true, false, false, false]), (.other, [false, true, false, false, false]),
    ] {
      var table = SmallNumberTable()
      let quarters = [12, 4, 15, 11].map { table.addCell($0) }
      let year = table.addCell(kind == .sum ? 42 : 11)
      table.addYear(year, of: quarters, as: kind)
      let shown = table.suppressed(by: .dfe)
      #expect((quarters + [year]).map { shown.isHidden($0) } == hidden)
    }
    var table = SmallNumberTable()
    let quarters = [12, 9, 15, 4].map { table.addCell($0) }
    let year = table.addCell(4)
    table.addYear(year, of: quarters, as: .last)
    #expect(table.suppressed(by: .dfe).isHidden(year))
  }

  @Test(
    arguments: [
      ([0, 0, 0, 0], 1), ([0, 2, 1, 2], 1), ([0, 1, 2, 2], 2), ([0, 1, 1, 1], 1),
      ([0, 1, 2, 3], 3), ([9, 0, 0, 0], 1),
    ] as [([Int32], Int)])
  func whatWasShownStaysShownWhileSomethingNewCanBeHidden(days: [Int32], place: Int) {
    var table = SmallNumberTable()
    let cells = zip([3, 9, 12, 24], days).map { table.addCell($0, since: $1) }
    table.addSum(cells[3], of: Array(cells[..<3]))
    let shown = table.suppressed(by: .dfe)
    #expect(cells.indices.filter { shown.isHidden(cells[$0]) } == [0, place])
    #expect(shown.complementCount == 1)
  }

  @Test(
    arguments: [
      (SmallNumberPolicy.dfe, 1...5), (.nhs, 1...7), (.none, nil),
      (SmallNumberPolicy(threshold: 10), 1...10),
    ] as [(SmallNumberPolicy, ClosedRange<Int>?)])
  func whatIsSmall(policy: SmallNumberPolicy, small: ClosedRange<Int>?) {
    for value in -3...20 {
      #expect(policy.isSmall(value) == (small?.contains(value) ?? false))
    }
  }

  @Test func theNHSRoundsEachNumberByItself() {
    #expect(
      [0, 8, 12, 13, 17, 18, 22, 1003].map(SmallNumberPolicy.nhs.rounded)
        == [0, 10, 10, 15, 15, 20, 20, 1005])
    #expect(
      picture([[3, 20, 41], [18, 25, 30]], .nhs) == "c 20 40 65 / 20 25 30 75 / 20 45 70 135")
    // Four sevens are 28, shown as 30: only four sevens can be so many. So the total is hidden as well.
    var made = MadeUpTable()
    let total = made.total(of: (0..<4).map { _ in made.add(7) })
    let shown = made.table.suppressed(by: .nhs)
    #expect(shown.isHidden(made.cells[total]))
    #expect(made.recovered(from: shown).isEmpty)
  }

  @Test func aPartThatIsAllOfItsTotalCanBeHidden() {
    let rows = [[40, 0], [20, 30]]
    #expect(picture(rows, .dfe) == "40 0 40 / 20 30 50 / 60 30 90")
    let policy = SmallNumberPolicy(threshold: 5, hidesWholes: true)
    // Zeros are seen, so that the total is all that hides the part; and so it goes on.
    #expect(picture(rows, policy) == "c 0 c / c c c / c c 90")
    let made = MadeUpTable(rows: rows)
    #expect(made.recovered(from: made.table.suppressed(by: policy)).isEmpty)
  }

  @Test func whatWasShownBeforeBindsWhatIsShownNow() {
    // The first three quarters are out; the fourth and the year are new.
    var made = MadeUpTable()
    let quarters = [12, 14, 15].map { made.add($0, isPublished: true) } + [made.add(4)]
    let year = made.total(of: quarters)
    let shown = made.table.suppressed(by: .dfe)
    #expect(quarters.prefix(3).allSatisfy { !shown.isHidden(made.cells[$0]) })
    #expect(shown.isHidden(made.cells[quarters[3]]) && shown.isHidden(made.cells[year]))
    #expect(shown.unprotected.isEmpty)
    // With the year out as well, nothing protects the fourth quarter any more, and that is said.
    var late = MadeUpTable()
    let all = [12, 14, 15].map { late.add($0, isPublished: true) } + [late.add(4)]
    _ = late.total(of: all, isPublished: true)
    let refused = late.table.suppressed(by: .dfe)
    #expect(refused.unprotected == [late.cells[3]])
    #expect(refused.complementCount == 0)
  }

  @Test func aSmallNumberThatIsOutIsNotHiddenAgain() {
    var table = SmallNumberTable()
    let out = table.addCell(3, isPublished: true)
    let other = table.addCell(30)
    table.addSum(table.addCell(33), of: [out, other])
    let shown = table.suppressed(by: .dfe)
    #expect(shown[out] == .number(3))
    #expect(shown.smallCount == 0 && shown.complementCount == 0)
  }

  @Test func aRevisionGivesNothingAway() {
    // The same three areas twice; only one of them was restated, and both totals are shown.
    var made = MadeUpTable()
    let first = [3, 20, 41].map { made.add($0) }
    _ = made.total(of: first)
    let restated = made.add(22)
    _ = made.total(of: [first[0], restated, first[2]])
    let shown = made.table.suppressed(by: .dfe)
    #expect(shown.isHidden(made.cells[first[0]]))
    #expect(made.recovered(from: shown).isEmpty)
  }

  @Test func numbersBeyondAllCountsBreakNothing() {
    var table = SmallNumberTable()
    let parts = [3, Int.max, Int.min, 7].map { table.addCell($0) }
    table.addSum(table.addCell(.max), of: parts)
    table.addSum(table.addCell(10), of: [parts[0], parts[3], parts[0]])
    for policy in [SmallNumberPolicy.dfe, .nhs, SmallNumberPolicy(threshold: .max, rounding: .max)]
    {
      #expect(table.suppressed(by: policy).isHidden(parts[0]))
    }
  }
}
