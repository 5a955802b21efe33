import FoundationEssentials
import Testing

/// What the page of systems says is there is there: numbers, kinds, files, panes, commands, tests.
struct SystemsPageTests {
  static let page = Result { try SystemsPage(contents("\(Masa.repository)/\(SystemsPage.path)")) }
  static let rows = (try? page.get().rows) ?? []

  @Test func everySystemHasOneRow() throws {
    let page = try Self.page.get()
    #expect(page.misnumbered.isEmpty, "\(page.misnumbered)")
    #expect(page.malformed.isEmpty, "\(page.malformed)")
  }

  @Test(arguments: rows) func whatARowNamesIsThere(_ row: SystemsPage.Row) throws {
    let missing = try ProgramParts.all.get().missing(from: row)
    #expect(missing.isEmpty, "\(row.number) \(row.name): \(missing.joined(separator: ", "))")
  }

  /// The command of a row is one of the program's, prints something, and prints a record of the row.
  @Test(arguments: rows) func theCommandOfARowPrintsIt(_ row: SystemsPage.Row) throws {
    let words = row.command.split(separator: " ").map(String.init)
    #expect(words.first == "masa", "\(row.number): \(row.command)")
    let printed = try Masa.run(words.dropFirst().joined(separator: " "))
    #expect(printed.status == 0, "\(row.number): \(row.command)\n\(printed.messages)")
    #expect(!printed.text.isEmpty, "\(row.number): \(row.command)")
    guard words.count > 2, ["list", "show"].contains(words[1]) else { return }
    #expect(row.kinds.contains(words[2]), "\(row.number) prints a \(words[2]) and names none")
    if words[1] == "list" {
      #expect(!printed.text.contains("Nothing is listed"), "\(row.number): \(row.command)")
    } else {
      let file = printed.lines.first { $0.hasPrefix("  In: ") }.map { String($0.dropFirst(6)) }
      let isNamed = row.files.contains { ProgramParts.fits(file ?? "", $0) }
      #expect(isNamed, "\(row.number): \(row.command) stands in \(file ?? "no file")")
    }
  }

  /// A page that names what is not there is found out.
  @Test(arguments: [
    ("`establishment`", "`dungeon`"), ("groups/*/work.json", "groups/*/play.json"),
    ("Assurance / Secure estate", "Assurance / Secure island"),
    ("Practice / Voice", "Praxis / Voice"),
    ("SystemsOnScreenTests.everyGroupOfEveryTime", "SystemsOnScreenTests.everyGroupOfNoTime"),
    ("`RiskTests`", "`GambleTests`"), ("sample/overview-120x40", "sample/underview-120x40"),
  ])
  func whatIsNotThereIsFound(from: String, to: String) throws {
    let text = try contents("\(Masa.repository)/\(SystemsPage.path)")
    #expect(text.contains(from))
    let parts = try ProgramParts.all.get()
    let wrong = SystemsPage(text.replacing(from, with: to))
    #expect(wrong.rows.contains { !parts.missing(from: $0).isEmpty })
  }

  @Test(arguments: [("\n| 64 | ", "\n| 63 | "), ("\n| 123 | ", "\n| 124 | "), (" | – |\n", " |\n")])
  func aRowThatIsMissingOrDoubledIsFound(from: String, to: String) throws {
    let text = try contents("\(Masa.repository)/\(SystemsPage.path)")
    let wrong = SystemsPage(text.replacing(from, with: to))
    #expect(!wrong.misnumbered.isEmpty || !wrong.malformed.isEmpty)
  }

  /// Other pages lead to it.
  @Test(arguments: ["README.md", "ARCHITECTURE.md"])
  func otherPagesLeadThere(_ page: String) throws {
    #expect(try contents("\(Masa.repository)/\(page)").contains(SystemsPage.path))
  }
}

/// The page that says where each system of a partnership stands.
struct SystemsPage: Sendable {
  static let path = "Documentation/systems.md"
  static let numbers = 1...123

  /// One system.
  struct Row: Sendable, CustomTestStringConvertible {
    let number: Int
    let name: String
    let kinds: [String]
    let files: [String]
    let places: [String]
    let command: String
    let tests: [String]
    let sample: String

    var testDescription: String { "\(number) \(name)" }
  }

  private(set) var rows: [Row] = []
  /// The lines that are rows of a table and have not all its columns.
  private(set) var malformed: [String] = []

