import Safeguarding
import Testing

@Suite struct NewRecordTests {
  private static let area: Workspace = {
    var workspace = Workspace()
    var group = PartnershipGroup()
    (group.id, group.name) = ("pmqa", "Quality Assurance")
    var seat = Seat()
    (seat.id, seat.title) = ("pmqa.chair", "Chair")
    group.seats = [seat]
    workspace.add([group], from: "groups/pmqa/group.json")
    var agency = Agency()
    (agency.id, agency.name) = ("police", "Police")
    workspace.add([agency], from: "agencies.json")
    workspace.settings.title = "Area"
    return workspace
  }()

  @Test(arguments: [
    ("action", ["title": "Send it", "group": "pmqa"], "groups/pmqa/actions.json", ""),
    ("agency", ["name": "NHS Kent & Medway"], "agencies.json", "nhs-kent-medway"),
    ("review", ["title": "Élan's review"], "reviews/elans-review.json", "elans-review"),
    ("group", ["name": "pmqa"], "groups/pmqa-2/group.json", "pmqa-2"),
    ("partnership", ["id": "nscp", "name": "North"], "partnerships/nscp/partnership.json", "nscp"),
    ("plan", ["title": "Plan", "partnership": "nscp"], "partnerships/nscp/plans.json", "plan"),
    ("rule", ["title": "Local", "id": "local"], "rules.json", "local"),
    ("rule", ["title": "Tell the panel: at once"], "rules.json", "tell-the-panel-at-once"),
    ("cluster", ["title": "Early help", "partnership": "nscp"], "dataset/nscp.json", "early-help"),
    (
      "indicator", ["title": "Children with a plan, per 10,000", "partnership": "nscp"],
      "dataset/nscp.json", "children-with-a-plan-per-10-000"
    ),
    (
      "comparatorGroup", ["title": "Neighbours"], "dataset/comparators.json", "neighbours"
    ),
    (
      "obligation", ["title": "Yearly report", "partnership": "nscp"],
      "partnerships/nscp/obligations.json", ""
    ),
    ("value", ["indicator": "plans", "period": "2024-03"], "dataset/values/values-2023.json", ""),
    ("person", ["name": "Zoë Müller-Østergård"], "people.json", "zoe-muller-ostergard"),
    ("agency", ["name": "北京"], "agencies.json", "agency"),
  ])
  func aNewRecordGoesWhereItsKindLies(
    kind: String, fields: [String: String], document: String, id: String
  ) throws {
    let type = try #require(Kinds.type(named: kind))
    let value = StoredValue.record(fields.map { .init($0.key, .text($0.value)) })
    let new = try Self.area.placing(value, as: type)
    #expect(new.document == document)
    #expect(new.record.id == id)
    #expect(new.value["id"]?.text == (id.isEmpty ? nil : id))
    #expect(Self.area.changes(adding: new).map(\.document) == [document])
  }

  /// Where a form knows the file already, the id is made in the same way.
  @Test func theFileMayBeKnownAlready() throws {
    let cluster = StoredValue.record([.init("title", .text("Early help"))])
    let new = try Self.area.placing(cluster, as: Cluster.self, in: "dataset/area.json")
    #expect(new.document == "dataset/area.json" && new.record.id == "early-help")
    let action = StoredValue.record([.init("title", .text("Send it"))])
    let other = try Self.area.placing(action, as: ActionItem.self, in: "groups/x/actions.json")
    #expect(other.record.id.isEmpty && other.value["id"] == nil)
  }

