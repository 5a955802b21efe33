import Letters

/// Indicators that most partnerships measure, ready to be picked: what exactly is counted, out of what, and
/// which way is better.
///
/// The words are our own. What they measure follows the national collections: children in need and children
/// looked after, the headline measures of the national framework for children's social care, the workforce.
public enum IndicatorLibrary {
  /// One definition.
  public struct Entry: Hashable, Sendable {
    /// Where in the library it stands.
    public let group: String
    /// The indicator as it begins: without a partnership, a cluster and an id.
    public let indicator: Indicator
    /// The same as it is written, without an id.
    package let stored: [StoredValue.Member]
    /// Its names as they are compared.
    package let names: [String]
  }

  /// All definitions, group by group.
  public static let entries: [Entry] =
    childProtection + childrenInNeed + lookedAfter + framework

  private static func entry(
    _ group: String, _ title: String, _ short: String, _ unit: String, _ polarity: Polarity,
    _ definition: String, of numerator: String = "", among denominator: String = "",
    base: Int? = nil, year: Aggregation? = nil, decimals: Int? = nil, question: String = ""
  ) -> Entry {
    var indicator = Indicator()
    (indicator.title, indicator.shortTitle, indicator.unit) = (title, short, unit)
    (indicator.polarity, indicator.definition) = (polarity, definition)
    (indicator.numerator, indicator.denominator) = (numerator, denominator)
    (indicator.rateBase, indicator.aggregation) = (base, year)
    (indicator.decimals, indicator.question) = (decimals, question)
    return Entry(
      group: group, indicator: indicator,
      stored: (indicator.stored?.members ?? []).filter { $0.key != "id" },
      names: [title.folded, short.folded])
  }

  private static let population = "children aged 0 to 17 in the area, mid-year estimate"

  private static let childProtection: [Entry] = {
    let group = "Child protection"
    return [
      entry(
        group, "Section 47 enquiries started per 10,000 children", "Section 47 enquiries",
        "per 10,000",
        .neither, "Enquiries under section 47 that began in the period, for every 10,000 children.",
        of: "section 47 enquiries started", among: population, base: 10_000, year: .sum, decimals: 1
      ),
      entry(
        group, "Initial child protection conferences per 10,000 children", "Initial conferences",
        "per 10,000", .neither,
        "Children who were the subject of an initial child protection conference, for every 10,000 children.",
        of: "children at an initial conference", among: population, base: 10_000, year: .sum,
        decimals: 1),
      entry(
        group, "Initial conferences held within 15 working days", "Conferences in time", "%",
        .higherIsBetter,
        "Share of initial conferences held within 15 working days of the strategy discussion or the start of the enquiry.",
        of: "conferences within 15 working days", among: "all initial conferences", year: .ratio,
        decimals: 1, question: "What keeps the others waiting?"),
      entry(
        group, "Children with a child protection plan per 10,000 children",
        "Child protection plans",
        "per 10,000", .neither,
        "Children with a plan on the last day of the period, for every 10,000 children.",
        of: "children with a plan on the day", among: population, base: 10_000, year: .last,
        decimals: 1),
      entry(
        group, "Plans that began a second or further time", "Repeat plans", "%", .lowerIsBetter,
        "Share of the plans begun in the period for children who had one before, at any time.",
        of: "plans begun for children who had one before", among: "all plans begun", year: .ratio,
        decimals: 1, question: "Did the first plan end too early, or did something new happen?"),
      entry(
        group, "Plans open for two years or more", "Plans of two years", "%", .lowerIsBetter,
        "Share of the plans open on the last day of the period that had lasted two years or longer.",
        of: "plans open for two years or more", among: "plans open on the day", year: .last,
        decimals: 1,
        question: "Are these children drifting?"),
      entry(
        group, "Plans reviewed within the required times", "Reviews in time", "%", .higherIsBetter,
        "Share of the plans open three months or longer whose reviews were all held in time.",
        of: "plans with every review in time", among: "plans open three months or longer",
        year: .last,
        decimals: 1),
      entry(
        group, "Partners who took part in conferences", "Attendance at conferences", "%",
        .higherIsBetter,
        "Share of the invitations to conferences on which the agency came or sent a report; broken down by agency.",
        of: "invitations answered by coming or by a report", among: "invitations", year: .ratio,
        decimals: 0),
    ]
  }()

  private static let childrenInNeed: [Entry] = {
    let group = "Children in need"
    return [
      entry(
        group, "Contacts with the front door", "Contacts", "contacts", .neither,
        "Contacts that the front door recorded in the period; broken down by source.", year: .sum,
        decimals: 0),
      entry(
        group, "Referrals to children's social care per 10,000 children", "Referrals", "per 10,000",
        .neither, "Referrals received in the period, for every 10,000 children.", of: "referrals",
        among: population, base: 10_000, year: .sum, decimals: 1),
      entry(
        group, "Referrals within 12 months of another", "Re-referrals", "%", .lowerIsBetter,
        "Share of the referrals that came within 12 months of an earlier one for the same child.",
        of: "referrals within 12 months of another", among: "all referrals", year: .ratio,
        decimals: 1,
        question: "What was not resolved the first time?"),
      entry(
        group, "Referrals that led to no further action", "No further action", "%", .neither,
        "Share of the referrals that were closed without an assessment.",
        of: "referrals without an assessment",
        among: "all referrals", year: .ratio, decimals: 1,
        question: "Do partners and the front door read the threshold alike?"),
      entry(
        group, "Assessments completed within 45 working days", "Assessments in time", "%",
        .higherIsBetter,
        "Share of the assessments completed in the period that took 45 working days or fewer.",
        of: "assessments within 45 working days", among: "all assessments completed", year: .ratio,
        decimals: 1),
      entry(
        group, "Children in need per 10,000 children", "Children in need", "per 10,000", .neither,
        "Children in need on the last day of the period, for every 10,000 children.",
        of: "children in need on the day", among: population, base: 10_000, year: .last, decimals: 1
      ),
      entry(
        group, "Assessments with domestic abuse as a factor", "Domestic abuse as a factor", "%",
        .neither,
        "Share of the assessments completed in the period that name domestic abuse.",
        of: "assessments that name domestic abuse", among: "assessments with factors", year: .ratio,
        decimals: 1),
      entry(
        group, "Missing episodes with a return conversation within 72 hours",
        "Return conversations", "%",
        .higherIsBetter,
        "Share of the episodes that ended in the period after which the child was offered a conversation within 72 hours.",
        of: "episodes with a conversation within 72 hours", among: "episodes that ended",
        year: .ratio,
        decimals: 0),
    ]
  }()

