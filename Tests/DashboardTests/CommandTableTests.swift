import Dashboard
import Safeguarding
import TerminalUI
import Testing

/// The table from which keys, hints, help, palette and manual come.
@Suite struct CommandTableTests {
  @Test func noKeyIsBoundTwice() {
    var owners: [Key: [String]] = [:]
    for command in Command.all {
      for key in command.keys { owners[key, default: []].append(command.kind?.name ?? "anywhere") }
    }
    // Kinds may share a key: the selected record tells which is meant.
    for (key, kinds) in owners {
      let isClear =
        kinds.count == Set(kinds).count && (kinds.count == 1 || !kinds.contains("anywhere"))
      #expect(isClear, "\(key.label) is bound for \(kinds).")
    }
  }

  @Test func idsAndTitlesAreUnique() {
    #expect(Set(Command.all.map(\.id)).count == Command.all.count)
    #expect(Set(Command.all.map(\.title)).count == Command.all.count)
  }

  @Test(arguments: Command.all.map(\.id)) func hasTitleSectionAndKey(_ id: String) throws {
    let command = try #require(Command.all.first { $0.id == id })
    #expect(command.title.first?.isUppercase == true)
    #expect(!command.title.hasSuffix("."))
    #expect(!command.section.isEmpty)
    #expect(!command.keys.isEmpty)
  }

  /// Over a slow line Esc comes late, function keys may belong to the terminal, and not everybody
  /// has a mouse: another key does the same.
  @Test(arguments: Command.all.map(\.id)) func hasAKeyThatAlwaysWorks(_ id: String) throws {
    let command = try #require(Command.all.first { $0.id == id })
    let always = command.keys.filter { key in
      switch key {
      case .function, .escape: false
      default: true
      }
    }
    #expect(!always.isEmpty, "\(command.title) needs a function key or Esc.")
  }

  @Test(arguments: ["?", ":"], Command.all.map(\.id))
  func standsInHelpAndPalette(_ opener: String, _ id: String) throws {
    let command = try #require(Command.all.first { $0.id == id })
    // Help says the keys first, the palette what is done.
    let all = command.keys.map(\.label)
    let keys = opener == "?" ? all.joined(separator: " ") : all.first ?? ""
    story(on: .sample) {
      press(opener)
      typing(command.title)
      expect(selected: command.title)
      expect(row: opener == "?" ? keys : command.title, opener == "?" ? command.title : keys)
    }
  }

  @Test func paneDigitsAreTheirPlaces() {
    for (index, pane) in panes.enumerated() {
      story(on: .sample) {
        press(String(index + 1))
        expect(header: pane.title)
        expect("the pane is \(pane.id)") { $0.visit.place.pane == pane.id }
      }
    }
  }

  @Test(arguments: [40, 60, 80, 100, 120]) func hintsFitAndHelpAndQuitAreAlwaysThere(_ width: Int) {
    for scene in Scene.tabs + Scene.inside {
      var dashboard = scene.dashboard(on: .sample)
      let line = dashboard.draw(in: Size(width, 24)).rows.last ?? ""
      #expect(line.contains("? help") && line.contains("q quit"), "\(scene.name): \(line)")
      #expect(!line.contains("…"), "\(scene.name), \(width) columns: \(line)")
    }
  }

  @Test(arguments: Command.all.compactMap(\.hint)) func hintIsAWord(_ hint: String) {
    #expect(hint.count <= 12)
    #expect(hint.allSatisfy { $0.isLowercase || $0 == " " })
  }
}
