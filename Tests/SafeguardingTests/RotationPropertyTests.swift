import Safeguarding
import Testing

/// What holds for every rotation, however its terms are recorded.
@Suite struct RotationPropertyTests {
  /// Numbers by the dice that fall the same way each time.
  private struct Dice {
    var state: UInt64

    mutating func roll(_ sides: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % sides
    }
  }

  private static func example(_ dice: inout Dice) -> RotationCase {
    let agencies = ["a", "b", "c", "d", "e", "x", "nobody"]
    let first = CalendarDate(dayNumber: 17_000 + dice.roll(1500))
    var day = first.adding(days: dice.roll(800) - 400)
    let terms = (0..<dice.roll(6)).map { _ in
      let from = day
      day = day.adding(days: 1 + dice.roll(700))
      let month = String(from.iso.dropLast(3))
      let start = [from.iso, month, String(from.year), "\(from.iso)/\(day.iso)"][dice.roll(4)]
      let end = ["", " \(day.iso)", " \(day.adding(days: dice.roll(200)).iso)"][dice.roll(3)]
      day = day.adding(days: dice.roll(3) == 0 ? dice.roll(300) : 0)
      return "\(agencies[dice.roll(7)]) \(start)\(end)\(dice.roll(3) == 0 ? " moves" : "")"
    }
    return RotationCase(
      about: "", order: agencies.prefix(dice.roll(6)).joined(separator: " "),
      start: dice.roll(4) == 0 ? nil : first.iso, months: 1 + dice.roll(30),
      eligible: ["", "a c", "b"][dice.roll(3)], terms: terms, until: "2040-01-01", expected: [])
  }

  @Test(arguments: 1...40 as ClosedRange<UInt64>)
  func everyDayIsSaidOnceAndEveryTermIsKept(seed: UInt64) throws {
    var dice = Dice(state: seed)
    for _ in 0..<25 {
      let example = RotationPropertyTests.example(&dice)
      let rotation = try example.rotation()
      let told = "\(example) gives \(rotation.texts)"
      let firsts = rotation.stretches.map(\.first)
      #expect(Set(firsts).count < firsts.count || rotation.isWithoutGaps, "\(told)")
      #expect(firsts == firsts.sorted(), "\(told)")
      #expect(Set(rotation.terms.compactMap(\.term?.id)) == Set(example.terms), "\(told)")
      let projected = rotation.stretches.filter { $0.status == .projected }
      let may = example.eligible.isEmpty ? example.order : example.eligible
      #expect(projected.allSatisfy { may.contains($0.agency?.id ?? "?") }, "\(told)")
      if !projected.isEmpty {
        #expect(try rotation.stretch(on: day("2039-12-31")) != nil, "\(told)")
      }
    }
  }
}
