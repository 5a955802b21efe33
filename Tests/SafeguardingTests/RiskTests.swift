import Safeguarding
import Testing

/// What a risk says of itself: its score, how it moved, and when it is looked at.
@Suite struct RiskTests {
  private func score(_ stage: RiskScore.Stage, _ likelihood: Int?, _ impact: Int?) -> RiskScore {
    var score = RiskScore()
    (score.stage, score.likelihood, score.impact) = (stage, likelihood, impact)
    return score
  }

  @Test(
    arguments: [
      (3, 4, 12, "12 of 25 (3 x 4)"), (5, 5, 25, "25 of 25 (5 x 5)"),
      (0, 4, nil, "not from 1 to 5"),
      (6, 1, nil, "not from 1 to 5"), (nil, 4, nil, "not from 1 to 5"),
    ] as [(Int?, Int?, Int?, String)])
  func aJudgementIsOneOfTwentyFive(
    likelihood: Int?, impact: Int?, product: Int?, words: String
  ) {
    let score = score(.afterControls, likelihood, impact)
    #expect(score.product == product)
    #expect(score.words == words)
  }

  /// What counts is how it stands with what is done about it; it moves beside judgements of its own stage.
  @Test func theLatestJudgementWithControlsCounts() throws {
    var risk = Risk()
    let context = try RecordContext(Workspace(), day: #require(CalendarDate(iso: "2024-03-31")))
    #expect(risk.score(context) == nil && risk.movement(context) == nil)
    risk.scores = [score(.beforeControls, 5, 4)]
    #expect(risk.score(context)?.product == 20 && risk.movement(context) == nil)
    risk.scores += [score(.afterControls, 3, 4), score(.target, 1, 4)]
    #expect(risk.score(context)?.product == 12 && risk.movement(context) == nil)
    risk.scores += [score(.afterControls, 4, 4)]
    #expect(risk.score(context)?.product == 16 && risk.movement(context) == 4)
    // What is judged later is not known on the day on which one stands.
    var later = score(.afterControls, 5, 5)
    later.on = try date("2024-04-20")
    risk.scores += [later]
    #expect(risk.score(context)?.product == 16 && risk.movement(context) == 4)
  }

  @Test func itIsLookedAtByItsDay() throws {
    var workspace = Workspace()
    var risk = Risk()
    (risk.id, risk.partnership, risk.title) = ("money", "area", "Money is short")
    risk.nextReview = try date("2024-03-01")
    workspace.risks.append(risk)
    let day = try #require(CalendarDate(iso: "2024-03-04"))
    func status(_ workspace: Workspace) -> Deadline.Status? {
      workspace.deadlines(on: day).first { $0.record == risk.link }?.status
    }
    #expect(status(workspace) == .overdue)
    let ticked = try #require(Risk.tick).done(risk, day)
    #expect(ticked.reviewedOn == ImpreciseDate(day))
    workspace.risks = RecordTable()
    workspace.risks.append(ticked)
    #expect(status(workspace)?.isOpen == false)
    // Looked at before the day it had to be: the next one is still owed.
    risk.reviewedOn = try date("2024-01-10")
    workspace.risks = RecordTable()
    workspace.risks.append(risk)
    #expect(status(workspace) == .overdue)
  }
}
