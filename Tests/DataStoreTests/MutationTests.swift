import DataStore
import Glibc
import JSONDocument
import Safeguarding
import Testing

/// Files changed in many small ways by dice: whatever comes is read, with its faults, in a short time.
///
/// `Tests/Faults/fuzz.py` does the same with the whole program, for longer and with more kinds of input.
@Suite struct MutationTests {
  private static let odd: [String] = [
    "{", "}", "[", "]", "\"", ",", ":", "\\", "\0", "\u{FEFF}", "null", "-0", "1e999", "\"\"", "[]",
    "{}",
    "99999999999999999999", "\"9999-12-31\"", "\"0001\"", "\"2024-02-30\"", "\\ud800", "\u{202E}",
    "e\u{301}", "\n",
  ]

  /// One changed file: bytes lost, doubled, put in, repeated, nested or taken from another file.
  private func changed(_ bytes: [UInt8], with other: [UInt8], _ dice: inout Dice) -> [UInt8] {
    let start = Int.random(in: 0...bytes.count, using: &dice)
    let end = min(bytes.count, start + Int.random(in: 0...40, using: &dice))
    let (before, span, after) = (bytes[..<start], bytes[start..<end], bytes[end...])
    switch Int.random(in: 0..<8, using: &dice) {
    case 0: return Array(before + after)
    case 1: return Array(before)
    case 2: return Array(before + span + span + after)
    case 3: return before + Array((Self.odd.randomElement(using: &dice) ?? "").utf8) + after
    case 4:
      let times = [10, 300].randomElement(using: &dice) ?? 1
      return before + Array(repeatElement(span, count: times).joined()) + after
    case 5:
      let depth = [60, 2_000].randomElement(using: &dice) ?? 1
      return before + Array(repeating: UInt8(ascii: "["), count: depth) + span
        + Array(repeating: UInt8(ascii: "]"), count: depth) + after
    case 6: return before + span.map { _ in UInt8.random(in: 0...255, using: &dice) } + after
    default:
      let first = Int.random(in: 0...other.count, using: &dice)
      return Array(before + other[first..<min(other.count, first + 60)] + after)
    }
  }

  @Test(arguments: [1, 2, 3])
  func whateverStandsInAFileIsReadInAShortTime(_ seed: UInt64) throws {
    var dice = Dice(seed: seed)
    let files = SmallFolder.files.merging(Self.more) { $1 }.sorted { $0.key < $1.key }
      .map { (path: $0.key, bytes: Array($0.value.utf8)) }
    let day = try #require(CalendarDate(iso: "2024-03-31"))
    var (attempts, faulty) = (0, 0)
    for _ in 0..<150 {
      var mutated = files
      for _ in 0...Int.random(in: 0...3, using: &dice) {
        let place = Int.random(in: 0..<files.count, using: &dice)
        let other = files[Int.random(in: 0..<files.count, using: &dice)].bytes
        mutated[place].bytes = changed(mutated[place].bytes, with: other, &dice)
      }
      let start = processorTime()
      let workspace = WorkspaceReader(files: mutated).read()
      _ = workspace.deadlines(on: day)
      _ = workspace.warnings(on: day, in: .all)
      for file in mutated {
        _ = verifyJournal(file.bytes, folder: "groups/board", heads: [("x", 3, "y")])
        if case .success(let document) = Result(catching: { try JSONDocument(bytes: file.bytes) }) {
          _ = personalDataWarnings(in: document, file: file.path)
        }
      }
      #expect(processorTime() - start < 5_000_000_000, "seed \(seed), attempt \(attempts)")
      for fault in workspace.faults {
        #expect(fault.sentence.utf8.count < 6_000, "seed \(seed), attempt \(attempts)")
      }
      #expect(workspace.faults.count <= 101 * mutated.count)
      attempts += 1
      if !workspace.faults.isEmpty { faulty += 1 }
    }
    #expect(attempts == 150 && faulty > 75, "\(faulty) of \(attempts) were faulty")
  }

  /// What the small folder lacks.
  private static let more = [
    "rules.json": """
    {"rules": [{"id": "r", "title": "R", "form": "notification", "says": "S.", "trigger": "incidentKnown",
      "until": "notified", "offset": 5, "unit": "workingDay", "authority": "A", "from": "2018-06-29",
      "confidence": "confirmed", "owners": [{"name": "The authority"}]}]}
    """,
    "access.json": """
    {"contact": "the office", "managers": ["ann"], "people": [{"user": "bob", "chairs": ["board"]}]}
    """,
    "groups/board/meetings.json": """
    {"meetings": [{"id": "m", "group": "board", "date": "2024-02-01", "status": "held",
      "agenda": [{"number": "1", "title": "Welcome", "minutes": 5}]}]}
    """,
    "partnerships/area/obligations.json": """
    {"obligations": [{"id": "o", "partnership": "area", "title": "O", "form": "publication",
      "due": {"when": "2024-03", "printed": "by the end of March"}, "status": "open"}]}
    """,
  ]
}

/// What this thread has used of the processor, in nanoseconds.
func processorTime() -> Int {
  var time = timespec()
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
  return time.tv_sec * 1_000_000_000 + time.tv_nsec
}
