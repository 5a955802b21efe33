/// The points of a segment seen from its limits: what the rules are asked about.
struct RuleMatching {
  /// The numbers that follow each other without a gap.
  let numbers: [Double]
  let limits: ControlLimits
  /// How far apart two numbers are that differ only by how a computer counts.
  let tolerance: Double

  /// Names the rule at each of the numbers that makes it stand out and has none yet.
  func mark(_ rule: SpecialCauseRule, in marks: inout [SpecialCauseRule?]) {
    switch rule {
    case .outside:
      for place in numbers.indices where isOutside(numbers[place]) {
        name(rule, place..<place + 1, in: &marks)
      }
    case .trend(let points):
      markRuns(of: points, rule, in: &marks) { before, after in
        after > before + tolerance ? 1 : after < before - tolerance ? -1 : 0
      }
    case .shift(let points):
      var start = 0
      while start < numbers.count {
        let side = side(of: numbers[start])
        var end = start + 1
        while end < numbers.count, self.side(of: numbers[end]) == side { end += 1 }
        if side != 0, end - start >= points { name(rule, start..<end, in: &marks) }
        start = end
      }
    case .twoOfThree:
      markWindows(of: 3, atLeast: 2, sigma: 2, staysInside: true, rule, in: &marks)
    case .beyond(let count, let all, let sigma):
      markWindows(of: all, atLeast: count, sigma: sigma, staysInside: false, rule, in: &marks)
    case .longestRun, .fewCrossings: break
    }
  }

  /// 1 above the mean, -1 below it, 0 on it.
  func side(of number: Double) -> Int {
    number > limits.mean + tolerance ? 1 : number < limits.mean - tolerance ? -1 : 0
  }

  private func isOutside(_ number: Double) -> Bool {
    number > limits.upper + tolerance || number < limits.lower - tolerance
  }

  private func isBeyond(_ sigma: Int, _ side: Int, _ number: Double) -> Bool {
    Double(side) * (number - limits.mean) > Double(sigma) * limits.sigma + tolerance
  }

  private func name(
    _ rule: SpecialCauseRule, _ places: Range<Int>, in marks: inout [SpecialCauseRule?]
  ) {
    for place in places where marks[place] == nil { marks[place] = rule }
  }

  /// Marks each run of so many points whose moves all go one way.
  private func markRuns(
    of points: Int, _ rule: SpecialCauseRule, in marks: inout [SpecialCauseRule?],
    move: (Double, Double) -> Int
  ) {
    guard points >= 2, numbers.count >= points else { return }
    var start = 0
    var direction = 0
    for place in 1...numbers.count {
      let next = place < numbers.count ? move(numbers[place - 1], numbers[place]) : 0
      if next == direction, next != 0 { continue }
      if direction != 0, place - start >= points { name(rule, start..<place, in: &marks) }
      (start, direction) = (place - 1, next)
    }
  }

  /// Marks, in each window, the points beyond so many sigma on one side where they are enough.
  ///
  /// Where a point has to stay inside the limits, the whole window has to lie on one side of the mean.
  private func markWindows(
    of all: Int, atLeast count: Int, sigma: Int, staysInside: Bool, _ rule: SpecialCauseRule,
    in marks: inout [SpecialCauseRule?]
  ) {
    guard all > 0, numbers.count >= all else { return }
    for start in 0...numbers.count - all {
      let window = start..<start + all
      for side in [1, -1] {
        func counts(_ place: Int) -> Bool {
          isBeyond(sigma, side, numbers[place]) && !(staysInside && isOutside(numbers[place]))
        }
        var found = 0
        for place in window where counts(place) { found += 1 }
        guard found >= count else { continue }
        if staysInside, !window.allSatisfy({ self.side(of: numbers[$0]) == side }) { continue }
        for place in window where counts(place) { name(rule, place..<place + 1, in: &marks) }
      }
    }
  }
}
