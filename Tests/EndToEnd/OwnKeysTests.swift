import Testing

/// Keys of one's own in a file, and what `masa keys` says of them.
struct OwnKeysTests {
  @Test func theyAreShownAndWhatIsWrongIsToldWithItsLine() throws {
    let home = try TemporaryFolder()
    try home.write(
      """
      {
        "export": ["E", "F5"],
        "sort": [],
        "exprt": ["F6"],
        "mine": ["q"]
      }
      """, to: "config/masa/keys.json")
    let keys = try Masa.run("keys", home: home.path)
    #expect(keys.status == 1)
    #expect(keys.lines.contains { $0.hasPrefix("  E F5  ") && $0.contains("Take this list") })
    #expect(keys.lines.contains { $0.hasPrefix("      ") && $0.contains("Sort by the next") })
    #expect(keys.messages.contains("keys.json:4: there is no command \"exprt\""))
    #expect(keys.messages.contains("Did you mean \"export\"?"))
    #expect(keys.messages.contains("keys.json:5: q is the key of \"quit\""))
    let ids = try Masa.run("keys --ids", data: nil)
    #expect(ids.status == 0)
    #expect(ids.lines.contains { $0.hasPrefix("  export  ") && $0.contains(" E ") })
  }

  @Test(arguments: ["", "[]", "{\"sort\": ", "\u{0}"])
  func aFileThatIsNoneLeavesEveryKey(_ text: String) throws {
    let home = try TemporaryFolder()
    try home.write(text, to: "config/masa/keys.json")
    let keys = try Masa.run("keys", home: home.path)
    #expect(keys.status == 1)
    #expect(keys.text == (try Masa.run("keys")).text)
    #expect(keys.messages.contains("Every command has the keys it comes with."))
  }
}
