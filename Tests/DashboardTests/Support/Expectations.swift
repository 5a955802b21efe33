import Dashboard
import Safeguarding
import TerminalUI
import Testing

/// The screen shows each of these texts.
func expect(contains texts: String..., sourceLocation: SourceLocation = #_sourceLocation) -> Step {
  Step { story in
    let rows = story.screen().rows
    for text in texts where !rows.contains(where: { $0.contains(text) }) {
      story.fail("The screen does not show \(text).", sourceLocation)
    }
  }
}

/// The screen shows none of these texts.
func expect(lacks texts: String..., sourceLocation: SourceLocation = #_sourceLocation) -> Step {
  Step { story in
    let rows = story.screen().rows
    for text in texts where rows.contains(where: { $0.contains(text) }) {
      story.fail("The screen shows \(text).", sourceLocation)
    }
  }
}

/// A row of the screen holds all these texts, in this order.
func expect(row texts: String..., sourceLocation: SourceLocation = #_sourceLocation) -> Step {
  Step { story in
    let isThere = story.screen().rows.contains { row in
      var rest = Substring(row)
      return texts.allSatisfy { text in
        guard let range = rest.firstRange(of: text) else { return false }
        rest = rest[range.upperBound...]
        return true
      }
    }
    if !isThere {
      story.fail("No row holds \(texts.joined(separator: " … ")).", sourceLocation)
    }
  }
}

/// The header says where one is.
func expect(header text: String, sourceLocation: SourceLocation = #_sourceLocation) -> Step {
  Step { story in
    let header = story.screen().rows.first ?? ""
    if !header.contains(text) { story.fail("The header does not say \(text).", sourceLocation) }
  }
}

/// The last line says something, or the rows above it what finds no room there.
func expect(lastLine text: String, sourceLocation: SourceLocation = #_sourceLocation) -> Step {
  Step { story in
    let rows = story.screen().rows.suffix(6)
    let start = rows.lastIndex { $0.contains("═ Message ═") || $0.contains("═ Question ═") }
    let above = rows[(start ?? rows.endIndex)...].dropLast()
    let words = above.joined(separator: " ").split(separator: " ").joined(separator: " ")
    let line = rows.last ?? ""
    if !line.contains(text), !words.contains(text) {
      story.fail("The last line does not say \(text).", sourceLocation)
    }
  }
}

/// The highlighted row holds a text.
func expect(selected text: String, sourceLocation: SourceLocation = #_sourceLocation) -> Step {
  Step { story in
    let canvas = story.screen()
    let selected = (0..<canvas.size.height).map { y in
      canvas.row(y).contains { $0.role == .selected } ? canvas.rows[y] : ""
    }.joined()
    if !selected.contains(text) {
      story.fail("What is selected is \(selected), not \(text).", sourceLocation)
    }
  }
}

/// The panel that has the keys has a title.
func expect(focus title: String, sourceLocation: SourceLocation = #_sourceLocation) -> Step {
  Step { story in
    let focused = story.dashboard.focusedPanel?.title ?? "no panel"
    if focused != title { story.fail("The keys go to \(focused), not \(title).", sourceLocation) }
  }
}

/// The last step asked for exactly this.
func expect(
  effects: [DashboardEffect], sourceLocation: SourceLocation = #_sourceLocation
) -> Step {
  Step { story in
    if story.effects != effects {
      story.fail("The effects are \(story.effects), not \(effects).", sourceLocation)
    }
  }
}

/// Something else is so.
func expect(
  _ sentence: String, sourceLocation: SourceLocation = #_sourceLocation,
  _ isSo: @escaping (Dashboard) -> Bool
) -> Step {
  Step { story in
    if !isSo(story.dashboard) { story.fail("Not so: \(sentence).", sourceLocation) }
  }
}

extension Key {
  /// The key that help calls by a name.
  init?(named name: String) {
    let named: [Key] = [
      .enter, .escape, .tab, .backTab, .backspace, .delete, .insert, .up, .down, .left, .right,
      .home, .end, .pageUp, .pageDown, .character(" "),
    ]
    if let key = named.first(where: { $0.label == name }) {
      self = key
    } else if name.hasPrefix("Ctrl-"), let letter = name.last {
      self = .control(Character(letter.lowercased()))
    } else if name.hasPrefix("F"), let number = Int(name.dropFirst()) {
      self = .function(number)
    } else if name.count == 1, let character = name.first {
      self = .character(character)
    } else {
      return nil
    }
  }
}
