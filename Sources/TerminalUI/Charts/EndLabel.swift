/// A value and its name printed at the right end of a line.
struct EndLabel: Hashable {
  /// The ways to say it, longest first.
  var forms: [String]
  /// The mark of the line it belongs to.
  var mark: String
  /// Whether the line ends right beside the label, so that the mark need not be said again.
  var isAtPoint = false
  var role: Role
  /// Whether its line is drawn over some of the periods, and not over the whole width.
  var isOfStretch = false
  /// The row it should stand on.
  var row: Int
  /// Whether it rather goes up than down if its row is taken.
  var goesUp = false

  /// The longest way to say it that fits on a row, or the shortest one cut.
  func text(row: Int, width: Int, glyphs: Glyphs) -> String {
    let start = isAtPoint && row == self.row ? "" : mark + " "
    let room = width - TextWidth.of(start)
    return start
      + (forms.first { TextWidth.of($0) <= room }
        ?? ChartText.fitted(forms.last ?? "", width: room, glyphs: glyphs))
  }

  /// The columns the longest way to say it takes with its mark.
  var width: Int { TextWidth.of(mark) + 1 + (forms.first.map(TextWidth.of) ?? 0) }

  /// Moves each label to the nearest free row; those without one are left out.
  ///
  /// Labels that come first keep their rows.
  static func spread(_ labels: [EndLabel], rows: Range<Int>) -> [Int?] {
    var taken: Set<Int> = []
    return labels.map { label in
      let distances = 0...rows.count
      for distance in distances {
        let order = label.goesUp ? [-distance, distance] : [distance, -distance]
        for row in order.map({ label.row + $0 }) where rows.contains(row) && !taken.contains(row) {
          taken.insert(row)
          return row
        }
      }
      return nil
    }
  }
}
