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

  private static func readme() throws -> [String] {
    try contents("\(Masa.repository)/README.md")
      .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  private static func trimmed(_ row: String) -> String {
    String(row.reversed().drop { $0 == " " }.reversed())
  }
}
