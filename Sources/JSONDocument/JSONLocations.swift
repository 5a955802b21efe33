/// Where some bytes of one file stand, kept without the file.
public struct JSONLocations: Sendable {
  private let offsets: [UInt32]
  private let places: [(line: UInt32, column: UInt32)]

  /// Where nothing stands.
  package init() { (offsets, places) = ([], []) }

  /// Looks the bytes up in one pass, however many there are in one line.
  init(_ wanted: [Int], in bytes: [UInt8]) {
    var sorted = wanted.map { UInt32(truncatingIfNeeded: min(max($0, 0), bytes.count)) }
    sorted.sort()
    var offsets: [UInt32] = []
    offsets.reserveCapacity(sorted.count)
    for offset in sorted where offsets.last != offset { offsets.append(offset) }
    var places: [(line: UInt32, column: UInt32)] = []
    places.reserveCapacity(offsets.count)
    bytes.withUnsafeBufferPointer { buffer in
      var (position, line, column): (Int, UInt32, UInt32) = (0, 1, 1)
      for offset in offsets {
        while position < Int(offset) {
          let byte = buffer[position]
          if byte == Byte.lineFeed {
            line &+= 1
            column = 1
          } else if !Byte.isContinuation(byte) {
            column &+= 1
          }
          position &+= 1
        }
        places.append((line, column))
      }
    }
    self.offsets = offsets
    self.places = places
  }

  /// The line and column of a byte that was looked up; of another one those of the one before it.
  public func location(atByte offset: Int) -> JSONLocation {
    var (low, high) = (0, offsets.count)
    while low < high {
      let middle = (low + high) / 2
      if Int(offsets[middle]) <= offset { low = middle + 1 } else { high = middle }
    }
    guard low > 0 else { return JSONLocation(line: 1, column: 1) }
    return JSONLocation(line: Int(places[low - 1].line), column: Int(places[low - 1].column))
  }
}

extension JSONLineIndex {
  /// Where some bytes stand, to be asked when the file is gone.
  public func locations(ofBytes offsets: [Int]) -> JSONLocations {
    JSONLocations(offsets, in: bytes)
  }
}

extension JSONDocument {
  /// Where some bytes stand, to be asked when the document is gone.
  public func locations(ofBytes offsets: [Int]) -> JSONLocations {
    JSONLocations(offsets, in: storage.bytes)
  }
}
