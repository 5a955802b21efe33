extension WarningRule {
  /// Education is no safeguarding partner in law: Children's Wellbeing and Schools Act 2026, section 2.
  static let educationAsPartner = WarningRule(
    id: "education-as-partner",
    summary: "An education body is recorded as a statutory safeguarding partner."
  ) { workspace, day in
    func isEducation(_ agency: Reference<Agency>?) -> Bool {
      agency.flatMap { workspace.agencies[$0] }?.category == .education
    }
    func warning(
      _ agency: Reference<Agency>?, _ record: RecordID, _ partnerships: [Reference<Partnership>]
    ) -> Warning {
      Warning(
        text:
          "\(agency.flatMap { workspace.agencies[$0]?.label } ?? "Education") is no partner in law",
        detail: "designated or delegated", record: record, partnerships: partnerships)
    }
    let seats = workspace.groups.all.filter { $0.isLive(on: day) }.flatMap { group in
      group.seats.filter { $0.basis == .safeguardingPartner && isEducation($0.agency) }.map {
        warning(
          $0.agency, RecordID(PartnershipGroup.kind, group.id),
          workspace.partnerships(of: Reference(group.id)))
      }
    }
    let partners = workspace.partnerships.all.filter { $0.isLive(on: day) }.flatMap { partnership in
      partnership.partners.filter {
        day.mayLie(from: $0.from, to: $0.to) && isEducation($0.agency)
      }.map {
        warning(
          $0.agency, RecordID(Partnership.kind, partnership.id), [Reference(partnership.id)])
      }
    }
    return partners + seats
  }
}
