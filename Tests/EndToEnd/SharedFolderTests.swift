import FoundationEssentials
import Glibc
import Testing

/// Data folders that several accounts of one server share.
///
/// The groups are some that every Debian and Ubuntu has; nobody is in them.
@Suite(.enabled(if: OtherAccount.canBeUsed, "only root can give folders to other groups"))
struct SharedFolderTests {
  @Test func aSharedFolderIsOpenToItsGroupsAlone() throws {
    let place = try SharedData()
    let folders = ["", "dataset", "dataset/values", "reviews", "partnerships/op", "groups"]
    for folder in folders + ["groups/board"] {
      #expect(try place.modeAndGroup(folder) == "2770 \(folder == "groups/board" ? 8 : 100)")
    }
    #expect(try place.modeAndGroup("dataset/values/journal.jsonl") == "660 100")
    #expect(try place.modeAndGroup("groups/board/group.json") == "660 8")
    #expect(try place.modeAndGroup("groups/board/.lock") == "660 8")
    #expect(try place.modeAndGroup("groups/board/journal.jsonl") == "660 8")
    #expect(try place.modeAndGroup("access.json") == "640 100")

    let nobody = try OtherAccount.run("check", data: place.data)
    #expect(nobody.status == 1 && nobody.messages.contains("may not be read"))
    for groups in [[100], [50], [50, 8]] as [[UInt32]] {
      let check = try OtherAccount.run("check", data: place.data, groups: groups)
      #expect(check.status == 0 && check.text.isEmpty, "\(groups): \(check.text)")
    }
  }

  @Test func whoMayOnlyReadIsToldWhoMayChange() throws {
    let place = try SharedData()
    let reader = try OtherAccount.run("doctor", data: place.data, groups: [50])
    #expect(reader.text.contains("groups/board may be changed by the group mail only"))
    #expect(reader.text.contains("reviews may be changed by the group users only"))
    #expect(reader.text.contains("Ask the administrator of this server."))
    let chair = try OtherAccount.run("doctor", data: place.data, groups: [50, 8])
    #expect(!chair.text.contains("groups/board may be changed"))
    #expect(chair.text.contains("reviews may be changed by the group users only"))
  }

  /// A file that a chair makes belongs to the group, whatever the chair's own settings are.
  @Test(arguments: ["022", "077", "000"])
  func whatAChairMakesIsOpenToTheGroup(mask: String) throws {
    let place = try SharedData()
    let made = try ChildProcess(
      program: "/usr/bin/setpriv",
      arguments: [
        "--reuid=65534", "--regid=65534", "--groups=8,50", "/bin/sh", "-c",
        "umask \(mask) && touch '\(place.path("groups/board/meetings-2.json"))'",
      ], environment: ["PATH": "/usr/bin:/bin"]
    ).run()
    try #require(made.status == 0, "\(made.messages)")
    #expect(try place.modeAndGroup("groups/board/meetings-2.json") == "660 8")
  }

  /// Two accounts that bring the same return in the same second: it is there once, in the name of one of them,
  /// and what both wrote stays open to both.
  @Test func figuresBroughtByTwoAccountsAreThereOnce() async throws {
    let place = try SharedData()
    let dataset = """
      {"clusters": [{"id": "care", "partnership": "op", "title": "Care"}],
       "indicators": [{"id": "plans", "partnership": "op", "cluster": "care", "title": "Plans",
         "unit": "children"}]}
      """
    try place.place.write(dataset, to: "data/dataset/op.json")
    try place.place.write(
      "Indicator,Unit,Period,Value\nplans,children,Q1 2024-25,1234\n", to: "return.csv")
    try #require(chmod(place.place.path + "/return.csv", 0o644) == 0)
    try #require(chmod(place.path("dataset/op.json"), 0o664) == 0)
    let words = "import indicators \(place.place.path)/return.csv"
    let answers = try await withThrowingTaskGroup(of: Finished.self) { group in
      for _ in 0..<3 {
        group.addTask { try Masa.run(words, data: place.data) }
        group.addTask {
          try OtherAccount.run(words, data: place.data, groups: [100, 50], umask: "077")
        }
      }
      return try await group.reduce(into: [Finished]()) { $0.append($1) }
    }
    #expect(answers.allSatisfy { $0.status == 0 }, "\(answers.map(\.messages))")
    #expect(answers.count { $0.text.contains("Brought 1 figure") } == 1, "\(answers.map(\.text))")
    #expect(answers.count { $0.text.contains("1 the same") } == 5)
    // Then each of them brings one of their own, over what the other one wrote.
    for (period, isOther) in [("Q2 2024-25", true), ("Q3 2024-25", false), ("Q4 2024-25", true)] {
      try place.place.write(
        "Indicator,Unit,Period,Value\nplans,children,\(period),7\n", to: "return.csv")
      try #require(chmod(place.place.path + "/return.csv", 0o644) == 0)
      let brought =
        isOther
        ? try OtherAccount.run(words, data: place.data, groups: [100, 50], umask: "077")
        : try Masa.run(words, data: place.data)
      #expect(brought.text.contains("Brought 1 figure"), "\(period): \(brought.messages)")
    }
    let verified = try Masa.run("journal verify", data: place.data)
    #expect(verified.text.contains("chain intact"), "\(verified.text)")
    let users = try Masa.run("history --format json", data: place.data).text
    #expect(users.contains("nobody") && users.contains("root"))
  }

