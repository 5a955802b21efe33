import FoundationEssentials
import Glibc
import Testing

/// The program as it was built beside these tests.
enum Masa {
  /// The path of the program: beside the running tests, or in a folder above them.
  static let path: String = {
    let started = CommandLine.arguments.first ?? ""
    let running = FileManager.default.fileExists(atPath: "/proc/self/exe") ? executable : started
    for start in [running, started] {
      var folder = parent(start)
      while folder.count > 1 {
        if access("\(folder)/masa", X_OK) == 0, !isFolder("\(folder)/masa") {
          return "\(folder)/masa"
        }
        folder = parent(folder)
      }
    }
    return "masa"
  }()

  /// The folder with `Package.swift` in it.
  static let repository: String = {
    let parts = #filePath.split(separator: "/", omittingEmptySubsequences: false)
    return parts.dropLast(4).joined(separator: "/")
  }()

  /// The transcribed sample.
  static let sample = "\(repository)/SampleData/kent-and-medway"

  /// Whether the program stands where it finds the sample by itself.
  static let isInRepository = path.hasPrefix(repository + "/")

  /// The variables of every run: nothing of the person who runs the tests gets in.
  static func environment(home: String) -> [String: String] {
    [
      "PATH": "/usr/bin:/bin", "HOME": home, "LC_ALL": "C.UTF-8", "TERM": "xterm-256color",
      "XDG_STATE_HOME": "\(home)/state", "XDG_CONFIG_HOME": "\(home)/config",
    ]
  }

  /// Runs the program with words split at blanks, on the sample unless other data is named.
  static func run(
    _ words: String, more: [String] = [], data: String? = sample,
    with variables: [String: String] = [:], home: String = "/nonexistent"
  ) throws -> Finished {
    var all = environment(home: home).merging(variables) { $1 }
    if let data, all["MASA_DATA"] == nil { all["MASA_DATA"] = data }
    return try ChildProcess(
      program: path, arguments: words.split(separator: " ").map(String.init) + more,
      environment: all
    ).run()
  }

  private static var executable: String {
    var buffer = [UInt8](repeating: 0, count: Int(PATH_MAX))
    let count = buffer.withUnsafeMutableBytes { bytes in
      bytes.bindMemory(to: CChar.self).baseAddress.map {
        readlink("/proc/self/exe", $0, bytes.count)
      } ?? 0
    }
    return String(decoding: buffer[..<max(count, 0)], as: UTF8.self)
  }

  private static func parent(_ path: String) -> String {
    path.lastIndex(of: "/").map { String(path[..<$0]) } ?? ""
  }

  private static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }
}
