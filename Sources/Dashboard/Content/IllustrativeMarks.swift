import Safeguarding
import TerminalUI

/// Marks whatever rests on records that illustrate.
///
/// A pane is asked twice: of everything, and of what is published alone. What it says otherwise the second
/// time rests on a record that illustrates, however it came about: a row, a sum, an average, a name drawn
/// from a meeting. So no pane has to think of it, and none can forget.
extension PaneContent {
  /// The content with marks where it says something else than what is published alone.
  func marked(against published: PaneContent, isWhole: Bool) -> PaneContent {
    var content = self
    if isWhole {
      if let last = content.trail.indices.last { content.trail[last] += illustrativeMark }
      return content
    }
    content.lede = lede.enumerated().map { index, block in
      if published.lede.contains(block) { return block }
      let other = index < published.lede.count ? published.lede[index] : nil
      var block = block
      if block.what != other?.what { block.what = block.what.marked }
      if block.how != other?.how, !block.what.isMarked { block.how = block.how.marked }
      return block
    }
    content.panels = panels.map { panel in
      panel.marked(
        against: published[panel.id], published: published, of: self)
    }
    return content
  }
}

extension Line {
  /// Whether it has the mark of what illustrates.
  var isMarked: Bool { spans.contains { $0.text.contains(illustrativeMark) } }

  /// The line with the mark behind it; blanks at its end stay there.
  var marked: Line {
    if isMarked || isEmpty { return self }
    var spans = spans
    guard let last = spans.lastIndex(where: { !$0.text.allSatisfy { $0 == " " } }) else {
      return self
    }
    let text = spans[last].text
    let blanks = text.reversed().prefix { $0 == " " }.count
    let mark = Span(illustrativeMark, .illustrative)
    if blanks == 0 || spans[last].spoken != nil {
      spans.insert(mark, at: last + 1)
    } else {
      let role = spans[last].role
      spans[last] = Span(String(text.dropLast(blanks)), role)
      spans.insert(Span(illustrativeMark, role), at: last + 1)
      spans.insert(Span(String(repeating: " ", count: blanks), role), at: last + 2)
    }
    return Line(spans: spans)
  }

  /// Whether it is drawn for the eye, with words for people who hear it.
  fileprivate var isPicture: Bool { spans.contains { $0.spoken != nil } }
}

extension [Line] {
  /// The lines with those marked that are not among others, however often a line stands there.
  func marked(against published: [Line]) -> [Line] {
    var left = Dictionary(published.map { ($0, 1) }, uniquingKeysWith: +)
    return map { line in
      guard let count = left[line], count > 0 else { return line.marked }
      left[line] = count - 1
      return line
    }
  }
}

extension TableRow {
  /// The row with marks on the cells that say something else than those of another one; where there is
  /// no other one, its main text has the mark.
  ///
  /// A mark in the column of marks stands for the whole row.
  ///
  /// - Parameters:
  ///   - published: The row in its place.
  ///   - main: The column that says what a row is about.
  ///   - columns: Where each column stands in the other row; nil for one that is not there.
  /// - Returns: The row with its marks.
  func marked(against published: TableRow?, main: Int?, columns: [Int?]) -> TableRow {
    var row = self
    if let first = cells.first, first.isMarked, first.width <= TableRow.marks { return row }
    guard let published else {
      // A heading is there for the rows that follow it: their number has the mark.
      if !tally.isEmpty {
        row.tally = tally.marked
        return row
      }
      if !cells.contains(where: \.isMarked) { row.markMain(main) }
      return row
    }
    let differing = cells.indices.filter { index in
      let other = index < columns.count ? columns[index] : index
      guard let other, other < published.cells.count else { return !cells[index].isEmpty }
      return cells[index].spoken != published.cells[other].spoken
    }
    for index in differing where !cells[index].isPicture { row.cells[index] = cells[index].marked }
    if !differing.isEmpty, !differing.contains(where: { row.cells[$0].isMarked }) {
      row.markMain(main)
    }
    if tally != published.tally { row.tally = tally.marked }
    row.further = further.marked(against: published.further)
    return row
  }

  /// How wide a column of marks is at most.
  private static let marks = 3

  /// Marks the main text, or the longest one where that says nothing.
  private mutating func markMain(_ main: Int?) {
    if let main, main < cells.count, !cells[main].isEmpty, !cells[main].isPicture {
      cells[main] = cells[main].marked
      return
    }
    let longest = cells.indices.filter { !cells[$0].isPicture }
      .max { cells[$0].width < cells[$1].width }
    if let longest { cells[longest] = cells[longest].marked }
  }
}

extension TableRows {
  /// The rows with marks, made when they are seen.
  func marked(against published: TableRows?, main: Int?, columns: [Int?]) -> TableRows {
    let positions = Late { () -> [String: Int] in
      guard let published else { return [:] }
      return Dictionary(
        (0..<published.count).map { (published.id($0), $0) },
        uniquingKeysWith: { first, _ in first })
    }
    return marking { position, row in
      let other = positions.now[self.id(position)].flatMap { published?[$0] }
      return row.marked(against: other, main: main, columns: columns)
    }
  }
}

extension [Column] {
  /// Where each column stands among others; nil for one that is not there.
  ///
  /// Which columns there are may follow from the records, as periods do, so they go by their titles. Over a
  /// picture stands its scale, which follows from all rows: pictures go by their order.
  func places(in others: [Column]) -> [Int?] {
    func key(_ column: Column) -> String? { column.isSortable ? column.title : nil }
    var left = Dictionary(grouping: others.indices, by: { key(others[$0]) })
    return map { column in
      guard let place = left[key(column)]?.first else { return nil }
      left[key(column)]?.removeFirst()
      return place
    }
  }
}
