/// A run of text that is drawn with one meaning.
package struct Span: Hashable, Sendable {
  package var text: String
  package var role: Role
  /// What is said instead to people who hear the screen; nothing where the text says it.
  package var spoken: String?

  package init(_ text: String, _ role: Role = .text, spoken: String? = nil) {
    self.text = text
    self.role = role
    self.spoken = spoken
  }
}

/// One line of text whose parts may have different meanings.
package struct Line: Hashable, Sendable, ExpressibleByStringLiteral,
  ExpressibleByStringInterpolation
{
  package var spans: [Span]

  package init(spans: [Span]) {
    self.spans = spans
  }

  package init(_ text: String, _ role: Role = .text) {
    spans = text.isEmpty ? [] : [Span(text, role)]
  }

  package init(stringLiteral value: String) {
    self.init(value)
  }

  /// A picture made of characters, with the words for people who hear the screen.
  package init(picture: [Span], saying words: String) {
    spans = picture.enumerated().map { index, span in
      Span(span.text, span.role, spoken: index == 0 ? words : "")
    }
  }

  package static let empty = Line(spans: [])

  /// The text without its meanings.
  package var plain: String {
    spans.count == 1 ? spans[0].text : spans.map(\.text).joined()
  }

  /// The text with words in place of pictures.
  package var spoken: String {
    spans.map { $0.spoken ?? $0.text }.joined()
  }

  /// The width in columns.
  package var width: Int {
    spans.reduce(0) { $0 + TextWidth.of($1.text) }
  }

  package var isEmpty: Bool { spans.allSatisfy(\.text.isEmpty) }

  package static func + (left: Line, right: Line) -> Line {
    Line(spans: left.spans + right.spans)
  }

  package static func += (left: inout Line, right: Line) {
    left.spans += right.spans
  }

  /// The same text with a blank in place of each line break.
  package var onOneLine: Line {
    guard spans.contains(where: { $0.text.contains(where: \.isNewline) }) else { return self }
    return Line(
      spans: spans.map { span in
        Span(
          String(span.text.map { $0.isNewline ? " " : $0 }), span.role, spoken: span.spoken)
      })
  }

  /// The same text with one meaning throughout.
  package func with(_ role: Role) -> Line {
    Line(spans: spans.map { Span($0.text, role, spoken: $0.spoken) })
  }
}

/// Where text stands in the room it is given.
package enum Alignment: Hashable, Sendable {
  case leading, centre, trailing
}
