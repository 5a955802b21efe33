import Testing

/// What README.md shows is what the program does.
struct ReadmeTests {
  @Test func theTableOfKeysIsThatOfTheProgram() throws {
    let readme = try Self.readme()
    let start = try #require(
      readme.firstIndex(of: "<!-- keys -->"), "README.md lacks the line <!-- keys -->")
    let shown = readme[(start + 1)...].prefix { !$0.hasPrefix("#") }.filter { !$0.isEmpty }
    let printed = try Masa.run("keys --format markdown")
    #expect(printed.status == 0)
    let expected = printed.lines.filter { !$0.isEmpty }
    #expect(
      Array(shown) == expected,
      """
      Paste this into README.md between <!-- keys --> and the next heading:
      \(printed.text)
      """)
  }

  /// The guide to the files holds every field as the program declares it.
  @Test func theTableOfFieldsIsThatOfTheProgram() throws {
    let guide = try contents("\(Masa.repository)/SampleData/README.md")
      .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let start = try #require(
      guide.firstIndex(of: "<!-- fields -->"), "SampleData/README.md lacks <!-- fields -->")
    let printed = try Masa.run(
      "schema --markdown --data \(Masa.repository)/SampleData/kent-and-medway")
    #expect(printed.status == 0)
    let shown = guide[(start + 1)...].filter { !$0.isEmpty }
    let isSame = Array(shown) == printed.lines.filter { !$0.isEmpty }
    #expect(isSame, "Paste what masa schema --markdown prints behind <!-- fields -->.")
  }

  @Test func everyScreenIsThatOfItsSnapshot() throws {
    let readme = try Self.readme()
    let marks = readme.indices.filter { readme[$0].hasPrefix("<!-- screen: ") }
    try #require(!marks.isEmpty, "README.md shows no screen: <!-- screen: PATH -->")
    for mark in marks {
      let path = readme[mark].dropFirst("<!-- screen: ".count).prefix { $0 != " " }
      let fence = try #require(
        readme[mark...].firstIndex { $0.hasPrefix("```") }, "no block follows \(readme[mark])")
      let shown = readme[(fence + 1)...].prefix { !$0.hasPrefix("```") }.map(Self.trimmed)
      let expected = try contents("\(Masa.repository)/\(path)")
        .split(separator: "\n").map { Self.trimmed(String($0.dropFirst().dropLast())) }
      #expect(
        Array(shown) == expected,
        """
        Paste this into README.md between the ``` marks below <!-- screen: \(path) -->:
        \(expected.joined(separator: "\n"))
        """)
    }
  }

  /// The folder that README.md lays is without fault, with the roles that it shows.
  @Test(.enabled(if: OtherAccount.canBeUsed, "only root can give folders to other groups"))
  func theSharedFolderIsLaidAsShown() throws {
    let place = try TemporaryFolder()
    let laying = try Self.block(below: "**The folder.**").joined(separator: "\n")
    let commands = [
      ("sudo masa ", "'\(Masa.path)' "), ("/srv/masa", "\(place.path)/data"),
      ("masa-admins", "users"), ("masa-users", "staff"), ("pmqa-editors", "mail"),
    ].reduce(laying) { $0.replacing($1.0, with: $1.1) }
    let laid = try ChildProcess(
      program: "/bin/sh", arguments: ["-ec", commands],
      environment: Masa.environment(home: place.path)
    ).run()
    #expect(laid.status == 0, "\(laid.text)\(laid.messages)")
    let roles = try Self.block(below: "**Roles**").joined(separator: "\n")
    try place.write(roles, to: "data/access.json")
    let check = try Masa.run("check", data: place.path + "/data")
    #expect(check.status == 0 && check.output.isEmpty, "\(check.text)")
  }

  /// The lines between the first pair of ``` marks below a line that begins with some words.
  private static func block(below words: String) throws -> [String] {
    let readme = try readme()
    let start = try #require(readme.firstIndex { $0.hasPrefix(words) }, "README.md lacks \(words)")
    let fence = try #require(readme[start...].firstIndex { $0.hasPrefix("```") })
    return Array(readme[(fence + 1)...].prefix { !$0.hasPrefix("```") })
  }

  private static func readme() throws -> [String] {
    try contents("\(Masa.repository)/README.md")
      .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  private static func trimmed(_ row: String) -> String {
    String(row.reversed().drop { $0 == " " }.reversed())
  }
}
