import TerminalUI

/// How a form divides the room it is given.
struct FormRoom {
  /// The columns at the left: the pointer and the mark of a change.
  static let gutter = 3
  let labelWidth: Int
  let valueWidth: Int
  /// The rows for fields, between the rule with the title and the help.
  let fieldRows: Int
  let helpRows: Int
  /// How many rows a long text takes while it has the keys, and how many matches are listed.
  let longRows: Int
  let matchRows: Int
  /// How many rows a long value takes while it has not the keys.
  var quietRows: Int
  /// How much of its title the rule above shows at least.
  let titleWidth: Int

  /// Divides an area.
  ///
  /// - Parameters:
  ///   - area: The room there is.
  ///   - labels: The labels that show: their column is as wide as the longest, up to half of the room.
  ///   - isHelpShown: Whether the help takes more room.
  init(_ area: Rect, labels: [String], isHelpShown: Bool = false) {
    let longest = labels.map { TextWidth.of($0) }.max() ?? 0
    let usual = max(8, min(18, area.width / 4))
    labelWidth = min(max(usual, longest), max(8, area.width / 2 - FormRoom.gutter))
    valueWidth = max(10, area.width - FormRoom.gutter - labelWidth - 3)
    let inner = max(1, area.height - 1)
    helpRows = isHelpShown ? min(6, inner / 2) : inner >= 12 ? 2 : inner >= 5 ? 1 : 0
    fieldRows = max(1, inner - helpRows)
    longRows = max(2, min(10, fieldRows / 2))
    matchRows = max(2, min(6, fieldRows / 2))
    quietRows = fieldRows >= 24 ? 4 : 2
    titleWidth = area.width - 42
  }
}

extension FormRoom {
  /// Divides an area for the form that has the keys: long values show whole where rows would stay blank else.
  init(_ area: Rect, forInnermostOf outer: Form, _ context: PaneContext) {
    let (form, everything) = (outer.innermost, outer.everything(context.entry))
    self.init(area, labels: form.labels, isHelpShown: form.isHelpShown)
    let height = fieldRows - form.headRows(in: self).rows.count
    for most in quietRows + 1...quietRows + 4 {
      var roomy = self
      roomy.quietRows = most
      if form.rows(in: roomy, context.glyphs, everything).count > height { break }
      self = roomy
    }
  }
}

/// One row of a form as it is drawn.
struct FormRow {
  /// The field it belongs to; the row behind the last field is "Save".
  let field: Int
  var label = Line.empty
  var text = Line.empty
  /// Whether the text begins under the labels rather than under the values.
  var isWide = false
  var hasPointer = false
  var isChanged = false
  /// The column of the cursor in the text, where it is in this row.
  var cursor: Int?
}
