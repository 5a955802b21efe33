import Dashboard
import DataStore
import Glibc
import Safeguarding
import TerminalUI

/// Measures in a process of its own how much memory reading a folder takes at its peak.
enum MemoryMeasurement {
  /// The word on the command line that makes the program measure memory.
  static let command = "memory"

  /// Lays the files into a folder, reads it in a new process and removes the folder.
  static func run(_ generated: GeneratedFiles) throws {
    var template = Array("/tmp/masa-benchmark-XXXXXX".utf8CString)
    guard let made = mkdtemp(&template) else { throw BenchmarkError("No folder could be made.") }
    let folder = String(cString: made)
    var paths: [String] = []
    defer {
      for path in paths.reversed() where remove(path) != 0 { print("\(path) was left behind.") }
    }
    paths.append(folder)
    for file in generated.files {
      var parent = folder
      for part in file.path.split(separator: "/").dropLast() {
        parent += "/" + part
        if mkdir(parent, 0o700) == 0 { paths.append(parent) }
      }
      try write(file.bytes, to: folder + "/" + file.path)
      paths.append(folder + "/" + file.path)
    }
    try start([command, folder])
  }

  /// Reads the folder and prints how far the peak of the memory rose.
  static func measure(_ folder: String) throws {
    let before = try peak()
    let workspace = try DataFolder(path: folder).read()
    let growth = try peak() - before
    var size = stat()
    guard stat(folder + "/" + GeneratedFiles.longFile, &size) == 0 else {
      throw BenchmarkError("The long file is missing.")
    }
    let multiple = Double(growth) / Double(size.st_size)
    print(
      "memory: the peak rises by \(growth >> 20) MiB, \(rounded(multiple)) times the file "
        + "(goal: at most 6), for \(workspace.actions.all.count) actions")
  }

  /// Makes the deadlines of a made-up workspace and prints how far the peak of the memory rose.
  static func measureDeadlines() throws {
    let workspace = GeneratedObligations.workspace
    let before = try peak()
    let deadlines = workspace.deadlines(on: GeneratedObligations.day)
    let growth = try peak() - before
    print(
      "memory: \(deadlines.count) deadlines raise the peak by \(growth >> 20) MiB beyond the data "
        + "(goal: at most 60)")
  }

  /// Opens a long list and prints how far the peak of the memory rose beyond the data.
  static func measureKeys() throws {
    let workspace = KeyBenchmark.workspace(actions: 100_000)
    let before = try peak()
    var dashboard = KeyBenchmark.dashboard(on: workspace)
    _ = dashboard.draw(in: KeyBenchmark.size)
    let opened = try peak() - before
    for key in "/a" { _ = dashboard.receive(.key(.character(key))) }
    _ = dashboard.draw(in: KeyBenchmark.size)
    print(
      "memory: a list of 100,000 actions raises the peak by \(opened >> 20) MiB beyond the data, "
        + "filtered by \((try peak() - before) >> 20) MiB")
  }

  /// Picks twelve areas out of a long table and prints how far the peak of the memory rose.
  static func measureFigures() throws {
    let before = try peak()
    let kept = try FigureFileBenchmark.pick()
    print(
      "memory: picking \(kept) figures raises the peak by \((try peak() - before) >> 20) MiB "
        + "(goal: at most 100)")
  }

  /// The most memory of this process that was resident, in bytes.
  static func peak() throws -> Int { try status("VmHWM:") }

  /// The memory of this process that is resident, in bytes.
  static func rest() throws -> Int { try status("VmRSS:") }

  private static func status(_ key: String) throws -> Int {
    guard let file = fopen("/proc/self/status", "r") else {
      throw BenchmarkError("The memory of the process cannot be read.")
    }
    defer { fclose(file) }
    var line = [CChar](repeating: 0, count: 256)
    while fgets(&line, 256, file) != nil {
      let text = line.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
      let words = String(decoding: text, as: UTF8.self).split { $0 == "\t" || $0 == " " }
      if words.first.map(String.init) == key, let number = Int(words[1]) { return number * 1024 }
    }
    throw BenchmarkError("The memory of the process is not known here.")
  }

  /// Writes a file.
  static func write(_ bytes: [UInt8], to path: String) throws {
    guard let file = fopen(path, "w") else { throw BenchmarkError("\(path) cannot be written.") }
    let written = fwrite(bytes, 1, bytes.count, file)
    guard fclose(file) == 0, written == bytes.count else {
      throw BenchmarkError("\(path) cannot be written.")
    }
  }

  /// Runs this program again with other arguments.
  static func start(_ arguments: [String]) throws {
    fflush(nil)
    var pointers = (["masa-benchmark"] + arguments).map { strdup($0) }
    defer { pointers.forEach { free($0) } }
    pointers.append(nil)
    var child: pid_t = 0
    guard posix_spawn(&child, "/proc/self/exe", nil, nil, pointers, environ) == 0 else {
      throw BenchmarkError("A second process cannot be started.")
    }
    var status: Int32 = 0
    guard waitpid(child, &status, 0) == child, status == 0 else {
      throw BenchmarkError("The second process failed.")
    }
  }
}

/// Why a measurement could not be made.
struct BenchmarkError: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) { self.description = description }
}
