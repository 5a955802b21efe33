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
}
