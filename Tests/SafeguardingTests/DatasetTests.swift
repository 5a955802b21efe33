import Safeguarding
import Statistics
import Testing

/// A dataset of one indicator whose values come quarter by quarter.
private struct SmallDataset {
  var workspace = Workspace()
  var indicator = Indicator()

  init(_ fill: (inout Indicator) -> Void = { _ in }) {
    indicator.id = "plans"
    fill(&indicator)
    workspace.indicators.append(indicator)
  }

  /// Adds the values of months one after the other, from April 2021 on.
  mutating func add(_ numbers: [Double?]) throws {
    for (index, number) in numbers.enumerated() {
      let (year, month) = (2021 + (index + 3) / 12, (index + 3) % 12 + 1)
      let period = try date("\(year)-\(month < 10 ? "0" : "")\(month)")
      workspace.values.append(
        made(Observation.self) {
          ($0.id, $0.indicator, $0.period) = ("v\(index)", "plans", period)
          $0.value =
            number.flatMap { Measure(.exact, spelling: "\($0)") }
            ?? Measure(.suppressed, words: "")
        })
    }
  }

  var reading: IndicatorReading { workspace.reading(of: indicator) }
}

@Suite struct AggregationTests {
  @Test(arguments: [
    (Aggregation.sum, [1, 2, 3, 4], 10.0 as Double?), (.sum, [1, nil, 3, 4], nil),
    (.mean, [1, 2, 3, 4], 2.5), (.last, [1, 2, 3, 4], 4), (.last, [nil, nil, 3, 4], 4),
    (.last, [1, 2, 3, nil], nil), (.none, [1, 2, 3, 4], nil), (.sum, [], nil),
  ])
  func theYearOfItsQuarters(way: Aggregation, quarters: [Double?], year: Double?) {
    #expect(way.year(of: quarters) == year)
  }

  @Test func aShareIsWorkedOutAgainFromWhatWasCounted() {
    // 25 %, 50 %, 20 % and 40 % of 4, 6, 10 and 20: 14 of 40, and not their average of 33.75 %.
    let counts: [(numerator: Double, denominator: Double)?] = [(1, 4), (3, 6), (2, 10), (8, 20)]
    #expect(Aggregation.ratio.year(of: [25, 50, 20, 40], counts: counts) == 35)
    #expect(
      Aggregation.ratio.year(of: [25, 50], counts: [(1, 4), nil]) == nil)
    #expect(Aggregation.ratio.year(of: [0], counts: [(0, 0)]) == nil)
  }
}

@Suite struct PartsOfTheWholeTests {
  @Test func aPartIsNoValueOfTheWhole() throws {
    var data = SmallDataset()
    try data.add([10, 12])
    let may = try date("2021-05")
    data.workspace.values.append(
      made(Observation.self) {
        ($0.id, $0.indicator) = ("boys", "plans")
        $0.period = may
        $0.value = Measure(.exact, spelling: "7")
        $0.breakdown = [Breakdown(by: "sex", "boys")]
      })
    #expect(data.reading.latest?.value?.text == "12.0")
    #expect(data.reading.disputed.isEmpty)
    #expect(data.workspace.parts(of: data.indicator).map(\.id) == ["boys"])
    #expect(data.workspace.values["boys"]?.label == "May 2021, boys: 7")
  }
}

@Suite struct IndicatorHistoryTests {
  @Test func belowEightValuesNothingIsSaid() throws {
    var data = SmallDataset { $0.polarity = .lowerIsBetter }
    try data.add([10, 12, 11, 10, 12, 11, 40])
    let history = IndicatorHistory(data.reading)
    #expect(history.chart.segments.last?.limits == nil)
    #expect(history.latestRule == nil)
    #expect(history.standing == "7 values: from 8 on a run chart says more.")
  }

  @Test func fromEightToElevenLimitsAreOnTrial() throws {
    var data = SmallDataset { $0.polarity = .lowerIsBetter }
    try data.add([10, 12, 11, 10, 12, 11, 10, 11, 40])
    let history = IndicatorHistory(data.reading)
    #expect(history.standing == "9 values: the limits are on trial until there are 12.")
    #expect(history.latestRule?.name == "outside the limits")
    #expect(history.chart.variation?.rawValue == "concern, high")
  }