  init(_ text: String) {
    for line in text.split(separator: "\n") where line.hasPrefix("| ") {
      let cells = line.dropFirst(2).split(separator: " |", omittingEmptySubsequences: false)
        .map { String($0.drop { $0 == " " }) }
      guard let first = cells.first, let number = Int(first) else { continue }
      guard cells.count == 9, cells.dropLast().allSatisfy({ !$0.isEmpty }) else {
        malformed.append(String(line))
        continue
      }
      let kept = Self.quoted(in: cells[2])
      rows.append(
        Row(
          number: number, name: cells[1], kinds: kept.filter { !$0.hasSuffix(".json") },
          files: kept.filter { $0.hasSuffix(".json") },
          places: cells[3].split(separator: ";").map { String($0.drop { $0 == " " }) },
          command: Self.quoted(in: cells[4]).first ?? "", tests: Self.quoted(in: cells[5]),
          sample: cells[6]))
    }
  }

  /// The numbers that no row has, that several have, or that there should not be.
  var misnumbered: [Int] {
    let count = Dictionary(grouping: rows, by: \.number).mapValues(\.count)
    return Set(Self.numbers).union(count.keys).filter {
      count[$0] != 1 || !Self.numbers.contains($0)
    }.sorted()
  }

  /// What stands between pairs of the sign for code.
  private static func quoted(in cell: String) -> [String] {
    cell.split(separator: "`", omittingEmptySubsequences: false).enumerated()
      .filter { $0.offset % 2 == 1 }.map { String($0.element) }
  }
}

/// What the program has: kinds with their numbers of records, files, panes with their sections, tests.
private struct ProgramParts: Sendable {
  static let all = Result { try ProgramParts() }

  private var kinds: [String: Int] = [:]
  private var files: [String] = []
  private var places: Set<String> = []
  private var tests: Set<String> = []

  private init() throws {
    let listed = try Masa.run("list --format csv")
    for row in csvRows(listed.text).dropFirst() where row.count > 1 { kinds[row[0]] = Int(row[1]) }
    files = try FileManager.default.subpathsOfDirectory(atPath: Masa.sample)
    for source in try Self.sources(in: "Sources/Dashboard/Panes") {
      guard let title = Self.texts(after: "static let title = ", in: source).first else { continue }
      places.insert(title)
      for section in Self.texts(after: "PaneSection(", in: source, second: true) {
        places.insert("\(title) / \(section)")
      }
    }
    for source in try Self.sources(in: "Tests") {
      let suites = Self.names(after: "struct ", in: source)
      tests.formUnion(suites)
      for test in Self.names(after: "func ", in: source) {
        tests.formUnion(suites.map { "\($0).\(test)" })
      }
    }
    let pictures = "Tests/DashboardTests/Snapshots"
    for path in try FileManager.default.subpathsOfDirectory(
      atPath: "\(Masa.repository)/\(pictures)") where path.hasSuffix(".txt")
    {
      tests.insert(String(path.dropLast(4)))
    }
  }

  /// What a row names that is not there; a row whose facts are in the sample names kinds with records.
  func missing(from row: SystemsPage.Row) -> [String] {
    let isThere = row.sample.hasPrefix("yes")
    let lacking = row.kinds.filter { (kinds[$0] ?? -1) < (isThere ? 1 : 0) }
    return lacking + row.files.filter { file in !files.contains { Self.fits($0, file) } }
      + row.places.filter { !places.contains($0) } + row.tests.filter { !tests.contains($0) }
      + (row.kinds.isEmpty || row.files.isEmpty || row.tests.isEmpty ? ["an empty cell"] : [])
  }

  /// Whether the path of a file fits a pattern in which `*` stands for a name or a part of it.
  static func fits(_ path: String, _ pattern: String) -> Bool {
    let parts = path.split(separator: "/")
    let wanted = pattern.split(separator: "/")
    return parts.count == wanted.count
      && zip(parts, wanted).allSatisfy { part, want in
        guard let star = want.firstIndex(of: "*") else { return part == want }
        let end = want[want.index(after: star)...]
        return part.hasPrefix(want[..<star]) && part.hasSuffix(end)
      }
  }

  private static func sources(in folder: String) throws -> [String] {
    let top = "\(Masa.repository)/\(folder)"
    return try FileManager.default.subpathsOfDirectory(atPath: top)
      .filter { $0.hasSuffix(".swift") }.map { try contents("\(top)/\($0)") }
  }

  /// The names that follow a word, line by line.
  private static func names(after word: String, in source: String) -> [String] {
    source.split(separator: "\n").compactMap { line in
      guard let range = line.firstRange(of: word) else { return nil }
      let name = line[range.upperBound...].prefix { $0.isLetter || $0.isNumber }
      return name.isEmpty ? nil : String(name)
    }
  }

  /// The first text in quotes, or the second, of each line that holds some words.
  private static func texts(after words: String, in source: String, second: Bool = false)
    -> [String]
  {
    source.split(separator: "\n").filter { $0.contains(words) }.compactMap { line in
      let parts = line.split(separator: "\"", omittingEmptySubsequences: false)
      let index = second ? 3 : 1
      return parts.indices.contains(index) ? String(parts[index]) : nil
    }
  }
}
