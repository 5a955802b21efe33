import Dashboard
import Safeguarding
import TerminalUI
import Testing

/// What holds in every section of every pane: the answer stands first and its alarm can be found below it, and
/// nothing is said in words that only files know.
@Suite struct SectionRuleTests {
  static let scenes = Scene.tabs + Scene.sections

  private func content(_ scene: Scene) -> PaneContent { scene.dashboard(on: .sample).content }

  @Test("A count alone is no answer, and an alarm stands first", arguments: scenes)
  func ledeAnswers(_ scene: Scene) {
    let lede = content(scene).lede
    #expect(lede.contains { !$0.how.isEmpty }, "\(lede.map(\.what.plain))")
    let alarms = lede.indices.filter { lede[$0].what.spans.contains { $0.role == .alarm } }
    #expect(alarms.isEmpty || alarms == [0], "\(lede.map(\.what.plain))")
  }

  @Test("What an alarm counts is marked in a list below it", arguments: scenes)
  func alarmLeadsSomewhere(_ scene: Scene) {
    let content = content(scene)
    guard content.lede.first?.what.spans.contains(where: { $0.role == .alarm }) ?? false else {
      return
    }
    let marked = content.panels.compactMap(\.table).contains { table in
      (0..<table.count).contains { row in
        !table[row].isHeading
          && table[row].cells.contains { $0.spans.contains { $0.role == .overdue } }
      }
    }
    #expect(marked, "\(content.lede.map(\.what.plain))")
  }

  @Test(
    "A dash is no number, and what a band says is not said again in each row", arguments: scenes)
  func cellsSaySomething(_ scene: Scene) {
    for panel in content(scene).panels {
      guard let table = panel.table else { continue }
      let rows = (0..<table.count).map { table[$0] }
      let dashes = rows.contains { row in
        // The plan of 2007 prints a dash as the number of an objective.
        zip(table.columns, row.cells).contains {
          !["", "No"].contains($0.title) && $1.plain == "-"
        }
      }
      #expect(!dashes, "\(panel.title)")
      guard rows.first?.isHeading ?? false else { continue }
      for column in table.columns.indices where table.columns[column].title != "" {
        var band = ""
        let repeats = rows.allSatisfy { row in
          if row.isHeading {
            band = row.cells.first?.plain.lowercased() ?? ""
            return true
          }
          let cell = column < row.cells.count ? row.cells[column].plain.lowercased() : ""
          return cell.count > 3 && band.hasSuffix(cell)
        }
        #expect(!repeats, "\(panel.title): \(table.columns[column].title)")
      }
    }
  }

  @Test func aDateIsNotBroken() {
    let place = Place(GroupsPane.id, ["documents"])
    var dashboard = Fixture.sample.dashboard(at: place)
    let shown = dashboard.draw(in: Size(120, 40)).rows
    #expect(shown.contains { $0.contains("Wed 14 Feb") }, "\(shown)")
  }

  @Test func listsHaveShortNamesAndPagesHaveWholeOnes() {
    let list = content(Scene(name: "reports", place: Place(GroupsPane.id, ["reports-up"])))
    let cells = list.panels.first?.table.map { table in
      (0..<table.count).flatMap { table[$0].cells.map(\.plain) }
    }
    #expect(cells?.contains { $0.hasPrefix("PMQA") } ?? false)
    #expect(!(cells?.contains { $0.hasPrefix("Performance Management") } ?? true))
    let page = Fixture.sample.dashboard(
      at: Place(record: RecordID(WorkItem.kind, "pmqa-illustrative-fostering")))
    #expect(
      page.plainLines.contains {
        $0.contains("Performance Management and Quality Assurance (PMQA)")
      })
    #expect(page.plainLines.count { $0.contains("pmqa-illustrative-fostering") } == 1)
  }

  @Test func aPersonIsShownWithAllOffices() {
    var dashboard = Fixture.sample.dashboard(at: Place(ExecutivePane.id, ["people"]))
    _ = dashboard.receive(.key(.down))
    let rows = dashboard.draw(in: Size(120, 40)).rows
    #expect(
      rows.contains {
        $0.contains("Kent and Medway Clinical Commissioning Group, as printed Mar 2022")
      },
      "\(rows)")
  }

  @Test func notesNameRecordsInsteadOfTheirIDs() {
    let workspace = Fixture.sample.workspace
    let voice = Fixture.sample.dashboard(
      at: Place(record: RecordID(VoiceActivity.kind, "kscmp-voice-forums"))
    ).plainLines.flatMap { $0.split(separator: " ") }.joined(separator: " ")
    #expect(voice.contains("lasting ways are action \"Find further, more lasting ways"), "\(voice)")
    #expect(!voice.contains("kscmp-commitment-children-and-families"), "\(voice)")
    func named(_ text: String) -> String {
      var naming = RecordNaming(workspace)
      return naming.text(text)
    }
    #expect(
      named("See event young-persons-conference-2024.").contains(
        "\"Young Persons conference\""))
    #expect(
      named("the agency hmyoi-cookham-wood is") == "the agency \"Cookham Wood\" is")
    #expect(named("meeting (custody-concordat).") == "meeting (Custody Concordat).")
    for text in ["A multi-agency audit, face-to-face.", "2023-24", "no-such-record-2024", ""] {
      #expect(named(text) == text)
    }
  }

  /// A text may hold millions of words that could be ids, and a record a title as long as a file.
  @Test func idsAreNamedAsFarAsAnybodyReads() {
    var workspace = Workspace()
    var action = ActionItem()
    (action.id, action.title) = ("a-b-c", String(repeating: "long ", count: 1_000))
    workspace.actions.append(action)
    let rest = (0..<2_000).map { "x-\($0)" }.joined(separator: " ") + " action a-b-c"
    var naming = RecordNaming(workspace)
    let named = naming.text("action a-b-c \(rest)")
    #expect(named.hasPrefix("action \"long long"))
    #expect(named.utf8.count < rest.utf8.count + 200 && named.hasSuffix(rest))
    // The texts of a record are counted together.
    #expect(naming.text("action a-b-c") == "action a-b-c")
    var other = RecordNaming(workspace)
    for text in ["das-Wörter-buch, 保-護", "a-b\u{301}-c", "-", "a-b-c-"] {
      #expect(other.text(text) == text)
    }
  }
}