  @Test func aHiddenValueBreaksTheLine() throws {
    var data = SmallDataset()
    try data.add([10, 12, 11, nil, 12, 11, 10, 11, 12, 10, 11, 12, 11])
    let history = IndicatorHistory(data.reading)
    #expect(history.chart.hiddenCount == 1)
    // Nothing is worked out from it: eleven of the twelve moves are left but for the two beside it.
    #expect(history.chart.segments[0].count == 12)
  }

  @Test func limitsBeginAnewOnlyWhereSomebodyDecidedSo() throws {
    let april = try date("2022-04-01")
    var data = SmallDataset {
      $0.rebases = [
        made(Safeguarding.Rebase.self) {
          $0.from = april
          $0.because = "New front door"
        }
      ]
    }
    try data.add(Array(repeating: 10, count: 12) + Array(repeating: 20, count: 12))
    let history = IndicatorHistory(data.reading)
    #expect(history.chart.segments.map(\.range) == [0..<12, 12..<24])
    #expect(history.chart.segments.last?.rebase?.reason == "New front door")
  }

  @Test func aMonthThatIsNotThereIsAGap() throws {
    var data = SmallDataset()
    try data.add([10, 12, 11])
    let september = try date("2021-09")
    data.workspace.values.append(
      made(Observation.self) {
        ($0.id, $0.indicator) = ("later", "plans")
        $0.period = september
        $0.value = Measure(.exact, spelling: "13")
      })
    let history = IndicatorHistory(data.reading)
    #expect(history.points.map { $0.value == nil } == [false, false, false, true, true, false])
  }
}

@Suite struct RatingTests {
  @Test(arguments: [
    (Safeguarding.Polarity.lowerIsBetter, 30.0, "misses its target"),
    (.lowerIsBetter, 21, "near its target"),
    (.lowerIsBetter, 20, "meets its target"), (.higherIsBetter, 30, "meets its target"),
    (.higherIsBetter, 18, "near its target"), (.higherIsBetter, 17, "misses its target"),
    (.neither, 30, "none"), (.unclear, 30, "none"),
  ])
  func aValueIsRatedByItsTargetAndTheTolerance(
    polarity: Safeguarding.Polarity, value: Double, words: String
  ) throws {
    var data = SmallDataset {
      $0.polarity = polarity
      $0.targets = [
        made(IndicatorTarget.self) {
          $0.value = Measure(.exact, spelling: "20")
          $0.tolerance = Measure(.exact, spelling: "2")
        }
      ]
    }
    try data.add([value])
    #expect((data.reading.rating?.standing.title ?? "none") == words)
  }

  @Test func theTargetOfThePeriodComesFirst() throws {
    let year = try date("2021/22")
    var data = SmallDataset {
      $0.polarity = .lowerIsBetter
      $0.targets = [
        made(IndicatorTarget.self) { $0.value = Measure(.exact, spelling: "50") },
        made(IndicatorTarget.self) {
          $0.period = year
          $0.value = Measure(.exact, spelling: "10")
        },
      ]
    }
    try data.add([20])
    #expect(data.reading.rating?.because == "target 10")
  }
}

@Suite struct EarlyWarningTests {
  private func tripped(
    _ when: EarlyWarning.Trip, level: String? = nil, periods: Int? = nil, _ numbers: [Double?]
  ) throws -> [TrippedWarning] {
    var data = SmallDataset {
      $0.polarity = .lowerIsBetter
      $0.earlyWarnings = [
        made(EarlyWarning.self) {
          ($0.when, $0.periods) = (when, periods)
          $0.level = level.flatMap { Measure(.exact, spelling: $0) }
        }
      ]
    }
    try data.add(numbers)
    return data.workspace.trippedWarnings(on: try day("2024-03-31"))
  }

  @Test func aboveItsLevelSinceTheFirstOfTheRun() throws {
    let found = try tripped(.above, level: "15", [10, 16, 14, 17, 18])
    #expect(found.map(\.because) == ["18.0 lies above 15"])
    #expect(found.first?.since?.short == "Jul 2021")
    #expect(try tripped(.above, level: "15", [16, 15]).isEmpty)
    #expect(try tripped(.above, level: "15", periods: 3, [10, 17, 18]).isEmpty)
  }

