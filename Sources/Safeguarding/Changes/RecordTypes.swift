/// The types of all kinds of record, so that a value can be read when only its kind is known.
package enum RecordTypes {
  /// The type of a kind of record; nil for a kind that this version does not know.
  package static func type(of kind: RecordKind) -> (any Record.Type)? { byName[kind.name] }

  /// The shape of a kind of record.
  static func shape(of kind: RecordKind) -> RecordShape? {
    func shape<R: Record>(_ type: R.Type) -> RecordShape { RecordShape(type) }
    return type(of: kind).map { shape($0) }
  }

  private static let byName: [String: any Record.Type] = Dictionary(
    all.map { ($0.kind.name, $0) }, uniquingKeysWith: { first, _ in first })

  private static let all: [any Record.Type] = [
    ActionItem.self, ActionTarget.self, Agency.self, AgendaItem.self, Attendance.self,
    ChairTerm.self, Cluster.self, Comparator.self, ComparatorGroup.self, Decision.self,
    Extension.self, PartnershipGroup.self, GroupParent.self, HandoverItem.self, Indicator.self,
    LearningProduct.self, Meeting.self, Milestone.self, Obligation.self, Observation.self,
    Office.self, Owner.self, Paper.self, Partnership.self, Pause.self, Person.self, Plan.self,
    PrintedName.self, Priority.self, ProgressNote.self, RecommendationAudit.self,
    RelevantAgency.self, Review.self, ReviewTotal.self, RotationPattern.self, Rule.self,
    SafeguardingPartner.self, Seat.self, SourceDocument.self, Submission.self, Tenure.self,
    TermsOfReference.self, WorkspaceSettings.self,
  ]
}
