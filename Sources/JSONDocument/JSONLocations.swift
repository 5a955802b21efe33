/// Where some bytes of one file stand, kept without the file.
///
/// Each place is kept as its distance from the one before, in three bytes or four: files of very many records name
/// very many places, of which hardly one is ever asked for.
public struct JSONLocations: Sendable {
  private struct Place {
    var offset: UInt32 = 0
    var line: UInt32 = 1
    var column: UInt32 = 1
  }

  /// Every so many places one is kept whole, from which the next ones are found.
  private static let stride = 32

  private var whole: [(place: Place, end: UInt32)] = []
  private var steps: [UInt8] = []

  /// Where nothing stands.
  package init() {}

  /// Looks the bytes up in one pass, however many there are in one line.
  init(_ wanted: [Int], in bytes: [UInt8]) {
    var sorted = wanted.map { UInt32(truncatingIfNeeded: min(max($0, 0), bytes.count)) }
    sorted.sort()
    steps.reserveCapacity(sorted.count * 4)
    whole.reserveCapacity(sorted.count / Self.stride + 1)
    var (last, now, count) = (Place(), Place(), 0)
    bytes.withUnsafeBufferPointer { buffer in
      var position = 0
      for offset in sorted where count == 0 || offset != last.offset {
        while position < Int(offset) {
          let byte = buffer[position]
          if byte == Byte.lineFeed {
            now.line &+= 1
            now.column = 1
          } else if !Byte.isContinuation(byte) {
            now.column &+= 1
          }
          position &+= 1
        }
        now.offset = offset
        if count % Self.stride == 0 {
          whole.append((now, UInt32(truncatingIfNeeded: steps.count)))
        } else {
          add(now.offset &- last.offset)
          add(now.line &- last.line)
          add(now.column)
        }
        last = now
        count += 1
      }
    }
    steps = steps.map(\.self)
  }

  /// Adds a number, seven bits a byte.
  private mutating func add(_ number: UInt32) {
    var rest = number
    while rest >= 0x80 {
      steps.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    steps.append(UInt8(truncatingIfNeeded: rest))
  }

  /// The line and column of a byte that was looked up; of another one those of the one before it.
  public func location(atByte offset: Int) -> JSONLocation {
    var (low, high) = (0, whole.count)
    while low < high {
      let middle = (low + high) / 2
      if Int(whole[middle].place.offset) <= offset { low = middle + 1 } else { high = middle }
    }
    guard low > 0 else { return JSONLocation(line: 1, column: 1) }
    var (place, next) = (whole[low - 1].place, Int(whole[low - 1].end))
    let end = low < whole.count ? Int(whole[low].end) : steps.count
    func number() -> UInt32 {
      var (number, shift): (UInt32, UInt32) = (0, 0)
      while next < end {
        let byte = steps[next]
        next += 1
        number |= UInt32(byte & 0x7f) << shift
        if byte < 0x80 { break }
        shift += 7
      }
      return number
    }
    while next < end {
      let step = number()
      let (lines, column) = (number(), number())
      if Int(place.offset &+ step) > offset { break }
      place = Place(offset: place.offset &+ step, line: place.line &+ lines, column: column)
    }
    return JSONLocation(line: Int(place.line), column: Int(place.column))
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
