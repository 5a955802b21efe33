import DataStore
import Entry
import FigureFiles
import Safeguarding
import Testing

/// What files bring beside figures: neighbours, what measures mean, and how inspections came out.
@Suite struct ReferenceImportTests {
  private static let files = [
    "workspace.json": #"{"title": "A", "schemaVersion": 2, "partnerships": ["north"]}"#,
    "partnerships/north/partnership.json": """
    {"id": "north", "name": "North Partnership", "shortName": "North", "area": "Northshire"}
    """,
    "dataset/north.json": """
    {"clusters": [{"id": "care", "partnership": "north", "title": "Care"}],
     "indicators": [
      {"id": "repeat", "partnership": "north", "cluster": "care",
       "title": "Re-referrals within 12 months", "unit": "%"},
      {"id": "plans", "partnership": "north", "cluster": "care", "title": "Plans",
       "unit": "children", "polarity": "neither", "definition": "Open plans.", "decimals": 0}]}
    """,
  ]

  private static let workspace = WorkspaceReader(
    files: files.sorted { $0.key < $1.key }.map { ($0.key, Array($0.value.utf8)) }
  ).read()

  private func brought(
    _ text: String, _ workspace: Workspace = workspace, said: [String: String] = [:]
  ) throws -> ReferenceImport {
    var wishes = FigureImport.Wishes()
    wishes.said = said
    return try ReferenceImport(try FigureReader.read(Array(text.utf8)), workspace, wishes)
  }

  private static let neighbours: String = {
    let ranks = (1...10).flatMap { ["SN_\($0)", "SN_\($0)P"] }.joined(separator: ",")
    func row(_ code: Int, _ name: String, _ first: Int) -> String {
      let others = (0..<10).flatMap { ["\(first + $0)", $0 == 9 ? "Not close" : "Close "] }
      return "\(code),\(name),9,Middle,\(others.joined(separator: ","))"
    }
    let rows =
      [row(991, "Northshire", 881)] + (0..<9).map { row(881 + $0, "Area \($0)", 900) }
    return "old_la_code,la_name,region_ind,region_name,\(ranks)\n"
      + rows.joined(separator: "\n") + "\n"
  }()

  @Test func theNeighboursOfOnesOwnAreaBecomeAGroupToCompareWith() throws {
    let found = try brought(Self.neighbours)
    let added = try #require(found.changes.first)
    #expect(found.changes.count == 1 && added.document == "dataset/comparators.json")
    let group = try #require(
      added.to.flatMap { ComparatorGroup.read(from: StoredSource($0)) })
    #expect(group.id == "neighbours-northshire-2025")
    #expect(group.title == "Statistical neighbours of Northshire (2025 model)")
    #expect(group.members.prefix(2) == ["Area 0", "Area 1"])
    // The file does not name the tenth.
    #expect(group.members.last == "Authority 890")
    #expect(group.closeness.first == "Close" && group.closeness.last == "Not close")
    #expect(group.period?.short == "2025" && group.average == .mean)
    #expect(group.note.contains("not close"))

    var workspace = Self.workspace
    workspace.comparatorGroups.append(contentsOf: [group], from: added.document)
    let again = try brought(Self.neighbours, workspace)
    #expect(again.changes.isEmpty && again.sameCount == 1)
  }

  private static let dictionary = """
    Measure_code,Topic,Measure,Chart_title,Measure_short,Polarity,y_axis_name,Description,dps,Year_Type
    901,Care,Re-referrals within 12 months,Re-referrals,ReRef,Low,% of referrals,"Share, of all",1,Financial Year
    902,Care,Plans,Plans,CPP,Low,number,Another definition,0,Financial Year
    903,Care,Unheard of,Unheard of,Unheard,High,number,Something,0,Financial Year

    """

  @Test func aDictionaryFillsInWhatNobodyHasSaidYet() throws {
    let found = try brought(Self.dictionary)
    #expect(found.changes.allSatisfy { $0.record.id == "repeat" })
    let fields = Dictionary(
      uniqueKeysWithValues: found.changes.map { ($0.field ?? "", $0.to) })
    #expect(fields["polarity"] == .text("lowerIsBetter"))
    #expect(fields["definition"] == .text("Share, of all"))
    #expect(fields["decimals"] == .number("1"))
    #expect(fields["unit"] == nil)
    // What was said before stays.
    #expect(found.sameCount == 1)
    #expect(found.leftOut.count == 1 && found.leftOut[0].hasPrefix("1 measure of"))
    let said = try brought(
      Self.dictionary, said: ["ReRef": "plans", "Re-referrals within 12 months": ""])
    #expect(said.changes.isEmpty)
  }

  private static let outcomes = """
    Web link,Local authority area code,Local authority name,Ofsted region,Inspection date,Publication date,Overall effectiveness,Help and protection
    https://example.invalid/1,E06000099,Northshire,South East,12/02/2024,28/03/2024,Good,Requires improvement
    https://example.invalid/2,E06000098,Farshire,South East,12/02/2024,28/03/2024,Outstanding,Good

    """

  @Test func anInspectionOfOnesOwnAreaIsKeptWithItsJudgements() throws {
    let found = try brought(Self.outcomes)
    let added = try #require(found.changes.first)
    #expect(found.changes.count == 1 && added.document == "partnerships/north/assurance.json")
    var inspection = try #require(
      added.to.flatMap { Inspection.read(from: StoredSource($0)) })
    #expect(inspection.partnership.id == "north" && inspection.title == "Northshire")
    #expect(
      inspection.on?.iso == "2024-02-12" && inspection.publishedOn?.iso == "2024-03-28")
    #expect(inspection.judgements.map(\.grade) == ["Good", "Requires improvement"])
    #expect(found.leftOut == ["1 inspection of other areas left out."])

    inspection.id = "inspection-1"
    var workspace = Self.workspace
    workspace.inspections.append(contentsOf: [inspection], from: added.document)
    #expect(try brought(Self.outcomes, workspace).changes.isEmpty)
    let other = try brought(
      Self.outcomes.replacing("Good,Requires", with: "Inadequate,Requires"), workspace)
    #expect(other.changes.map(\.field) == ["judgements"])
  }

  @Test func aDeliveryKnowsTheReleaseBeforeItByTheLettersOfItsName() {
    func delivery(_ file: String, _ day: String, _ id: String) -> Delivery {
      var delivery = Delivery()
      (delivery.id, delivery.file, delivery.layout) = (id, file, "official statistics")
      delivery.broughtOn = ImpreciseDate(day)
      return delivery
    }
    var workspace = Workspace()
    workspace.deliveries.append(contentsOf: [
      delivery("b1_children_2013_to_2024.csv", "2025-11-03", "first"),
      delivery("b1_children_2013_to_2025.csv", "2026-03-01", "second"),
      delivery("c1_referrals_2025.csv", "2026-04-01", "other"),
    ])
    let next = delivery("b1_children_2013_to_2026.csv", "2026-11-30", "")
    #expect(workspace.lastDelivery(before: next)?.id == "second")
    #expect(workspace.lastDelivery(before: delivery("new.csv", "2026-11-30", "")) == nil)
  }
}
