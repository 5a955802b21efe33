import Safeguarding
import Testing

/// How the scores of an evaluation went over the years, in a few words.
@Suite struct EvaluationTests {
  private func score(_ domain: String, _ value: String, on: String? = nil, of: String? = nil)
    -> EvaluationScore
  {
    var score = EvaluationScore()
    score.domain = domain
    score.score = Measure(.exact, spelling: value)
    score.of = of.flatMap { Measure(.exact, spelling: $0) }
    score.on = on.flatMap { ImpreciseDate($0) }
    return score
  }

  private func words(_ scores: [EvaluationScore]) -> String {
    var evaluation = Evaluation()
    evaluation.scores = scores
    return evaluation.scoreWords
  }

  @Test func withoutAScoreItSaysSo() {
    #expect(words([]) == "none printed")
  }

  /// The order is that of the days, whatever the order in the file.
  @Test func ofOneDomainTheFirstAndTheLastAreTold() {
    #expect(words([score("Use", "3", of: "4")]) == "3 of 4")
    #expect(
      words([
        score("Use", "75", on: "2024-04", of: "100"), score("Use", "49", on: "2022", of: "100"),
        score("Use", "60", on: "2023", of: "100"),
      ]) == "49 to 75 of 100")
  }

  @Test func ofSeveralDomainsItIsCountedWhichWayTheyWent() {
    let earlier = [("Voice", "2"), ("Challenge", "3"), ("Learning", "2")]
    let later = [("Voice", "3"), ("Challenge", "2"), ("Learning", "2"), ("Leadership", "3")]
    let scores =
      later.map { score($0.0, $0.1, on: "2024") } + earlier.map { score($0.0, $0.1, on: "2022") }
    #expect(words(scores) == "4 domains, 1 up, 1 down, 1 as before")
    #expect(words(Array(scores.prefix(4))) == "4 domains")
  }
}
