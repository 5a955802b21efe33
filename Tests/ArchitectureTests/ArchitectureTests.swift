import FoundationEssentials
import Testing

@Suite struct ArchitectureTests {
  /// What each target may import: the arrows between the rooms of the house.
  private static let imports: [String: Set<String>] = [
    "JSONDocument": [],
    "Letters": [],
    "Statistics": [],
    "Safeguarding": ["Letters", "Statistics"],
    "DataStore": [
      "CDigest", "CPosix", "JSONDocument", "Letters", "Safeguarding", "Glibc", "Synchronization",
    ],
    "TerminalUI": ["Letters", "Synchronization"],
    "NcursesTerminal": ["CNcurses", "TerminalUI", "Glibc", "Synchronization"],
    "FigureFiles": ["Letters", "Safeguarding"],
    "Entry": ["FigureFiles", "Letters", "Safeguarding", "Synchronization"],
    "PostgreSQLStore": ["DataStore", "Glibc", "Safeguarding", "Synchronization"],
    "Dashboard": ["Entry", "Letters", "Safeguarding", "Statistics", "TerminalUI"],
    "Papers": ["CZip", "Letters"],
    "Reports": ["JSONDocument", "Letters", "Papers", "Safeguarding", "Statistics"],
    "masa": [
      "ArgumentParser", "BuiltInThemes", "Dashboard", "DataStore", "Entry", "FigureFiles",
      "FoundationEssentials", "Glibc", "JSONDocument", "Letters", "NcursesTerminal", "Papers",
      "PostgreSQLStore", "Reports", "Safeguarding", "Synchronization", "TerminalUI",
    ],
    "BuiltInThemes": [],
  ]

  @Test func everyTargetImportsOnlyWhatItMay() throws {
    var files = try Project.sources().map { ($0, $0.path.split(separator: "/")[1]) }
    files += try Project.files(in: "Themes", endingWith: [".swift"]).map { ($0, "BuiltInThemes") }
    for (file, target) in files {
      let allowed = try #require(Self.imports[String(target)], "\(target) has no list of imports")
      for line in file.codeLines {
        let words = line.split(separator: " ").map(String.init)
        guard let position = words.firstIndex(of: "import"), position < 2,
          position + 1 < words.count,
          position == 0 || ["public", "package", "internal", "private"].contains(words[0])
            || words[0].hasPrefix("@")
        else { continue }
        let module = words[position + 1]
        #expect(allowed.contains(module), "\(file.path) imports \(module)")
      }
    }
  }

  /// How long a test waits behind others says nothing of the program: the clock of a limit runs meanwhile.
  @Test func noTestIsTimed() throws {
    for file in try Project.files(in: "Tests", endingWith: [".swift"]) {
      #expect(file.codeLines.allSatisfy { !$0.contains(".time" + "Limit(") }, "\(file.path)")
    }
  }

  /// The package for Debian carries the list of changes, and none with a word twice in a row is good enough for it.
  @Test func noChangeIsToldWithAWordTwice() throws {
    let page = try Data(contentsOf: Project.root.appending(path: "CHANGELOG.md"))
    let words = String(decoding: page, as: UTF8.self).split(whereSeparator: \.isWhitespace)
    let twice = zip(words, words.dropFirst()).filter { $0 == $1 && $0.allSatisfy(\.isLetter) }
    #expect(twice.isEmpty, "\(twice)")
  }

