extension Workspace {
  /// The reviews that were known on a day, each as it stood then.
  ///
  /// A review is known from the first date that it or its source gives; one without any date always is.
  public func reviews(on day: CalendarDate) -> [Review] {
    reviews.all.compactMap { review in
      let published = review.source.compactMap { documents[$0.document]?.published }
      let dates = (review.eventDates + published).compactMap(\.first)
      if let first = dates.min(), day < first { return nil }
      return review.known(on: day)
    }
  }
}

extension Review {
  /// The dates of what has happened to it.
  fileprivate var eventDates: [ImpreciseDate] {
    ReviewEvent.allCases.filter(\.isPast).compactMap { date(of: $0) }
      + milestones.compactMap(\.date) + audits.compactMap(\.doneOn)
  }

  /// The review as it stood on a day, without what happened later; it is shown and never saved.
  package func known(on day: CalendarDate) -> Review {
    func isLater(_ date: ImpreciseDate?) -> Bool { date?.first.map { day < $0 } ?? false }
    guard
      eventDates.contains(where: isLater)
        || learningProducts.contains(where: { isLater($0.published) })
    else { return self }
    var known = self
    var isYounger = false
    for event in ReviewEvent.allCases where event.isPast && isLater(date(of: event)) {
      if known.setDate(of: event, to: nil) { isYounger = true }
    }
    for index in known.milestones.indices where isLater(milestones[index].date) {
      known.milestones[index].date = nil
    }
    for index in known.audits.indices where isLater(audits[index].doneOn) {
      known.audits[index].doneOn = nil
    }
    known.learningProducts.removeAll { isLater($0.published) }
    if isLater(pause?.from) { known.pause = nil }
    if isYounger { known.stage = known.stageByDates(on: day) }
    return known
  }

  /// How far it has come by the dates of what has happened.
  private func stageByDates(on day: CalendarDate) -> ReviewStage {
    if criteriaNotMetOn != nil { return .criteriaNotMet }
    if publishedOn != nil { return .published }
    if pause?.covers(day) == true { return .paused }
    if endorsedOn != nil { return .awaitingPublication }
    if decidedOn != nil { return .underWay }
    if notifiedOn != nil || rapidReviewSentOn != nil { return .rapidReview }
    return .notPrinted
  }
}
