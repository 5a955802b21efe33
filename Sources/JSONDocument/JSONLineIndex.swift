/// The starts of all lines of one file, for locating many places quickly.
public struct JSONLineIndex: Sendable {
  let bytes: [UInt8]
  private let lineStarts: [UInt32]

  init(bytes: [UInt8]) {
    self.bytes = bytes
    var starts: [UInt32] = [0]
    bytes.withUnsafeBufferPointer { buffer in
      for position in buffer.indices where buffer[position] == Byte.lineFeed {
        starts.append(UInt32(truncatingIfNeeded: position &+ 1))
      }
    }
    lineStarts = starts
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
    let column = bytes.withUnsafeBufferPointer { buffer in
      JSONLocation.column(of: end, from: lineStart, in: buffer)
    }
    return JSONLocation(line: line + 1, column: column)
  }
}
