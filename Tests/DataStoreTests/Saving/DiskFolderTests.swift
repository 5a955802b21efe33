@testable import DataStore
import Glibc
import Testing

/// What a folder that is held open answers, and what it refuses.
@Suite struct DiskFolderTests {
  @Test func everyNameIsListedInOrder() throws {
    let disk = try DiskFolder(["b": "", "a.json": "", ".hidden": "", "groups/x": ""])
    #expect(try OpenFolder(at: disk.path).names() == [".hidden", "a.json", "b", "groups"])
  }

  @Test func aMissingFileIsNotARefusedOne() throws {
    let disk = try DiskFolder(["a": "text"])
    try disk.put(.link, at: "link")
    let folder = try OpenFolder(at: disk.path)
    guard case .bytes(Array("text".utf8)) = folder.read("a") else {
      Issue.record("The file was not read.")
      return
    }
    guard case .missing = folder.read("b") else {
      Issue.record("A file that is not there is missing.")
      return
    }
    guard case .refused = folder.read("link") else {
      Issue.record("A link is refused.")
      return
    }
    #expect(folder.exists("a") == true)
    #expect(folder.exists("link") == true)
    #expect(folder.exists("b") == false)
  }

  @Test func aFolderThatIsNotThereSaysSo() throws {
    let disk = try DiskFolder(["a": ""])
    for (name, code) in [("none", ENOENT), ("a", ENOTDIR)] {
      let path = disk.path + "/" + name
      let failure = #expect(throws: StorageFailure.self) { try names(at: path) }
      #expect(failure == StorageFailure(.open, path: path, code: code))
    }
  }

  @Test func aLinkIsFollowedOnlyWhereItIsAskedFor() throws {
    let disk = try DiskFolder(["real/a": "", "groups/x/b": ""])
    try #require(symlink("real", disk.path + "/link") == 0)
    try #require(symlink("../real", disk.path + "/groups/link") == 0)
    #expect(throws: StorageFailure.self) { try names(at: disk.path + "/link") }
    let followed = try OpenFolder(at: disk.path + "/link", followingLink: true)
    #expect(try followed.names() == ["a"])
    #expect(followed.isInPlace == true)
    let top = try OpenFolder(at: disk.path)
    #expect(try OpenFolder("groups/x", in: top).names() == ["b"])
    #expect(try OpenFolder("", in: top).names() == ["groups", "link", "real"])
    for inner in ["groups/link", "link", "groups/../real", "groups/none", "real/a"] {
      #expect(throws: StorageFailure.self) { try names(of: inner, in: top) }
    }
  }

  @Test func aFolderKnowsWhetherItStillIsInItsPlace() throws {
    let disk = try DiskFolder(["x/a": ""])
    let place = disk.path + "/x"
    let folder = try OpenFolder(at: place)
    #expect(folder.isInPlace == true)
    try #require(rename(place, disk.path + "/y") == 0)
    #expect(folder.isInPlace == false)
    try #require(mkdir(place, 0o700) == 0)
    #expect(folder.isInPlace == false)
    // What is written still goes to the folder that was opened.
    try folder.replace("b", with: [1])
    #expect(try OpenFolder(at: disk.path + "/y").names() == ["a", "b"])
    #expect(try OpenFolder(at: place).names() == [])
  }

  @Test(
    arguments: [
      (0x6969, "NFS"), (0xFF53_4D42, "CIFS"), (0xFE53_4D42, "SMB"), (0x0102_1997, "9P"),
      (0x00C3_6400, "Ceph"), (0x5346_414F, "AFS"), (0x6573_5546, "FUSE (such as SSHFS)"),
      (0xEF53, nil), (0x5846_5342, nil), (0x0102_1994, nil),
    ] as [(UInt32, String?)])
  func networksAreKnownByTheirNumbers(number: UInt32, name: String?) {
    #expect(FileSystemKind(number: number) == name.map(FileSystemKind.network) ?? .local)
  }

  @Test func theDiskOfThisComputerIsLocal() {
    #expect(FileSystemKind.of(path: "/proc") == .local)
  }

  /// Opens a folder and lists it.
  private func names(at path: String) throws(StorageFailure) -> [String] {
    try OpenFolder(at: path).names()
  }

  private func names(
    of inner: String, in folder: borrowing OpenFolder
  ) throws(StorageFailure) -> [String] {
    try OpenFolder(inner, in: folder).names()
  }
}