  /// Every test that is named as holding a bar is there.
  @Test(
    arguments: [
      ("ARCHITECTURE.md", "## Bars of a terminal program", 50)
    ])
  func pagesNameTestsThatAreThere(_ path: String, _ heading: String, _ least: Int) throws {
    let page = try Data(contentsOf: Project.root.appending(path: path))
    let table = try #require(
      String(decoding: page, as: UTF8.self).split(separator: heading).last)
    let suites = try Project.files(in: "Tests", endingWith: [".swift"])
    let scripts = try Project.files(in: "Tests/Faults", endingWith: [".py"]).map(\.path)
    var count = 0
    for line in table.split(separator: "\n") where line.hasPrefix("| ") && !line.hasPrefix("| no ")
    {
      guard let held = line.split(separator: " | ").last, !held.hasPrefix("not so") else {
        continue
      }
      for name in held.split(separator: "`", omittingEmptySubsequences: false).enumerated()
        .filter({ $0.offset % 2 == 1 }).map(\.element)
      {
        let parts = name.split(separator: ".").map(String.init)
        let found = suites.filter { $0.path.hasSuffix("/\(parts[0]).swift") }
        let isTest = parts.count > 1 && found.contains { $0.text.contains("func \(parts[1])(") }
        let isSuite = parts.count == 1 && !found.isEmpty
        let isScript =
          scripts.contains("Tests/Faults/\(name).py")
          || FileManager.default.fileExists(atPath: Project.root.appending(path: String(name)).path)
        #expect(isTest || isSuite || isScript, "\(name)")
        count += isTest ? 1 : 0
      }
    }
    #expect(count > least)
  }

  @Test func noSourceImportsTheWholeOfFoundation() throws {
    for file in try Project.sources() {
      let isImported = file.codeLines.contains { line in
        line.split(separator: " ").suffix(2) == ["import", "Foundation"]
      }
      #expect(!isImported, "\(file.path)")
    }
  }

  @Test func everyTypeThatOthersUseIsDescribed() throws {
    let kinds: Set = ["struct", "class", "enum", "protocol", "actor", "typealias"]
    var count = 0
    for file in try Project.sources() {
      let lines = file.lines
      for (number, line) in file.codeLines.enumerated() {
        let words = line.split(separator: " ").map(String.init)
        guard let first = words.first, first == "public" || first == "package",
          words.prefix(4).contains(where: kinds.contains), !words.contains("func"),
          !words.contains("var"), !words.contains("let")
        else { continue }
        count += 1
        let above = lines[..<number].reversed().first {
          !$0.drop { $0 == " " }.hasPrefix("@")
        }
        let isDescribed = above?.drop { $0 == " " }.hasPrefix("///") == true
        #expect(isDescribed, "\(file.path):\(number + 1): \(line)")
      }
    }
    #expect(count > 50)
  }

  @Test func nothingCanBreakTheProgramOffOnPurpose() throws {
    let forbidden = ["try!", "as!", "fatalError(", "preconditionFailure(", "unsafelyUnwrapped"]
    for file in try Project.sources() {
      for (number, line) in file.codeLines.enumerated() {
        for word in forbidden {
          #expect(!line.contains(word), "\(file.path):\(number + 1): \(line)")
        }
        #expect(!forcesUnwrapping(line), "\(file.path):\(number + 1): \(line)")
      }
    }
  }

  @Test(arguments: [
    ("let a = b!", true), ("b!.c", true), ("f(x!)", true), ("a[0]!", true), ("f()!, 1", true),
    ("let a: Int!", true), ("a != b", false), ("if !a { }", false), ("f(!a)", false), ("", false),
  ])
  func theSignOfForceIsKnown(line: String, forces: Bool) {
    #expect(forcesUnwrapping(line) == forces)
  }

  /// Whether an exclamation mark follows a value at once and is not part of `!=`.
  private func forcesUnwrapping(_ line: String) -> Bool {
    let characters = Array(line)
    return characters.indices.dropFirst().contains { index in
      guard characters[index] == "!" else { return false }
      let before = characters[index - 1]
      let after = index + 1 < characters.count ? characters[index + 1] : " "
      return (before.isLetter || before.isNumber || "_)]".contains(before)) && after != "="
    }
  }

  @Test func nobodyComparesInSmallLettersOnTheirOwn() throws {
    // `Folding` says what counts as the same letters; small letters alone miss accents and quotation marks.
    let signs = [" ==", " !=", " <", ".contains", ".hasPrefix", ".hasSuffix", ".split", ".starts"]
    for file in try Project.sources() {
      for (number, line) in file.codeLines.enumerated() {
        for sign in signs {
          #expect(!line.contains("lowercased()\(sign)"), "\(file.path):\(number + 1): \(line)")
        }
      }
    }
  }

  @Test func noSourceIsTooLongToRead() throws {
    for file in try Project.sources() {
      #expect(file.lines.count <= 301, "\(file.path) has \(file.lines.count - 1) lines")
    }
  }

  @Test func everyThemeIsBuiltIn() throws {
    let themes = try Project.files(in: "Themes", endingWith: [".json"]).map(\.path)
    let list = try #require(
      try Project.files(in: "Themes", endingWith: ["BuiltInThemes.swift"]).first)
    let package = try String(
      decoding: Data(contentsOf: Project.root.appending(path: "Package.swift")), as: UTF8.self)
    #expect(themes.count >= 5)
    for theme in themes {
      let name = String(theme.split(separator: "/")[1].dropLast(5))
      #expect(list.text.contains("\"\(name)\""), "\(theme) is in no list")
      #expect(package.contains("\"\(name).json\""), "\(theme) is not embedded")
    }
  }

  @Test func noTextNamesAPlaceOnOneMachine() throws {
    let places = ["work", "home", "root", "Users"].map { "/\($0)/" } + ["/opt" + "/swift"]
    let endings = [".swift", ".json", ".md", ".h", ".modulemap", ".yml", ".yaml", ".sh", ".1"]
    var files: [Project.File] = []
    for entry in try FileManager.default.contentsOfDirectory(atPath: Project.root.path) {
      let path = Project.root.appending(path: entry).path
      var isFolder = false
      guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else { continue }
      if isFolder {
        if !entry.hasPrefix(".") || entry == ".github" {
          files += try Project.files(in: entry, endingWith: endings)
        }
      } else if endings.contains(where: { entry.hasSuffix($0) }) {
        let data = try Data(contentsOf: URL(filePath: path))
        files.append(Project.File(path: entry, text: String(decoding: data, as: UTF8.self)))
      }
    }
    #expect(files.count > 200)
    for file in files {
      for place in places {
        let line = file.lines.firstIndex { names($0, place) }
        #expect(line == nil, "\(file.path):\((line ?? 0) + 1) names \(place)")
      }
    }
  }

  /// Whether a line names a place from the root of the file system, not inside an address.
  private func names(_ line: String, _ place: String) -> Bool {
    var rest = line[...]
    while let range = rest.firstRange(of: place) {
      let before = line[..<range.lowerBound].last ?? " "
      if !before.isLetter, !before.isNumber, !"._-)*".contains(before) { return true }
      rest = rest[range.upperBound...]
    }
    return false
  }
}
