extension Workspace {
  /// Adds the records of a workspace that was read from later files of the same folder.
  public mutating func join(_ later: Workspace) {
    if later.settings != WorkspaceSettings() { settings = later.settings }
    documents.append(contentsOf: later.documents.all)
    agencies.append(contentsOf: later.agencies.all)
    people.append(contentsOf: later.people.all)
    partnerships.append(contentsOf: later.partnerships.all)
    relevantAgencies.append(contentsOf: later.relevantAgencies.all)
    groups.append(contentsOf: later.groups.all)
    seats.append(contentsOf: later.seats.all)
    chairTerms.append(contentsOf: later.chairTerms.all)
    meetings.append(contentsOf: later.meetings.all)
    actions.append(contentsOf: later.actions.all)
    clusters.append(contentsOf: later.clusters.all)
    comparatorGroups.append(contentsOf: later.comparatorGroups.all)
    indicators.append(contentsOf: later.indicators.all)
    submissions.append(contentsOf: later.submissions.all)
    reviews.append(contentsOf: later.reviews.all)
    reviewTotals.append(contentsOf: later.reviewTotals.all)
    plans.append(contentsOf: later.plans.all)
    obligations.append(contentsOf: later.obligations.all)
    rules.append(contentsOf: later.rules.all)
    bankHolidays.join(later.bankHolidays)
    if let settings = later.accessSettings { accessSettings = settings }
    faults += later.faults
  }
}
