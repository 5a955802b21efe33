/// What was made of the rows of a table, by what all of them say.
///
/// A table never changes, so what is kept is what would be made again; a move of the cursor makes only the rows that
/// come into sight.
final class MadeRows: Sendable {
  /// More than the highest window shows.
  static let most = 256

  /// The rows as they are drawn, by their positions among all.
  let rows = Remembered<Int, TableRow>(most: most)
  /// The width of each column, by the width there is for all.
  let widths = Remembered<Int, [Int]>(most: 8)
}

/// The rows of a table in a room: how many lines each takes there, and its cells as they were drawn.
final class LaidRows: Sendable {
  /// What decides how a row looks, besides what it says.
  struct Room: Hashable, Sendable {
    let width: Int
    let widths: [Int]
    let mostLines: Int
    let roomyRows: [Int: Int]
    let wrapsShort: Bool
  }

  /// What decides which of its lines are drawn, and with which characters.
  struct Look: Hashable, Sendable {
    let position: Int
    let width: Int
    let height: Int
    let tier: GlyphTier
  }

  /// The widest room whose rows are kept as they were drawn.
  private static let widest = 300

  let room: Room
  /// How many lines each row takes, by its position.
  let heights = Remembered<Int, Int>(most: 4 * MadeRows.most)
  /// The cells of the rows that were drawn; none of a room that is wider than any screen, as they take the memory of its
  /// width.
  let pictures: Remembered<Look, [Cell]>

  init(_ room: Room) {
    self.room = room
    pictures = Remembered(most: room.width > LaidRows.widest ? 1 : MadeRows.most)
  }

  var width: Int { room.width }
  var widths: [Int] { room.widths }
}
