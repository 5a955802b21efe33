import FoundationEssentials
import Glibc
import Testing

/// What the doctor finds in a folder that several accounts share, and how that is mended.
@Suite(
  .enabled(if: OtherAccount.canBeUsed, "only root can give folders to other groups"),
  .enabled(if: access("/usr/bin/setfacl", X_OK) == 0, "setfacl is not installed"))
struct DoctorTests {
  /// Each fault is named, and mending brings every right back.
  @Test(
    arguments: [
      ("setfacl -b groups/board", "groups/board: the group staff may not read it"),
      ("setfacl -b .", "the data folder: the group staff may not read it"),
      ("setfacl -k dataset", "dataset does not pass its rights on to new files"),
      ("setfacl -d -m g:staff:rwx groups/board", "staff may change what is made in it"),
      ("setfacl -m g:staff:rwx groups/board", "groups/board: the group staff may change it"),
      ("setfacl -m g:staff:rw groups/board/group.json", "group.json: the group staff may change"),
      ("setfacl -b groups/board/group.json", "group.json: the group staff may not read it"),
      ("setfacl -x g:staff groups/board/group.json", "group.json: the group staff may not"),
      ("setfacl -m u:nobody:rwx groups/board", "groups/board: the account nobody may change it"),
      ("setfacl -m u:nobody:- people.json", "people.json: the account nobody is shut out of it"),
      ("setfacl -m g:staff:rx groups/panel", "groups/panel: the group staff may read it"),
      (
        "setfacl -m g:staff:rx groups/panel && setfacl -m g:staff:r groups/panel/*.json*",
        "groups/panel/group.json: the group staff may read it"
      ),
      ("chmod 700 groups/board", "groups/board: the group mail may not change it"),
      ("chmod g-s groups/board", "what is made in it does not belong to its group"),
      ("chgrp games groups/board", "it belongs to the group games, most around it to mail"),
      ("chgrp games agencies.json", "agencies.json: it belongs to the group games, the others"),
      ("chgrp -R 61234 groups/board/group.json", "it belongs to the group 61234"),
      ("chmod o+rx reviews", "reviews: everybody on this server may read it"),
      ("chmod o+rwx groups", "groups: everybody on this server may change it"),
      ("chmod 700 partnerships", "partnerships: the group users may not change it"),
      ("setfacl -b groups", "groups: the group staff may not read it"),
      ("chmod o+r groups/board/group.json", "group.json: everybody on this server may read"),
      ("chmod 666 people.json", "people.json: everybody on this server may change it"),
      ("chmod g-w groups/board/group.json", "group.json: the group mail may not change it"),
      ("rm groups/board/.lock", "groups/board has no .lock"),
      ("rm reviews/journal.jsonl", "reviews has no journal.jsonl"),
      ("chmod g+r,o+r groups/board/.lock", ".lock: everybody on this server may read it"),
      ("setfacl -m g:staff:r groups/board/.lock", ".lock: the group staff may read it"),
      ("chmod 600 access.json", "access.json: the group users may not read it"),
      ("setfacl -m g:staff:rw access.json", "access.json: the group staff may change it"),
    ] as [(String, String)])
  func whatIsAmissIsMended(harm: String, said: String) throws {
    let place = try Self.laid()
    let before = try place.rights()
    try place.run([harm])
    let found = try Masa.run("doctor", data: place.data)
    #expect(found.status == 1 && found.text.contains(said), "\(found.text)")
    #expect(found.text.contains("can be mended with: sudo masa --data"), "\(found.text)")
    #expect(!found.text.contains("setfacl") && !found.text.contains("chgrp"), "\(found.text)")
    let done = try place.mend()
    #expect(try place.rights() == before, "after \(done.text)")
    let mended = try Masa.run("doctor", data: place.data)
    #expect(mended.status == 0, "\(mended.text)")
  }

  /// What is in the place of a file is named and left alone; what it was for people have to find out.
  @Test(arguments: [
    (
      "ln people.json groups/more.json; ln people.json reviews/more.json",
      "people.json has a second"
    ),
    ("ln -s ../people.json reviews/extra.json", "reviews/extra.json is a link"),
    ("mkfifo reviews/pipe.json", "reviews/pipe.json is not a file"),
  ])
  func whatIsNoFileIsNamedAndLeft(harm: String, said: String) throws {
    let place = try Self.laid()
    try place.run([harm])
    let before = try place.everything()
    #expect(try Masa.run("doctor", data: place.data).text.contains(said))
    #expect(try place.mend().status == 1)
    #expect(try place.everything() == before)
  }

  /// A file of somebody else that has a name in the folder as well is not given away.
  @Test func aFileOfSomebodyElseIsNotGivenAway() throws {
    let place = try Self.laid()
    let secret = place.place.path + "/secret"
    try place.run(["echo root-only > ../secret", "chmod 600 ../secret"])
    try place.run([
      "ln ../secret groups/board/extra.json", "ln -s ../../../secret groups/board/b.json",
    ])
    #expect(try place.mend().status == 1)
    var status = stat()
    try #require(lstat(secret, &status) == 0)
    #expect(status.st_mode & 0o777 == 0o600 && status.st_gid == 0)
  }

  /// A name cannot pass for a line of its own, nor for what a terminal does.
  @Test func namesAreShownAsTheyAre() throws {
    let place = try Self.laid()
    try place.run([
      #"ln -s x "groups/board/a$(printf '\nok    all is well\033[2J').json""#
    ])
    let text = try Masa.run("doctor", data: place.data).text
    #expect(text.contains(#"groups/board/a\nok    all is well\u{1B}[2J.json is a link"#), "\(text)")
    #expect(!text.contains("\nok    all is well"))
  }

