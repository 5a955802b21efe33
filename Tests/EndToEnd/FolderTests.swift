import FoundationEssentials
import Glibc
import Testing

/// Folders that the program lays, copies, and finds broken.
struct FolderTests {
  @Test func aLaidFolderIsWithoutFault() throws {
    let place = try TemporaryFolder()
    let laid = try Masa.run(
      "init", more: ["\(place.path)/a/new", "--name", "Our Partnership", "--short", "OP"])
    #expect(laid.status == 0 && laid.text.contains("\(place.path)/a/new"))
    let check = try Masa.run("check", data: "\(place.path)/a/new")
    #expect(check.status == 0 && check.output.isEmpty)
    #expect(try Masa.run("status", data: "\(place.path)/a/new").text.hasPrefix("Our Partnership"))
    #expect(try permissions("\(place.path)/a/new/workspace.json") == 0o600)
  }

  @Test func aFolderThatHoldsSomethingIsLeftAlone() throws {
    let place = try TemporaryFolder()
    try place.write("mine", to: "full/notes.txt")
    let refused = try Masa.run("init", more: ["\(place.path)/full"])
    #expect(refused.status == 1 && refused.output.isEmpty)
    #expect(refused.messages.contains("not empty") && refused.messages.contains("nothing was"))
    #expect(
      try FileManager.default.subpathsOfDirectory(atPath: place.path + "/full") == ["notes.txt"])
  }

  @Test func aBrokenFileIsNamedWithLineAndColumn() throws {
    let place = try TemporaryFolder()
    let data = try place.copySample(to: "data") { file, text in
      file == "people.json" ? "{\n  \"people\": [,]\n}\n" : text
    }
    let check = try Masa.run("check", data: data)
    #expect(check.status == 1)
    #expect(check.lines.contains { $0.hasPrefix("people.json:2:14: error: ") }, "\(check.text)")
    #expect(check.messages.contains("Nothing was changed."))
    // The rest is still there.
    let status = try Masa.run("status", data: data)
    #expect(status.status == 0 && status.text.contains("MSCP chair now"))
  }

  @Test func aWrongValueIsNamedWithLineAndColumn() throws {
    let place = try TemporaryFolder()
    let data = try place.copySample(to: "data") { file, text in
      file == "workspace.json"
        ? text.split(separator: "\"2024-03-31\"", maxSplits: 1).joined(separator: "\"2024-02-31\"")
        : text
    }
    let check = try Masa.run("check", data: data)
    #expect(check.status == 1)
    #expect(check.lines.contains { $0.hasPrefix("workspace.json:4:11: error: ") }, "\(check.text)")
  }

  @Test func theSampleIsWithoutFault() throws {
    let check = try Masa.run("check")
    #expect(check.status == 0 && check.output.isEmpty)
  }

  @Test(.enabled(if: Masa.isInRepository, "the program was built elsewhere, away from the sample"))
  func theSampleIsOpenedAsAPrivateCopyThatIsKept() throws {
    let home = try TemporaryFolder()
    let first = try Masa.run("status", data: nil, home: home.path)
    #expect(first.status == 0 && first.messages == "")
    #expect(first.text.hasPrefix("Kent and Medway"))
    let copies = try FileManager.default.contentsOfDirectory(atPath: "\(home.path)/state/masa")
    try #require(copies.count == 1 && copies[0].hasPrefix("sample-"))
    let copy = "\(home.path)/state/masa/\(copies[0])"
    for path in try FileManager.default.subpathsOfDirectory(atPath: copy) {
      #expect(try permissions("\(copy)/\(path)") == (path.hasSuffix(".json") ? 0o600 : 0o700))
    }
    #expect(try permissions(copy) == 0o700)

    let workspace = try contents("\(copy)/workspace.json")
    try home.write(
      workspace.split(separator: "Kent and Medway", maxSplits: 1).joined(separator: "My Own"),
      to: "state/masa/\(copies[0])/workspace.json")
    #expect(try Masa.run("status", data: nil, home: home.path).text.hasPrefix("My Own"))
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: "\(home.path)/state/masa") == copies)
  }

  @Test(.enabled(if: Masa.isInRepository, "the program was built elsewhere, away from the sample"))
  func theSampleIsShownAlsoWhereNoCopyCanBeMade() throws {
    let finished = try Masa.run("status", data: nil, home: "/proc/nowhere")
    #expect(finished.status == 0 && finished.text.hasPrefix("Kent and Medway"))
    #expect(finished.messages.contains("could not be copied"))
  }
}
