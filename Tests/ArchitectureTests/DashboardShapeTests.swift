import FoundationEssentials
import Testing

/// The dashboard is made of values that own their functions, and nothing is guessed from names.
@Suite struct DashboardShapeTests {
  private func sources() throws -> [Project.File] {
    try Project.files(in: "Sources/Dashboard", endingWith: [".swift"])
  }

  @Test func theDashboardItselfStaysSmall() throws {
    var members: [String] = []
    for file in try sources() {
      var isInside = false
      for line in file.codeLines {
        let words = line.split(separator: " ").map(String.init)
        if !line.hasPrefix(" "), !line.isEmpty {
          let plain = words.filter { !["package", "private", "fileprivate"].contains($0) }
          let name = plain.dropFirst().first?.prefix { $0.isLetter || $0.isNumber }
          isInside =
            line.contains("{") && name == "Dashboard"
            && ["struct", "extension"].contains(plain.first ?? "")
        } else if isInside, line.hasPrefix("  "), !line.hasPrefix("   ") {
          let keyword = words.first { word in
            ["var", "let", "func"].contains(word) || word.hasPrefix("init(")
          }
          let isDeclared = words.prefix { $0 != keyword }.allSatisfy {
            ["package", "private", "fileprivate", "internal", "static", "mutating"].contains($0)
              || $0.hasSuffix("(set)")
          }
          if keyword != nil, isDeclared { members.append("\(file.path): \(line)") }
        }
      }
    }
    print("Dashboard has \(members.count) members (at most 150).")
    #expect(members.count > 50, "The members were not found.")
    #expect(members.count <= 150, "\(members.joined(separator: "\n"))")
  }

  @Test func panelsAreNamedOnlyWhereTheyAreDeclared() throws {
    let files = try sources()
    let declarations = try #require(files.first { $0.path.hasSuffix("Panes/PanelIDs.swift") })
    let names = declarations.lines.compactMap { line -> String? in
      guard line.contains("static let") else { return nil }
      let parts = line.split(separator: "\"")
      return parts.count > 1 ? String(parts[1]) : nil
    }
    #expect(names.count > 30)
    for file in files where file.path != declarations.path {
      for (number, line) in file.lines.enumerated() where !line.contains("kind.id") {
        for name in names {
          let isNamed = [
            "Panel(\"\(name)\"", "id == \"\(name)\"", "of: \"\(name)\"", "on: [\"\(name)\"",
          ]
          .contains { line.contains($0) }
          #expect(!isNamed, "\(file.path):\(number + 1): \(line)")
        }
      }
    }
  }

  @Test func noPaneSendsPeopleToAFile() throws {
    for file in try sources() where file.path.contains("/Panes/") {
      for (number, line) in file.lines.enumerated() {
        let isPath = line.contains("under:") || line.contains(", to: \"")
        #expect(isPath || !line.contains(".json"), "\(file.path):\(number + 1): \(line)")
      }
    }
  }

  @Test func whatIsSelectedIsNotCutOutOfItsId() throws {
    for file in try sources() {
      for (number, line) in file.lines.enumerated() {
        let isGuessed =
          line.contains("row.id.split") || line.contains("id.dropFirst")
          || line.contains("selectedRow?.id")
        #expect(!isGuessed, "\(file.path):\(number + 1): \(line)")
      }
    }
  }

  /// What Space does is declared by the records and their parts.
  @Test func tickingNamesNoKindOfRecord() throws {
    let records = try Project.files(in: "Sources/Safeguarding", endingWith: [".swift"])
      .flatMap(\.codeLines).compactMap { line -> String? in
        guard line.hasPrefix("public struct "),
          [": Record {", ": Entity {"].contains(where: line.hasSuffix)
        else { return nil }
        return line.dropFirst("public struct ".count).split(separator: ":").first.map(String.init)
      }
    #expect(records.count > 40)
    let files = try sources().filter { $0.path.contains("/Commands/Ticking") }
    #expect(files.count == 2)
    for file in files {
      let words = Set(file.codeLines.flatMap { $0.split { !$0.isLetter }.map(String.init) })
      let named = words.intersection(records)
      #expect(named.isEmpty, "\(file.path): \(named.sorted().joined(separator: ", "))")
    }
  }
}
