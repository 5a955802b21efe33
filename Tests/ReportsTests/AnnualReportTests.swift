import DataStore
import FoundationEssentials
import Letters
import Papers
import Reports
import Safeguarding
import Testing

/// The yearly report says what was printed of 2023-24, and names what nobody has recorded.
@Suite struct AnnualReportTests {
  private static let samples = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "SampleData")

  private static func folder(_ name: String) throws -> Workspace {
    try DataFolder(path: samples.appending(path: name).path).read()
  }

  private static let read = Result {
    let workspace = try folder("kent-and-medway")
    let national = try folder("national")
    let account = try AnnualAccount(
      workspace, of: "mscp", year: "2023-24", on: try day("2024-03-31"))
    let list = try account.contents(nil, in: [workspace, national])
    return (workspace, national, account.report(by: list, label: "OFFICIAL-SENSITIVE", leftOut: 1))
  }

  private func report() throws -> WrittenPaper { try Self.read.get().2 }

  /// The sections in their order, those inside others behind them.
  private func sections(_ sections: [PaperSection]) -> [PaperSection] {
    sections.flatMap { [$0] + self.sections($0.parts) }
  }

  /// The rows of all tables under a heading, with the cells as texts.
  private func rows(under heading: String) throws -> [[String]] {
    let all = sections(try report().sections)
    let found = try #require(all.first { $0.heading == heading }, "\(all.map(\.heading))")
    return sections([found]).flatMap(\.blocks).flatMap { block -> [[String]] in
      switch block {
      case .table(let table): table.rows.map { $0.map(\.text) }
      case .chart(let chart): chart.bars.map { [$0.name.text, $0.words] }
      default: []
      }
    }
  }

  /// The figures as the printed report has them: traps of rounding, of words for numbers and of periods included.
  @Test(arguments: [
    (
      "Medway: children and families", "Children with a child protection plan",
      ["290 (Mar 2024)", "288 (Mar 2023)"]
    ),
    (
      "Medway: children and families",
      "Children with a child protection plan per 10,000 of the child population",
      ["44 (Mar 2024)", "England 43.2 (2022-23)", "Statistical neighbours 41 (2022-23)"]
    ),
    ("Medway: children and families", "Children in Care", ["475 (Mar 2024)", "467 (Mar 2023)"]),
    (
      "Medway: children and families", "Children in Care per 10,000",
      ["73 (Mar 2024)", "Statistical neighbours 74 (2022-23)"]
    ),
    (
      "Medway: children and families", "Population of Medway (people)",
      ["about 279,800 (2021)", "about 263,900 (2011)"]
    ),
    (
      "Medway: children and families", "Increase in population between the last two censuses",
      ["6.0% (2021)", "South East 7.5% (2021)", "England 6.6% (2021)"]
    ),
    (
      "Medway: children and families", "Child population of Medway (children)", ["65,289 (2022-23)"]
    ),
    (
      "Medway: children and families",
      "Residents in the category \"Black, Black British, Black Welsh, Caribbean or African\"",
      ["5.6% (2021)", "2.5% (2011)"]
    ),
    (
      "Medway: children and families", "Residents in the category \"White\"",
      ["84.3% (2021)", "89.6% (2011)"]
    ),
    (
      "Medway: children and families",
      "Residents in the category \"Asian, Asian British or Asian Welsh\"",
      ["5.9% (2021)", "5.2% (2011)"]
    ),
    ("Scrutiny", "Boys accommodated at Cookham Wood at any one time", ["about 80"]),
    ("Scrutiny", "Boys in total in England and Wales", ["about 430"]),
    ("Scrutiny", "Children at Cookham Wood who felt unsafe (of children)", ["a quarter (2023)"]),
    ("Scrutiny", "Young people who took part in the conversations about restraint", ["6"]),
    ("Scrutiny", "Young people in the conversations who had experience of restraint", ["5"]),
    (
      "The voice of children and families", "Children whose voice Child Friendly Medway captured",
      ["90,000"]
    ),
    (
      "The voice of children and families", "Young people who took part in Make Your Mark",
      ["8,399"]
    ),
    (
      "The voice of children and families", "Additional young people from 2022 in Make Your Mark",
      ["417"]
    ),
    (
      "The voice of children and families", "Secondary schools that took part in Make Your Mark",
      ["21"]
    ),
    (
      "The voice of children and families",
      "Place among all local authority areas in the UK in Make Your Mark", ["top twenty"]
    ),
    (
      "Priority 2: Contextual safeguarding and trauma informed practice",
      "Exploitation champions (members)", ["about 70"]
    ),
    (
      "Priority 2: Contextual safeguarding and trauma informed practice",
      "Staff trained in contextual safeguarding", ["384"]
    ),
    (
      "Priority 2: Contextual safeguarding and trauma informed practice",
      "Young people engaged across the five assessments", ["1,946"]
    ),
    (
      "Priority 2: Contextual safeguarding and trauma informed practice",
      "Young people engaged in PSHE lessons", ["1,333"]
    ),
    (
      "Priority 2: Contextual safeguarding and trauma informed practice",
      "Submissions to the child exploitation intelligence portal", ["low number"]
    ),
    (
      "Priority 2: Contextual safeguarding and trauma informed practice",
      "Professionals trained in Trauma Informed Practice", ["182"]
    ),
    (
      "Priority 2: Contextual safeguarding and trauma informed practice",
      "Excellent rating of the training in Trauma Informed Practice", ["98%"]
    ),
    (
      "Priority 3: Domestic Abuse", "Victims/survivors supported by the Medway One Stop Shop",
      ["297"]
    ),
    ("Priority 3: Domestic Abuse", "Men accepted onto the perpetrators programme", ["68"]),
    ("Priority 3: Domestic Abuse", "Men who completed the perpetrators programme", ["23"]),
    ("Priority 5: Neglect", "GCP2 implementation", ["75% (Apr 2024)", "49% (2022)"]),
    ("Priority 5: Neglect", "Practitioners licensed to use the GCP2 tool", ["500+"]),
    ("Priority 5: Neglect", "GCP2 delegates who passed the assessment", ["78"]),
    (
      "Learning and improvement",
      "Practitioners aware of Local Child Safeguarding Practice Reviews", ["90%"]
    ),
    ("Learning and improvement", "Practitioners aware of Medway specific reviews", ["52%"]),
    (
      "Learning and improvement",
      "Practitioners who gave examples of a case review having an impact on their practice", ["40%"]
    ),
    ("Learning and improvement", "2023-24", ["Rapid review", "3"]),
    ("Learning and improvement", "2022-23", ["Rapid review", "0"]),
    ("Learning and improvement", "2021-22", ["Rapid review", "2"]),
    ("Learning and improvement", "Video: LCSPR: Isabel", ["140 views", "Apr 2024"]),
    (
      "Learning and improvement", "Video: Learning lessons review: Jones family",
      ["38 views", "Mar 2024"]
    ),
    ("Learning and improvement", "Event: Learning event for the LLR", ["25 professionals"]),
    ("Training", "Completed in-person training (people)", ["290"]),
    ("Training", "Completed virtual training (people)", ["222"]),
    ("Training", "Attended a conference (people)", ["450+"]),
    ("Training", "e-Learning courses completed", ["7,197"]),
    ("Training", "GCP2 courses", ["4", "78"]),
    ("Training", "Trauma Informed Practice", ["182", "98%"]),
    ("Training", "School staff trained in contextual safeguarding", ["384"]),
    ("Training", "Post course evaluation completion rate for in-person training", ["100%"]),
    ("Resources", "Medway Council", ["£146,799", "69.5%"]),
    ("Resources", "Kent Police and Crime Commissioner", ["£15,434", "7.3%"]),
    ("Resources", "National Probation Service", ["£5,235", "2.5%"]),
    ("Resources", "HMYOI Cookham Wood", ["£6,996", "3.3%"]),
    ("Resources", "Kent Fire & Rescue", ["£2,833", "1.3%"]),
    ("Resources", "NHS Kent and Medway ICB", ["£6,764", "3.2%"]),
    ("Resources", "NELFT", ["£6,764", "3.2%"]),
    (
      "Resources", "One-off grant for the new Working Together",
      ["£47,300", "Department for Education", "New section 11 online audit tool"]
    ),
    ("Resources", "Independent scrutiny", ["not recorded"]),
    ("Resources", "Hosts the staff team that supports the partnership", ["Medway Council"]),
    (
      "The voice of children and families",
      "One-to-one conversations on safety and restraint at Cookham Wood",
      ["6", "children in custody", "Being restrained is stressful."]
    ),
    (
      "The voice of children and families", "School and Location Assessments led by young people",
      ["1,946", "Toilet areas were adapted."]
    ),
    ("Resources", "All contributions", ["£211,117", "99.9%", "100.0%"]),
    ("Resources", "Total partner contributions at current levels and other income", ["£212,117"]),
    ("Resources", "Other Income (Training)", ["£1,000"]),
    ("Resources", "Shortfall / funding from MSCP reserve", ["£29,600"]),
    ("Resources", "One-off grant of the Department for Education", ["£47,300"]),
    (
      "Foreword", "Medway Council",
      ["Richard Hicks\nChief Executive", "Lee-Anne Farach\nDirector of People"]
    ),
    ("Foreword", "Kent Police", ["Tim Smith\nChief Constable", "Simon Wilson\nACC"]),
  ])
  func theFiguresAreThosePrinted(heading: String, name: String, cells: [String]) throws {
    let own = try rows(under: heading).filter { $0.first == name }
    let found = own.flatMap(\.self).flatMap { [$0] + $0.split(separator: "\n").map(String.init) }
    for cell in cells { #expect(found.contains(cell), "\(name): \(own)") }
  }

  @Test func theAgenciesAreThoseOfTheAppendix() throws {
    let rows = try rows(under: "Relevant agencies")
    #expect(rows.count == 25)
    let faith = try #require(rows.first { $0[0] == "Faith Groups" })
    #expect(faith[2] == "Training & Learning Events")
  }

  /// What was made up for the sample is neither counted nor shown nor marked.
  @Test func whatIllustratesNeverCounts() throws {
    let report = try report()
    #expect(!report.hasMadeUp)
    let text = report.markdown
    for word in ["llustration", "illustrative"] { #expect(!text.contains(word)) }
    #expect(
      try rows(under: "Reviews").filter { $0.count == 5 && $0[1].contains("eview") }.count == 2)
  }

  /// Later kinds of record have their place: what was audited, scrutinised and inspected in the year.
  @Test func whatWasAuditedAndScrutinisedIsInIt() throws {
    let audits = try rows(under: "Audits").map { $0.first ?? "" }
    #expect(
      audits.contains("Children with a child protection plan, where domestic abuse was a concern"))
    #expect(audits.contains("Children with a child in need plan"))
    #expect(try rows(under: "The view from outside").contains { $0.first == "HMYOI Cookham Wood" })
    #expect(try rows(under: "Scrutiny").count > 12)
  }

  /// Impact stands apart from activity, and where nothing shows any that is said, with who can tell.
  @Test func impactStandsApartFromActivity() throws {
    let all = try report().sections.first { $0.heading == "The priorities" }?.parts ?? []
    #expect(all.filter { $0.heading.hasPrefix("Priority ") }.count == 6)
    for priority in all where priority.heading.hasPrefix("Priority ") {
      #expect(priority.parts.prefix(2).map(\.heading) == ["Activity", "Impact"])
    }
    let schools = try rows(
      under: "Priority 2: Contextual safeguarding and trauma informed practice")
    #expect(schools.contains { $0.last?.hasPrefix("Toilet areas were adapted.") == true })
    #expect(schools.contains { $0.contains("runs; no effect is shown yet") })
    let gaps = try report().gaps.filter { $0.heading.hasSuffix("Women and Girls: Impact") }
    #expect(gaps.map(\.gap.kind) == [.missing])
    let said = try rows(under: "What else does not go on")
    #expect(said.count == 8 && said.allSatisfy { $0.last == "not reported" })
  }

  /// The same words of two records are told once in a table.
  @Test func nothingIsToldTwice() throws {
    for section in sections(try report().sections) {
      let told = section.blocks.flatMap { block -> [String] in
        if case .table(let table) = block {
          table.rows.map { $0.map(\.text).joined(separator: "|") }
        } else {
          []
        }
      }
      #expect(Set(told).count == told.count, "\(section.heading)")
      let captions = section.blocks.compactMap { block -> String? in
        if case .table(let table) = block { table.caption } else { nil }
      }
      #expect(Set(captions).count == captions.count, "\(section.heading)")
    }
    let themes = sections(try report().sections).flatMap(\.blocks).compactMap { block -> String? in
      if case .paragraph(let text) = block, text.text.hasPrefix("The themes of") {
        text.text
      } else {
        nil
      }
    }
    #expect(
      themes == [
        "The themes of the Case File Audit Group (CFAG):",
        "The themes of the Performance Management and Quality Assurance (PMQA):",
      ])
  }

  /// Each short form in the report is explained in it.
  @Test func shortFormsAreExplained() throws {
    let explained = Set(try rows(under: "Short forms").compactMap(\.first))
    #expect(explained.isSuperset(of: ["LCSPR", "GCP2", "MARAC", "PMQA", "ICB"]))
    #expect(!explained.contains("MAPPA"))
    let words = try report().words
    for short in try Self.read.get().0.abbreviations.all.map(\.short) where words.contains(short) {
      #expect(explained.contains(short))
    }
  }

  /// A paper names the heading under which something may tell who a child is, and never repeats it.
  @Test func whatMayTellWhoAChildIsIsNamed() throws {
    #expect(try report().personalData.isEmpty)
    var workspace = try Self.read.get().0
    var activity = VoiceActivity()
    (activity.id, activity.partnership, activity.title) = ("v", "mscp", "A visit")
    (activity.on, activity.heard) = (ImpreciseDate("2023/24"), ["Jo Bloggs, aged 7, feels safe."])
    workspace.voiceActivities.append(activity)
    let account = try AnnualAccount(
      workspace, of: "mscp", year: "2023-24", on: try day("2024-03-31"))
    let found = account.report(by: try account.contents(nil, in: []), label: "OFFICIAL")
      .personalData
    #expect(found.map(\.heading) == ["The voice of children and families"])
    #expect(found.map(\.kind) == [.nameAndAge])
  }

  @Test func whatTheGuidanceAsksForIsFilledOrMissingWithWhoCanSupplyIt() throws {
    let rows = try rows(under: "What the guidance asks for")
    #expect(rows.count == 15)
    for row in rows {
      #expect(["yes", "in part", "missing"].contains(row[1]))
      #expect((row[1] == "yes") == row[3].isEmpty, "\(row)")
    }
    #expect(rows.first { $0[0].hasPrefix("3 Evidence of the impact") }?[1] == "in part")
    #expect(rows.first { $0[0].hasPrefix("15 Plans") }?[1] == "yes")
    #expect(rows.first { $0[0].hasPrefix("11 A breakdown of costs") }?[1] == "in part")
    for (_, gap) in try report().gaps { #expect(!gap.who.isEmpty && !gap.what.isEmpty) }
  }

  /// A year straddles two editions: the one in force on the day of publication counts, a named one wins.
  @Test func theEditionInForceIsFollowed() throws {
    let (workspace, national, _) = try Self.read.get()
    func list(_ year: String, _ edition: String? = nil) throws -> ContentList {
      let account = try AnnualAccount(workspace, of: "mscp", year: year, on: try day("2024-03-31"))
      return try account.contents(edition, in: [workspace, national])
    }
    #expect(try list("2023-24").title == "Working Together to Safeguard Children 2023")
    #expect(try list("2021-22").title == "Working Together to Safeguard Children 2018")
    #expect(try list("2021-22", "working-together-2026").items.count == 17)
    #expect(throws: ReportError.self) { try list("2023-24", "working-together-1999") }
    #expect(throws: ReportError.self) {
      try AnnualAccount(workspace, of: "mscp", year: "the last one", on: try day("2024-03-31"))
    }
    // A list of the data folder wins over the one that came with the program; a newer one is one more file.
    var own = ContentItem()
    (own.id, own.edition, own.title, own.parts) = (
      "own-1", "working-together-2023", "Ours", ["voice"]
    )
    own.from = ImpreciseDate("2023-12-15")
    var local = workspace
    local.contentItems.append(own)
    let account = try AnnualAccount(local, of: "mscp", year: "2023-24", on: try day("2024-03-31"))
    let found = try account.contents(nil, in: [local, national])
    #expect(found.items.map(\.title) == ["Ours"])
    #expect(try list("2025-26").title == "Working Together to Safeguard Children 2026")
  }

  /// A number behind which a child could be recognised is hidden here as everywhere.
  @Test func smallNumbersAreHidden() throws {
    var workspace = try SmallWorkspace.read()
    var cluster = Cluster()
    (cluster.id, cluster.partnership, cluster.title, cluster.reportPart) = (
      "care", "tscp", "Care", "area"
    )
    workspace.clusters.append(cluster)
    var indicator = Indicator()
    (indicator.id, indicator.partnership, indicator.cluster) = ("in-care", "tscp", "care")
    (indicator.title, indicator.unit) = ("Children in care", "children")
    workspace.indicators.append(indicator)
    var value = Observation()
    (value.id, value.indicator) = ("v1", "in-care")
    value.period = ImpreciseDate("2023/24")
    value.value = Measure(.exact, spelling: "3")
    workspace.values.append(value)
    let account = try AnnualAccount(
      workspace, of: "tscp", year: "2023-24", on: try day("2024-05-01"))
    let text = account.report(by: try account.contents(nil, in: []), label: "OFFICIAL").markdown
    #expect(text.contains("| Children in care | hidden |"))
    #expect(text.contains("a child could be recognised by it"))
    #expect(text.contains("The list of what the guidance in force asks for"))
  }

  @Test func theSameRecordsGiveTheSameDocument() throws {
    let bytes = try #require(try report().docx)
    #expect(bytes == (try report().docx))
    #expect(bytes.count < 120_000)
  }
}
