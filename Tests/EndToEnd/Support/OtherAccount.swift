import FoundationEssentials
import Glibc
import Testing

/// A copy of the sample that other accounts may read.
struct SharedPlace {
  let place: TemporaryFolder
  let data: String

  init() throws {
    place = try TemporaryFolder()
    data = try place.copySample(to: "data")
    try #require(chmod(place.path, 0o755) == 0)
    try open(data)
  }

  /// Gives a folder or file a mode and the owner root.
  func close(_ path: String, mode: mode_t) throws {
    try #require(chmod("\(data)/\(path)", mode) == 0, "\(path)")
  }

  /// Writes a file that everybody may read.
  func write(_ text: String, to file: String) throws {
    try place.write(text, to: "data/\(file)")
    try #require(chmod("\(data)/\(file)", 0o644) == 0)
  }

  private func open(_ path: String) throws {
    try #require(chmod(path, 0o755) == 0)
    for entry in try FileManager.default.subpathsOfDirectory(atPath: path) {
      let isFile = entry.hasSuffix(".json")
      try #require(chmod("\(path)/\(entry)", isFile ? 0o644 : 0o755) == 0)
    }
  }
}

/// The program under an account that is nobody's.
enum OtherAccount {
  /// Only root can become another account, by a tool of the system.
  static let canBeUsed = geteuid() == 0 && access("/usr/bin/setpriv", X_OK) == 0

  /// The number of the account and of its group; no data belongs to them.
  static let number = 65534

  /// Runs the program on some data, in groups by their number.
  static func run(
    _ words: String, more: [String] = [], data: String, groups: [UInt32] = [],
    umask: String = "022", with variables: [String: String] = [:]
  ) throws -> Finished {
    // The built program may lie where only root can come, so another name of it runs.
    let program = try reachable()
    var environment = Masa.environment(home: "/nonexistent").merging(variables) { $1 }
    environment["MASA_DATA"] = data
    let list =
      groups.isEmpty
      ? "--clear-groups" : "--groups=\(groups.map(String.init).joined(separator: ","))"
    return try ChildProcess(
      program: "/usr/bin/setpriv",
      arguments: [
        "--reuid=\(number)", "--regid=\(number)", list, "/bin/sh", "-c",
        "umask \(umask) && exec \"$0\" \"$@\"", program.path + "/masa",
      ] + words.split(separator: " ").map(String.init) + more,
      environment: environment
    ).run()
  }

  /// The program in a place where everybody can come.
  ///
  /// Where it has to be copied, another program does that: a file that this process writes is open in
  /// whatever other tests start meanwhile, and the system runs no program that somebody writes.
  private static func reachable() throws -> TemporaryFolder {
    let place = try TemporaryFolder()
    if link(Masa.path, place.path + "/masa") != 0 {
      let copied = try ChildProcess(
        program: "/bin/cp", arguments: ["-p", Masa.path, place.path + "/masa"],
        environment: ["PATH": "/usr/bin:/bin"]
      ).run()
      try #require(copied.status == 0, "\(copied.messages)")
    }
    try #require(chmod(place.path, 0o755) == 0)
    return place
  }
}
