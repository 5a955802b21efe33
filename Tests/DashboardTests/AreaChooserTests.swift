import Dashboard
import TerminalUI
import Testing

/// Who looks after several areas sees where most is late, and opens one with two keys.
@Suite struct AreaChooserTests {
  private static func chooser(last: String? = nil) -> AreaChooser {
    func area(_ name: String, _ title: String, _ overdue: Int, _ soon: Int) -> AreaChooser.Area {
      .init(
        name: name, title: title, overdue: overdue, soon: soon,
        next: soon == 0 ? ("", "", "") : ("Thu  4 Apr", "Send the \(name) report", "Police"))
    }
    return AreaChooser(
      [
        area("ashby", "Ashby and the Vale", 2, 5), area("brook", "Brook", 14, 1),
        area("clay", "Clay", 0, 0),
      ], of: "north-region", handling: "OFFICIAL-SENSITIVE", day: "Sun 31 Mar 2024",
      theme: ResolvedTheme(name: "dark") { _ in Style() }, glyphs: .of(.ascii), last: last)
  }

  private func lines(_ chooser: inout AreaChooser, _ width: Int, _ height: Int) -> [String] {
    let canvas = chooser.draw(in: Size(width, height))
    return canvas.rows
  }

  @Test func theWorstAreaComesFirstAndTheAnswerAboveAll() {
    var chooser = Self.chooser()
    #expect(
      lines(&chooser, 100, 11).map { $0.trimmed } == [
        " MASA  north-region                                      OFFICIAL-SENSITIVE | as at Sun 31 Mar 2024",
        "  16 overdue        6 due in 14 days    most in brook",
        " in 2 of 3 areas    and not late        14 of 16",
        "= Areas: Enter opens one ================================================================= 3 areas =",
        " Narrow:",
        "    Late  In 14 days  Area   Name                Next        Whose   What is owed next",
        ">!    14           1  brook  Brook               Thu  4 Apr  Police  Send the brook report",
        " !     2           5  ashby  Ashby and the Vale  Thu  4 Apr  Police  Send the ashby report",
        "       0           0  clay   Clay",
        "",
        " Enter open   Up Down move   letters narrow   Esc leave",
      ])
  }

  @Test func aKeyMovesLettersNarrowAndEnterOpens() {
    var chooser = Self.chooser()
    for key in [Key.down, .enter] { _ = chooser.receive(.key(key)) }
    #expect(chooser.chosen == "ashby")
    chooser = Self.chooser()
    for letter in "vale" { _ = chooser.receive(.key(.character(letter))) }
    #expect(lines(&chooser, 80, 12).filter { $0.contains("Police") }.count == 1)
    _ = chooser.receive(.key(.enter))
    #expect(chooser.chosen == "ashby")
    #expect(chooser.isFinished)
  }

  @Test func whatIsCalledNothingCannotBeOpenedAndEscapeShowsAllAgain() {
    var chooser = Self.chooser()
    for key in [Key.character("x"), .character("y"), .enter, .end] {
      _ = chooser.receive(.key(key))
    }
    #expect(!chooser.isFinished)
    #expect(lines(&chooser, 80, 12).contains { $0.contains("No area is called so") })
    _ = chooser.receive(.key(.escape))
    #expect(lines(&chooser, 80, 12).contains { $0.contains("3 areas") })
    _ = chooser.receive(.key(.escape))
    #expect(chooser.isFinished)
    #expect(chooser.chosen == nil)
  }

  @Test func whoComesBackStandsWhereTheyWere() {
    var chooser = Self.chooser(last: "clay")
    #expect(lines(&chooser, 80, 12).contains { $0.hasPrefix(">") && $0.contains("clay") })
  }

  @Test(arguments: [(1, 1), (20, 3), (40, 6), (60, 20), (220, 60)])
  func everyWindowIsDrawn(width: Int, height: Int) {
    var chooser = Self.chooser()
    for key in [Key.pageDown, .up, .end, .home] {
      _ = chooser.receive(.key(key))
      #expect(lines(&chooser, width, height).count == height)
    }
    _ = chooser.receive(.mouse(MouseEvent(.press, at: Point(5, 7))))
    #expect(lines(&chooser, width, height).count == height)
  }
}

extension String {
  /// The line without the blanks at its end.
  fileprivate var trimmed: String { String(reversed().drop { $0 == " " }.reversed()) }
}
