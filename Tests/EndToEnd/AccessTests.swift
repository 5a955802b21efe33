import FoundationEssentials
import Glibc
import JSONDocument
import Testing

/// What several accounts of one server may do: the system's own answer, in words.
///
/// They run the program as another account, which only root may: the system asks root nothing.
@Suite(.enabled(if: OtherAccount.canBeUsed, "only root can run the program as another account"))
struct AccessTests {
  @Test func aClosedFolderIsNamedAndNoFault() throws {
    let place = try SharedPlace()
    try place.close("reviews", mode: 0o770)
    let check = try OtherAccount.run("check", data: place.data)
    #expect(check.status == 0 && check.output.isEmpty, "\(check.text)")
    #expect(
      check.messages.contains("The folder reviews is closed to you: it is open to the group "))
    #expect(check.messages.contains("Ask the administrator of this server."))
  }

  @Test func aClosedFolderIsShownAsClosedAndNotAsEmpty() throws {
    let place = try SharedPlace()
    for folder in ["reviews", "dataset", "groups/mscp-pmqa"] {
      try place.close(folder, mode: 0o700)
    }
    let reviews = try OtherAccount.run("--plain reviews", data: place.data)
    #expect(reviews.text.contains("The folder reviews is closed to you"))
    #expect(!reviews.text.contains("No reviews yet"))
    #expect(!reviews.text.contains("No recommendations are recorded"))
    #expect(!reviews.text.contains("cannot be read"))
    let dataset = try OtherAccount.run("--plain dataset", data: place.data)
    #expect(dataset.text.contains("Indicators (closed)"))
    #expect(!dataset.text.contains("No indicators yet"))
    let overview = try OtherAccount.run("--plain overview", data: place.data)
    #expect(overview.text.contains("The folder groups/mscp-pmqa is closed to you"))
    #expect(
      overview.text.contains("Closed to you, not counted: dataset, groups/mscp-pmqa, reviews"))
    #expect(!overview.text.contains("No headline indicators"))
    #expect(!overview.text.contains("fault"))
    // The rest is there.
    let groups = try OtherAccount.run("--plain groups", data: place.data)
    #expect(groups.text.contains("Joint Exploitation") && !groups.text.contains("PMQA"))
  }

  @Test(arguments: ["reviews/george.json", "groups/mscp-pmqa/actions.json", "people.json"])
  func aClosedFileIsNamedAlone(file: String) throws {
    let place = try SharedPlace()
    try #require(FileManager.default.fileExists(atPath: "\(place.data)/\(file)"), "\(file)")
    try place.close(file, mode: 0o600)
    let check = try OtherAccount.run("check", data: place.data)
    #expect(check.status == 0 && check.output.isEmpty, "\(check.text)")
    #expect(check.messages.contains("The file \(file) is closed to you: it is open to its owner"))
  }

  @Test func aFolderThatOnlyListsIsClosedAsAWhole() throws {
    let place = try SharedPlace()
    try place.close("dataset", mode: 0o744)
    let check = try OtherAccount.run("check", data: place.data)
    #expect(check.status == 0, "\(check.text)")
    #expect(check.messages.contains("The folder dataset is closed to you"))
    #expect(!check.messages.contains("dataset/"))
  }

  /// What the environment claims about a person gives them nothing.
  @Test func theRoleComesFromTheSystemAndNotFromVariables() throws {
    let place = try SharedPlace()
    try place.write(
      #"{"contact": "Jo", "managers": ["root"], "people": []}"#, to: "access.json")
    let claims = ["USER": "root", "LOGNAME": "root", "SUDO_USER": "root", "HOME": "/root"]
    for variables in [[:], claims] {
      let done = try OtherAccount.run("check", data: place.data, with: variables)
      #expect(done.status == 0 && done.output.isEmpty, "\(done.text)")
    }
  }

  @Test func rolesThatOthersCouldWriteAreWarnedOf() throws {
    let place = try SharedPlace()
    try place.write(#"{"contact": "Jo", "managers": ["root"]}"#, to: "access.json")
    try #require(chmod("\(place.data)/access.json", 0o666) == 0)
    let check = try OtherAccount.run("check", data: place.data)
    #expect(check.status == 0)
    #expect(
      check.text.hasPrefix("access.json: warning: It could be changed by everybody on this server"))
  }

  @Test func faultsInTheRolesAreNamedWithTheirPlace() throws {
    let place = try SharedPlace()
    try place.write(
      """
      {"contact": "Jo",
       "people": [{"user": "ann", "chairs": ["mscp-pmqx"]}],
       "networkFileSystem": "alowed"}
      """, to: "access.json")
    let check = try OtherAccount.run("check", data: place.data)
    #expect(check.status == 1)
    #expect(check.lines.contains { $0.hasPrefix("access.json:2:40: error: ") }, "\(check.text)")
    #expect(check.lines.contains { $0.hasPrefix("access.json:3:23: error: ") }, "\(check.text)")
    #expect(check.text.contains("Did you mean \"mscp-pmqa\"?"))
    #expect(check.text.contains("Did you mean \"allowed\"?"))
  }

  @Test func commandsSayThatAGroupIsClosedAndWhomToAsk() throws {
    let place = try SharedPlace()
    try place.write(#"{"contact": "Jo"}"#, to: "access.json")
    for group in ["mscp-pmqa", "mscp-executive"] {
      try place.close("groups/\(group)", mode: 0o700)
    }
    let commands = [
      "agenda mscp-pmqa", "deadlines --group mscp-pmqa", "actions list --group mscp-pmqa",
    ]
    for command in commands {
      let done = try OtherAccount.run(command, data: place.data)
      #expect(done.status == 1 && done.output.isEmpty, "\(command): \(done.text)")
      #expect(done.messages.contains("\"mscp-pmqa\" cannot be shown. The folder groups/mscp-pmqa"))
      #expect(done.messages.hasSuffix("Ask Jo.\n") && !done.messages.contains("No record"))
    }
    for command in ["agenda add mscp-pmqa --title X", "agenda start mscp-pmqa --from last"] {
      let done = try OtherAccount.run(command, data: place.data)
      #expect(done.status == 1)
      #expect(
        done.messages.contains("The folder groups/mscp-pmqa is closed to you"), "\(done.messages)")
    }
    let undone = try OtherAccount.run("undo groups/mscp-pmqa:1", data: place.data)
    #expect(undone.status == 1)
    #expect(undone.messages.contains("The folder groups/mscp-pmqa is closed to you"))
    let status = try OtherAccount.run("status", data: place.data)
    #expect(status.lines.contains { $0.hasSuffix("chair closed to you: ask Jo") }, "\(status.text)")
    for command in ["history mscp-pmqa", "history --format csv", "rotation --partnership mscp"] {
      let done = try OtherAccount.run(command, data: place.data)
      #expect(done.status == 0)
      #expect(
        done.messages.contains("The folder groups/mscp-pmqa is closed to you"), "\(done.messages)")
    }
    let actions = try OtherAccount.run("actions list --format csv", data: place.data)
    #expect(!actions.text.contains("(unknown)"))
    #expect(actions.status == 0)
  }

  @Test func everyClosedPlaceIsNamedHoweverManyThereAre() throws {
    let place = try SharedPlace()
    let folders = ["dataset", "groups/mscp-executive", "groups/mscp-pmqa", "reviews"]
    for folder in folders { try place.close(folder, mode: 0o700) }
    let rotation = try OtherAccount.run("rotation", data: place.data)
    for folder in folders { #expect(rotation.messages.contains(folder), "\(rotation.messages)") }
    #expect(rotation.messages.contains("neither shown nor counted: reviews. Ask the administrator"))
  }

  @Test func theOpenJournalsAreCheckedAndTheClosedOnesNamed() throws {
    let place = try SharedPlace()
    for id in ["next-step-2024-25-p5a", "mscp-executive-a1"] {
      let done = try Masa.run("actions update \(id) --note Checked", data: place.data)
      try #require(done.status == 0, "\(done.messages)")
    }
    let groups = ["groups/mscp-executive", "groups/mscp-pmqa"]
    for group in groups {
      for file in ["journal.jsonl", "actions.json"] {
        try place.close("\(group)/\(file)", mode: 0o644)
      }
    }
    func verify(_ words: String = "") throws -> Finished {
      try OtherAccount.run("journal verify \(words)", data: place.data)
    }
    #expect(try verify().text == "2 entries in 2 journals, chain intact\n")
    // A folder, the file of a journal, and a folder of folders.
    let closings: [(path: String, mode: mode_t, open: mode_t)] = [
      ("groups/mscp-pmqa", 0o700, 0o755), ("groups/mscp-pmqa/journal.jsonl", 0o600, 0o644),
    ]
    for closing in closings {
      try place.close(closing.path, mode: closing.mode)
      let some = try verify()
      #expect(some.status == 0 && some.text == "1 entry in 1 journal, chain intact\n")
      #expect(some.messages.contains("\(closing.path) is closed to you"), "\(some.messages)")
      let one = try verify("mscp-pmqa")
      #expect(one.status == 1 && one.output.isEmpty)
      #expect(one.messages.contains("\(closing.path) is closed to you"), "\(one.messages)")
      try place.close(closing.path, mode: closing.open)
    }
    try place.close("groups", mode: 0o700)
    let none = try verify()
    #expect(none.status == 0 && none.text == "0 entries in 0 journals, chain intact\n")
    #expect(none.messages.contains("The folder groups is closed to you"), "\(none.messages)")
    #expect(try verify("mscp-pmqa").messages.contains("The folder groups is closed to you"))
    // What is wrong with an open one is told beside a closed one.
    try place.close("groups", mode: 0o755)
    try place.close("groups/mscp-executive", mode: 0o700)
    try #require(unlink("\(place.data)/groups/mscp-pmqa/journal.jsonl") == 0)
    let gone = try verify()
    #expect(gone.status == 1 && gone.messages.contains("groups/mscp-executive is closed to you"))
    #expect(gone.text.hasPrefix("groups/mscp-pmqa/journal.jsonl: The journal is gone"))
    #expect(gone.messages.contains("journal.jsonl is gone") && !gone.messages.contains("bad line"))
  }

  @Test func theSystemsRefusalNamesTheContact() throws {
    let place = try SharedPlace()
    try place.write(#"{"contact": "Jo"}"#, to: "access.json")
    let done = try OtherAccount.run(
      "actions update next-step-2024-25-p5a --note Mine", data: place.data)
    #expect(done.status == 1)
    #expect(done.messages.contains("Ask Jo"), "\(done.messages)")
    #expect(!done.messages.contains("administrator"))
  }

  @Test func theRefusalOfARoleNamesTheContactAlone() throws {
    let place = try EditingFolder()
    let roles = #"{"contact": "Jo", "managers": ["nobody-of-this-name"]}"#
    try roles.write(toFile: "\(place.path)/access.json", atomically: false, encoding: .utf8)
    let done = try place.masa("actions update a1 --note Mine")
    #expect(done.status == 1)
    #expect(done.messages.hasSuffix("Ask Jo. Nothing was changed.\n"), "\(done.messages)")
  }

  @Test func aFileNameWithALineEndIsOneLineOfTheCheck() throws {
    let place = try SharedPlace()
    let name = "notes\nrules.json:1:1: error: Forged.json"
    try place.write("{}", to: name)
    let check = try OtherAccount.run("check", data: place.data)
    #expect(check.text.filter(\.isNewline).count == 1, "\(check.text)")
    #expect(check.text.hasPrefix("notes rules.json:1:1: error: Forged.json: warning: "))
    let folder = "\(place.data)/groups/closed\nmasa: Forged"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: false)
    try #require(chmod(folder, 0o700) == 0)
    let closed = try OtherAccount.run("check", data: place.data)
    #expect(closed.messages.contains("The folder groups/closed masa: Forged is closed to you"))
  }
}
