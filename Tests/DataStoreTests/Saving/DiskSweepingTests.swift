@testable import DataStore
import Glibc
import Testing

/// What dead processes left is removed, and nothing else.
@Suite struct DiskSweepingTests {
  /// No process has this number: the largest that Linux gives is 4194304.
  private static let dead = Int32.max
  private static let random = "0123456789abcdef"

  static let names: [(name: String, isRemoved: Bool)] = [
    (".a.json.tmp.\(dead).\(random)", true),
    (".a.tmp.\(dead).\(random)", true),
    ("..hidden.tmp.\(dead).\(random)", true),
    (".tmp.tmp.\(dead).\(random)", true),
    (".a.json.tmp.\(getpid()).\(random)", false),
    ("a.json.tmp.\(dead).\(random)", false),
    (".tmp.\(dead).\(random)", false),
    (".a.json.tmp.\(dead).0123", false),
    (".a.json.tmp.\(dead).\(random)x", false),
    (".a.json.tmp.\(dead).0123456789ABCDEF", false),
    (".a.json.tmp.0\(dead).\(random)", false),
    (".a.json.tmp.-1.\(random)", false),
    (".a.json.tmp.99999999999.\(random)", false),
    (".a.json.swp", false), ("a.json", false), (".lock", false), ("journal.jsonl", false),
  ]

  @Test(arguments: names)
  func onlyOldFilesOfOurOwnOfDeadProcessesGo(name: String, isRemoved: Bool) throws {
    let disk = try DiskFolder([name: "text"])
    let folder = try OpenFolder(at: disk.path)
    folder.sweep()
    #expect(try folder.names() == [name], "It is not old enough.")
    let past = timeval(tv_sec: time(nil) - 660, tv_usec: 0)
    try #require(utimes(disk.path + "/" + name, [past, past]) == 0)
    folder.sweep()
    #expect(try folder.names() == (isRemoved ? [] : [name]))
  }

  @Test(arguments: ["a.json", ".lock", "tmp", "a.tmp.1.b", String(repeating: "é", count: 127)])
  func everyTemporaryNameIsRecognised(name: String) {
    let made = TemporaryName(for: name)
    #expect(made.text.utf8.count <= 255)
    #expect(made.process == getpid())
    #expect(TemporaryName(made.text)?.process == getpid())
    #expect(TemporaryName(for: name).text != made.text)
  }
}
