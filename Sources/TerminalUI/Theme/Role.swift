/// What a piece of the screen means; a theme decides how each meaning looks.
package enum Role: UInt8, CaseIterable, Hashable, Sendable {
  /// Ordinary text.
  case text
  /// Text that matters second: captions, units, sources.
  case secondary
  /// The name of the program and of the place one is in.
  case title
  /// The head of a column or of a block of facts.
  case heading
  /// Lines that part the screen.
  case border
  /// The border and title of the panel that has the keys.
  case focusedBorder
  /// What the eye should find first, once a screen.
  case accent
  /// The selected line of the panel that has the keys.
  case selected
  /// The selected line of a panel that does not have the keys.
  case selectedElsewhere
  /// Past its date.
  case overdue
  /// Due within the warning time.
  case dueSoon
  /// On time, on track, good.
  case good
  /// Finished: no longer asks for attention.
  case done
  /// A fault in the data or a refused command.
  case fault
  /// A record that illustrates and was not published.
  case illustrative
  /// The name of a key.
  case key
  /// A mark that stands for a character that must not reach the terminal.
  case unsafeMark
  /// A bar or line of a chart.
  case chart
  /// A line to compare with: a target, an average, a comparator.
  case chartReference
  /// The frame and the ticks of a chart.
  case chartAxis
  /// Text typed by the person in front of the screen.
  case input
  /// Where a filter or search matched.
  case match
  /// What somebody else changed a moment ago; a theme that leaves it out marks it like the focus.
  case changed
  /// The one number of a screen that asks for something now.
  case alarm
  /// The tab one is in, the button that saves, the day that is chosen.
  case tab
  /// The ground of a row that parts a list; its text keeps its own meaning.
  case band

  /// The role's name in a theme file.
  package var name: String { Role.names[Int(rawValue)] }

  /// The names in the order of the roles; the program would look each up in its own description.
  private static let names = [
    "text", "secondary", "title", "heading", "border", "focusedBorder",
    "accent", "selected", "selectedElsewhere", "overdue", "dueSoon", "good",
    "done", "fault", "illustrative", "key", "unsafeMark", "chart",
    "chartReference", "chartAxis", "input", "match", "changed", "alarm",
    "tab", "band",
  ]
}
