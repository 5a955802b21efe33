import ArgumentParser
import DataStore
import Glibc
import JSONDocument
import Letters
import Safeguarding

/// Lays an empty data folder to start from.
struct InitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init", abstract: "Lay a new, empty data folder, or a new area of a database.",
    discussion: """
      For postgresql://HOST/DATABASE/AREA the groups of --admin-group and --readers are roles of the database.
      """)

  @OptionGroup var options: DataOptions

  @Argument(
    help:
      "The folder to create, which must not exist, or be empty; or postgresql://HOST/DATABASE/AREA.",
    completion: .directory)
  var folder: String

  @Option(help: "The name of the partnership.")
  var name = "Our Safeguarding Children Partnership"

  @Flag(help: "Lay it for several accounts of this server; needs --admin-group.")
  var shared = false

  @Option(help: "With --shared: the group of those who change what all groups have in common.")
  var adminGroup: String?

  @Option(help: "With --shared: a group that may read everything; may be given several times.")
  var readers: [String] = []

  @Option(
    help:
      "Its abbreviation: capital and small letters, digits and hyphens; made of the name without it."
  )
  var short: String?

  func validate() throws {
    if shared != (adminGroup != nil) || !shared && !readers.isEmpty {
      throw ValidationError(
        "--shared and --admin-group belong together: "
          + "masa init --shared DIR --admin-group masa-admins --readers masa-users")
    }
  }

  private var isDatabase: Bool { DataPlace.isAddress(folder) }

  func run() throws {
    let name = try text(name, of: "--name").cleanedLine
    let short = try short.map { try text($0, of: "--short").cleanedLine } ?? name.abbreviation
    let id = String(
      short.lowercased().filter { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") })
    guard !folder.isEmpty else {
      throw ValidationError("No folder is named. Write a path such as: masa init partnership-data")
    }
    guard !id.isEmpty else {
      throw ValidationError(
        "\"\(short.isEmpty ? name : short)\" has no letter of the Latin alphabet. Write an abbreviation "
          + "such as --short MSCP.")
    }
    let hasHolidays: Bool
    let rules =
      Shipped.folder("SampleData/national").flatMap(NationalRules.init(of:)) ?? NationalRules()
    let laying = EmptyWorkspace(
      name: name, short: short, id: id, recordsFrom: Clock.today.iso, documents: rules.documents)
    if isDatabase {
      var holidays = false
      try Database.lay(folder, openTo: adminGroup, readers: readers) { place in
        var own = self
        own.folder = place
        holidays = try own.lay(laying, rules)
        if shared {
          try own.create("access.json", Self.contact("the administrator of the database"))
        }
      }
      hasHolidays = holidays
    } else {
      try requireEmpty()
      let sharing = try adminGroup.map {
        try SharedCreation(root: folder, group: $0, readers: readers)
      }
      hasHolidays = try lay(laying, rules)
      try sharing.map { try share($0, id: id) }
    }
    Output.write(lines: sentences(id: id, rules: rules, hasHolidays: hasHolidays))
  }

  /// Lays the files; answers whether there was a list of bank holidays to lay.
  private func lay(_ empty: EmptyWorkspace, _ rules: NationalRules) throws -> Bool {
    for (path, value) in empty.files {
      try create(path, Array((value.write(indentation: 2) + "\n").utf8))
    }
    try create("rules.json", Array(rules.text.utf8))
    for place in namedFolders where !makeFolders("\(folder)/\(place)") {
      throw CommandFailure(
        "\(folder)/\(place) could not be made (\(lastError)). Remove \(folder) and try again.")
    }
    let shipped = Shipped.folder("SampleData/kent-and-medway")
    let holidays = shipped.flatMap { shippedBytes("\($0)/bank-holidays.json") }
    if let holidays { try create("bank-holidays.json", holidays) }
    return holidays != nil
  }

  private static func contact(_ whom: String) -> [UInt8] {
    let contact: JSONLiteral = ["contact": .string(whom)]
    return Array((contact.write(indentation: 2) + "\n").utf8)
  }

  private func sentences(id: String, rules: NationalRules, hasHolidays: Bool) -> [String] {
    [
      "Created an empty \(isDatabase ? "area" : "data folder") in \(folder).",
      rules.count == 0
        ? "rules.json has no rules: the file that has them was not found beside the program."
        : "rules.json has \(rules.count) rules that hold for every partnership, and workspace.json "
          + "the \(rules.documents.count) documents they rest on, all of them national. Each rule says how "
          + "surely it was read: compare it with the guidance in force.",
      "What your partnership agreed itself goes into partnerships/\(id)/rules.json.",
      hasHolidays
        ? "bank-holidays.json has the bank holidays as GOV.UK publishes them."
        : "There is no list of bank holidays. Download https://www.gov.uk/bank-holidays.json, then "
          + "run: masa --data \(folder) import bank-holidays FILE",
      "Your records count from today (recordsFrom in workspace.json): "
        + "what returns is not expected before.",
      "Open it with: masa --data \(folder)", "Each pane says what to enter first.",
      "After each change: masa --data \(folder) check",
    ]
      + (shared
        ? [
          "Lay each group with: masa --data \(folder) group add ID --name NAME "
            + "--partnership \(id)\(isDatabase ? "" : " --editors GROUP")",
          "Say whom to ask, and who has which role, in access.json.",
        ] : [])
  }

  /// Gives the folders that were created to the groups of accounts.
  private func share(_ sharing: SharedCreation, id: String) throws {
    try create("access.json", Self.contact("the administrator of this server"))
    guard makeFolders("\(folder)/groups") else {
      throw CommandFailure(
        "\(folder)/groups could not be made (\(lastError)). Remove \(folder) and try again.")
    }
    // What lies within another folder is given away before it.
    try sharing.create(
      namedFolders.reversed() + ["partnerships/\(id)", "partnerships", "groups", ""])
  }

  private func requireEmpty() throws {
    guard let names = folderEntries(folder, hidden: true) else {
      if errno == ENOENT { return }
      throw CommandFailure(
        "\(folder) cannot be used (\(lastError)). Nothing was changed. Name another folder.")
    }
    if !names.isEmpty {
      throw CommandFailure(
        "\(folder) is not empty, so nothing was created and nothing was changed. "
          + "Name a folder that does not exist yet.")
    }
  }

  private func create(_ path: String, _ bytes: [UInt8]) throws {
    let full = "\(folder)/\(path)"
    let parent = full.lastIndex(of: "/").map { String(full[..<$0]) } ?? folder
    guard makeFolders(parent), writeFile(bytes, to: full) else {
      let reason = lastError
      let isEmpty = folderEntries(folder, hidden: true)?.isEmpty ?? true
      throw CommandFailure(
        "\(full) could not be written (\(reason)). "
          + (isEmpty
            ? "Nothing was created. Name a folder in a place where you may write."
            : "What was created so far is in \(folder); remove it and try again elsewhere."))
    }
  }
}

/// The files of an empty data folder.
private struct EmptyWorkspace {
  let name: String
  let short: String
  let id: String
  /// The day from which the records are complete.
  let recordsFrom: String
  /// The documents that the rules laid beside these files cite.
  let documents: [JSONLiteral]

  /// Each file's path and what it holds.
  var files: [(String, JSONLiteral)] {
    [
      (
        "workspace.json",
        [
          "title": .string(name), "schemaVersion": .integer(DataFolder.currentVersion),
          "partnerships": [.string(id)],
          "recordsFrom": .string(recordsFrom), "documents": .array(documents),
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
      ("partnerships/\(id)/rules.json", ["rules": []]),
      (
        "dataset/indicators.json",
        ["clusters": [], "comparatorGroups": [], "indicators": [], "submissions": []]
      ),
      ("reviews/totals.json", ["reviewTotals": []]),
    ]
  }
}

extension String {
  /// The first letters of the words of a name, without small words: "Kent and Medway Safeguarding
  /// Children Partnership" is KMSCP; a name of one word as it is.
  fileprivate var abbreviation: String {
    let small: Set = ["a", "an", "and", "at", "for", "in", "of", "on", "s", "the", "to", "with"]
    let words = folded.split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }.map(String.init)
    let meant = words.filter { !small.contains($0) }
    if meant.count < 2 { return (meant.first ?? words.first ?? "").uppercased() }
    return meant.compactMap(\.first).map { String($0) }.joined().uppercased()
  }
}
