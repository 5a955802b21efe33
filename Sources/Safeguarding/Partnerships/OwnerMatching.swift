import Letters

/// Whom the owners of rules mean: words such as "Local authority" stand for records of a partnership.
package struct OwnerMatching: Sendable {
  private let workspace: Workspace
  private let day: CalendarDate
  /// The records with a name, by the name as it is compared.
  private let named: [String: [Owner]]

  /// Gathers what everything is called.
  package init(_ workspace: Workspace, on day: CalendarDate) {
    self.workspace = workspace
    self.day = day
    var named: [String: [Owner]] = [:]
    func add(_ names: [String], _ owner: Owner) {
      for name in Set(names.map(\.asRole)) where !name.isEmpty {
        named[name, default: []].append(owner)
      }
    }
    for agency in workspace.agencies.all {
      let others = (agency.aliases + agency.formerNames).map(\.name)
      add([agency.name, agency.shortName] + others, Owner(agency: Reference(agency.id)))
    }
    for group in workspace.groups.all {
      var owner = Owner()
      owner.group = Reference(group.id)
      add([group.name, group.shortName] + group.aliases.map(\.name), owner)
      for seat in group.seats {
        for owner in OwnerMatching.owners(of: seat, on: day) { add([seat.title], owner) }
      }
      if let chair = group.chair {
        for owner in OwnerMatching.owners(of: chair, on: day) { add([chair.title], owner) }
      }
    }
    for partnership in workspace.partnerships.all {
      add(
        [partnership.name, partnership.shortName],
        Owner(partnership: Reference(partnership.id)))
    }
    for person in workspace.people.all {
      var owner = Owner()
      owner.person = Reference(person.id)
      add([person.name] + person.aliases.map(\.name), owner)
    }
    self.named = named
  }

  /// The records that an owner means in some partnerships; empty where it means none.
  ///
  /// An owner that names a record means it, and who holds it on the day.
  package func meant(by owner: Owner, in partnerships: [Reference<Partnership>]) -> [Owner] {
    var found: [Owner] = []
    if !owner.ids.isEmpty { found.append(owner) }
    if let seat = owner.seat.flatMap({ workspace.seats[$0.id] }) {
      found += OwnerMatching.owners(of: seat, on: day)
    }
    let role = owner.name.asRole
    guard !role.isEmpty else { return found }
    let live = partnerships.compactMap { workspace.partnerships[$0] }
    found += named[role] ?? []
    for partnership in live {
      found += offices(called: role, in: partnership)
      found += bodies(called: role, in: partnership)
    }
    found += chair(called: role)
    if found.isEmpty, let comma = owner.name.lastIndex(of: ",") {
      // "Head of Custody, Kent Police" is somebody of Kent Police.
      found += named[String(owner.name[owner.name.index(after: comma)...]).asRole] ?? []
    }
    return found
  }

  /// Whether a name says what part somebody plays in any partnership, whoever that is.
  static func isRole(_ name: String) -> Bool { OwnerRole(name.asRole) != nil }

  private static func owners(of seat: Seat, on day: CalendarDate) -> [Owner] {
    var owner = Owner()
    (owner.seat, owner.agency) = (Reference(seat.id), seat.agency)
    return owner.held(by: seat.holding(on: day))
  }

  /// Who holds an office on the day; only its title where nobody does.
  private static func owners(of office: Office, on day: CalendarDate) -> [Owner] {
    Owner(name: office.title).held(by: office.holding(on: day))
  }

  private func offices(called role: String, in partnership: Partnership) -> [Owner] {
    let all =
      partnership.officers
      + partners(of: partnership).flatMap { [$0.lead, $0.delegated] }
      .compactMap(\.self)
    return all.filter { $0.title.asRole == role }.flatMap { OwnerMatching.owners(of: $0, on: day) }
  }

  private func partners(of partnership: Partnership) -> [SafeguardingPartner] {
    partnership.partners.filter { day.mayLie(from: $0.from, to: $0.to) }
  }

  /// The bodies of a partnership that play a part in every partnership.
  private func bodies(called role: String, in partnership: Partnership) -> [Owner] {
    let partners = partners(of: partnership)
    func agencies(_ categories: [AgencyCategory]) -> [Owner] {
      partners.map(\.agency).filter { agency in
        workspace.agencies[agency].map { categories.contains($0.category) } ?? false
      }.map { Owner(agency: $0) }
    }
    func holders(_ offices: [Office?]) -> [Owner] {
      offices.compactMap(\.self).flatMap { OwnerMatching.owners(of: $0, on: day) }
    }
    func group(_ group: Reference<PartnershipGroup>?) -> [Owner] {
      group.map { group in
        var owner = Owner()
        owner.group = group
        return [owner]
      } ?? []
    }
    let everybody = partners.map { Owner(agency: $0.agency) }
    switch OwnerRole(role) {
    case .council: return agencies([.council])
    case .police: return agencies([.police])
    case .health: return agencies([.health])
    case .childDeathReview: return agencies([.council, .health])
    case .partners: return everybody
    case .leads: return everybody + holders(partners.map(\.lead)) + group(partnership.leadGroup)
    case .delegates:
      return everybody + holders(partners.map(\.delegated))
        + group(workspace.executive(of: partnership, on: day))
    case .team:
      return partnership.officers.compactMap(\.agency).filter {
        workspace.agencies[$0]?.category == .partnership
      }.map { Owner(agency: $0) }
    case .agencies:
      return everybody
        + workspace.relevantAgencies.all.filter { $0.partnership.id == partnership.id }
        .map { Owner(agency: $0.agency) }
    case nil: return []
    }
  }

  /// Who has the chair of the group that "Chair of the …" names.
  private func chair(called role: String) -> [Owner] {
    let lead = "chair of the "
    guard role.hasPrefix(lead) else { return [] }
    let name = String(role.dropFirst(lead.count))
    // A name may bring its own article along.
    let groups = (named[name] ?? named["the \(name)"] ?? []).compactMap {
      workspace.groups[$0.group]
    }
    return groups.flatMap { group -> [Owner] in
      var meant = Owner()
      meant.group = Reference(group.id)
      var found = [meant]
      if let now = workspace.rotation(of: group, aheadOf: day)?.stretch(on: day) {
        for own in now.each {
          var owner = Owner()
          (owner.agency, owner.person) = (own.agency, own.person)
          found.append(owner)
        }
      }
      if let chair = group.chair { found += OwnerMatching.owners(of: chair, on: day) }
      return found
    }
  }
}

