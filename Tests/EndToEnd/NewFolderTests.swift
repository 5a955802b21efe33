import Glibc
import Testing

/// The folders that new records bring with them, in a data folder that several accounts share.
@Suite(.enabled(if: OtherAccount.canBeUsed, "only root can give folders to other groups"))
struct NewFolderTests {
  static let newRecords: [(words: String, more: [String], folder: String, file: String)] = [
    ("add group --id new --parents op --name", ["New"], "groups/new", "group.json"),
    (
      "add partnership --id vale --short-name V --partners council --name", ["Vale"],
      "partnerships/vale", "partnership.json"
    ),
  ]

  /// Whoever may change the folder above makes one that is open to the same people.
  @Test(arguments: newRecords, ["022", "077", "000"])
  func aNewFolderIsOpenToThePeopleOfTheFolderAbove(
    _ new: (words: String, more: [String], folder: String, file: String), mask: String
  ) throws {
    let place = try SharedData()
    let council = try Masa.run(
      "add agency --id council --name Council --category council", data: place.data)
    try #require(council.status == 0, "\(council.messages)")
    let made = try OtherAccount.run(
      new.words, more: new.more, data: place.data, groups: [100, 50], umask: mask)
    #expect(made.status == 0 && !made.messages.contains("sudo"), "\(made.messages)")
    let folder = new.folder
    #expect(try place.modeAndGroup(folder) == "2770 100")
    for file in [new.file, "journal.jsonl", ".lock"] {
      #expect(try place.modeAndGroup("\(folder)/\(file)") == "660 100", "\(file)")
    }
    #expect(
      try place.list(folder) == [
        "user::rwx", "group::rwx", "group:staff:r-x", "mask::rwx", "other::---",
        "default:user::rwx", "default:group::rwx", "default:group:staff:r-x", "default:mask::rwx",
        "default:other::---",
      ])
    let reader = try OtherAccount.run("check", data: place.data, groups: [50])
    #expect(reader.status == 0 && reader.output.isEmpty, "\(reader.text)")
    #expect(try place.amiss() == [])
  }

  /// Who may not make the folder is told whom to ask; the command makes one that they can change.
  @Test(arguments: newRecords)
  func whoMayNotMakeAFolderCanPassACommandOn(
    _ new: (words: String, more: [String], folder: String, file: String)
  ) throws {
    let place = try SharedData()
    let council = try Masa.run(
      "add agency --id council --name Council --category council", data: place.data)
    try #require(council.status == 0, "\(council.messages)")
    let before = try place.everything()
    let isGroup = new.folder.hasPrefix("groups")
    let refused = try OtherAccount.run(
      new.words, more: new.more, data: place.data, groups: [50, 8])
    #expect(refused.status == 1 && refused.messages.contains("make the folder \(new.folder)"))
    #expect(refused.messages.contains("Ask the administrator of this server"))
    let start = try #require(refused.messages.firstRange(of: "sudo install"), "\(refused.messages)")
    let command = refused.messages[start.lowerBound...].prefix { $0 != "\n" }
    let group = isGroup ? "mail" : "users"
    #expect(command == "sudo install -d -m 2770 -g \(group) \(place.path(new.folder))")
    #expect(try place.everything() == before)
    try place.run([String(command)])
    let made = try OtherAccount.run(
      new.words, more: new.more, data: place.data, groups: isGroup ? [50, 8] : [50, 100])
    #expect(made.status == 0 && !made.messages.contains("sudo"), "\(made.messages)")
    #expect(try place.modeAndGroup("\(new.folder)/\(new.file)") == "660 \(isGroup ? 8 : 100)")
    #expect(try place.amiss() == [])
  }

  /// In a folder that does not pass its group on, somebody outside that group may make another one.
  @Test func whereTheRightsCannotBeGivenTheCommandIsPrinted() throws {
    let place = try SharedData()
    let groups = place.path("groups")
    try place.run(["setfacl -b '\(groups)'", "chmod 770 '\(groups)'", "chmod g-s '\(groups)'"])
    try place.run(["chown \(OtherAccount.number):mail '\(groups)'"])
    let made = try OtherAccount.run(
      "add group --id new --parents op --name N", data: place.data, groups: [100, 50])
    #expect(made.status == 0, "\(made.messages)")
    #expect(made.messages.contains("can be changed by you alone for now"), "\(made.messages)")
    #expect(made.messages.contains("Ask the administrator of this server"))
    #expect(try permissions(place.path("groups/new")) == 0o700)
    let start = try #require(made.messages.firstRange(of: "sudo sh"), "\(made.messages)")
    try place.run([String(made.messages[start.lowerBound...].prefix { $0 != "\n" })])
    #expect(try place.modeAndGroup("groups/new") == "2770 8")
    for file in ["group.json", "journal.jsonl", ".lock"] {
      #expect(try place.modeAndGroup("groups/new/\(file)") == "660 8", "\(file)")
    }
    let chair = try OtherAccount.run(
      "set group new note=Ours", data: place.data, groups: [50, 8])
    #expect(chair.status == 0, "\(chair.messages)")
  }
}
