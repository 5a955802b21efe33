package import Safeguarding

/// The rules of a workspace, or one of them in full.
package struct RulesListing: Sendable {
  /// The rules as a table: those that records imply first, then those of the data.
  package let listing: Listing
  /// One rule in full, when one was asked for.
  package let lines: [String]?

  /// Lists every rule, or the one with an id.
  ///
  /// - Throws: ``ReportError`` for an unknown rule.
  package init(_ workspace: Workspace, id: String? = nil) throws(ReportError) {
    let wanted = try id.map { id throws(ReportError) in
      try RulesListing.rule(id, in: workspace)
    }
    let book = workspace.ruleBook
    let newer = Dictionary(grouping: book.rules.filter { $0.replaces != nil }) {
      $0.replaces?.id ?? ""
    }
    let rules = wanted.map { [$0] } ?? book.rules
    var listing = Listing(columns: RulesListing.columns)
    for rule in rules {
      listing.add(RulesListing.cells(of: rule, in: workspace, book, newer[rule.id] ?? []))
    }
    self.listing = listing
    lines = wanted.map { RulesListing.lines(of: $0, in: workspace, book, newer[$0.id] ?? []) }
  }

  /// The rule with an id.
  ///
  /// - Throws: ``ReportError`` with the nearest id when there is none.
  static func rule(_ id: String, in workspace: Workspace) throws(ReportError) -> Rule {
    if let rule = workspace.ruleBook[id] { return rule }
    let near = nearest(to: id, among: workspace.ruleBook.rules.map(\.id))
    throw ReportError(
      sentence: "No rule has the id \"\(id)\". "
        + (near.map { "Did you mean \"\($0)\"? " } ?? "") + "List them with: masa rules")
  }

  private static let columns: [Listing.Column] = [
    .init("id", "Id"), .init("title", "Title", widest: 50), .init("kind", "Kind"), .init("trigger"),
    .init("due", "Due"), .init("authority", "Authority", widest: 40),
    .init("confidence", "How sure"),
    .init("partnerships", "For"), .init("says"), .init("offset"), .init("unit"),
    .init("direction"), .init("division"), .init("dayOne"), .init("weekend"), .init("tolerance"),
    .init("from"), .init("to"), .init("replaces"), .init("informationOnly"), .init("reason"),
    .init("owners"), .init("recipients"), .init("note"), .init("source"), .init("builtIn"),
    .init("groups"), .init("replacedBy"), .init("monthsRunTo"), .init("meetingOf"),
  ]

  private static func cells(
    of rule: Rule, in workspace: Workspace, _ book: RuleBook, _ newer: [Rule]
  ) -> [Listing.Cell] {
    [
      .text(rule.id), .text(rule.title), .coded(rule.form.rawValue, shown: rule.form.title),
      .text(rule.trigger.rawValue), .text(rule.dueWords(in: book, workspace.names)),
      .known(rule.authority),
      .coded(rule.confidence.rawValue, shown: rule.confidence.title),
      .list(rule.partnerships.map { workspace.cell($0) }), .text(rule.says), .whole(rule.offset),
      .text(rule.unit.rawValue), .text(rule.direction.rawValue), .text(rule.division.rawValue),
      .text(rule.dayOne.rawValue), .text(rule.weekend.rawValue), .whole(rule.tolerance),
      .known(rule.from?.iso), .known(rule.to?.iso), .known(rule.replaces?.id),
      .boolean(rule.informationOnly), .known(rule.reason),
      .known(rule.owners.text(workspace.names)), .texts(rule.recipients), .known(rule.note),
      .texts(rule.source.map { $0.lines(workspace.names).joined() }),
      .boolean(workspace.rules[rule.id] == nil), .list(rule.groups.map { workspace.cell($0) }),
      .texts(newer.map(\.id)), .text(rule.monthsRunTo.rawValue),
      rule.meetingOf.map { workspace.cell($0) } ?? .nothing,
    ]
  }
}

extension RulesListing {
  private static func lines(
    of rule: Rule, in workspace: Workspace, _ book: RuleBook, _ newer: [Rule]
  ) -> [String] {
    let left = leftOut(of: rule)
    var rows = rule.fieldTexts(workspace.names).filter { !left.contains($0.name) }
      .map { ($0.label, $0.lines) }
    if !newer.isEmpty {
      rows.append(("Replaced by", newer.map { "\($0.title) (masa rules \($0.id))" }))
    }
    if rule.trigger != .definition {
      rows.append(("Deadlines", ["masa deadlines --rule \(rule.id)"]))
    }
    let width = rows.map(\.0.count).max() ?? 0
    let due = rule.dueWords(in: book, workspace.names)
    return [rule.title, due.prefix(1).uppercased() + due.dropFirst() + ".", ""]
      + rows.flatMap { label, lines in
        lines.enumerated().map { index, line in
          let label = index == 0 ? label : ""
          return label + String(repeating: " ", count: width - label.count + 2) + line
        }
      }
  }

  /// The fields that the heading says already, and those that do not matter for this rule.
  private static func leftOut(of rule: Rule) -> Set<String> {
    var left: Set = ["id", "title"]
    if rule.trigger != .definition { left.formUnion(["offset", "unit", "direction"]) }
    if rule.trigger == .fixedDate || rule.trigger == .reminder || rule.trigger == .definition {
      left.insert("trigger")
    }
    if !rule.trigger.hasPeriod { left.insert("period") }
    if rule.trigger != .meetingsInPeriod { left.insert("times") }
    let counts = (rule.offset ?? 0) > 0
    if !counts || ![.workingDay, .calendarDay].contains(rule.unit) { left.insert("dayOne") }
    if !counts || !rule.unit.countsWorkingDays, rule.weekend == .stays {
      left.insert("division")
    }
    if rule.weekend == .stays { left.insert("weekend") }
    if !rule.countsMonths || !counts && rule.monthsRunTo == .correspondingDay {
      left.insert("monthsRunTo")
    }
    if rule.tolerance == 0 { left.insert("tolerance") }
    if rule.oneFor == .all { left.insert("oneFor") }
    return left
  }
}