  @Test func worseningTwiceInARow() throws {
    #expect(
      try tripped(.worsening, [10, 11, 12]).map(\.because) == ["worse 2 times one after the other"])
    #expect(try tripped(.worsening, [10, 12, 11]).isEmpty)
    #expect(try tripped(.worsening, [12, 10, 11]).isEmpty)
    #expect(try tripped(.worsening, periods: 1, [12, 10, 11]).count == 1)
  }

  @Test func byARuleOfItsChart() throws {
    let calm: [Double?] = [10, 12, 11, 10, 12, 11, 10, 11, 12]
    #expect(try tripped(.unusual, calm).isEmpty)
    #expect(try tripped(.unusual, calm + [40]).map(\.because) == ["outside the limits"])
  }

  @Test func whoAskedSinceThenHasSeenIt() throws {
    var data = SmallDataset {
      $0.polarity = .lowerIsBetter
      $0.earlyWarnings = [made(EarlyWarning.self) { $0.level = Measure(.exact, spelling: "15") }]
    }
    try data.add([10, 16, 17])
    func isSeen(askedOn iso: String) throws -> Bool? {
      var workspace = data.workspace
      let asked = try date(iso)
      workspace.challenges.append(
        made(Challenge.self) {
          ($0.id, $0.indicator, $0.question) = ("why", "plans", "Why so many?")
          $0.raisedOn = asked
        })
      return workspace.trippedWarnings(on: try day("2024-03-31")).first?.isAcknowledged
    }
    #expect(try isSeen(askedOn: "2021-04-10") == false)
    #expect(try isSeen(askedOn: "2021-06-10") == true)
    // On the day before it was asked nobody had asked.
    #expect(try isSeen(askedOn: "2024-03-31") == true)
    #expect(try isSeen(askedOn: "2024-04-01") == false)
  }
}

@Suite struct ChallengeTests {
  /// Before the answer nothing had come of a question; an answer without a day is one, on a day not recorded.
  @Test(
    arguments: [
      ("2024-05-10", "2024-05-05", "no answer yet", Deadline.Status.overdue),
      ("2024-05-10", "2024-05-10", "answered", .doneLate),
      ("2024-04-20", "2024-05-05", "answered", .doneOnTime),
      (nil, "2024-05-05", "answered", .done),
    ] as [(String?, String, String, Deadline.Status)])
  func anAnswer(on answered: String?, asAt iso: String, stage: String, status: Deadline.Status)
    throws
  {
    var challenge = made(Challenge.self) { ($0.id, $0.question, $0.answer) = ("q", "Why?", "So.") }
    (challenge.raisedOn, challenge.due) = (try date("2024-04-01"), try date("2024-05-01"))
    challenge.answeredOn = try answered.map { try date($0) }
    #expect(challenge.known(on: try day(iso)).stage == stage)
    var workspace = Workspace()
    workspace.challenges.append(challenge)
    let owed = workspace.deadlines(on: try day(iso)).first { $0.record.kind == Challenge.kind }
    #expect(owed?.status == status)
  }
}

@Suite struct SubmissionBoardTests {
  private func board(
    _ submissions: [(agency: String, due: String?, came: String?, status: SubmissionStatus)],
    on iso: String = "2024-05-20"
  ) throws -> SubmissionBoard {
    var workspace = Workspace()
    workspace.bankHolidays = try WorkingDaysSample.list()
    let march = try date("2024-03")
    for (index, one) in submissions.enumerated() {
      let (due, came) = (try one.due.map { try date($0) }, try one.came.map { try date($0) })
      workspace.submissions.append(
        made(Submission.self) {
          ($0.id, $0.agency, $0.what) = ("s\(index)", Reference(one.agency), "Figures \(index)")
          $0.period = march
          $0.due = due
          $0.receivedOn = came
          $0.status = one.status
        })
    }
    return SubmissionBoard(workspace, in: .all, on: try day(iso))
  }

  @Test(
    arguments: [
      ("2024-05-03", "2024-05-02", SubmissionStatus.received, "sent"),
      // The early May bank holiday is no working day.
      ("2024-05-03", "2024-05-07", .received, "sent 1 working day late"),
      ("2024-05-03", nil, .received, "sent"),
      ("2024-05-03", nil, .notReceived, "10 working days late"),
      ("2024-05-24", nil, .notReceived, "due 24 May 2024"),
      (nil, nil, .notReceived, "missing"), (nil, nil, .notApplicable, "not owed"),
    ] as [(String?, String?, SubmissionStatus, String)])
  func howAReturnStands(due: String?, came: String?, status: SubmissionStatus, words: String) throws
  {
    let board = try board([("police", due, came, status)])
    #expect(board.rows.first?.cells.first??.standing.words == words)
  }