  private static let lookedAfter: [Entry] = {
    let group = "Children looked after"
    return [
      entry(
        group, "Children looked after per 10,000 children", "Children looked after", "per 10,000",
        .neither, "Children looked after on the last day of the period, for every 10,000 children.",
        of: "children looked after on the day", among: population, base: 10_000, year: .last,
        decimals: 0),
      entry(
        group, "Children with three or more placements in the year", "Three placements", "%",
        .lowerIsBetter,
        "Share of the children looked after on the day who had three or more placements in twelve months.",
        of: "children with three or more placements", among: "children looked after on the day",
        year: .last,
        decimals: 0),
      entry(
        group, "Children placed more than 20 miles from home", "More than 20 miles", "%",
        .lowerIsBetter,
        "Share of the children looked after on the day who live more than 20 miles from where they lived before.",
        of: "children more than 20 miles away", among: "children looked after on the day",
        year: .last,
        decimals: 0, question: "Who sees them, and how often?"),
      entry(
        group, "Children with an up-to-date health assessment", "Health assessments", "%",
        .higherIsBetter,
        "Share of the children looked after for twelve months whose health assessment is up to date.",
        of: "children with an up-to-date assessment",
        among: "children looked after for twelve months",
        year: .last, decimals: 0),
      entry(
        group, "Children looked after who went missing", "Went missing", "%", .lowerIsBetter,
        "Share of the children looked after during the period who went missing at least once.",
        of: "children who went missing", among: "children looked after during the period",
        year: .ratio,
        decimals: 0),
      entry(
        group, "Care leavers in education, employment or training",
        "Care leavers in work or learning", "%",
        .higherIsBetter,
        "Share of the care leavers aged 19 to 21 who are in education, employment or training.",
        of: "care leavers in education, employment or training",
        among: "care leavers aged 19 to 21",
        year: .last, decimals: 0),
      entry(
        group, "Care leavers in suitable accommodation", "Suitable accommodation", "%",
        .higherIsBetter,
        "Share of the care leavers aged 19 to 21 who live in accommodation thought suitable.",
        of: "care leavers in suitable accommodation", among: "care leavers aged 19 to 21",
        year: .last,
        decimals: 0),
    ]
  }()

  private static let framework: [Entry] = {
    let group = "National framework and system"
    return [
      entry(
        group, "Hospital admissions for injuries, aged 0 to 14", "Admissions for injuries",
        "per 10,000",
        .lowerIsBetter,
        "Admissions caused by unintentional and deliberate injuries, for every 10,000 children of that age.",
        of: "admissions", among: "children aged 0 to 14", base: 10_000, year: .sum, decimals: 1),
      entry(
        group, "Hospital admissions for self-harm, aged 10 to 24", "Admissions for self-harm",
        "per 100,000",
        .lowerIsBetter, "Admissions because of self-harm, for every 100,000 people of that age.",
        of: "admissions", among: "people aged 10 to 24", base: 100_000, year: .sum, decimals: 1),
      entry(
        group, "Persistent absence of children in need", "Persistent absence", "%", .lowerIsBetter,
        "Share of the pupils in need who missed a tenth of their sessions or more.",
        of: "pupils in need who were persistently absent", among: "pupils in need", year: .last,
        decimals: 1),
      entry(
        group, "First-time entrants to the youth justice system", "First-time entrants",
        "per 100,000",
        .lowerIsBetter,
        "Young people aged 10 to 17 with a first caution or conviction, for every 100,000 of that age.",
        of: "first-time entrants", among: "young people aged 10 to 17", base: 100_000, year: .sum,
        decimals: 0),
      entry(
        group, "Social workers employed through an agency", "Agency social workers", "%",
        .lowerIsBetter,
        "Share of the children's social workers, in full-time equivalents, who come from an agency.",
        of: "agency social workers", among: "all children's social workers", year: .last,
        decimals: 1),
      entry(
        group, "Turnover of social workers", "Turnover", "%", .lowerIsBetter,
        "Share of the children's social workers, in full-time equivalents, who left within twelve months.",
        of: "leavers in twelve months", among: "social workers in post", year: .last, decimals: 1),
      entry(
        group, "Serious incidents notified", "Serious incidents", "notifications", .neither,
        "Notifications of serious incidents to the national panel; neither many nor few say how well children are protected.",
        year: .sum, decimals: 0),
    ]
  }()
}
