import Safeguarding
import Testing

@Suite struct ReviewFunnelTests {
  private static func total(
    _ id: String, _ form: ReviewCount, _ period: String, _ count: Int
  ) throws -> ReviewTotal {
    var total = ReviewTotal()
    (total.id, total.partnership, total.type) = (id, "area", form)
    total.period = try date(period)
    total.count = Measure(.exact, spelling: String(count))
    return total
  }

  private static func reviews() throws -> [Review] {
    let dates: [(String, ReviewType, String?, String?, String?)] = [
      ("a", .localReview, "2023-04-01", "2023-04-24", "2023-05-02"),
      ("b", .rapidReview, "2024-03-31", "2024-04-22", nil),
      ("c", .learningReview, nil, nil, "2023-06-01"), ("d", .localReview, "2023", nil, nil),
    ]
    return try dates.map { id, form, notified, sent, decided in
      try SmallArea.review(id) {
        $0.type = form
        $0.notifiedOn = try notified.map { try date($0) }
        $0.rapidReviewSentOn = try sent.map { try date($0) }
        $0.decidedOn = try decided.map { try date($0) }
      }
    }
  }

  /// The figures of each year: "2023-24: 12 7 - 1", with a star where it is a published total.
  private static func lines(_ funnel: ReviewFunnel) -> [String] {
    funnel.years.map { year in
      let figures = year.figures.map { figure in
        figure.map { $0.count.text + ($0.total == nil ? "" : "*") } ?? "-"
      }
      return "\(year.name): " + figures.joined(separator: " ")
    }
  }

  @Test func totalsOnly() throws {
    let totals = try [
      Self.total("t1", .discussion, "2023/24", 12), Self.total("t2", .notification, "2023/24", 7),
      Self.total("t3", .rapidReview, "2022/23", 5), Self.total("t4", .localReview, "2023/24", 1),
    ]
    let funnel = ReviewFunnel(reviews: [], totals: totals)
    #expect(Self.lines(funnel) == ["2023-24: 12* 7* - 1*", "2022-23: - - 5* -"])
    #expect(funnel.years.first?.figures.map { $0?.total } == ["t1", "t2", nil, "t4"])
  }

  @Test func reviewsOnly() throws {
    let funnel = try ReviewFunnel(reviews: Self.reviews(), totals: [])
    // The year of the fourth review is not known, and the third is no local review.
    #expect(Self.lines(funnel) == ["2024-25: - - 1 -", "2023-24: - 2 1 1"])
    #expect(funnel.years.map(\.first.iso) == ["2024-04-01", "2023-04-01"])
  }

  @Test func totalsWinOverReviews() throws {
    let totals = try [
      Self.total("t1", .notification, "2023/24", 7), Self.total("t2", .rapidReview, "2023/24", 0),
    ]
    let funnel = try ReviewFunnel(reviews: Self.reviews(), totals: totals)
    #expect(Self.lines(funnel) == ["2024-25: - - 1 -", "2023-24: - 7* 0* 1"])
  }

  @Test func illustrativeReviewsAreLeftOut() throws {
    let reviews = try Self.reviews().map { review in
      var review = review
      review.illustrative = review.id == "a"
      return review
    }
    let funnel = ReviewFunnel(reviews: reviews, totals: [])
    #expect(Self.lines(funnel) == ["2024-25: - - 1 -", "2023-24: - 1 - -"])
  }

  @Test(arguments: ["2023", "2023-06", "2022-10-01/2023-09-30"])
  func aTotalOfNoReportingYearIsLeftOut(period: String) throws {
    let funnel = try ReviewFunnel(
      reviews: [], totals: [Self.total("t", .rapidReview, period, 3)])
    #expect(funnel.years.isEmpty)
  }

  /// 5 stands in the later report; 3 and 4 in reports of which no date is known; 5 + 2 are those of both.
  @Test func ofTwoTotalsOfOneYearTheLaterReportCounts() throws {
    var reports = RecordTable<SourceDocument>()
    for (id, published) in [("first", "2023-12"), ("second", "2024-11")] {
      let on = try date(published)
      reports.append(made(SourceDocument.self) { ($0.id, $0.published) = (id, on) })
    }
    func total(_ id: String, _ count: Int, _ source: String) throws -> ReviewTotal {
      var total = try Self.total(id, .rapidReview, "2022/23", count)
      total.source = [Citation(source)]
      total.note = "Note of \(id)."
      return total
    }
    let dated = try [total("b", 5, "second"), total("a", 6, "first")]
    for totals in [dated, dated.reversed()] {
      let funnel = ReviewFunnel(reviews: [], totals: totals, reports: reports)
      #expect(Self.lines(funnel) == ["2022-23: - - 5* -"])
      #expect(funnel.years.first?.figures[2]?.note == "Note of b.")
    }
    let undated = try [total("d", 3, "x"), total("c", 4, "y")]
    #expect(
      Self.lines(ReviewFunnel(reviews: [], totals: undated)) == ["2022-23: - - 4 or 3* -"])
    var other = try total("e", 2, "first")
    other.partnership = "vale"
    #expect(
      Self.lines(ReviewFunnel(reviews: [], totals: dated + [other], reports: reports))
        == ["2022-23: - - 7* -"])
  }

  /// A partnership counts in its own years, beside one that counts from April.
  @Test func eachPartnershipCountsInItsOwnYears() throws {
    var partnerships = RecordTable<Partnership>()
    partnerships.append(
      made(Partnership.self) { ($0.id, $0.reportingYearFrom) = ("area", .october) })
    let own = try Self.total("t", .rapidReview, "2022-10-01/2023-09-30", 3)
    var other = try Self.total("u", .rapidReview, "2022/23", 4)
    other.partnership = "vale"
    let funnel = ReviewFunnel(reviews: [], totals: [own, other], in: partnerships)
    #expect(
      Self.lines(funnel) == ["Oct 2022-Sep 2023: - - 3* -", "2022-23: - - 4* -"])
    #expect(!ReviewFunnel.shows(own) && ReviewFunnel.shows(own, in: ReportingYears(firstMonth: 10)))
  }

  @Test func otherReviewsAreNoSteps() throws {
    let funnel = try ReviewFunnel(
      reviews: [], totals: [Self.total("t", .learningReview, "2023/24", 3)])
    #expect(funnel.years.isEmpty)
    #expect(
      ReviewFunnel.steps == [.discussion, .notification, .rapidReview, .localReview])
  }
}
