import FoundationEssentials
import Glibc
import Testing

/// A shared data folder with one group: `users` manages it, `staff` reads it, `mail` chairs.
struct SharedData {
  let place: TemporaryFolder
  let data: String

  /// Any data folder, as it is.
  init(place: TemporaryFolder, data: String) { (self.place, self.data) = (place, data) }

  /// A new folder with its group.
  init() throws {
    place = try TemporaryFolder()
    data = place.path + "/data"
    try #require(chmod(place.path, 0o755) == 0)
    let laid = try Masa.run(
      "init --shared --admin-group users --readers staff --short OP", more: [data], data: nil)
    try #require(laid.status == 0, "\(laid.messages)")
    let added = try Masa.run(
      "group add board --partnership op --chairs mail --name", more: ["The Board"], data: data)
    try #require(added.status == 0, "\(added.messages)")
  }

  func path(_ file: String) -> String { file.isEmpty ? data : "\(data)/\(file)" }

  /// What the doctor says of what it could mend; none where there is nothing.
  func amiss() throws -> [String] {
    try Masa.run("doctor", data: data).lines.filter { $0.contains("can be mended with") }
  }

  /// Has the doctor mend what it finds, without asking.
  func mend(_ options: String = "") throws -> Finished {
    try Masa.run("doctor --mend --yes \(options)", data: data)
  }

  /// Runs commands in the data folder; root needs no `sudo`.
  func run(_ commands: [String]) throws {
    for command in commands {
      let done = try ran(command)
      try #require(done.status == 0, "\(command): \(done.messages)")
    }
  }

  /// Whose everything is, and who may do what with it, in the words of the system's own tool.
  func rights() throws -> [String] {
    try ran("getfacl -R -p '\(data)'").lines
  }

  private func ran(_ command: String) throws -> Finished {
    try ChildProcess(
      program: "/bin/sh",
      arguments: ["-c", "cd '\(data)' && " + command.replacing("sudo ", with: "")],
      environment: ["PATH": "/usr/sbin:/usr/bin:/sbin:/bin"]
    ).run()
  }

  /// Every file with its mode and size.
  func everything() throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: data).sorted().map { entry in
      var status = stat()
      try #require(lstat("\(data)/\(entry)", &status) == 0)
      return "\(entry) \(status.st_mode) \(status.st_gid) \(status.st_size)"
    }
  }
}

extension SharedData {
  /// The access list of a file or folder, as the system's own tool tells it.
  func list(_ file: String) throws -> [String] {
    let done = try ChildProcess(
      program: "/usr/bin/getfacl", arguments: ["-ceEp", path(file)], environment: [:]
    ).run()
    return done.lines.filter { !$0.isEmpty }
  }

  /// The mode of a file or folder, and the number of its group: "2770 100".
  func modeAndGroup(_ file: String) throws -> String {
    var status = stat()
    try #require(lstat(path(file), &status) == 0, "\(file) is not there")
    return "\(String(status.st_mode & 0o7777, radix: 8)) \(status.st_gid)"
  }
}
