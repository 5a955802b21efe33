/// Everything a data folder holds, as values.
public struct Workspace: Sendable {
  /// Title, partnerships in order, and how the workspace counts.
  public var settings = WorkspaceSettings()
  /// Published documents.
  public var documents = RecordTable<SourceDocument>()
  /// Organisations.
  public var agencies = RecordTable<Agency>()
  /// Office holders.
  public var people = RecordTable<Person>()
  /// Partnerships and their predecessors.
  public var partnerships = RecordTable<Partnership>()
  /// Relevant agencies by published list.
  public var relevantAgencies = RecordTable<RelevantAgency>()
  /// Executives, subgroups, forums.
  public var groups = RecordTable<PartnershipGroup>()
  /// The seats of all groups.
  public var seats = RecordTable<Seat>()
  /// Terms in rotating chairs.
  public var chairTerms = RecordTable<ChairTerm>()
  /// Meetings of all groups.
  public var meetings = RecordTable<Meeting>()
  /// Actions, recommendations, practice changes and next steps.
  public var actions = RecordTable<ActionItem>()
  /// Sets of indicators.
  public var clusters = RecordTable<Cluster>()
  /// Groups of areas to compare with.
  public var comparatorGroups = RecordTable<ComparatorGroup>()
  /// Indicators with their values.
  public var indicators = RecordTable<Indicator>()
  /// Data owed to the dataset.
  public var submissions = RecordTable<Submission>()
  /// Reviews.
  public var reviews = RecordTable<Review>()
  /// Numbers of reviews by period.
  public var reviewTotals = RecordTable<ReviewTotal>()
  /// Plans with their priorities.
  public var plans = RecordTable<Plan>()
  /// What is owed by a date and held by no other record.
  public var obligations = RecordTable<Obligation>()
  /// What the law, guidance and agreements ask for by a date.
  public var rules = RecordTable<Rule>()
  /// Days that are not working days.
  public var bankHolidays = BankHolidays()
  /// Everything wrong in the folder.
  public var faults: [Fault] = []
  /// Who may what beyond the system's own answer; nil where nobody has said.
  public var accessSettings: AccessSettings?
  /// What the person who reads it may read and change.
  public var access = Access()

  /// An empty workspace.
  public init() {}

  /// What people call a record of any kind.
  public var names: Names {
    Names { [self] kind, id in name(kind, id) ?? closedName(kind, id) }
  }

  /// The id of a record that was not read, with a mark, where it could lie in what is closed.
  private func closedName(_ kind: RecordKind, _ id: String) -> String? {
    if access.closedSentence(of: kind, id: id) != nil { return "\(id) (closed to you)" }
    return access.mayHide(kind) ? "\(id) (unknown, or closed to you)" : nil
  }

  private func name(_ kind: RecordKind, _ id: String) -> String? {
    switch kind {
    case SourceDocument.kind: documents[id]?.label
    case Agency.kind: agencies[id]?.name
    case Person.kind: people[id]?.label
    case Partnership.kind: partnerships[id]?.label
    case PartnershipGroup.kind: groups[id]?.name
    case Seat.kind: seats[id]?.label
    case ChairTerm.kind: chairTerms[id]?.label
    case Meeting.kind: meetings[id]?.label
    case ActionItem.kind: actions[id]?.label
    case Cluster.kind: clusters[id]?.label
    case ComparatorGroup.kind: comparatorGroups[id]?.label
    case Indicator.kind: indicators[id]?.label
    case Review.kind: reviews[id]?.label
    case Plan.kind: plans[id]?.label
    case Obligation.kind: obligations[id]?.label
    case Submission.kind: submissions[id]?.label
    case Rule.kind: (rules[id] ?? Rule.builtIn[id])?.label
    default: nil
    }
  }

  /// The partnerships in the order of the settings; one that the settings forget comes last.
  public var orderedPartnerships: [Partnership] {
    let named = settings.partnerships.compactMap { partnerships[$0] }
    let ids = Set(named.map(\.id))
    return named + partnerships.all.filter { !ids.contains($0.id) }
  }

  /// The faults of one record.
  public func faults(of kind: RecordKind, id: String) -> [Fault] {
    faults.filter { $0.recordKind == kind && $0.recordID == id }
  }
}
