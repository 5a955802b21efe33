import ArgumentParser
import Glibc
import JSONDocument

/// Lays an empty data folder to start from.
struct InitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init", abstract: "Lay a new, empty data folder.")

  @OptionGroup var options: DataOptions

  @Argument(help: "The folder to lay; it must not exist, or be empty.")
  var folder: String

  @Option(help: "The name of the partnership.")
  var name = "Our Safeguarding Children Partnership"

  @Option(help: "Its abbreviation: capital and small letters, digits and hyphens.")
  var short = "OSCP"

  func run() throws {
    let id = String(
      short.lowercased().filter { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") })
    guard !folder.isEmpty else {
      throw ValidationError("No folder is named. Write a path such as: masa init partnership-data")
    }
    guard !id.isEmpty else {
      throw ValidationError(
        "\"\(short)\" has no letter. Write an abbreviation such as --short MSCP.")
    }
    try requireEmpty()
    for (path, value) in EmptyWorkspace.files(name: name, short: short, id: id) {
      try lay(path, Array((value.write(indentation: 2) + "\n").utf8))
    }
    if let shipped = Shipped.folder("SampleData/kent-and-medway"),
      let bytes = fileBytes("\(shipped)/bank-holidays.json")
    {
      try lay("bank-holidays.json", bytes)
    }
    Output.write(
      lines: [
        "Laid an empty data folder in \(folder).",
        "Open it with: masa --data \(folder)", "Each pane says what to enter first.",
        "After each change: masa --data \(folder) check",
      ])
  }

  private func requireEmpty() throws {
    guard let names = folderEntries(folder, hidden: true) else {
      if errno == ENOENT { return }
      throw CommandFailure(
        "\(folder) cannot be used (\(lastError)). Nothing was changed. Name another folder.")
    }
    if !names.isEmpty {
      throw CommandFailure(
        "\(folder) is not empty, so nothing was laid and nothing was changed. "
          + "Name a folder that does not exist yet.")
    }
  }

  private func lay(_ path: String, _ bytes: [UInt8]) throws {
    let full = "\(folder)/\(path)"
    let parent = full.lastIndex(of: "/").map { String(full[..<$0]) } ?? folder
    guard makeFolders(parent), writeFile(bytes, to: full) else {
      throw CommandFailure(
        "\(full) could not be written (\(lastError)). What was laid so far "
          + "is in \(folder); remove it and try again elsewhere.")
    }
  }
}

/// The files of an empty data folder.
enum EmptyWorkspace {
  /// Each file's path and what it holds.
  static func files(name: String, short: String, id: String) -> [(String, JSONLiteral)] {
    [
      (
        "workspace.json",
        [
          "title": .string(name), "schemaVersion": 1, "partnerships": [.string(id)],
          "documents": [],
        ]
      ),
      ("agencies.json", ["agencies": []]),
      ("people.json", ["people": []]),
      (
        "partnerships/\(id)/partnership.json",
        ["id": .string(id), "name": .string(name), "shortName": .string(short), "partners": []]
      ),
      ("partnerships/\(id)/relevant-agencies.json", ["relevantAgencies": []]),
      ("partnerships/\(id)/plans.json", ["plans": []]),
      ("partnerships/\(id)/obligations.json", ["obligations": []]),
      (
        "dataset/indicators.json",
        ["clusters": [], "comparatorGroups": [], "indicators": [], "submissions": []]
      ),
      ("reviews/totals.json", ["reviewTotals": []]),
    ]
  }
}
