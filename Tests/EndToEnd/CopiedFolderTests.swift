import FoundationEssentials
import Testing

/// A folder with a copy of one of its groups tells the same as without it.
struct CopiedFolderTests {
  private static let commands = [
    "status", "deadlines", "deadlines --format ics", "deadlines --format json",
    "actions list --format csv", "list meeting --format json", "list group --format json",
    "list action --format json", "list chair-term --format json", "list seat --format json",
    "rotation", "indicators --format csv", "rules --format json", "--plain overview",
    "--plain deadlines", "--plain groups", "--plain reviews", "--plain executive",
    "list partnership --format json", "list obligation --format json", "list review --format json",
    "list rule --format json", "list plan --format json", "history",
  ]

  private static func withoutFaults(_ lines: [String]) -> [String] {
    lines.filter { line in !["fault", "Faults:", "is a copy of"].contains(where: line.contains) }
  }

  @Test(arguments: [
    ("groups/mscp-pmqa", "groups/mscp-pmqa.bak"), ("groups/mscp-pmqa", "groups/!mscp (copy)"),
    ("partnerships/mscp", "partnerships/m"), ("reviews/isabel.json", "reviews/isabel copy.json"),
  ])
  func changesNothingThatIsTold(original: String, copy: String) throws {
    let place = try TemporaryFolder()
    let data = try place.copySample(to: "data")
    let before = try Self.commands.map { try Masa.run($0, data: data) }
    try FileManager.default.copyItem(atPath: "\(data)/\(original)", toPath: "\(data)/\(copy)")
    for (words, alone) in zip(Self.commands, before) {
      let both = try Masa.run(words, data: data)
      let lines = Self.withoutFaults(both.lines)
      #expect(lines == Self.withoutFaults(alone.lines), "\(words)")
      #expect(both.status == alone.status && alone.status == 0, "\(words): \(both.messages)")
    }
    let check = try Masa.run("check", data: data)
    #expect(check.lines.filter { $0.contains("is a copy of") }.count == 1, "\(check.text)")
    #expect(check.lines.filter { $0.contains(copy) }.count == 1, "\(check.text)")
    #expect(check.status == 1)
  }
}
