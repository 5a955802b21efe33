/// A place in a text file as an editor shows it.
///
/// Lines end at a line feed. Columns count characters (Unicode scalars), not bytes, and a tab
/// counts as one.
public struct JSONLocation: Hashable, Sendable {
  /// The line, counted from 1.
  public let line: Int

  /// The column, counted from 1.
  public let column: Int

  /// A place by its line and column, both counted from 1.
  public init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  init(atByte offset: Int, in bytes: [UInt8]) {
    let end = min(max(offset, 0), bytes.count)
    self = bytes.withUnsafeBufferPointer { buffer in
      var line = 1
      for position in 0..<end where buffer[position] == Byte.lineFeed { line &+= 1 }
      var lineStart = end
      while lineStart > 0, buffer[lineStart &- 1] != Byte.lineFeed { lineStart &-= 1 }
      return Self(line: line, column: Self.column(of: end, from: lineStart, in: buffer))
    }
  }

  /// Counts the characters between two bytes of one line, and one for the place itself.
  static func column(
    of offset: Int, from lineStart: Int, in bytes: UnsafeBufferPointer<UInt8>
  ) -> Int {
    var column = 1
    for position in lineStart..<offset where !Byte.isContinuation(bytes[position]) { column &+= 1 }
    return column
  }
}

extension JSONLocation: Comparable {
  /// Whether the first place comes before the second in the file.
  public static func < (first: Self, second: Self) -> Bool {
    (first.line, first.column) < (second.line, second.column)
  }
}

extension JSONLocation: CustomStringConvertible {
  /// The place in words, such as “line 3, column 14”.
  public var description: String { "line \(line), column \(column)" }
}
