import Safeguarding

/// Hides the small numbers of a whole dataset, and works out its control charts.
enum DatasetBenchmark {
  /// The word on the command line that makes the program measure this alone.
  static let name = "dataset"
  private static let (indicators, quarters, agencies, ages) = (60, 40, 30, 4)

  /// Prints how long both take, by how many of the numbers are small.
  static func measure() {
    for percent in [0, 5, 20, 50] {
      let workspace = made(small: percent)
      var hidden = 0
      let hiding = best {
        hidden = workspace.withoutSmallNumbers.hiddenFigures?.count ?? 0
      }
      print(
        "dataset: of \(workspace.values.all.count) values with \(percent) % small ones \(hidden) hidden in "
          + "\(rounded(hiding * 1000)) ms (goal: at most 200)")
    }
    let workspace = made(small: 0)
    var points = 0
    let charting = best {
      points = workspace.indicators.all.reduce(0) { count, indicator in
        count + IndicatorHistory(workspace.reading(of: indicator)).points.count
      }
    }
    print(
      "dataset: control charts of \(workspace.indicators.all.count) indicators with \(points) points in "
        + "\(rounded(charting * 1000)) ms (goal: at most 200)")
  }

  private static func best(_ work: () -> Void) -> Double {
    var best = Double.infinity
    for _ in 0..<3 { best = min(best, ContinuousClock().measure(work) / .seconds(1)) }
    return best
  }

  private static func made(small percent: Int) -> Workspace {
    var workspace = Workspace()
    var seed: UInt64 = 7
    func dice(_ sides: Int) -> Int {
      seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(seed >> 33) % sides
    }
    let parts = (0..<ages).map { age in [Breakdown(by: "Age", "\(age * 5) to \(age * 5 + 4)")] }
    for number in 0..<indicators {
      var indicator = Indicator()
      (indicator.id, indicator.title) = ("measure-\(number)", "Measure \(number)")
      indicator.unit = "children"
      workspace.indicators.append(indicator)
    }
    var values: [Observation] = []
    for quarter in 0..<quarters {
      let first = CalendarDate(year: 2014 + quarter / 4, month: quarter % 4 * 3 + 1, day: 1)
      guard let first else { continue }
      let last = first.adding(months: 3).adding(days: -1)
      let period = ImpreciseDate("\(first.iso)/\(last.iso)")
      for indicator in 0..<indicators {
        func add(_ agency: Int?, _ part: [Breakdown], _ number: Int) {
          var value = Observation()
          value.id = "v\(values.count)"
          value.indicator = Reference("measure-\(indicator)")
          value.agency = agency.map { Reference("agency-\($0)") }
          (value.period, value.breakdown) = (period, part)
          value.value = Measure(.exact, spelling: String(number))
          values.append(value)
        }
        var all = 0
        for agency in 0..<agencies {
          for part in parts {
            let number = dice(100) < percent ? 1 + dice(5) : 6 + dice(900)
            all += number
            add(agency, part, number)
          }
        }
        add(nil, [], all)
      }
    }
    workspace.values.append(contentsOf: values)
    return workspace
  }
}
