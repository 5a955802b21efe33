extension Workspace {
  /// The record of a kind, by the kind's name and its id.
  public func record(kind: String, id: String) -> (any Entity)? {
    switch kind {
    case SourceDocument.kind.name: documents[id]
    case Agency.kind.name: agencies[id]
    case Person.kind.name: people[id]
    case Partnership.kind.name: partnerships[id]
    case RelevantAgency.kind.name: relevantAgencies[id]
    case PartnershipGroup.kind.name: groups[id]
    case Seat.kind.name: seats[id]
    case ChairTerm.kind.name: chairTerms[id]
    case Meeting.kind.name: meetings[id]
    case ActionItem.kind.name: actions[id]
    case Cluster.kind.name: clusters[id]
    case ComparatorGroup.kind.name: comparatorGroups[id]
    case Indicator.kind.name: indicators[id]
    case Submission.kind.name: submissions[id]
    case Review.kind.name: reviews[id]
    case ReviewTotal.kind.name: reviewTotals[id]
    case Plan.kind.name: plans[id]
    case Obligation.kind.name: obligations[id]
    case Rule.kind.name: rules[id] ?? Rule.builtIn[id]
    default: nil
    }
  }
}