  @Test(arguments: [
    ("Zoë Müller-Østergård", "zoe-muller-ostergard"), ("ZOË", "zoe"), ("Zoe\u{308}", "zoe"),
    ("Łódź, Ærø & Straße", "lodz-aero-strasse"), ("Þór Œuvre", "thor-oeuvre"),
    ("Llŷn ab Ŵyn", "llyn-ab-wyn"), ("Ștefan Țurcanu", "stefan-turcanu"),
    ("St. John's (North)", "st-johns-north"), ("children’s", "childrens"), ("A ÷ B", "a-b"),
    ("  --- ", ""), ("", ""), ("北京", ""), ("北京 2008", "2008"),
    (
      "The Local Safeguarding Arrangements of the Whole Area",
      "the-local-safeguarding-arrangements-of"
    ),
    (String(repeating: "x", count: 60) + " y", String(repeating: "x", count: 40)),
    ("a " + String(repeating: "x", count: 60) + " y", "a"),
  ])
  func aNameBecomesAnID(_ name: String, _ id: String) {
    #expect(name.asID == id)
    #expect(name.asID.asID == id)
  }

  @Test func idsOfTheSameNameAreNumbered() {
    let taken: Set = ["agency", "agency-2", "pmqa.chair"]
    #expect(Agency.kind.newID(of: "北京") { taken.contains($0) } == "agency-3")
    #expect(Seat.kind.newID(of: "Chair", after: "pmqa.") { taken.contains($0) } == "pmqa.chair-2")
    #expect(ComparatorGroup.kind.newID(of: "") { taken.contains($0) } == "comparatorgroup")
  }

  @Test func aSeatGoesIntoItsGroupBehindTheOthers() throws {
    let value = StoredValue.record([.init("title", .text("Vice chair"))])
    let new = try Self.area.placing(value, as: Seat.self, inside: "pmqa")
    let change = try #require(Self.area.changes(adding: new).first)
    #expect(change.record == RecordID(PartnershipGroup.kind, "pmqa") && change.field == "seats")
    #expect(
      change.to?.elements?.compactMap { $0["id"]?.text } == ["pmqa.chair", "pmqa.vice-chair"])
  }

  @Test func aPublishedDocumentGoesIntoTheWorkspace() throws {
    let value = StoredValue.record([.init("title", .text("Annual report 2025"))])
    let new = try Self.area.placing(value, as: SourceDocument.self)
    #expect(new.document == "workspace.json" && new.record.id == "annual-report-2025")
  }

  @Test(arguments: [
    ("action", "Group is needed: it says where the record is kept."),
    ("seat", "It belongs to a record of the kind group: say which one."),
  ])
  func whatSaysTooLittleIsAskedFor(kind: String, sentence: String) throws {
    let type = try #require(Kinds.type(named: kind))
    let value = StoredValue.record([.init("title", .text("Send it"))])
    let problem = #expect(throws: NewRecord.Problem.self) {
      try Self.area.placing(value, as: type)
    }
    #expect(problem?.sentence == sentence)
  }

  @Test func aRecordStandsInTheFileThatItWasReadFrom() {
    var workspace = Self.area
    var action = ActionItem()
    (action.id, action.group) = ("a1", "pmqa")
    workspace.add([action], from: "groups/other/actions.json")
    var later = Workspace()
    (action.id, action.group) = ("a2", "pmqa")
    later.actions.append(action)
    workspace.join([later])
    #expect(workspace.document(of: RecordID(ActionItem.kind, "a1")) == "groups/other/actions.json")
    #expect(workspace.document(of: RecordID(ActionItem.kind, "a2")) == "groups/pmqa/actions.json")
    #expect(workspace.holder(of: RecordID(Seat.kind, "pmqa.chair"))?.index == 0)
  }

  /// A review can do without who commissioned it only where another partnership keeps it; so a new one
  /// begins with the only partnership there is.
  @Test func aReviewBeginsWithTheOnlyPartnership() throws {
    let workspace = try SmallArea.workspace()
    let all = workspace.partnerships.all
    let alone = workspace.beginning(of: Review.self, for: Array(all.prefix(1)))
    #expect(alone?["commissionedBy"]?.text == all.first?.id)
    #expect(alone?["currentOwner"] == nil)
    #expect(workspace.beginning(of: Review.self, for: all)?["commissionedBy"] == nil)
  }
}
