/// Reads rows of cells out of a file that arrives in pieces (RFC 4180, and what programs make of it).
///
/// It holds no more than the piece and the row at hand, and looks at each byte a fixed number of times.
///
/// ```swift
/// try reader.append(piece, isLast: false)
/// while try reader.next() { use(reader.row) }
/// ```
package struct RowReader: Sendable {
  /// The most columns of a row.
  package static let widest = 16_384
  /// The most bytes of a row.
  package static let longest = 4 * 1024 * 1024
  /// How much of the file is looked at to find what parts the cells.
  private static let sample = 256 * 1024

  /// The row read last.
  package private(set) var row = CellRow()
  /// What parts the cells: that with which most of the first rows have the same number of them.
  package private(set) var separator: UInt8?
  private var letters = CellBytes()
  private var place = 0
  private var line = 1
  private var number = 0
  private var isEnded = false
  /// How many bytes there must be before a row that was not whole is tried again.
  private var enough = 0

  /// A reader of a file; what parts the cells is found out where it is not said.
  package init(separator: UInt8? = nil) { self.separator = separator }

  /// Takes the next bytes of the file.
  package mutating func append(
    _ piece: UnsafeRawBufferPointer, isLast: Bool
  ) throws(RowProblem) {
    if place > 0 {
      row.bytes.removeSubrange(..<place)
      enough = max(0, enough - place)
      place = 0
      (row.starts, row.ends) = ([], [])
    }
    try letters.append(piece, isLast: isLast, to: &row.bytes)
    isEnded = isEnded || isLast
  }

  /// Takes the next bytes of the file.
  package mutating func append(_ piece: [UInt8], isLast: Bool) throws(RowProblem) {
    let problem: RowProblem? = piece.withUnsafeBytes { bytes in
      do throws(RowProblem) {
        try append(bytes, isLast: isLast)
        return nil
      } catch {
        return error
      }
    }
    if let problem { throw problem }
  }

  /// Reads the next row; false where more of the file is needed, or nothing is left.
  package mutating func next() throws(RowProblem) -> Bool {
    guard row.bytes.count >= enough || isEnded else { return false }
    if separator == nil {
      guard isEnded || row.bytes.count >= RowReader.sample else { return false }
      chooseSeparator()
    }
    guard place < row.bytes.count else { return false }
    let found = try scan(separator ?? 0x2c)
    if !found {
      let left = row.bytes.count - place
      guard left <= RowReader.longest else {
        throw RowProblem(
          "Row \(number + 1) (line \(line)) is longer than \(RowReader.longest >> 20) MiB. Perhaps a "
            + "quotation mark in it is never closed: close it, or save the sheet again.",
          row: number + 1)
      }
      enough = place + 2 * left
    }
    return found
  }

  private mutating func scan(_ separator: UInt8) throws(RowProblem) -> Bool {
    var scan = RowScan(separator: separator, place: place, line: line, isEnded: isEnded)
    swap(&scan.starts, &row.starts)
    swap(&scan.ends, &row.ends)
    let outcome = row.bytes.withUnsafeMutableBufferPointer { scan.run($0) }
    swap(&scan.starts, &row.starts)
    swap(&scan.ends, &row.ends)
    let next = number + 1
    switch outcome {
    case .unfinished: return false
    case .whole: break
    case .neverClosed(let opened, let column):
      throw RowProblem(
        "The quotation mark that begins a cell in row \(next), line \(opened), is never closed. "
          + "Close it, or save the sheet again.", row: next, column: column)
    case .tooWide:
      throw RowProblem(
        "Row \(next) (line \(line)) has more than 16,384 columns.", row: next,
        column: RowReader.widest + 1)
    case .noText(let column):
      throw RowProblem(
        "It is no text: it has bytes that no letter has. Save the sheet as CSV.", row: next,
        column: column)
    }
    (row.number, row.line) = (next, line)
    (number, line, place) = (next, scan.line, scan.place)
    return true
  }

  /// Finds what parts the cells; a first line like `sep=;` says it, and is no row.
  private mutating func chooseSeparator() {
    let bytes = row.bytes
    if bytes.starts(with: "sep=".utf8), bytes.count > 5, bytes[5] == 0x0a || bytes[5] == 0x0d {
      separator = bytes[4]
      place = bytes[5] == 0x0d && bytes.count > 6 && bytes[6] == 0x0a ? 7 : 6
      line += 1
      return
    }
    var best: (score: Int, separator: UInt8) = (0, 0x2c)
    for separator: UInt8 in [0x09, 0x3b, 0x2c] {
      var widths: [Int: Int] = [:]
      var trial = RowReader(separator: separator)
      trial.row.bytes = Array(bytes.prefix(RowReader.sample))
      trial.isEnded = isEnded && bytes.count <= RowReader.sample
      for _ in 0..<100 {
        // With another separator than the file's, quotation marks may stand anywhere.
        guard case true? = try? trial.next() else { break }
        widths[trial.row.count, default: 0] += 1
      }
      let score = widths.map { ($0.key - 1) * $0.value }.max() ?? 0
      if score > best.score { best = (score, separator) }
    }
    separator = best.separator
  }
}

