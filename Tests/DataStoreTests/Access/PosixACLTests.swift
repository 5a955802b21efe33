import DataStore
import Glibc
import Testing

/// Access lists in the form in which the system keeps them.
struct PosixACLTests {
  /// What `setfacl -m u::rw,g::rw,g:1001:r,m::rw,o::-` leaves in the attribute of a file.
  private static let bytes: [UInt8] = [
    2, 0, 0, 0,
    1, 0, 6, 0, 0xff, 0xff, 0xff, 0xff,
    4, 0, 6, 0, 0xff, 0xff, 0xff, 0xff,
    8, 0, 4, 0, 0xe9, 3, 0, 0,
    16, 0, 6, 0, 0xff, 0xff, 0xff, 0xff,
    32, 0, 0, 0, 0xff, 0xff, 0xff, 0xff,
  ]

  @Test func aListOfReadersIsWrittenAsTheSystemKeepsIt() {
    #expect(PosixACL(sharedWithReaders: [1001], isFolder: false).bytes == Self.bytes)
  }

  @Test func whatIsWrittenIsReadAgain() throws {
    let list = PosixACL([
      .init(.others, 1), .init(.group(70_000), 5), .init(.user(3), 7), .init(.group(2), 4),
      .init(.mask, 4), .init(.owner, 7), .init(.owningGroup, 6), .init(.user(4_000_000_000), 0),
    ])
    #expect(PosixACL(bytes: list.bytes) == list)
    #expect(
      list.entries.map(\.holder) == [
        .owner, .user(3), .user(4_000_000_000), .owningGroup, .group(2), .group(70_000), .mask,
        .others,
      ])
  }

  @Test func theMaskLimitsGroupsAndNamedUsersOnly() {
    let list = PosixACL([
      .init(.owner, 7), .init(.user(3), 7), .init(.owningGroup, 6), .init(.group(2), 6),
      .init(.mask, 4), .init(.others, 2),
    ])
    #expect(list.rights(of: .owner) == 7 && list.rights(of: .others) == 2)
    #expect(list.rights(of: .user(3)) == 4 && list.rights(of: .owningGroup) == 4)
    #expect(list.rights(of: .group(9)) == 0)
    #expect(list.named(with: 4) == [.user(3), .group(2)])
    #expect(list.named(with: 2) == [])
  }

  /// A list cut off anywhere but behind an entry, of another version, or with rights that do not exist.
  @Test func otherBytesAreNoList() {
    for count in 0..<Self.bytes.count where count % 8 != 4 {
      #expect(PosixACL(bytes: Array(Self.bytes[..<count])) == nil, "\(count) bytes")
    }
    for (place, byte) in [(0, 1), (4, 3), (5, 1), (6, 8), (7, 1)] as [(Int, UInt8)] {
      var other = Self.bytes
      other[place] = byte
      #expect(PosixACL(bytes: other) == nil, "byte \(place)")
    }
  }

  @Test func aListIsKeptByAFile() throws {
    let folder = try TemporaryFolder(["a.json": "{}"])
    let list = PosixACL(sharedWithReaders: [getgid() + 1], isFolder: false)
    let code = list.set(on: folder.path + "/a.json")
    if code == ENOTSUP {
      print("The file system of \(folder.path) keeps no access lists.")
      return
    }
    #expect(code == 0)
    #expect(PosixACL(of: folder.path + "/a.json") == list)
    #expect(PosixACL(of: folder.path + "/a.json", .inherited) == nil)
    #expect(PosixACL(of: folder.path + "/none") == nil)
  }

  @Test(arguments: [
    ("/srv/masa", "/srv/masa"), ("/srv/my data", "'/srv/my data'"), ("it's", #"'it'\''s'"#),
    ("", "''"), ("a;b", "'a;b'"), ("$(id)", "'$(id)'"), ("é", "'é'"),
  ])
  func aPathIsOneWordOfTheShell(path: String, quoted: String) {
    #expect(quotedForShell(path) == quoted)
  }
}
