import FoundationEssentials
import Glibc
import Testing

/// The command that merges a newer list of bank holidays into a data folder.
struct ImportTests {
  private static let isRoot = geteuid() == 0
  private static let name = "bank-holidays.json"

  private static let newer = """
    {"england-and-wales": {"division": "england-and-wales", "events": [
      {"title": "Spring bank holiday", "date": "2028-05-30", "notes": "", "bunting": true},
      {"title": "New Year’s Day", "date": "2029-01-01", "notes": "", "bunting": true}]}}
    """

  private let place: TemporaryFolder
  private let data: String
  private let list: String

  init() throws {
    place = try TemporaryFolder()
    data = try place.copySample(to: "data")
    list = "\(data)/\(Self.name)"
    try place.write(Self.newer, to: "new.json")
  }

  private func importList(_ file: String = "new.json") throws -> Finished {
    try Masa.run("import bank-holidays", more: ["\(place.path)/\(file)", "--data", data])
  }

  /// Everything in the data folder's top, hidden files too.
  private func names() throws -> [String] {
    // The lock of the folder is made once and stays.
    try FileManager.default.contentsOfDirectory(atPath: data).filter { $0 != ".lock" }.sorted()
  }

  @Test func whatDoesNotShowInATitleIsLeftOut() throws {
    try place.write(
      #"""
      {"england-and-wales": {"division": "england-and-wales", "events": [
        {"title": "New\u202e Year’s\n Day\u0007\u200b", "date": "2029-01-01", "notes": "a\u001bb"},
        {"title": "Good Friday\u00ad", "date": "2028-04-14", "notes": ""}]}}
      """#, to: "new.json")
    let finished = try importList()
    #expect(finished.lines.contains("England and Wales: New Year’s Day added on Mon 1 Jan 2029."))
    #expect(!finished.text.contains("is called"))
    let after = try contents(list)
    #expect(after.contains("\"New Year’s Day\"") && after.contains("\"ab\""))
    #expect(!after.contains("\\u"))
  }

  @Test func whatIsNewIsAddedAndWhatMovedIsMoved() throws {
    let before = try contents(list)
    let namesBefore = try names()
    #expect(chmod(list, 0o640) == 0)
    let finished = try importList()
    #expect(finished.status == 0 && finished.messages.isEmpty)
    #expect(
      finished.lines.contains(
        "England and Wales: Spring bank holiday moved from Mon 29 May 2028 to Tue 30 May 2028."))
    #expect(
      finished.lines.contains("England and Wales: New Year’s Day added on Mon 1 Jan 2029."))
    #expect(
      finished.text.contains(
        "Added 1 day (2029) and moved 1 day for 1 division; no year was dropped."))
    let after = try contents(list)
    #expect(after.contains("\"2028-05-30\"") && after.contains("\"2029-01-01\""))
    // Seven days of 2028 that the newer list lacks stay.
    #expect(finished.lines.count { $0.contains("warning: ") } == 7)
    #expect(
      after.split(separator: "\"date\"").count == before.split(separator: "\"date\"").count + 1)
    #expect(try permissions(list) == 0o640)
    #expect(try names() == namesBefore)
  }

  @Test func whatIsNotNewLeavesTheFileAlone() throws {
    #expect(try importList().status == 0)
    var (before, after) = (stat(), stat())
    try #require(lstat(list, &before) == 0)
    let again = try importList()
    #expect(again.status == 0 && again.text.contains("was not touched"))
    try #require(lstat(list, &after) == 0)
    #expect(before.st_ino == after.st_ino && before.st_mtim.tv_nsec == after.st_mtim.tv_nsec)
  }

  @Test func aListThatIsNotThereIsMadeForTheGroupOfAFolderThatGivesItsGroup() throws {
    #expect(unlink(list) == 0 && chmod(data, 0o2770) == 0)
    let finished = try importList()
    #expect(finished.status == 0 && finished.text.contains("Added 2 days (2028, 2029)"))
    #expect(try permissions(list) == 0o660)
    #expect(try contents(list).contains("2029-01-01"))
  }

  @Test(arguments: [
    ("other.json", "is not a list of bank holidays"), ("cut.json", "damaged at line 2"),
    ("missing.json", "could not be read"), ("", "could not be read"),
    ("large.json", "is larger than"),
  ])
  func aFileThatIsNoListChangesNothing(file: String, reason: String) throws {
    try place.write("{\"people\": []}", to: "other.json")
    try place.write(String(Self.newer.prefix(90)), to: "cut.json")
    try place.write(String(repeating: " ", count: 1_100_000), to: "large.json")
    let (before, namesBefore) = (try contents(list), try names())
    let finished = try importList(file)
    #expect(finished.status == 1 && finished.output.isEmpty)
    #expect(finished.messages.hasPrefix("masa: "))
    #expect(finished.messages.contains(reason), "\(finished.messages)")
    #expect(finished.messages.contains("Nothing was changed."))
    #expect(try contents(list) == before)
    #expect(try names() == namesBefore)
  }

  @Test func aFolderWithoutAWorkspaceIsLeftAlone() throws {
    #expect(unlink("\(data)/workspace.json") == 0)
    let before = try contents(list)
    let finished = try importList()
    #expect(finished.status == 1 && finished.messages.contains("no data folder"))
    #expect(try contents(list) == before)
  }

  /// What a save would refuse is refused here in the same words.
  @Test func whoMayNotChangeItIsRefusedAsInASave() throws {
    try place.write(#"{"contact": "Jo", "managers": ["somebody-else"]}"#, to: "data/access.json")
    let (before, namesBefore) = (try contents(list), try names())
    let finished = try importList()
    #expect(finished.status == 1 && finished.output.isEmpty)
    #expect(try contents(list) == before)
    #expect(try names() == namesBefore)
    let saved = try Masa.run(
      "actions add mscp-pmqa", more: ["--title", "Send it", "--data", data])
    #expect(saved.status == 1 && saved.messages == finished.messages, "\(finished.messages)")
    #expect(finished.messages.contains("For anything else ask Jo. Nothing was changed."))
  }

  @Test func aLinkIsNotFollowed() throws {
    let target = "\(place.path)/elsewhere.json"
    #expect(rename(list, target) == 0 && symlink(target, list) == 0)
    let before = try contents(target)
    let finished = try importList()
    #expect(finished.status == 1 && finished.messages.contains("links are not followed"))
    #expect(try contents(target) == before)
  }

  @Test func whenTheDiskTakesNoMoreTheOldFileStays() throws {
    let (before, namesBefore) = (try contents(list), try names())
    let finished = try ChildProcess(
      program: "/bin/sh",
      arguments: [
        "-c", "trap '' XFSZ; ulimit -f 16; exec \"$0\" \"$@\"", Masa.path, "import",
        "bank-holidays", "\(place.path)/new.json", "--data", data,
      ], environment: Masa.environment(home: "/nonexistent")
    ).run()
    #expect(finished.status == 1 && finished.output.isEmpty)
    #expect(finished.messages.contains("larger than is allowed here"))
    #expect(finished.messages.contains("Nothing was changed"))
    #expect(try contents(list) == before)
    #expect(try names() == namesBefore)
  }

  @Test(.enabled(if: !isRoot, "the superuser may write everywhere"))
  func aFileThatMayNotBeWrittenStays() throws {
    let before = try contents(list)
    #expect(chmod(list, 0o440) == 0)
    #expect(try importList().messages.contains("was not written (Permission denied)"))
    #expect(chmod(list, 0o640) == 0 && chmod(data, 0o550) == 0)
    #expect(try importList().messages.contains("was not written (Permission denied)"))
    #expect(chmod(data, 0o750) == 0)
    #expect(try contents(list) == before)
  }
}