/// One look for a row among bytes.
private struct RowScan {
  enum Outcome {
    case whole, unfinished, tooWide
    case neverClosed(line: Int, column: Int)
    case noText(column: Int)
  }

  let separator: UInt8
  var place: Int
  var line: Int
  let isEnded: Bool
  var starts: [Int] = []
  var ends: [Int] = []
  /// The cells in which quotation marks are doubled or lines end as Windows ends them.
  private var untidy: [Int] = []
  private var width = 0

  init(separator: UInt8, place: Int, line: Int, isEnded: Bool) {
    (self.separator, self.place, self.line, self.isEnded) = (separator, place, line, isEnded)
  }

  mutating func run(_ bytes: UnsafeMutableBufferPointer<UInt8>) -> Outcome {
    starts.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
    while true {
      if place < bytes.count, bytes[place] == 0x22 {
        switch quoted(bytes) {
        case .whole?: return finish(bytes)
        case let outcome?: return outcome
        case nil: continue
        }
      }
      let start = place
      while place < bytes.count {
        let byte = bytes[place]
        if byte == separator || byte == 0x0a || byte == 0x0d || byte == 0 { break }
        place += 1
      }
      if let outcome = end(start, place, bytes) {
        if case .whole = outcome { return finish(bytes) }
        return outcome
      }
    }
  }

  /// Reads a cell in quotation marks; nil where another cell follows.
  private mutating func quoted(_ bytes: UnsafeMutableBufferPointer<UInt8>) -> Outcome? {
    let (start, opened) = (place, line)
    var isUntidy = false
    place += 1
    while true {
      while place < bytes.count {
        let byte = bytes[place]
        if byte == 0x22 || byte == 0x0a || byte == 0x0d || byte == 0 { break }
        place += 1
      }
      guard place < bytes.count else {
        return isEnded ? .neverClosed(line: opened, column: width + 1) : .unfinished
      }
      switch bytes[place] {
      case 0: return .noText(column: width + 1)
      case 0x22:
        guard place + 1 < bytes.count else {
          if !isEnded { return .unfinished }
          place += 1
          return end(start + 1, place - 1, bytes, isUntidy: isUntidy)
        }
        if bytes[place + 1] == 0x22 {
          isUntidy = true
          place += 2
          continue
        }
        place += 1
        let byte = bytes[place]
        if byte == separator || byte == 0x0a || byte == 0x0d {
          return end(start + 1, place - 1, bytes, isUntidy: isUntidy)
        }
        // The mark belongs to the text: "Working Together" guidance.
        (place, line) = (start, opened)
        while place < bytes.count {
          let byte = bytes[place]
          if byte == separator || byte == 0x0a || byte == 0x0d || byte == 0 { break }
          place += 1
        }
        return end(start, place, bytes)
      case 0x0d:
        isUntidy = true
        place += place + 1 < bytes.count && bytes[place + 1] == 0x0a ? 2 : 1
        line += 1
      default:
        place += 1
        line += 1
      }
    }
  }

  /// Ends a cell with what stands at the place; nil where another cell follows.
  private mutating func end(
    _ start: Int, _ end: Int, _ bytes: UnsafeMutableBufferPointer<UInt8>, isUntidy: Bool = false
  ) -> Outcome? {
    width += 1
    if width <= RowReader.widest {
      if isUntidy { untidy.append(starts.count) }
      starts.append(start)
      ends.append(end)
    } else if start < end {
      return .tooWide
    }
    guard place < bytes.count else { return isEnded ? .whole : .unfinished }
    let byte = bytes[place]
    if byte == 0 { return .noText(column: width) }
    if byte == 0x0d {
      guard place + 1 < bytes.count || isEnded else { return .unfinished }
      if place + 1 < bytes.count, bytes[place + 1] == 0x0a { place += 1 }
    }
    place += 1
    if byte == separator { return nil }
    line += 1
    return .whole
  }

  /// Makes the cells what they say, where they lie: that is never longer.
  private mutating func finish(_ bytes: UnsafeMutableBufferPointer<UInt8>) -> Outcome {
    for cell in untidy {
      var (read, write) = (starts[cell], starts[cell])
      while read < ends[cell] {
        let byte = bytes[read]
        let next = read + 1 < ends[cell] ? bytes[read + 1] : 0
        read += byte == 0x22 && next == 0x22 || byte == 0x0d && next == 0x0a ? 2 : 1
        bytes[write] = byte == 0x0d ? 0x0a : byte
        write += 1
      }
      ends[cell] = write
    }
    return .whole
  }
}