  @Test func nothingIsMendedUnlessItIsMeant() throws {
    let place = try Self.laid()
    try place.run(["chmod o+rx reviews"])
    let before = try place.rights()
    let asked = try Masa.run("doctor --mend", data: place.data)
    #expect(asked.status == 1 && asked.messages.contains("--yes"), "\(asked.messages)")
    #expect(try place.rights() == before)
    #expect(try Masa.run("doctor --yes", data: place.data).status == 64)
    #expect(
      try Masa.run("doctor --mend --yes --folder no/such --closed", data: place.data).status == 1)
    #expect(try place.rights() == before)
  }

  @Test func whoReadsIsAskedWhereNothingSaysSoAnyMore() throws {
    let place = try Self.laid()
    let before = try place.rights()
    try place.run(["setfacl -R -b groups/board"])
    let found = try Masa.run("doctor", data: place.data)
    #expect(found.status == 1)
    #expect(found.text.contains("groups/board does not say any more who else than its group"))
    #expect(found.text.contains("groups/board is for group mail, readers not known"))
    _ = try place.mend("--folder groups/board --readers staff")
    #expect(try place.rights() == before)
    #expect(try Masa.run("doctor", data: place.data).status == 0)
  }

  @Test func aClosedFolderThatLostItsListsIsClosedAgain() throws {
    let place = try Self.laid()
    let before = try place.rights()
    try place.run(["setfacl -b groups/panel"])
    _ = try place.mend("--folder groups/panel --closed")
    #expect(try place.rights() == before)
    #expect(try Masa.run("doctor", data: place.data).status == 0)
  }

  /// Where new files would be closed to those who read the others, the doctor says both ways.
  @Test(arguments: [
    "setfacl -d -x g:staff groups/board", "setfacl -R -x g:staff groups/board",
  ])
  func whoMayReadOnlyAPartCanBeLetInOrOut(harm: String) throws {
    let place = try Self.laid()
    let before = try place.rights()
    try place.run([harm])
    let found = try Masa.run("doctor", data: place.data)
    #expect(found.status == 1)
    let line = try #require(found.lines.first { $0.contains("staff may read only a part of") })
    #expect(line.hasSuffix("masa doctor --mend --folder groups/board --readers staff"), "\(line)")
    _ = try place.mend("--folder groups/board --readers staff")
    #expect(try place.rights() == before)
    #expect(try Masa.run("doctor", data: place.data).status == 0)

    try place.run([harm])
    _ = try place.mend()
    let text = try Masa.run("doctor", data: place.data).text
    #expect(text.contains("groups/board: group mail, no other readers"), "\(text)")
  }

  /// Roles that others could write in a folder of one account are mended as well.
  @Test(arguments: ["setfacl -m u:nobody:rw", "chmod 666"])
  func rolesOfAFolderOfOneAccountAreMended(harm: String) throws {
    let place = try SharedPlace()
    try place.write(#"{"contact": "Jo", "managers": ["root"]}"#, to: "access.json")
    let shared = SharedData(place: place.place, data: place.data)
    try shared.run(["\(harm) access.json"])
    let warned = try Masa.run("check", data: place.data)
    #expect(warned.text.contains("masa doctor --mend"), "\(warned.text)")
    #expect(try Masa.run("doctor", data: place.data).status == 1)
    _ = try shared.mend()
    #expect(try Masa.run("check", data: place.data).text == "")
    #expect(try Masa.run("doctor", data: place.data).status == 0)
  }

  /// Roles that somebody else put there count for nothing, and mending never makes them count.
  @Test func rolesOfSomebodyElseAreToldAndNeverGivenToTheOwner() throws {
    let place = try SharedPlace()
    try place.write(#"{"contact": "Jo", "managers": ["nobody"]}"#, to: "access.json")
    let shared = SharedData(place: place.place, data: place.data)
    try shared.run(["chown nobody access.json"])
    let told = try Masa.run("doctor", data: place.data)
    #expect(told.status == 1 && told.text.contains("no role in it counts"), "\(told.text)")
    _ = try shared.mend()
    let after = try Masa.run("check", data: place.data)
    #expect(after.text.contains("It belongs to nobody"), "\(after.text)")
    #expect(try Masa.run("doctor", data: place.data).status == 1)
  }

  @Test func whoeverReadsIsNamed() throws {
    let place = try Self.laid()
    let text = try Masa.run("doctor", data: place.data).text
    for line in [
      "the data folder: group users, readers staff", "groups: group users, readers staff",
      "groups/board: group mail, readers staff", "groups/panel: group mail, no other readers",
    ] {
      #expect(text.contains("ok    \(line)\n"), "\(text)")
    }
  }

  /// Somebody who may not look into a folder does not hear of files that were missing in it.
  @Test func aReaderIsNotToldToMendWhatIsClosed() throws {
    let place = try Self.laid()
    let reader = try OtherAccount.run("doctor", data: place.data, groups: [50])
    #expect(reader.status == 0 && !reader.text.contains("can be mended"), "\(reader.text)")
  }

  /// The folder that the doctor looks at, with a group that is closed.
  private static func laid() throws -> SharedData {
    let place = try SharedData()
    let added = try Masa.run(
      "group add panel --partnership op --editors mail --closed --name", more: ["Case Panel"],
      data: place.data)
    try #require(added.status == 0, "\(added.messages)")
    return place
  }
}
