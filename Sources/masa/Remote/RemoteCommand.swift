/// What may be asked for over SSH with one command: the words and options that go with it.
///
/// Whatever is in no list here is refused, so a new command or option is decided on before anybody far away
/// can use it.
struct RemoteCommand: Sendable {
  /// The words that name it.
  let names: [String]
  /// The options that a value follows.
  let options: Set<String>
  /// The options that none follows.
  let flags: Set<String>
  /// How many words may follow; nil for any number.
  let mostWords: Int?
  /// Which of the words names a file where Masa is started by hand: here it is `-`, what comes in.
  let fileWord: Int?
  /// The options whose value names a file: here it is `-` as well.
  let fileOptions: Set<String>
  /// Whether any field of a record may be given as an option.
  let takesFields: Bool
  /// Whether a word may begin with a hyphen and a digit: `-7wd`.
  let takesDistances: Bool

  init(
    _ name: String, words: Int? = 0, _ options: [String] = [], flags: Set<String> = [],
    fileWord: Int? = nil, fileOptions: Set<String> = [], takesFields: Bool = false,
    takesDistances: Bool = false
  ) {
    names = name.split(separator: " ").map(String.init)
    self.options = Set(options).union(fileOptions).union(["--as-of"])
    self.flags = flags
    mostWords = words
    (self.fileWord, self.fileOptions) = (fileWord, fileOptions)
    (self.takesFields, self.takesDistances) = (takesFields, takesDistances)
  }

  /// The name in one text.
  var name: String { names.joined(separator: " ") }

  /// The options that go with it, in their order.
  var optionNames: [String] { (options.union(flags)).sorted() }
}

extension RemoteCommand {
  private static let expectations = [
    "--expect-title", "--expect-status", "--expect-owner", "--expect-due", "--expect-revision",
  ]

  /// The dashboard, which opens without a word; a pane may be named.
  static let dashboard = RemoteCommand(
    "dashboard", words: 1, ["--glyphs"], flags: ["--plain", "--fresh"])

  /// Everything that may be asked for.
  ///
  /// Who may change what is decided by the same rights as on the screen.
  static let all: [RemoteCommand] = [
    dashboard,
    RemoteCommand("check"),
    RemoteCommand("status"),
    RemoteCommand(
      "deadlines", ["--within", "--partnership", "--group", "--owner", "--rule", "--format"],
      flags: ["--overdue"]),
    RemoteCommand("rules", words: 1, ["--format"]),
    RemoteCommand("date", words: nil, ["--division", "--format"], takesDistances: true),
    RemoteCommand("rotation", ["--partnership", "--until", "--format"]),
    RemoteCommand("agenda show", words: 1, ["--meeting", "--part", "--format"]),
    RemoteCommand(
      "agenda add", words: 1,
      ["--title", "--lead", "--purpose", "--minutes", "--meeting", "--format"]),
    RemoteCommand(
      "agenda paper", words: 2, ["--title", "--received", "--meeting", "--format"]),
    RemoteCommand("agenda roll", words: 1, ["--format"]),
    RemoteCommand("agenda start", words: 1, ["--from", "--date", "--format"]),
    RemoteCommand(
      "actions list", ["--group", "--status", "--owner", "--format"], flags: ["--overdue"]),
    RemoteCommand(
      "actions add", words: 1,
      ["--title", "--owner", "--due", "--status", "--meeting", "--review", "--note", "--format"]),
    RemoteCommand(
      "actions update", words: 1,
      [
        "--title", "--status", "--owner", "--due", "--note", "--evidence", "--impact", "--move-to",
        "--format",
      ] + expectations),
    RemoteCommand("actions complete", words: 1, ["--note", "--on", "--format"] + expectations),
    RemoteCommand("history", words: 1, ["--by", "--since", "--format"]),
    RemoteCommand("undo", words: 1, ["--format"], flags: ["--force"]),
    RemoteCommand("journal verify", words: 1, fileOptions: ["--since"]),
    RemoteCommand("journal heads"),
    RemoteCommand("indicators", words: 1, ["--form", "--from", "--to", "--format"]),
    RemoteCommand("submissions", ["--partnership", "--format"], flags: ["--late"]),
    RemoteCommand("warnings", ["--format"], flags: ["--open"]),
    RemoteCommand("export", words: 1, ["--agency", "--quarter"]),
    RemoteCommand(
      "report annual", ["--partnership", "--year", "--edition", "--format", "--label"]),
    RemoteCommand("report agenda", words: 1, ["--meeting", "--format", "--label"]),
    RemoteCommand("report minutes", words: 1, ["--meeting", "--format", "--label"]),
    RemoteCommand("report executive", ["--partnership", "--format", "--label"]),
    RemoteCommand("report scrutiny", ["--partnership", "--year", "--format", "--label"]),
    RemoteCommand("list", words: 1, ["--format"]),
    RemoteCommand("show", words: 2, ["--format"]),
    RemoteCommand("add", words: 1, ["--in", "--id", "--format"], takesFields: true),
    RemoteCommand("set", words: nil, ["--expect", "--format"]),
    RemoteCommand("tick", words: 2, ["--format"]),
    RemoteCommand("remove", words: 2, ["--expect", "--format"]),
    RemoteCommand("import bank-holidays", words: 1, fileWord: 0),
    RemoteCommand("schema", words: 1, flags: ["--all", "--markdown"]),
    RemoteCommand("themes"),
    RemoteCommand("keys", ["--format"], flags: ["--ids"]),
  ]

  /// What a word alone stands for.
  static let shortNames = ["agenda": "agenda show", "actions": "actions list"]

  /// What is not done over SSH, and why.
  static let withheld: [(name: String, reason: String)] = [
    ("init", "It makes folders, which is for the administrator of the server."),
    ("group add", "It gives accounts a folder, which is for the administrator of the server."),
    (
      "import table",
      "Half a table would come in where the line is lost. Give the file to the administrator of the server, "
        + "who can import it for your group."
    ),
    (
      "import indicators",
      "Half a file of figures would come in where the line is lost. Give the file to the administrator of "
        + "the server, or copy the cells and paste them in the dashboard: # in the dataset."
    ),
    ("migrate", "It changes every file, which is for the administrator of the server."),
    (
      "tour",
      "It shows the sample. Press J in the dashboard: the same tour goes through what you see."
    ),
    ("doctor", "It looks into the server itself, which is for its administrator."),
    (
      "journal mend",
      "It sets parts of a journal aside, which is for the administrator of the server."
    ),
  ]

  /// The options that are not taken over SSH with any command, and why.
  static let withheldOptions: [(name: String, reason: String)] = [
    ("--data", "The administrator of the server says which folder is opened."),
    (
      "--theme",
      "Set MASA_THEME on your own computer and let ssh send it (-o SendEnv=MASA_THEME), or press T in "
        + "the dashboard."
    ),
    ("--glyphs", "It goes with the dashboard alone; C changes the characters there."),
    ("--me", "Your account says who you are; I in the dashboard changes whose list is yours."),
    ("--idle-minutes", "The administrator of the server says when a session ends."),
    (
      "--output",
      "It would write on the server. Send the paper to your own computer: ssh SERVER report annual --format "
        + "docx > report.docx"
    ),
    ("--version", "It stands alone: ssh SERVER version"),
  ]
}