  @Test func whoIsLateComesFirstAndTheWorstReturnCounts() throws {
    let board = try board([
      ("council", "2024-05-03", "2024-05-01", .received),
      ("police", "2024-05-24", nil, .notReceived), ("health", "2024-05-03", nil, .notReceived),
      ("health", "2024-05-03", "2024-05-01", .received),
    ])
    #expect(board.rows.map(\.agency.id) == ["health", "council", "police"])
    #expect(board.rows[0].next?.standing.words == "10 working days late")
    #expect(board.rows[0].cells[0]?.submissions.count == 2)
    #expect(board.rows[1].next == nil)
    #expect(board.rows[2].next?.standing.words == "due 24 May 2024")
  }

  /// On a day before it came it had not come, and the account of that day says so everywhere.
  @Test(
    arguments: [
      ("2024-05-03", "2024-05-07", "2024-05-06", "1 working day late"),
      ("2024-05-03", "2024-05-07", "2024-05-07", "sent 1 working day late"),
      ("2024-05-03", "2024-05-02", "2024-05-01", "due 3 May 2024"),
      // Without a day on which it came, not before its period was over.
      ("2024-05-03", nil, "2024-03-30", "due 3 May 2024"),
      ("2024-05-03", nil, "2024-03-31", "sent"),
    ] as [(String, String?, String, String)])
  func whatCameLaterHadNotCome(due: String, came: String?, on iso: String, words: String) throws {
    let board = try board([("police", due, came, .received)], on: iso)
    #expect(board.rows[0].cells[0]?.standing.words == words)
    var workspace = Workspace()
    workspace.submissions.append(try #require(board.rows[0].cells[0]?.submissions.first))
    let owed = workspace.deadlines(on: try day(iso)).first { $0.record.kind == Submission.kind }
    #expect(owed.map { $0.status.isDone } == words.hasPrefix("sent"))
  }

  @Test func moreTimeThatWasAgreedLaterDoesNotCountYet() throws {
    var submission = made(Submission.self) { ($0.id, $0.agency) = ("s", "police") }
    (submission.period, submission.due) = (try date("2024-03"), try date("2024-05-03"))
    let (to, agreed) = (try date("2024-06-03"), try date("2024-05-20"))
    submission.extensions = [made(Extension.self) { ($0.to, $0.agreedOn) = (to, agreed) }]
    func words(_ iso: String) throws -> String {
      var workspace = Workspace()
      workspace.bankHolidays = try WorkingDaysSample.list()
      return SubmissionBoard.standing(of: submission, on: try day(iso), in: workspace).words
    }
    // 7, 8, 9 and 10 May; the 6th is a bank holiday.
    #expect(try words("2024-05-10") == "4 working days late")
    #expect(try words("2024-05-20") == "due 3 Jun 2024")
    submission.pause = made(Pause.self) { $0.from = agreed }
    #expect(try words("2024-05-21") == "paused")
  }

  @Test(arguments: [("2024-05-06", "sent"), ("2024-05-08", "sent 1 working day late")])
  func moreTimeThatWasAgreedAfterItCameChangesNothing(agreed: String, words: String) throws {
    var submission = made(Submission.self) { ($0.id, $0.agency) = ("s", "police") }
    (submission.period, submission.due) = (try date("2024-03"), try date("2024-05-03"))
    (submission.status, submission.receivedOn) = (.received, try date("2024-05-07"))
    let later = (try date("2024-06-03"), try date(agreed))
    submission.extensions = [made(Extension.self) { ($0.to, $0.agreedOn) = later }]
    var workspace = Workspace()
    workspace.bankHolidays = try WorkingDaysSample.list()
    let standing = SubmissionBoard.standing(
      of: submission, on: try day("2024-05-20"), in: workspace)
    #expect(standing.words == words)
  }

  @Test func whatIsNotOverIsNotMissing() throws {
    let board = try board([("police", nil, nil, .notReceived)], on: "2024-03-20")
    #expect(board.rows[0].cells[0]?.standing.words == "not due yet")
  }
}
