/// On what a seat rests.
///
/// Education is no fourth safeguarding partner: the Children's Wellbeing and Schools Act 2026 lets
/// childcare and education agencies be designated, and partners may delegate to others by agreement.
public enum SeatBasis: String, Choice {
  case safeguardingPartner, designatedAgency, delegatedPartner, relevantAgency
  /// Members of a board by law, and those that it added: Children Act 2004, section 13, until 2018.
  case statutoryMember, additionalMember
  /// The four who have to be in a multi-agency child protection team: Children Act 2004, section 16EA.
  case educationNominee, socialWorkNominee, healthNominee, policeNominee

  /// The sort in words.
  public var title: String {
    switch self {
    case .safeguardingPartner: "statutory safeguarding partner"
    case .designatedAgency: "designated childcare or education agency"
    case .delegatedPartner: "delegated safeguarding partner by local agreement"
    case .relevantAgency: "relevant agency"
    case .statutoryMember: "statutory member of a board"
    case .additionalMember: "additional member of a board"
    case .educationNominee: "person with experience of education, nominated by the council"
    case .socialWorkNominee: "social worker, nominated by the council"
    case .healthNominee: "registered health professional, nominated by the integrated care board"
    case .policeNominee: "constable or police employee, nominated by the chief officer of police"
    }
  }

  /// Where it stands in a form.
  public var group: ChoiceGroup? { nominator == nil ? SeatBasis.ofArrangements : SeatBasis.ofTeams }

  private static let ofArrangements = ChoiceGroup("In the arrangements", rank: 0)
  private static let ofTeams = ChoiceGroup("In a child protection team", rank: 1)

  /// Those without whom a multi-agency child protection team is not complete.
  public static let nominees = allCases.filter { $0.nominator != nil }

  /// Who nominates whoever takes such a seat in a child protection team; nil for other seats.
  public var nominator: String? {
    switch self {
    case .safeguardingPartner, .designatedAgency, .delegatedPartner, .relevantAgency,
      .statutoryMember, .additionalMember:
      nil
    case .educationNominee, .socialWorkNominee: "Local authority"
    case .healthNominee: "Integrated care board"
    case .policeNominee: "Chief officer of police"
    }
  }
}
