import Letters
import Papers
import Safeguarding

extension AnnualPart {
  /// The partnership: partners, groups, boards, what changed, and education's part.
  static let arrangements = AnnualPart("arrangements") { account in
    let partnership = account.partnership
    var blocks: [PaperBlock] = []
    if !partnership.vision.isEmpty {
      blocks.append(.paragraph(account.text(partnership.vision, partnership.source)))
    }
    if !partnership.purposes.isEmpty {
      blocks += [
        .paragraph("What the arrangements are for:"),
        .list(partnership.purposes.map { PaperText($0) }),
      ]
    }
    let boards = partnership.otherBoards.map { PaperText(account.agency($0)) }
    let protocolBoards = account.protocolBoards
    if !protocolBoards.isEmpty {
      blocks += protocolBoards
    } else if !boards.isEmpty {
      blocks += [.paragraph("The boards that the partnership works with:"), .list(boards)]
    }
    blocks += account.presentations
    blocks.append(
      .gap(
        PaperGap(
          .toWrite,
          "What changed in the arrangements in the year, and which national reforms were put in place.",
          who: "Delegated safeguarding partners")))
    let education = account.education
    return AnnualContent(
      PaperSection("The partnership", blocks, parts: [account.groupSection, education]),
      aspects: ["education": [education]])
  }

  /// The relevant agencies and how each took part.
  static let agencies = AnnualPart("agencies") { account in
    let all = account.workspace.relevantAgencies.all.filter {
      $0.partnership.id == account.partnership.id
    }
    let own = all.filter {
      account.isInYear($0.period) && $0.period?.first == account.year.lowerBound
    }
    let earlier = all.compactMap(\.period).filter { ($0.last ?? .last) < account.year.lowerBound }
      .max()
    let before = all.filter { $0.period == earlier && earlier != nil }
    if own.isEmpty {
      return AnnualContent(
        "Relevant agencies",
        [
          .gap(
            PaperGap(
              .missing, "The relevant agencies of the year and how each took part.",
              who: "Business team"))
        ])
    }
    let rows = own.map { one in
      let last = before.first { $0.agency == one.agency }
      let change =
        before.isEmpty
        ? ""
        : last.map {
          $0.channels == one.channels ? "as before" : "was: \($0.channels.joined(separator: ", "))"
        } ?? "new in the list"
      return [
        account.text(one.label, one.source), PaperText(one.category),
        PaperText(one.channels.joined(separator: "; ")), PaperText(change),
      ]
    }
    let named = Set(own.map(\.agency))
    let gone = before.filter { !named.contains($0.agency) }.map(\.label)
    var blocks: [PaperBlock] = [
      .table(
        PaperTable(
          "The relevant agencies of \(account.yearName): \(own.count)",
          heads: [
            "Agency", "Heading", "How they were involved",
            "Since the list of \(earlier?.brief ?? "before")",
          ],
          rows: rows))
    ]
    if !gone.isEmpty {
      blocks.append(
        .paragraph(PaperText("No longer in the list: \(gone.joined(separator: "; ")).")))
    }
    return AnnualContent("Relevant agencies", blocks, isWide: true)
  }
}

extension AnnualAccount {
  /// The groups with who chairs them and how often they met.
  fileprivate var groupSection: PaperSection {
    let held = Dictionary(
      grouping: workspace.meetings.all.filter { $0.status == .held && isInYear($0.date) },
      by: \.group)
    let rows = groups.map { group in
      let own = held[Reference(group.id)] ?? []
      return [
        text(group.name, group.source), PaperText(group.type.title), PaperText(chair(of: group)),
        PaperText(group.cadence?.words ?? "not recorded"),
        PaperText(own.isEmpty ? "" : "\(own.count)"),
        PaperText(attendance(of: own)),
      ]
    }
    if rows.isEmpty {
      return PaperSection(
        "Groups", [.gap(PaperGap(.missing, "The groups of the partnership.", who: "Business team"))]
      )
    }
    let table = PaperTable(
      "The groups of the partnership in \(yearName)",
      heads: ["Group", "Kind", "Chair at the end of the year", "Should meet", "Met", "Attendance"],
      rows: rows)
    let silent = groups.filter { held[Reference($0.id)] == nil }
    let gap = PaperGap(
      .missing,
      silent.count == groups.count
        ? "How many of the meetings due were held, and who came."
        : "How often these met: \(silent.map(\.label).joined(separator: ", ")).",
      who: "Business team")
    return PaperSection("Groups", [.table(table)] + (silent.isEmpty ? [] : [.gap(gap)]))
  }

  private func attendance(of meetings: [Meeting]) -> String {
    let all = meetings.flatMap(\.attendance)
    if all.isEmpty { return "" }
    let present = all.count { $0.status == .present }
    return "\(present * 100 / all.count)%"
  }

  private func chair(of group: PartnershipGroup) -> String {
    let holding =
      workspace.rotation(of: group, aheadOf: year.upperBound)?.holding(on: year.upperBound)
      ?? group.chair?.holding(on: year.upperBound)
    if let holding, holding.isTaken, let stretch = holding.stretch {
      let name = stretch.person.map { workspace.names(Person.kind, $0.id) }
      let agency = stretch.agency.map { workspace.agencies[$0]?.label ?? $0.id }
      return [name, agency].compactMap(\.self).joined(separator: ", ")
    }
    if holding?.state == .vacant { return "vacant" }
    guard let title = group.chair?.title, !title.isSame(as: "Chair") else {
      return group.hasChair ? "not recorded" : "no chair is recorded"
    }
    return title
  }

  /// How schools, colleges and early years take part.
  fileprivate var education: PaperSection {
    let own = workspace.relevantAgencies.all.filter { one in
      one.partnership.id == partnership.id && isInYear(one.period)
        && one.period?.first == year.lowerBound
        && workspace.agencies[one.agency]?.category == .education
    }
    let rows = own.map {
      [text($0.label, $0.source), PaperText($0.channels.joined(separator: "; "))]
    }
    let blocks: [PaperBlock] =
      rows.isEmpty
      ? []
      : [
        .table(
          PaperTable(
            "Education in the arrangements", heads: ["Who", "How they were involved"], rows: rows))
      ]
    return PaperSection(
      "The part of education",
      blocks + [
        .gap(
          PaperGap(
            rows.isEmpty ? .missing : .toWrite,
            "How the voice of education changed what the partnership decided.",
            who: "Education representatives"))
      ])
  }
}
