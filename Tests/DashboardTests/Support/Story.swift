import Dashboard
import Safeguarding
import TerminalUI
import Testing

/// What happens at the terminal: keys and mouse in, screen and effects out.
struct Story {
  var dashboard: Dashboard
  var size: Size
  /// What the last step asked for.
  var effects: [DashboardEffect] = []

  /// The screen as it looks now.
  mutating func screen() -> Canvas { dashboard.draw(in: size) }

  mutating func receive(_ event: TerminalEvent) {
    _ = screen()
    effects = dashboard.receive(event)
  }

  /// Fails with the screen, so that one sees what was there instead.
  ///
  /// The screen is told in ASCII: output that `swift test` cuts within a character is lost.
  mutating func fail(_ sentence: String, _ sourceLocation: SourceLocation) {
    let rows = Snapshot.rows(of: screen()).map { row in
      String(row.map { $0.isASCII ? $0 : $0 == "─" ? "-" : $0 == "│" ? "|" : "?" })
    }
    Issue.record("\(sentence)\n\(rows.joined(separator: "\n"))", sourceLocation: sourceLocation)
  }
}

/// One thing done or expected in a story.
struct Step {
  let happen: (inout Story) -> Void

  init(_ happen: @escaping (inout Story) -> Void) { self.happen = happen }
}

@resultBuilder enum StoryBuilder {
  static func buildExpression(_ step: Step) -> [Step] { [step] }
  static func buildBlock(_ steps: [Step]...) -> [Step] { steps.flatMap(\.self) }
  static func buildArray(_ steps: [[Step]]) -> [Step] { steps.flatMap(\.self) }
}

/// Tells a story on the given data, step after step.
func story(
  on fixture: Fixture, at place: Place = Place(OverviewPane.id), size: Size = Size(120, 40),
  keymap: Keymap = .standard, asLeft: AsLeft = AsLeft(), @StoryBuilder _ steps: () -> [Step]
) {
  var story = Story(
    dashboard: fixture.dashboard(at: place, keymap: keymap, asLeft: asLeft), size: size)
  for step in steps() { step.happen(&story) }
}

// MARK: What people do

/// Presses keys by the names that the help gives them.
func press(_ names: String..., sourceLocation: SourceLocation = #_sourceLocation) -> Step {
  Step { story in
    for name in names {
      guard let key = Key(named: name) else {
        story.fail("There is no key \(name).", sourceLocation)
        return
      }
      story.receive(.key(key))
    }
  }
}

/// Types a text, character by character.
func typing(_ text: String) -> Step {
  Step { story in
    for character in text { story.receive(.key(.character(character))) }
  }
}

/// Pastes a text in one go.
func pasting(_ text: String) -> Step { Step { $0.receive(.paste(text)) } }

/// Does something with the mouse where a text stands on the screen.
func mouse(
  _ action: MouseEvent.Action, on text: String, sourceLocation: SourceLocation = #_sourceLocation
) -> Step {
  Step { story in
    for (y, row) in story.screen().rows.enumerated() {
      guard let range = row.firstRange(of: text) else { continue }
      let x = row.distance(from: row.startIndex, to: range.lowerBound)
      story.receive(.mouse(MouseEvent(action, at: Point(x, y))))
      return
    }
    story.fail("There is no \(text) to point at.", sourceLocation)
  }
}

/// Presses where a text stands on the last line.
func press(
  onLastLine text: String, _ action: MouseEvent.Action = .press,
  sourceLocation: SourceLocation = #_sourceLocation
) -> Step {
  Step { story in
    let row = story.screen().rows.last ?? ""
    guard let range = row.firstRange(of: text) else {
      story.fail("The last line has no \(text) to point at.", sourceLocation)
      return
    }
    let x = row.distance(from: row.startIndex, to: range.lowerBound)
    story.receive(.mouse(MouseEvent(action, at: Point(x, story.size.height - 1))))
  }
}

/// Makes the window another size.
func resize(to size: Size) -> Step {
  Step { story in
    story.size = size
    story.receive(.resized(size))
  }
}

/// Something else happens at the terminal.
func event(_ event: TerminalEvent) -> Step { Step { $0.receive(event) } }

/// Work done elsewhere comes back.
func message(_ message: DashboardMessage) -> Step {
  Step { $0.effects = $0.dashboard.receive(message) }
}

/// Goes from panel to panel until the one with a title has the keys.
func focusing(on title: String, sourceLocation: SourceLocation = #_sourceLocation) -> Step {
  Step { story in
    for _ in story.dashboard.content.panels {
      if story.dashboard.focusedPanel?.title == title { return }
      story.receive(.key(.tab))
    }
    story.fail("There is no panel \(title).", sourceLocation)
  }
}
