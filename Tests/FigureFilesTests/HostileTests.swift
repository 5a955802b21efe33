import FigureFiles
import FoundationEssentials
import Letters
import Testing

/// Whatever bytes come, something is said and nothing breaks.
@Suite struct HostileTests {
  /// Numbers that are the same each time (xorshift).
  private struct Dice {
    var state: UInt64
    mutating func roll(_ sides: Int) -> Int {
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      return Int(state % UInt64(max(1, sides)))
    }
  }

  private static let splinters: [[UInt8]] = [
    [0], [0xff, 0xfe], [0xfe, 0xff], [0xef, 0xbb, 0xbf], Array("\"".utf8), Array("\"\"".utf8),
    [0x0d],
    [0x0a], Array(",,,,,,,,".utf8), Array(";".utf8), [0x09], [0xc2], [0xa0], [0xc2, 0xa0],
    Array("99999999999999999999999999".utf8), Array("1,2,3.4.5".utf8), Array("-".utf8),
    Array("%".utf8),
    Array("~".utf8), Array("(".utf8), Array("[".utf8), Array("Q1 ".utf8),
    Array("0000/00-00/00".utf8),
    Array("9999-99".utf8), Array("nan".utf8), Array("inf".utf8), Array("1e999".utf8),
    Array("e".utf8),
    Array("::".utf8), Array("sep=".utf8), [0xf0, 0x9f], Array("\u{2212}".utf8),
    Array("Old SNs:".utf8),
    Array("31/02/0000".utf8), Array("week 99".utf8),
  ]

  private func outcome(_ bytes: [UInt8], piece: Int) -> String {
    var reader = FigureReader()
    do throws(FigureRefusal) {
      var place = 0
      while place < bytes.count {
        let end = min(bytes.count, place + piece)
        try reader.consume(Array(bytes[place..<end]))
        place = end
      }
      let file = try reader.finish()
      return file.places.joined(separator: "\n") + file.faults.map(\.sentence).joined()
        + "\(file.neighbours)\(file.definitions)\(file.outcomes)"
    } catch {
      return error.sentence
    }
  }

  @Test(arguments: MadeUp.all.indices)
  func brokenFilesAreReadOrRefused(index: Int) {
    var dice = Dice(state: UInt64(20_260_101 + index))
    let whole = Array(MadeUp.all[index].text.utf8)
    for _ in 0..<60 {
      var bytes = whole
      for _ in 0...dice.roll(6) {
        let place = dice.roll(bytes.count)
        switch dice.roll(5) {
        case 0: bytes[place] = UInt8(dice.roll(256))
        case 1: bytes.insert(contentsOf: Self.splinters[dice.roll(Self.splinters.count)], at: place)
        case 2: bytes.removeSubrange(place..<min(bytes.count, place + dice.roll(40) + 1))
        case 3: bytes.replaceSubrange(place..<place, with: bytes.suffix(dice.roll(60)))
        default: bytes.removeSubrange(place...)
        }
        if bytes.isEmpty { bytes = [0x2c] }
      }
      let said = outcome(bytes, piece: bytes.count)
      #expect(said == outcome(bytes, piece: 1 + dice.roll(50)))
    }
  }

  private func seconds(_ bytes: [UInt8]) -> Double {
    let clock = ContinuousClock()
    let time = clock.measure { _ = outcome(bytes, piece: 4096) }
    return Double(time.components.seconds) + Double(time.components.attoseconds) / 1e18
  }

  @Test(arguments: ["\"", "\"\"", "\"a\"b,", "\n", ",", "\"x,\"\"", "\r", "a\"\n"])
  func timeGrowsWithTheFile(unit: String) {
    let head = "Indicator,Q1 2098-99\n"
    let make = { (count: Int) in
      Array((head + String(repeating: unit, count: count / unit.utf8.count)).utf8)
    }
    let (short, long) = (seconds(make(60_000)), seconds(make(240_000)))
    #expect(long < max(0.05, short) * 12, "\(unit.debugDescription): \(short) s, then \(long) s")
  }

  @Test func rowsWithoutAnEndAreBounded() throws {
    var reader = RowReader(separator: 0x2c)
    let piece = [UInt8](repeating: 0x61, count: 1 << 20)
    #expect(throws: RowProblem.self) {
      for _ in 0..<12 {
        try reader.append(piece, isLast: false)
        _ = try reader.next()
      }
    }
  }

  @Test func aFileWithTooManyFiguresIsRefused() throws {
    let rows = (0..<50).map { "A\($0),Q1 2098-99,1" }.joined(separator: "\n")
    #expect(throws: FigureRefusal.self) {
      try read("Indicator,Period,Value\n\(rows)\n") { $0.limit = 40 }
    }
  }

  private static let folder = ProcessInfo.processInfo.environment["FIGURE_LAYOUTS"]

  @Test(.enabled(if: folder != nil, "FIGURE_LAYOUTS names no folder with files of each layout"))
  func filesOfAFolderAreReadOrRefusedAsTheirNamesSay() throws {
    let folder = try #require(Self.folder)
    for name in try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    where name.hasSuffix(".csv") && !name.hasSuffix(".meta.csv") {
      let bytes = try [UInt8](Data(contentsOf: URL(filePath: "\(folder)/\(name)")))
      let said = outcome(bytes, piece: 1000)
      #expect(name.contains("REFUSE") == said.contains("single children"), "\(name): \(said)")
    }
  }
}
