import Safeguarding
package import TerminalUI

/// A label with what there is to say under it.
package struct Fact: Hashable, Sendable {
  package var label: String
  package var lines: [Line]

  package init(_ label: String, _ lines: [Line]) {
    self.label = label
    self.lines = lines
  }

  package init(_ label: String, _ text: String) {
    self.init(label, text.isEmpty ? [] : [Line(text)])
  }

  /// The same with the keys that commands have.
  func naming(_ keys: KeyNames) -> Fact { Fact(label, lines.map(keys.naming)) }

  /// The facts in lines: labels at the left, what they say wrapped beside them; a long label goes on
  /// under itself.
  ///
  /// Those that others changed a moment ago have a mark in the gap before what they say.
  static func lines(
    _ facts: [Fact], changed: Set<String> = [], width: Int, glyphs: Glyphs
  ) -> [Line] {
    let shown = facts.filter { !$0.lines.isEmpty }
    let widest = shown.map { TextWidth.of($0.label) }.max() ?? 0
    let labelWidth = min(widest, max(8, width / 3))
    return shown.flatMap { fact -> [Line] in
      // What has no label takes the whole width.
      if fact.label.isEmpty { return fact.lines.flatMap { $0.wrapped(width: width) } }
      let texts = fact.lines.flatMap { $0.wrapped(width: max(8, width - labelWidth - 2)) }
      let labels = Line(fact.label).wrapped(width: labelWidth).map(\.plain)
      return (0..<max(texts.count, labels.count)).map { index in
        let (label, text) = (
          index < labels.count ? labels[index] : "", index < texts.count ? texts[index] : .empty
        )
        let gap = String(repeating: " ", count: max(0, labelWidth - TextWidth.of(label)) + 1)
        guard changed.contains(fact.label) else {
          return Line(label, .secondary) + Line(gap + " ") + text
        }
        let mark = index == 0 ? String(glyphs.bullet) : " "
        return Line(label, .secondary) + Line(gap) + Line(mark + text.plain, .changed)
      }
    }
  }
}
