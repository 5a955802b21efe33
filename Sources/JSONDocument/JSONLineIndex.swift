/// The starts of all lines of one file, for locating many places quickly.
public struct JSONLineIndex: Sendable {
  let bytes: [UInt8]
  private let lineStarts: [UInt32]
  /// How many characters begin before each stretch of bytes, so that none has to be walked whole.
  private let charactersBefore: [UInt32]

  private static let stretch = 4096

  init(bytes: [UInt8]) {
    self.bytes = bytes
    var starts: [UInt32] = [0]
    var counts: [UInt32] = []
    counts.reserveCapacity(bytes.count / Self.stretch + 1)
    bytes.withUnsafeBufferPointer { buffer in
      var (position, characters): (Int, UInt32) = (0, 0)
      while position <= buffer.count {
        counts.append(characters)
        let end = min(position &+ Self.stretch, buffer.count)
        for place in position..<end {
          if buffer[place] == Byte.lineFeed {
            starts.append(UInt32(truncatingIfNeeded: place &+ 1))
          }
          if !Byte.isContinuation(buffer[place]) { characters &+= 1 }
        }
        position &+= Self.stretch
      }
    }
    lineStarts = starts
    charactersBefore = counts
  }

  /// How many characters begin before a byte.
  private func characters(before offset: Int) -> Int {
    let number = offset / Self.stretch
    let rest = bytes.withUnsafeBufferPointer { buffer in
      JSONLocation.column(of: offset, from: number * Self.stretch, in: buffer) - 1
    }
    return Int(charactersBefore[number]) + rest
  }

  /// The number of lines; text after the last line feed counts as a line, even when empty.
  public var lineCount: Int { lineStarts.count }

  /// Where the line of a byte begins.
  func lineStart(ofByte offset: Int) -> Int {
    Int(lineStarts[line(ofByte: offset)])
  }

  private func line(ofByte offset: Int) -> Int {
    var low = 0
    var high = lineStarts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if Int(lineStarts[middle]) <= offset { low = middle } else { high = middle }
    }
    return low
  }

  /// The line and column of a byte; offsets outside the file count as its start or its end.
  public func location(atByte offset: Int) -> JSONLocation {
    let end = min(max(offset, 0), bytes.count)
    let line = line(ofByte: end)
    let lineStart = Int(lineStarts[line])
    let column =
      if end - lineStart <= Self.stretch {
        bytes.withUnsafeBufferPointer { JSONLocation.column(of: end, from: lineStart, in: $0) }
      } else {
        characters(before: end) - characters(before: lineStart) + 1
      }
    return JSONLocation(line: line + 1, column: column)
  }
}
