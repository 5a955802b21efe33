/// Rows and columns of text: which of the rows show, and in which order.
package struct Table: Sendable {
  package let columns: [Column]
  /// Every row there is, those that a filter leaves out too.
  package let rows: TableRows
  /// The rows that show, by their positions among all; nil for all as they came.
  private let order: [Int]?
  /// The positions of the headings among what shows.
  private let headings: [Int]
  /// What its columns need, measured when somebody first asks.
  private let needs: Late<Needs>
  /// What was made of its rows before, whichever of them show.
  private let made: MadeRows
  /// How those that show stood in the rooms they had last.
  let laid = Remembered<LaidRows.Room, LaidRows>(most: 4)
  /// Whether its rows may stand side by side where they are more than their room has lines.
  package var isPackable = false
  /// The column that shows in every width; nil where none is sorted by.
  private(set) var kept: Int?

  /// How many rows are looked at for the width of the columns: all of a usual list, else these.
  private static let sample = 2000

  /// Of fewer rows than these none is an exception.
  private static let fewRows = 12

  /// How wide a long text may ask to be; what is longer asks for what 95 in 100 rows need.
  private static let longText = 60

  /// How wide it may ask to be for the sake of a single row of a few.
  private static let readableText = 68

  /// The cells that a line may leave blank at its end because the next word is longer.
  private static let wordRoom = 8

  /// A word of so many cells is never broken in a short text.
  private static let keptWord = 14

  /// In fewer of a hundred rows something is seldom.
  private static let seldom = 30
  private static let extra = 10

  /// What is known only after looking at the rows.
  private struct Needs {
    var wishes: [ColumnWish] = []
    var hasFurther = false
    /// What nearly every row says in a column; nil where they differ.
    var ordinary: [String?] = []
  }

  package init(columns: [Column], rows: TableRows) {
    self.init(columns, rows, nil, Late { Table.needs(columns, rows) }, MadeRows())
  }

  private init(
    _ columns: [Column], _ rows: TableRows, _ order: [Int]?, _ needs: Late<Needs>, _ made: MadeRows
  ) {
    self.columns = columns
    self.rows = rows
    self.order = order
    (self.needs, self.made) = (needs, made)
    if let order {
      let all = Set(rows.headings)
      headings = all.isEmpty ? [] : order.indices.filter { all.contains(order[$0]) }
    } else {
      headings = rows.headings
    }
  }

  /// What each column would like to have, by all rows: a filter or another order changes nothing.
  package var wishes: [ColumnWish] { needs.now.wishes }

  /// Whether something stands under the main text of some row.
  package var hasFurther: Bool { needs.now.hasFurther }

  private static func needs(_ columns: [Column], _ rows: TableRows) -> Needs {
    var needs = Needs()
    let main = Table.main(columns)
    var widest = Array(repeating: 0, count: columns.count)
    var cellWidths = Array(repeating: [Int](), count: columns.count)
    var longestWord = Array(repeating: 0, count: columns.count)
    var longestWhole = longestWord
    let isText = columns.map { if case .whole = $0.width { false } else { true } }
    let step = max(1, rows.count / sample)
    var ordinary = OrdinaryWords(columns.count)
    var (looked, filled) = (0, Array(repeating: 0, count: columns.count))
    for position in stride(from: 0, to: rows.count, by: step) {
      let row = rows[position]
      if row.isHeading { continue }
      if !row.further.isEmpty { needs.hasFurther = true }
      ordinary.count(row)
      looked += 1
      for (index, cell) in row.cells.enumerated() where index < widest.count {
        if !cell.isEmpty { filled[index] += 1 }
        let width = cell.width + (index == main ? row.indent.count : 0)
        widest[index] = max(widest[index], width)
        guard isText[index] else { continue }
        cellWidths[index].append(width)
        // A column that wraps does so between words.
        if index != main, width > min(longestWord[index], longestWhole[index]) {
          for word in cell.plain.split(separator: " ") where word.utf8.count > longestWhole[index] {
            let width = TextWidth.of(String(word))
            longestWord[index] = max(longestWord[index], width)
            if width <= keptWord { longestWhole[index] = max(longestWhole[index], width) }
          }
        }
      }
    }
    needs.ordinary = ordinary.words
    /// The width that does for so many of a hundred cells of a column.
    func width(of column: Int, for share: Int) -> Int {
      let sorted = cellWidths[column].sorted()
      return sorted.isEmpty ? 0 : sorted[(sorted.count - 1) * share / 100]
    }
    /// The width that does for all cells of a column but one in ten, or three of a short list.
    func usual(of column: Int) -> Int {
      let sorted = cellWidths[column].sorted()
      let exceptions = max(3, sorted.count / 10)
      return sorted.count > exceptions ? sorted[sorted.count - 1 - exceptions] : 0
    }
    needs.wishes = columns.enumerated().map { index, column in
      // A column with nothing in it has nothing to say.
      if widest[index] == 0 {
        return ColumnWish(natural: 0, widest: 0, least: 0, rank: column.rank)
      }
      let head = TextWidth.of(column.title)
      // What few rows have anything in takes no room from what all of them say.
      let isSeldom = column.yieldsWhereSeldom && filled[index] * 100 < looked * seldom
      let rank = isSeldom && column.rank > 0 ? column.rank + extra : column.rank
      let all = max(head, widest[index])
      // What stands behind a text is read with it: for its longest the eye crosses no gap.
      let isFollowed = widest[(index + 1)...].contains { $0 > 0 }
      func limit(_ natural: Int) -> Int {
        isFollowed ? max(natural, min(all, all / 2 + wordRoom)) : all
      }
      switch column.width {
      case .whole:
        return ColumnWish(
          natural: all, widest: all, least: all, rank: rank, isMain: index == main)
      case .text(let least, let most):
        let natural = max(head, min(widest[index], most))
        let isHeld = column.alignment == .trailing
        var wish = ColumnWish(
          natural: natural, widest: all, least: least, rank: rank, isMain: index == main,
          usual: rows.count < fewRows
            ? natural
            : min(natural, max(head, usual(of: index), longestWord[index])),
          most: isHeld ? natural : limit(natural), unbroken: index == main ? 0 : longestWhole[index]
        )
        wish.isHeld = isHeld
        return wish
      case .main(let least):
        var natural = all
        if natural > longText {
          let isLittleMore = rows.count < fewRows && widest[index] <= readableText
          natural = max(
            head, longText, width(of: index, for: isFollowed ? 80 : 95),
            isLittleMore ? widest[index] : 0)
        }
        return ColumnWish(
          natural: natural, widest: all, least: least, rank: rank, isMain: index == main,
          most: limit(natural))
      }
    }
    return needs
  }

  /// The column a table is read for: the main one, else the first that can be cut.
  private static func main(_ columns: [Column]) -> Int? {
    columns.firstIndex { if case .main = $0.width { true } else { false } }
      ?? columns.firstIndex { if case .text = $0.width { true } else { false } }
  }

  /// The column that says what a row is about.
  package var main: Int? {
    Table.main(columns) ?? wishes.firstIndex { $0.natural > 3 }
      ?? wishes.firstIndex { $0.natural > 0 }
  }

  /// The same table with other rows showing, by their positions among all; nil for all as they came.
  package func showing(_ order: [Int]?) -> Table {
    var table = Table(columns, rows, order, needs, made)
    (table.isPackable, table.kept) = (isPackable, kept)
    return table
  }

  /// The same table with a column in sight in every width: one sees what its rows are sorted by.
  package func keeping(_ column: Int) -> Table {
    let all = needs
    var table = Table(
      columns, rows, order,
      Late {
        var needs = all.now
        if column < needs.wishes.count { needs.wishes[column].rank = 0 }
        return needs
      }, MadeRows())
    table.isPackable = isPackable
    table.kept = column
    return table
  }

  /// How many rows show, headings included.
  package var count: Int { order?.count ?? rows.count }

  /// Whether no row shows.
  package var isEmpty: Bool { count == 0 }

  /// How many of the rows that show can be selected.
  package var selectableCount: Int { count - headings.count }

  /// The row at a position, with its cells as they are drawn.
  package subscript(position: Int) -> TableRow {
    let source = source(at: position)
    let row = made.rows(source) { rows[source].withoutOrdinaryColours(needs.now.ordinary) }
    // Below what another order puts above it, nothing belongs.
    guard order == nil, row.depth > 0, let main = Table.main(columns) else { return row }
    return row.indented(main)
  }

  /// The position among all rows of one that shows.
  package func source(at position: Int) -> Int { order?[position] ?? position }

  /// What the row at a position is known by.
  package func id(at position: Int) -> String { rows.id(source(at: position)) }

  /// How many headings stand above a position or at it.
  package func headings(through position: Int) -> Int { Table.count(headings, through: position) }

  /// How many of some positions in order lie before one or at it.
  private static func count(_ positions: [Int], through position: Int) -> Int {
    var (low, high) = (0, positions.count)
    while low < high {
      let middle = (low + high) / 2
      if positions[middle] <= position { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// How many rows stand between a heading and the next one, or the end.
  private static func rows(under heading: Int, _ headings: [Int], of count: Int) -> Int {
    let next = Table.count(headings, through: heading)
    return (next < headings.count ? headings[next] : count) - heading - 1
  }

  /// Whether the row at a position only parts others.
  package func isHeading(at position: Int) -> Bool {
    let count = headings(through: position)
    return count > 0 && headings[count - 1] == position
  }

  /// What the heading at a position says: its words, how many rows follow it, and of how many where a
  /// filter leaves some out.
  package func heading(at position: Int) -> Line {
    let row = self[position]
    let shown = Table.rows(under: position, headings, of: count)
    let all = Table.rows(under: source(at: position), rows.headings, of: rows.count)
    var (tally, part) = (row.tally, Line.empty)
    if shown < all {
      let total = tally.isEmpty ? Line("\(all)", .secondary) : tally
      part = Line("\(shown) of ", .secondary) + total + Line(" shown", .secondary)
      if !tally.isEmpty { (tally, part) = (part, .empty) }
    }
    let words = row.cells.prefix(1) + [tally] + row.cells.dropFirst() + [part]
    return words.filter { !$0.isEmpty }.reduce(Line.empty) {
      $0 + ($0.isEmpty ? .empty : Line("  ", .secondary)) + $1
    }
  }

  /// The width of each column in a given width; 0 for a column that found no room.
  package func widths(in width: Int) -> [Int] {
    made.widths(width) { ColumnRoom.widths(wishes, in: width) }
  }

  /// The width that shows every column whole.
  package var naturalWidth: Int { ColumnRoom.natural(wishes) }

  /// The width that shows every cell whole, however long.
  package var wholeWidth: Int { ColumnRoom.whole(wishes) }

  /// The width that shows every column whole up to a rank.
  package func naturalWidth(through rank: Int) -> Int {
    ColumnRoom.natural(wishes.filter { $0.rank <= rank })
  }

  /// The width below which it says too little.
  package var leastWidth: Int { ColumnRoom.least(wishes) }

  /// Whether some text does not fit into its column in a given width, where long texts may take so
  /// many lines.
  package func isCut(in width: Int, lines: Int) -> Bool {
    let widths = widths(in: width)
    return widths.indices.contains { index in
      // Words leave some cells of a line empty.
      let room = lines > 1 ? widths[index] * lines * 4 / 5 : widths[index]
      return widths[index] > 0 && room < wishes[index].widest
    }
  }
}
