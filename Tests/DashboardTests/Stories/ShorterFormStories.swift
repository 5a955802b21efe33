import Dashboard
import Safeguarding
import TerminalUI
import Testing

/// What somebody is spared who enters a partnership and knows no computers.
@Suite struct ShorterFormStories {
  @Test func whatIsTypedWhereARowIsAddedBeginsIt() {
    story(on: .empty, at: Place(GroupsPane.id)) {
      press("a")
      typing("Quality Group")
      going(to: "Seats")
      typing("a chair")
      expect(contains: "> Add seat")
      expect(field: "Seat", "a chair")
    }
  }

  @Test func lettersOnAButtonSayWhatToPress() {
    story(on: .empty, at: Place(GroupsPane.id)) {
      press("a")
      typing("Quality Group")
      press("PgDn")
      typing("x")
      expect(lastLine: "Enter saves. Up goes back to the last field, where you can type.")
    }
  }

  @Test func lettersOnARowSayWhatToPress() {
    story(on: .empty, at: Place(GroupsPane.id)) {
      press("a")
      typing("Quality Group")
      going(to: "Seats")
      typing("Chair")
      press("Ctrl-S", "Up")
      typing("x")
      expect(lastLine: "Enter opens this seat to change it, a adds another seat")
    }
  }

  @Test func theHolderOfASeatIsEnteredBesideIt() {
    story(on: .sample, at: Place(RecordPane.id, ["group", "mscp-pmqa"])) {
      press("e")
      going(to: "Seats")
      typing("Vice-chair")
      going(to: "Held by")
      typing("paula wil")
      press("Tab")
      typing("apr 2023")
      press("Ctrl-S", "Ctrl-S")
      expect(
        editHas: "{id: mscp-pmqa.vice-chair, title: Vice-chair, "
          + "holders: [{person: paula-wilkins, from: 2023-04}]}")
    }
  }

  @Test func aDayWithoutAHolderAsksForThePerson() {
    story(on: .sample, at: Place(RecordPane.id, ["group", "mscp-pmqa"])) {
      press("e")
      going(to: "Seats")
      typing("Vice-chair")
      going(to: "Since")
      typing("apr 2023")
      press("Ctrl-S")
      expect(contains: "x Held by is needed. Who holds or held the office.")
    }
  }

  @Test func aRowThatWasLeftByEscIsSavedToo() {
    story(on: .sample, at: Place(RecordPane.id, ["group", "mscp-pmqa"])) {
      press("e")
      going(to: "Seats")
      typing("Vice-chair")
      press("Esc", "Ctrl-S")
      expect(editHas: "{id: mscp-pmqa.vice-chair, title: Vice-chair}")
    }
  }

  @Test func theNextValueIsAddedWithoutAsking() throws {
    let workspace = Fixture.sample.workspace
    let indicator = try #require(
      workspace.indicators.all.first { workspace.values(of: $0).count > 1 })
    story(on: .sample, at: Place(record: indicator.link)) {
      press("Tab")
      expect(focus: "Values and comparators")
      press("a")
      expect("the period is asked for") { $0.form?.focused?.label == "Period" }
    }
    story(on: .sample, at: Place(record: indicator.link)) {
      press("Tab", "Tab", "a")
      expect(contains: "Add comparator")
    }
  }

  @Test func theExecutiveFollowsFromTheOnlyGroupOfItsKind() throws {
    var workspace = Fixture.sample.workspace
    var partnerships = RecordTable<Partnership>()
    for var partnership in workspace.partnerships.all {
      if partnership.id == "mscp" { partnership.executive = nil }
      partnerships.append(partnership)
    }
    workspace.partnerships = partnerships
    let changed = workspace
    let mscp = try #require(changed.partnerships["mscp"])
    #expect(changed.executive(of: mscp, on: Fixture.today)?.id == "mscp-executive")
    story(on: .sample, at: Place(RecordPane.id, ["partnership", "mscp"])) {
      message(.loaded(changed))
      expect("the page says it") { dashboard in
        dashboard.plainLines.contains { $0.contains("its only group of the kind executive") }
      }
      press("e")
      expect(contains: "follows: ")
    }
  }

  @Test func whatARuleCountsFromIsDividedAndExplained() {
    story(on: .empty, at: Place(RecordsPane.id, ["rule"])) {
      press("a")
      typing("Challenge log")
      going(to: "Counted from")
      expect(contains: "Usual:", "( ) a period ends", "steps of a review (7)")
      expect(lacks: "the rapid review went")
      typing("a period e")
      expect(contains: "For what is owed after each month, quarter or year")
    }
  }

  @Test func noLabelIsAWordOfTheFile() {
    let strange = [
      "offset", "tenure", "trigger", "division", "polarity", "day one", "one for", "hows",
      "term months", "direction", "shifts", "numerator", "denominator", "supersedes", "parents",
    ]
    var labels: Set<String> = []
    var seen: Set<String> = []
    func visit(_ shape: RecordShape) {
      guard seen.insert(shape.kind.name).inserted else { return }
      labels.insert(shape.kind.title.lowercased())
      for field in shape.fields {
        labels.insert(shape.label(of: field.name).lowercased())
        switch field.shape {
        case .record(let inner), .list(.record(let inner)): visit(inner)
        default: break
        }
      }
    }
    for type in Kinds.all { visit(RecordShape(of: type)) }
    #expect(labels.count > 150)
    for label in labels {
      #expect(!strange.contains { label.hasPrefix($0) }, "\(label)")
    }
  }
}
