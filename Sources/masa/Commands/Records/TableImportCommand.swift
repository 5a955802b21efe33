import ArgumentParser
import DataStore
import Entry
import Glibc
import Letters
import Reports
import Safeguarding

/// Brings the rows of a table into the data folder, as records of any kind.
struct TableImportCommand: ParsableCommand {
  /// How the command is written; its own name can be left out.
  static let usage = """
    masa import KIND FILE|- [--FIELD VALUE ...] [--map COLUMN=FIELD ...] [--read TEXT=MEANING ...] \
    [--keep-words] [--only-with COLUMN] [--preview]
    """

  static let configuration = CommandConfiguration(
    commandName: "table",
    abstract: "Bring the rows of a tracker, each as a record of a kind: masa import KIND FILE.",
    usage: usage,
    discussion: """
      FILE is CSV as spreadsheets save it (commas, semicolons or tabs), or - for cells that are pasted or \
      piped. A row names the columns; rows above it, blank rows and totals are passed over. Columns are \
      matched to fields by their names and by what stands in them; of each that is not sure masa asks, \
      and nothing is changed: say --map 'Lead=owners', or --map 'Lead=' to leave it out. What you said is \
      kept for the next table with the same columns. Owners, dates and choices are read as in the forms; \
      --read 'JS=Jane Smith' says what a text in a cell means, --keep-words keeps dates and owners that \
      cannot be read in the words of the table. A field that is the same for all rows is an option: \
      --group mscp-pmqa. masa schema names the fields of each kind.

      All rows are added by one change, or none: each that cannot be read is named with row and column. \
      Rows that are there already are passed over, so that the same table can be brought again. \
      --preview shows what would be added and changes nothing. At most 64 MiB and 100,000 rows.
      """)

  @OptionGroup var options: DataOptions

  @Argument(help: "The kind of record: action, meeting, agency.", transform: NamedKind.named)
  var kind: NamedKind

  @Option(
    parsing: .unconditionalSingleValue,
    help: "COLUMN=FIELD: into which field a column goes; COLUMN= leaves it out. May be given again."
  )
  var map: [String] = []

  @Option(
    parsing: .unconditionalSingleValue,
    help: "TEXT=MEANING: what a text in a cell means, such as JS=Jane Smith. May be given again.")
  var read: [String] = []

  @Flag(help: "Keep dates and owners that cannot be read in the words of the table.")
  var keepWords = false

  @Option(help: "Bring only the rows in which something stands in this column.")
  var onlyWith: String?

  @Option(
    name: .customLong("in"),
    help: "The id of the record in which all go, such as the group of seats.")
  var holder: String?

  @Flag(help: "Show what would be added, and change nothing.")
  var preview = false

  @OptionGroup var output: EditOptions

  @Argument(parsing: .allUnrecognized, help: "The file, and fields for all rows as --FIELD VALUE.")
  var words: [String] = []

  func run() throws {
    let (file, fields) = try TableImportCommand.parted(words)
    let desk = try RecordDesk(options, kind)
    let (bytes, said) = (try TableImportCommand.bytes(of: file), try said())
    func found(at desk: RecordDesk) throws -> (TableImport, TableImport.Additions) {
      var table = TableImport(
        file: file == "-" ? "the table" : file, kind: kind, desk: desk, holder: holder)
      for (name, text) in fields { try table.say(name, text) }
      try table.read(bytes, said: said, keepingWords: keepWords, onlyWith: onlyWith)
      return (table, try table.additions())
    }
    var (table, additions) = try found(at: desk)
    if preview {
      TableImportWords(table, additions, output.format).writePreview()
      return EditedFolder.warn(
        of: Edit(table.title(additions), try table.changes(additions)), isSaved: false)
    }
    try saving {
      var isAgain = false
      let receipt = try desk.edited.save(lookingThrough: desk.workspace) { workspace in
        // Somebody may have brought the same table just now.
        if isAgain {
          (table, additions) = try found(at: RecordDesk(desk.edited, workspace, kind))
        }
        isAgain = true
        return Edit(table.title(additions), try table.changes(additions))
      }
      TableImportWords(table, additions, output.format).writeAnswer(receipt)
    }
  }

  /// The one word that is the file, and the fields for all rows.
  private static func parted(
    _ words: [String]
  ) throws -> (file: String, fields: [(name: String, text: String)]) {
    var (files, options) = ([String](), [String]())
    var rest = words[...]
    while let word = rest.popFirst() {
      if word.hasPrefix("--"), word.count > 2 {
        options.append(word)
        if !word.contains("="), let value = rest.popFirst() { options.append(value) }
      } else {
        files.append(word)
      }
    }
    guard files.count == 1, let file = files.first else {
      throw ValidationError(
        files.isEmpty
          ? "Missing the file: masa import KIND FILE, or - for what is pasted."
          : "One file at a time: \(files.joined(separator: ", ")). Put names with blanks in quotes."
      )
    }
    return (file, try FieldWords.options(options))
  }

  private func said() throws -> ImportMemory.Said {
    func pairs(_ words: [String], _ option: String) throws -> [String: String] {
      let pairs = try words.map { word -> (String, String) in
        guard let equals = word.lastIndex(of: "="), equals > word.startIndex else {
          throw CommandFailure(
            "\(option) \"\(word.shortened)\" is not understood: write NAME=WHAT. Nothing was changed.",
            status: 64)
        }
        return (String(word[..<equals]), String(word[word.index(after: equals)...]))
      }
      return Dictionary(pairs, uniquingKeysWith: { _, last in last })
    }
    return ImportMemory.Said(columns: try pairs(map, "--map"), cells: try pairs(read, "--read"))
  }

  private static func bytes(of file: String) throws -> [UInt8] {
    guard let bytes = namedInput(file, largest: CellTable.maximumByteCount) else {
      throw CommandFailure(
        "\(file) could not be read (\(lastError)). Nothing was changed. Check the path of the file."
      )
    }
    return bytes
  }
}
