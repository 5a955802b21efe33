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

extension Workspace {
  /// The records of a kind, in the order in which they were read.
  package func records(of kind: RecordKind) -> [any Entity] {
    switch kind {
    case SourceDocument.kind: documents.all
    case Agency.kind: agencies.all
    case Person.kind: people.all
    case Partnership.kind: partnerships.all
    case RelevantAgency.kind: relevantAgencies.all
    case PartnershipGroup.kind: groups.all
    case Seat.kind: seats.all
    case ChairTerm.kind: chairTerms.all
    case Meeting.kind: meetings.all
    case ActionItem.kind: actions.all
    case Cluster.kind: clusters.all
    case ComparatorGroup.kind: comparatorGroups.all
    case Indicator.kind: indicators.all
    case Submission.kind: submissions.all
    case Review.kind: reviews.all
    case ReviewTotal.kind: reviewTotals.all
    case Plan.kind: plans.all
    case Obligation.kind: obligations.all
    case Rule.kind: rules.all + Rule.builtIn.all.filter { rules[$0.id] == nil }
    default: []
    }
  }

  /// The file into which a new record of a kind goes that belongs to nothing else; nil for any other.
  package func documentOfNew(_ kind: RecordKind) -> String? {
    switch kind {
    case Agency.kind: "agencies.json"
    case Person.kind: "people.json"
    default: nil
    }
  }
}
