import JSONDocument
import Testing

@testable import masa

/// What a command that came over SSH is taken for.
struct RemoteCommandTests {
  struct Quoting: CustomTestStringConvertible, Sendable {
    let text: String
    let words: [String]
    var testDescription: String { text.debugDescription }
  }

  @Test(arguments: [
    Quoting(text: "", words: []),
    Quoting(text: "  \t ", words: []),
    Quoting(text: "deadlines --overdue", words: ["deadlines", "--overdue"]),
    Quoting(text: " a\t b  ", words: ["a", "b"]),
    Quoting(text: "a 'b c' \"d e\"", words: ["a", "b c", "d e"]),
    Quoting(text: "a'b'\"c\"d", words: ["abcd"]),
    Quoting(text: "'' \"\"", words: ["", ""]),
    Quoting(text: #"a\ b \'c\' \\"#, words: ["a b", "'c'", #"\"#]),
    Quoting(text: #"'a\b' "a\b" "\"" "\\" "\$x""#, words: [#"a\b"#, #"a\b"#, "\"", #"\"#, "$x"]),
    Quoting(
      text: "'; rm -rf / | $(id) `id` & > x < y'", words: ["; rm -rf / | $(id) `id` & > x < y"]),
    Quoting(text: "\"$(id) `id` ${HOME} !! *\"", words: ["$(id) `id` ${HOME} !! *"]),
    Quoting(text: "* ? ~ # {a,b} [x] !", words: ["*", "?", "~", "#", "{a,b}", "[x]", "!"]),
    Quoting(text: "'two\nlines'", words: ["two\nlines"]),
    Quoting(text: #"\; \$ \("#, words: [";", "$", "("]),
    Quoting(text: "\"It's\" 'Zoë’s – £5'", words: ["It's", "Zoë’s – £5"]),
  ])
  func wordsAreDividedAsPeopleQuoteThem(_ quoting: Quoting) throws {
    #expect(try CommandWords(quoting.text).all == quoting.words)
  }

  struct Wrong: CustomTestStringConvertible, Sendable {
    let text: String
    let said: String
    var testDescription: String { String(text.prefix(60)).debugDescription }
  }

  @Test(arguments: [
    Wrong(text: "status; id", said: "A ; outside quotation marks"),
    Wrong(text: "status|id", said: "A | outside"),
    Wrong(text: "status && id", said: "A & outside"),
    Wrong(text: "status > /tmp/x", said: "A > outside"),
    Wrong(text: "import bank-holidays - < /etc/passwd", said: "A < outside"),
    Wrong(text: "show action $(id)", said: "A $ outside"),
    Wrong(text: "show action `id`", said: "A ` outside"),
    Wrong(text: "show action $HOME", said: "A $ outside"),
    Wrong(text: "(status)", said: "A ( outside"),
    Wrong(text: "status\nid", said: "A line ends within this command"),
    Wrong(text: "status\rid", said: "A line ends within this command"),
    Wrong(text: "status \\\n id", said: "A line ends within this command"),
    Wrong(text: "status \u{0} id", said: "cannot be seen (number 0)"),
    Wrong(text: "actions add board --title '\u{1b}[2J'", said: "cannot be seen (number 27)"),
    Wrong(text: "show action \u{fffd}", said: "Let your terminal send UTF-8"),
    Wrong(text: "actions add board --title Ann's", said: "has nothing that ends it"),
    Wrong(text: "status \\", said: "has nothing that ends it"),
    Wrong(text: String(repeating: "a", count: 65_537), said: "is 65537 bytes long"),
    Wrong(text: String(repeating: "word ", count: 200_000), said: "is 1000000 bytes long"),
    Wrong(text: String(repeating: "a ", count: 600), said: "more than 512 words"),
    Wrong(text: "deadlins", said: "Did you mean \"deadlines\"?"),
    Wrong(text: "id", said: "Possible over SSH: dashboard, check, status, deadlines"),
    Wrong(text: "/bin/sh -i", said: "no command \"/bin/sh\""),
    Wrong(text: "scp -f /etc/passwd", said: "Files are not copied"),
    Wrong(text: "internal-sftp", said: "Files are not copied"),
    Wrong(text: "/usr/lib/openssh/sftp-server", said: "Files are not copied"),
    Wrong(text: "rsync --server -l . /", said: "Files are not copied"),
    Wrong(text: "import", said: "Possible: import bank-holidays."),
    Wrong(text: "journal", said: "Possible: journal verify, journal heads."),
    Wrong(text: "init /tmp/x", said: "\"init\" is not possible over SSH"),
    Wrong(text: "group add x --editors y", said: "\"group add\" is not possible over SSH"),
    Wrong(text: "migrate /srv/other --back", said: "for the administrator of the server"),
    Wrong(text: "doctor --mend --yes", said: "for its administrator"),
    Wrong(text: "journal mend .", said: "\"journal mend\" is not possible"),
    Wrong(text: "status --data /srv/other", said: "--data is not possible over SSH"),
    Wrong(text: "status --data=/srv/other", said: "--data is not possible over SSH"),
    Wrong(text: "--data /srv/other status", said: "--data is not possible over SSH"),
    Wrong(text: "status '--data' /srv/other", said: "--data is not possible over SSH"),
    Wrong(text: "status --dat\\a /srv/other", said: "--data is not possible over SSH"),
    Wrong(text: "add agency --data x", said: "--data is not possible over SSH"),
    Wrong(text: "deadlines --theme /etc/x", said: "Set MASA_THEME"),
    Wrong(text: "deadlines --idle-minutes 9", said: "says when a session ends"),
    Wrong(text: "deadlines --me ann", said: "Your account says who you are"),
    Wrong(text: "deadlines --overdew", said: "Did you mean --overdue?"),
    Wrong(text: "deadlines -o /tmp/x", said: "deadlines has no option -o. "),
    Wrong(text: "deadlines --output=/tmp/x", said: "Options of deadlines: --as-of, --format"),
    Wrong(text: "deadlines --", said: "deadlines has no option --."),
    Wrong(text: "deadlines --group --data", said: "--group has no value"),
    Wrong(text: "deadlines --group", said: "--group has no value"),
    Wrong(text: "deadlines --overdue=yes", said: "--overdue takes no value"),
    Wrong(text: "status extra", said: "status takes no word besides its options"),
    Wrong(text: "status -", said: "status takes no word"),
    Wrong(text: "show action -", said: "reads nothing"),
    Wrong(text: "actions add board --title Ask Ann", said: "so write two: ssh SERVER \"actions"),
    Wrong(
      text: "import bank-holidays /etc/passwd",
      said: "\"/etc/passwd\" would be a file of the server"),
    Wrong(text: "import bank-holidays ../x", said: "- < FILE"),
    Wrong(text: "import bank-holidays - /etc/passwd", said: "one too many"),
    Wrong(text: "journal verify --since /etc/passwd", said: "would be a file of the server"),
    Wrong(text: "status --generate-completion-script bash", said: "status has no option"),
    Wrong(text: "add agency --generate-completion-script bash", said: "add has no option"),
    Wrong(text: "--experimental-dump-help", said: "dashboard has no option"),
    Wrong(text: "help init", said: "\"init\" is not possible over SSH"),
  ])
  func whatIsNotPossibleIsAnsweredWithASentence(_ wrong: Wrong) throws {
    let refusal = #expect(throws: RemoteRefusal.self) { try RemoteRequest(wrong.text) }
    let sentence = try #require(refusal).sentence
    #expect(sentence.contains(wrong.said))
    #expect(sentence.hasSuffix(" Nothing was done."))
    #expect(sentence.utf8.count < 1500)
  }

  struct Right: CustomTestStringConvertible, Sendable {
    let text: String
    let request: RemoteRequest
    var testDescription: String { text }
  }

  @Test(arguments: [
    Right(text: "", request: .dashboard),
    Right(text: " ", request: .dashboard),
    Right(text: "masa", request: .dashboard),
    Right(text: "--help", request: .help),
    Right(text: "help", request: .help),
    Right(text: "--version", request: .words(["--version"])),
    Right(text: "version", request: .words(["--version"])),
    Right(text: "help deadlines", request: .words(["deadlines", "--help"])),
    Right(text: "actions add -h", request: .words(["actions", "add", "--help"])),
    Right(text: "masa status", request: .words(["status"])),
    Right(text: "groups", request: .words(["dashboard", "groups"])),
    Right(text: "--plain groups", request: .words(["dashboard", "--plain", "groups"])),
    Right(text: "agenda mscp-pmqa", request: .words(["agenda", "show", "mscp-pmqa"])),
    Right(text: "actions", request: .words(["actions", "list"])),
    Right(
      text: "deadlines --overdue --format=ics",
      request: .words(["deadlines", "--overdue", "--format", "ics"])),
    Right(
      text: "--as-of 2024-03-31 deadlines",
      request: .words(["deadlines", "--as-of", "2024-03-31"])),
    Right(text: "date -7wd", request: .words(["date", "-7wd"])),
    Right(text: "date 28 mar + 15wd", request: .words(["date", "28", "mar", "+", "15wd"])),
    Right(
      text: "actions complete a1 --note '-x' --on=-2wd",
      request: .words(["actions", "complete", "a1", "--note=-x", "--on=-2wd"])),
    Right(
      text: "actions add board --title=--data",
      request: .words(["actions", "add", "board", "--title=--data"])),
    Right(
      text: "add agency --name 'Kent Police' --category=police --in x",
      request: .words(["add", "agency", "--name=Kent Police", "--category=police", "--in", "x"])),
    Right(
      text: "set action a1 'title=A; b' status=done",
      request: .words(["set", "action", "a1", "title=A; b", "status=done"])),
    Right(text: "import bank-holidays -", request: .words(["import", "bank-holidays", "-"])),
    Right(
      text: "journal verify --since -", request: .words(["journal", "verify", "--since=-"])),
  ])
  func whatIsPossibleIsReadAsOnTheServer(_ right: Right) throws {
    #expect(try RemoteRequest(right.text) == right.request)
  }

  /// A command or an option that is new has to be put into a list of `RemoteCommand`, or be left out there.
  @Test func everyCommandAndOptionIsDecidedOn() throws {
    let printed = try Masa.run("--experimental-dump-help").output
    let root = try #require(JSONDocument(bytes: printed).root["command"])
    let real = Self.commands(in: root, named: [])
    let withheld = Set(RemoteCommand.withheld.map(\.name))
    let allowed = RemoteCommand.all.map(\.name)
    #expect(Set(allowed).count == allowed.count)
    #expect(withheld.union(allowed) == Set(real.keys), "A command is new, gone or in both lists.")
    let never = Set(RemoteCommand.withheldOptions.map(\.name)).union(["--help", "-h"])
    for command in RemoteCommand.all {
      let options = try #require(real[command.name])
      let decided = command.options.union(command.flags)
      let values = Set(options.filter(\.value).map(\.key))
      #expect(command.options.isSubset(of: values), "\(command.name)")
      #expect(command.flags.isDisjoint(with: values), "\(command.name)")
      #expect(
        Set(options.keys).subtracting(never).symmetricDifference(
          decided.subtracting(["--glyphs"])
        ).isEmpty, "\(command.name)")
    }
  }

  /// The commands that do something, with their options and whether a value follows each.
  private static func commands(
    in command: JSONValue, named names: [String]
  ) -> [String: [String: Bool]] {
    let parts = (command["subcommands"].map { Array($0.elements) } ?? []).filter {
      $0["commandName"]?.string != "help"
    }
    guard parts.isEmpty else {
      return parts.reduce(into: [:]) { all, part in
        let name = names + [part["commandName"]?.string ?? ""]
        all.merge(commands(in: part, named: name)) { $1 }
      }
    }
    var options: [String: Bool] = [:]
    for argument in command["arguments"].map({ Array($0.elements) }) ?? [] {
      for name in argument["names"].map({ Array($0.elements) }) ?? [] {
        let hyphens = name["kind"]?.string == "short" ? "-" : "--"
        options[hyphens + (name["name"]?.string ?? "")] = argument["kind"]?.string == "option"
      }
    }
    return [names.joined(separator: " "): options]
  }
}
