import Dashboard
import Safeguarding
import TerminalUI
import Testing

/// What a person who looks for something finds on the screens of practice, money, people and reviews.
@Suite struct PanesOfPracticeTests {
  /// A section with what has to be on its screen, in a window in which it shows.
  struct Case: Sendable, CustomTestStringConvertible {
    let place: Place
    var size = Size(200, 60)
    let words: [String]

    var testDescription: String { "\(place.pane) \(place.path.first ?? "") \(size.width)" }
  }

  @Test(arguments: practice + executive + reviews)
  func isOnTheScreen(_ example: Case) {
    var dashboard = Fixture.sample.dashboard(at: example.place)
    let screen = dashboard.draw(in: example.size).rows.joined(separator: "\n")
    for word in example.words { #expect(screen.contains(word), "\(word) in\n\(screen)") }
  }

  private static let practice = [
    Case(
      place: Place(PracticePane.id),
      words: [
        "9 of 17 changed something", "1 were told what came of it",
        "What was done", "nothing printed", "2 things changed", "90,000",
        "8,399",
        "1,946", "Being restrained is stressful.",
        "Toilet areas were adapted.",
      ]),
    Case(
      place: Place(PracticePane.id), size: Size(80, 24),
      words: [
        "OFFICIAL-SENSITIVE", "Whose voice", "Came to", "What was done",
      ]),
    Case(
      place: Place(PracticePane.id, ["thresholds"]),
      words: [
        "Level 2 and Level 3 differ", "Continuum of Need (Medway)", "Kent Support Levels Guidance",
        "Statutory Intervention",
      ]),
    Case(
      place: Place(PracticePane.id, ["programmes"]),
      words: [
        "Graded Care Profile 2 (GCP2) and neglect", "AWARE framework of Kent Police",
        "Sharing information on missing children", "Management of allegations", "impact shown",
        "none printed",
      ]),
    Case(
      place: Place(PracticePane.id, ["training"]),
      words: [
        "290", "222", "450+", "7,197", "opinions, no impact shown", "Rated excellent", "98",
        "Level 5", "Review of training on domestic abuse",
      ]),
    Case(
      place: Place(PracticePane.id, ["contacts"]),
      words: ["01634 334466", "not printed", "front door", "designated officer"]),
  ]

  private static let executive = [
    Case(
      place: Place(ExecutivePane.id, ["money"]),
      words: [
        "£211,117", "£29,600 short", "HMYOI Cookham Wood ends", "69.53", "99.9 per cent, not 100",
        "£212,117, as worked out", "+£5,031", "No reserve", "47,300", "In kind",
      ]),
    Case(
      place: Place(ExecutivePane.id, ["agencies"]),
      words: [
        "57 relevant agencies", "82 entries", "without a seat", "no longer listed", "no group",
      ]),
    Case(
      place: Place(ExecutivePane.id, ["people"]),
      words: ["Rory Patterson", "MSCP Independent Scrutineer", "Chief Constable, Kent Police"]),
    Case(
      place: Place(ExecutivePane.id, ["words"]),
      words: ["94 short forms", "Local Child Safeguarding Practice Review"]),
  ]

  private static let reviews = [
    Case(
      place: Place(ReviewsPane.id, ["referrals"]),
      words: ["1 overdue", "Referral U", "criteria not met", "not decided"]),
    Case(
      place: Place(ReviewsPane.id, ["learning"]),
      words: [
        "8 changes to be evaluated", "140 views", "38 views", "25 professionals", "autumn 2024",
        "Learning from reviews and its effect on practice",
      ]),
    Case(
      place: Place(ReviewsPane.id, ["national"]),
      words: [
        "National review of safeguarding in the secure estate", "no answer yet", "answered",
        "Domestic Homicide Review", "Child protection processes",
      ]),
  ]
}