/// The part that somebody plays in every partnership.
private enum OwnerRole {
  case council, police, health, childDeathReview, partners, leads, delegates, team, agencies

  init?(_ role: String) {
    switch role {
    case "local authority", "local authorities", "council", "democratic services": self = .council
    case "police", "police force", "chief officer of police": self = .police
    case "integrated care board", "icb", "health", "nhs": self = .health
    case "child death review partners": self = .childDeathReview
    case "safeguarding partners", "statutory safeguarding partners", "statutory partners",
      "partners":
      self = .partners
    case "lead safeguarding partners", "lead representatives", "lead partners", "chief officers":
      self = .leads
    case "delegated safeguarding partners", "delegated partners": self = .delegates
    case "business team", "business unit", "partnership team": self = .team
    case "agencies involved", "all agencies", "relevant agencies", "agencies": self = .agencies
    default: return nil
    }
  }
}

extension String {
  /// A name as it is compared, without "the" in front.
  fileprivate var asRole: String {
    let words = folded.split(separator: " ")
    return (words.first == "the" ? words.dropFirst() : words[...]).joined(separator: " ")
  }
}

extension Workspace {
  /// The owners of rules that are words alone and stand for no record, each with what to do about it.
  public func unmatchedOwners(on day: CalendarDate) -> [Fault] {
    guard !partnerships.all.isEmpty else { return [] }
    let matching = OwnerMatching(self, on: day)
    var rulesOf: [(owner: Owner, rules: [Rule])] = []
    for rule in rules.all where rule.asksSomebody && rule.to == nil {
      let partnerships =
        rule.partnerships.isEmpty ? partnerships.all.map { Reference($0.id) } : rule.partnerships
      for owner in rule.owners
      where owner.ids.isEmpty && !OwnerMatching.isRole(owner.name)
        && matching.meant(by: owner, in: partnerships).isEmpty
      {
        if let index = rulesOf.firstIndex(where: { $0.owner == owner }) {
          rulesOf[index].rules.append(rule)
        } else {
          rulesOf.append((owner, [rule]))
        }
      }
    }
    return rulesOf.map { owner, rules in
      let others = rules.count > 1 ? " and \(counted(rules.count - 1, "more rule"))" : ""
      return Fault(
        .warning, file: document(of: RecordID(Rule.kind, rules[0].id)) ?? "rules.json",
        message: "\"\(owner.name)\" owns the rule \"\(rules[0].id)\"\(others), and matches no "
          + "partner, agency, seat, group, office or person, so nobody finds it as theirs.",
        hint: "Name the agency, seat or group instead, or add the office to the partnership.",
        recordKind: Rule.kind, recordID: rules[0].id)
    }
  }

  /// The rules of partnerships that take the place of one that others wait for, and no longer start them.
  public func silencedRules() -> [Fault] {
    let book = ruleBook
    return rules.all.compactMap { rule in
      guard let older = rule.replaces, let entry = book.entry(rule.id), !entry.returns else {
        return nil
      }
      let waiting = book.rules.filter {
        $0.after.map { book.root(of: $0.id) == entry.root } ?? false
      }
      guard !waiting.isEmpty else { return nil }
      let names = waiting.map { "\"\($0.id)\"" }.joined(separator: " and ")
      return Fault(
        .warning, file: document(of: RecordID(Rule.kind, rule.id)) ?? "rules.json",
        message:
          "\"\(rule.id)\" takes the place of \"\(older.id)\" and is not expected by itself, so "
          + "\(names) only \(waiting.count == 1 ? "starts" : "start") once an obligation that names it "
          + "is done.",
        hint: "Let it count from the end of a period, or record an obligation for each time.",
        recordKind: Rule.kind, recordID: rule.id)
    }
  }
}

extension Rule {
  /// Whether somebody owes what it asks for by a date.
  fileprivate var asksSomebody: Bool { trigger.nature != .none && !informationOnly }
}

extension Owner {
  /// The same owner once for each person who holds it; without a person where nobody does.
  fileprivate func held(by holding: Holding) -> [Owner] {
    let people = holding.people
    if people.isEmpty { return [self] }
    return people.map { person in
      var owner = self
      owner.person = person
      return owner
    }
  }
}
