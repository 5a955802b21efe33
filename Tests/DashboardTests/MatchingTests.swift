import Letters
import Safeguarding
import TerminalUI
import Testing

@testable import Dashboard
@testable import Entry
@testable import Reports

/// Whatever looks for something or is told a name takes the same letters for the same.
@Suite struct MatchingTests {
  private static let pairs: [(text: String, typed: String)] = [
    ("Prüfung", "prufung"), ("Prufung", "prüfung"), ("Straße", "STRASSE"),
    ("Ærø Łódź", "aero lodz"),
    ("children’s", "children's"), ("Tim O'Brien", "tim o’brien"), ("O‘Brien", "o`brien"),
    ("re-use", "reuse"), ("reuse", "re-use"), ("re use", "re-use"), ("Re‑Use", "re–use"),
    ("tool…", "tool..."), ("so\u{ad}ft\u{200b}ly", "softly"), ("softly", "so\u{ad}ftly\u{feff}"),
    ("a\u{a0}\u{a0}bc", "a bc"), ("DIYARBAKIR", "dıyarbakır"), ("ＦＵＬＬ", "full"), ("ﬁle", "file"),
    ("Zoe\u{308}", "Zoë"), ("👩\u{200d}👧 home", "👩👧 home"),
  ]

  private static func row(_ text: String, _ typed: String) -> Bool {
    let rows = TableRows([TableRow(id: "1", cells: [Line(text)])])
    let context = Fixture.empty.dashboard(at: Place(OverviewPane.id)).context
    let terms = FilterText(typed, columns: [Column("", .main())], context).terms
    return FilterIndex(rows).rows(fulfilling: terms, in: [0]) == [0]
  }

  private static func workspace(_ text: String) -> Workspace {
    var workspace = Workspace()
    var agency = Agency()
    (agency.id, agency.name) = ("one", text)
    workspace.add([agency], from: "agencies.json")
    return workspace
  }

  private static func entry(_ text: String) -> EntryContext {
    EntryContext(workspace(text), on: CalendarDate(dayNumber: 19_800))
  }

  private static func agenda(_ text: String, _ typed: String) -> Bool {
    var (meeting, item) = (Meeting(), AgendaItem())
    item.title = text
    meeting.agenda = [item]
    do throws(AgendaItemSearch.Problem) {
      return try AgendaItemSearch(meeting).index(of: typed) == 0
    } catch {
      return false
    }
  }

  private static func named(_ name: String) -> Owner {
    var owner = Owner()
    owner.name = name
    return owner
  }

  private static let matchers: [(name: String, finds: @Sendable (String, String) -> Bool)] = [
    ("the filter of a list", { row($0, $1) }),
    ("a chooser", { FuzzyMatcher.score($1, in: $0) != nil }),
    (
      "the marks of the palette",
      { text, typed in text.matched(by: typed, .text).spans.contains { $0.role == .match } }
    ),
    (
      "a field that refers to a record",
      { EntryKind.reference(Agency.kind).reading(of: $1, entry($0)).value == .text("one") }
    ),
    (
      "a field of owners",
      {
        EntryKind.owners(isSeveral: false).reading(of: $1, entry($0)).value?["agency"]
          == .text("one")
      }
    ),
    (
      "a choice",
      { text, typed in
        EntryKind.option(
          typed, among: [EntryKind.Option(value: .text("x"), title: "\(text) and more")]) != nil
          || typed.folds(apart: text)
      }
    ),
    ("an item of an agenda", { agenda($0, $1) }),
    ("--owner", { named($0).isMeant(by: $1, workspace($0)) }),
  ]

  @Test(arguments: pairs.indices, matchers.indices)
  func allMatchersAgree(pair: Int, matcher: Int) {
    let (text, typed) = Self.pairs[pair]
    #expect(Self.matchers[matcher].finds(text, typed), "\(Self.matchers[matcher].name)")
  }

  @Test(arguments: matchers.indices)
  func nothingElseIsFound(matcher: Int) {
    // The palette marks letters in their order where it found a row by something else.
    if Self.matchers[matcher].name == "the marks of the palette" { return }
    #expect(!Self.matchers[matcher].finds("Prüfung", "prüfer"), "\(Self.matchers[matcher].name)")
  }

  @Test func thePaletteFindsNamesHoweverTheyAreTyped() {
    var group = PartnershipGroup()
    (group.id, group.name) = ("x", "Children’s Übung")
    var workspace = Workspace()
    workspace.add([group], from: "groups/x/group.json")
    let day = CalendarDate(dayNumber: 19_800)
    let texts = FindableTexts(
      PaneContext(workspace: workspace, day: day, scope: .all, glyphs: .of(.ascii)))
    #expect(texts.positions(holding: Folding.words(of: "childrens ubung"), atMost: 9).count == 1)
  }

  @Test func namesAreSortedAsTheyAreCompared() {
    let names = ["Zoë", "Ödön", "ostrich", "Ålesund", "alpha"]
    let rows = TableRows(names.map { TableRow(id: $0, cells: [Line($0)]) })
    #expect(
      rows.sorted(by: 0, isDescending: false).map { names[$0] }
        == ["Ålesund", "alpha", "Ödön", "ostrich", "Zoë"])
  }
}

extension String {
  /// Whether one of both has a joint that the other lacks, which a choice does not look over.
  fileprivate func folds(apart text: String) -> Bool {
    !text.isSame(as: self) && filter(\.isLetter).isSame(as: text.filter(\.isLetter))
  }
}
