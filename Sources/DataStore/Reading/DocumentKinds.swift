import Safeguarding

extension DocumentKind {
  /// Every kind of file in a data folder; a file belongs to the first whose path it matches.
  public static let all: [DocumentKind] = [
    .record(
      "workspace.json", WorkspaceSettings.self,
      add: { settings, workspace in
        workspace.settings = settings
        workspace.documents.append(contentsOf: settings.documents)
      }),
    .lists(
      "rules", "rules.json", "What the law and guidance ask every partnership for by a date.",
      [DocumentList("rules", Rule.self) { $1.rules.append(contentsOf: $0) }]),
    .lists(
      "local-rules", "partnerships/*/rules.json",
      "What the partnership's own arrangements ask for by a date.",
      [DocumentList("rules", Rule.self) { $1.rules.append(contentsOf: $0) }]),
    .record("access.json", AccessSettings.self, add: { $1.accessSettings = $0 }),
    .lists(
      "agencies", "agencies.json", "The organisations that take part.",
      [DocumentList("agencies", Agency.self) { $1.agencies.append(contentsOf: $0) }]),
    .lists(
      "people", "people.json", "The people who hold an office or attend meetings.",
      [DocumentList("people", Person.self) { $1.people.append(contentsOf: $0) }]),
    .record(
      "partnerships/*/partnership.json", Partnership.self,
      add: { $1.partnerships.append($0) },
      mark: { id, workspace in
        var partnership = Partnership()
        (partnership.id, partnership.name, partnership.shortName) = (id, id, id)
        workspace.partnerships.append(partnership)
      }),
    .lists(
      "relevant-agencies", "partnerships/*/relevant-agencies.json",
      "How relevant agencies were engaged, by published list.",
      [
        DocumentList("relevantAgencies", RelevantAgency.self) {
          $1.relevantAgencies.append(contentsOf: $0)
        }
      ]),
    .lists(
      "plans", "partnerships/*/plans.json", "The partnership's plans and their priorities.",
      [DocumentList("plans", Plan.self) { $1.plans.append(contentsOf: $0) }]),
    .lists(
      "obligations", "partnerships/*/obligations.json",
      "What the partnership owes by a date and no other file holds.",
      [DocumentList("obligations", Obligation.self) { $1.obligations.append(contentsOf: $0) }]),
    .record(
      "groups/*/group.json", PartnershipGroup.self,
      add: { group, workspace in
        workspace.groups.append(group)
        workspace.seats.append(contentsOf: group.seats)
      },
      mark: { id, workspace in
        var group = PartnershipGroup()
        (group.id, group.name) = (id, id)
        workspace.groups.append(group)
      }),
    .lists(
      "chair-terms", "groups/*/chair-terms.json", "The terms in a rotating chair.",
      [DocumentList("chairTerms", ChairTerm.self) { $1.chairTerms.append(contentsOf: $0) }]),
    .lists(
      "meetings", "groups/*/meetings.json", "The group's meetings, held and planned.",
      [DocumentList("meetings", Meeting.self) { $1.meetings.append(contentsOf: $0) }]),
    .lists(
      "actions", "groups/*/actions.json",
      "The actions, recommendations and next steps that the group watches over.",
      [DocumentList("actions", ActionItem.self) { $1.actions.append(contentsOf: $0) }]),
    .lists(
      "dataset", "dataset/*.json", "Indicators with their values, and data owed.",
      [
        DocumentList("clusters", Cluster.self) { $1.clusters.append(contentsOf: $0) },
        DocumentList("comparatorGroups", ComparatorGroup.self) {
          $1.comparatorGroups.append(contentsOf: $0)
        },
        DocumentList("indicators", Indicator.self) { $1.indicators.append(contentsOf: $0) },
        DocumentList("submissions", Submission.self) { $1.submissions.append(contentsOf: $0) },
      ]),
    .lists(
      "review-totals", "reviews/totals.json",
      "Numbers of reviews by period, where only the number is published.",
      [DocumentList("reviewTotals", ReviewTotal.self) { $1.reviewTotals.append(contentsOf: $0) }]),
    .record(
      "reviews/*.json", Review.self,
      add: { $1.reviews.append($0) },
      mark: { id, workspace in
        var review = Review()
        (review.id, review.title) = (id, id)
        workspace.reviews.append(review)
      }),
    .bankHolidays,
  ]

  /// The kind of a file by its path in the data folder, or nil when no kind has such a name.
  static func of(_ file: String) -> DocumentKind? { all.first { $0.match(file) != nil } }

  /// What `*` stands for when a path fits, or nil when it does not.
  func match(_ file: String) -> String? {
    let (file, path) = (file.utf8, path.utf8)
    guard let star = path.firstIndex(of: UInt8(ascii: "*")) else {
      return file.elementsEqual(path) ? "" : nil
    }
    let (head, tail) = (path[..<star], path[path.index(after: star)...])
    guard file.count > head.count + tail.count, file.starts(with: head) else { return nil }
    let name = file.dropFirst(head.count).dropLast(tail.count)
    guard file.suffix(tail.count).elementsEqual(tail), !name.contains(UInt8(ascii: "/")) else {
      return nil
    }
    return String(name)
  }

  /// Whether such a file can be what lies at a path, or lie in the folder there.
  func lies(in place: String) -> Bool {
    let (own, wanted) = (path.split(separator: "/"), place.split(separator: "/"))
    guard wanted.count <= own.count else { return false }
    return zip(own, wanted).allSatisfy { part, name in
      guard let star = part.firstIndex(of: "*") else { return part == name }
      return name.hasPrefix(part[..<star]) && name.hasSuffix(part[part.index(after: star)...])
    }
  }

  /// The kinds of records that such a file holds, at any depth.
  var recordKinds: Set<RecordKind> {
    var kinds: Set<RecordKind> = []
    var open = [shape]
    while let shape = open.popLast() {
      switch shape {
      case .list(let element): open.append(element)
      case .object(let members): open += members.map(\.shape)
      case .anyOf(let shapes): open += shapes
      case .value(_, let stored): open.append(stored)
      case .record(let record):
        if kinds.insert(record.kind).inserted { open += record.fields.map(\.shape) }
      case .text, .boolean, .whole, .number, .choice, .pattern, .reference: break
      }
    }
    return kinds
  }
}