  @Test(.enabled(if: access("/usr/bin/getfacl", X_OK) == 0, "getfacl is not installed"))
  func theListsAreThoseOfTheSystemsOwnTool() throws {
    let place = try SharedData()
    #expect(
      try place.list("groups/board") == [
        "user::rwx", "group::rwx", "group:staff:r-x", "mask::rwx", "other::---",
        "default:user::rwx", "default:group::rwx", "default:group:staff:r-x", "default:mask::rwx",
        "default:other::---",
      ])
    #expect(
      try place.list("groups/board/group.json") == [
        "user::rw-", "group::rw-", "group:staff:r--", "mask::rw-", "other::---",
      ])
    #expect(
      try place.list("groups/board/.lock") == ["user::rw-", "group::rw-", "other::---"])
  }

  @Test func aClosedGroupIsClosedToReaders() throws {
    let place = try SharedData()
    let added = try Masa.run(
      "group add panel --partnership op --chairs mail --closed --name",
      more: ["Case Panel"], data: place.data)
    #expect(added.status == 0, "\(added.messages)")
    let reader = try OtherAccount.run("check", data: place.data, groups: [50])
    #expect(reader.status == 0 && reader.output.isEmpty, "\(reader.text)")
    #expect(
      reader.messages.contains(
        "The folder groups/panel is closed to you: it is open to the group mail."))
    let chair = try OtherAccount.run("--plain groups", data: place.data, groups: [50, 8])
    #expect(chair.text.contains("Case Panel"))
  }

  @Test(
    arguments: [
      ("group add board --name B --partnership op --chairs mail", 1, "there already"),
      ("group add new --name N --partnership pp --chairs mail", 1, "Did you mean op?"),
      ("group add new --name N --partnership op --chairs nowhere", 1, "sudo groupadd nowhere"),
      ("group add ../x --name N --partnership op --chairs mail", 64, "cannot be an id"),
      ("group add new --name N --chairs mail", 64, "--partnership"),
    ] as [(String, Int32, String)])
  func aGroupThatCannotBeLaidChangesNothing(words: String, status: Int32, said: String) throws {
    let place = try SharedData()
    let before = try place.everything()
    let refused = try Masa.run(words, data: place.data)
    #expect(refused.status == status && refused.messages.contains(said), "\(refused.messages)")
    #expect(try place.everything() == before)
  }

  /// Somebody in the admin group may make the folder, but give it to no group they are not in.
  @Test func whatOnlyAnAdministratorCanDoIsPrintedAsCommands() throws {
    let place = try SharedData()
    let done = try OtherAccount.run(
      "group add new --name N --partnership op --chairs mail", data: place.data, groups: [100])
    #expect(done.status == 1)
    #expect(done.messages.contains("open to you alone"))
    #expect(done.messages.contains("  sudo chgrp mail \(place.path("groups/new"))\n"))
    #expect(try permissions(place.path("groups/new")) == 0o700)
    let commands = done.messages.split(separator: "\n").filter { $0.hasPrefix("  sudo ") }
    try place.run(commands.map(String.init))
    #expect(try place.modeAndGroup("groups/new") == "2770 8")
    #expect(try place.amiss() == [])
  }

  @Test func aReaderCannotAddAGroup() throws {
    let place = try SharedData()
    let before = try place.everything()
    let done = try OtherAccount.run(
      "group add new --name N --partnership op --chairs mail", data: place.data, groups: [50])
    #expect(done.status == 1 && done.messages.contains("Nothing was changed"))
    #expect(try place.everything() == before)
  }

  /// What is laid is a change like any other: it has its entry, and is taken back with it.
  @Test func aGroupThatIsLaidStandsInTheHistory() throws {
    let place = try SharedData()
    let history = try Masa.run("history", data: place.data)
    #expect(history.text.contains("Add group: The Board"), "\(history.text)")
    let chair = try OtherAccount.run(
      "actions add board --title New", data: place.data, groups: [50, 8])
    #expect(chair.status == 0, "\(chair.messages)")
    #expect(try place.modeAndGroup("groups/board/actions.json") == "660 8")
    #expect(
      try place.list("groups/board/actions.json") == [
        "user::rw-", "group::rwx", "group:staff:r-x", "mask::rw-", "other::---",
      ])
    #expect(try place.amiss() == [])
    #expect(try Masa.run("undo groups/board:1", data: place.data).status == 0)
    #expect(access(place.path("groups/board/group.json"), F_OK) != 0)
    #expect(try Masa.run("journal verify", data: place.data).status == 0)
  }

  /// Roles narrow what people may do, never the administrator of the server.
  @Test func rolesDoNotKeepTheAdministratorFromLayingAGroup() throws {
    let place = try SharedData()
    try place.place.write(#"{"managers": ["somebody"]}"#, to: "data/access.json")
    let added = try Masa.run(
      "group add new --name N --partnership op --chairs mail", data: place.data)
    #expect(added.status == 0, "\(added.messages)")
    let other = try Masa.run("add group --name O --parents op", data: place.data)
    #expect(other.status == 1 && other.messages.contains("othing was changed"))
  }

  @Test func aSharedFolderNeedsItsGroup() throws {
    let place = try TemporaryFolder()
    for words in ["init --shared", "init --admin-group users", "init --readers users"] {
      let refused = try Masa.run(words, more: ["\(place.path)/new"], data: nil)
      #expect(refused.status == 64 && refused.messages.contains("--admin-group"), "\(words)")
    }
    let unknown = try Masa.run(
      "init --shared --admin-group nowhere", more: ["\(place.path)/new"], data: nil)
    #expect(unknown.status == 1 && unknown.messages.contains("sudo groupadd nowhere"))
    #expect(access("\(place.path)/new", F_OK) != 0)
  }

  @Test func whereNothingCanBeLaidNothingIsToBeRemoved() throws {
    let place = try TemporaryFolder()
    try place.write("", to: "file")
    let refused = try Masa.run("init", more: ["\(place.path)/file/new"], data: nil)
    #expect(refused.status == 1)
    #expect(!refused.messages.contains("remove it"), "\(refused.messages)")
  }
}
