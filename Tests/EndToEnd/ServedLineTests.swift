import JSONDocument
import Testing

/// The program behind the packaged wrapper, as a person reaches it over SSH.
struct ServedLineTests {
  /// Runs the wrapper as sshd does.
  private func served(
    _ command: String?, on data: String, program: String = Masa.path,
    with variables: [String: String] = [:], home: String = "/nonexistent"
  ) throws -> Finished {
    var all = ["PATH": "/usr/bin:/bin", "HOME": home].merging(variables) { $1 }
    all["SSH_ORIGINAL_COMMAND"] = command
    return try ChildProcess(
      program: "/bin/sh",
      arguments: [
        "\(Masa.repository)/Packaging/masa-session", "-m", program, "-d", data, "-i", "1",
      ], environment: all
    ).run()
  }

  @Test(arguments: [
    "status", "deadlines --overdue", "deadlines --format ics", "deadlines --format csv-spreadsheet",
    "actions list --overdue", "actions --status open", "list agency", "list", "rotation",
    "agenda mscp-pmqa", "indicators --format json", "history", "date 28 mar 2024 + 15wd", "check",
    "rules", "rules rapid-review", "schema actions", "keys", "journal verify",
    "--as-of 2024-01-31 deadlines", "--plain groups", "show partnership mscp --format json",
    "deadlines --help", "--version",
  ])
  func aCommandAnswersAsOnTheServer(_ words: String) throws {
    let there = try served(words, on: Masa.sample)
    let here = try Masa.run(words)
    #expect(there.status == here.status)
    #expect(there.text == here.text && !(there.text + there.messages).isEmpty)
    #expect(there.messages == here.messages)
  }

  @Test func whatIsRefusedChangesNothingAndEndsWith64() throws {
    let folder = try EditingFolder()
    for words in ["status; id", "init \(folder.path)2", "status --data /", "deadlins"] {
      let refused = try served(words, on: folder.path)
      #expect(refused.status == 64 && refused.output.isEmpty)
      #expect(
        refused.messages.hasPrefix("masa: ") && refused.messages.contains("Nothing was done."))
    }
    let help = try served("help", on: folder.path)
    #expect(help.status == 0 && help.text.contains("ssh SERVER deadlines"))
  }

  @Test func whoMayChangeSomethingDoesSo() throws {
    let folder = try EditingFolder()
    let added = try served(
      "actions add board --title 'Ask; then $(tell) `us`' --due '+2w'", on: folder.path)
    #expect(added.status == 0, "\(added.messages)")
    #expect(try folder.action("board-1")?["title"]?.string == "Ask; then $(tell) `us`")
    for words in [
      "actions complete a1 --note 'Done; all'", "set action board-1 'title=-- new'",
      "add agency --name 'Fire Service' --category fire", "tick action board-1",
      "agenda add board --title 'Any \"other\" business' --minutes 5",
    ] {
      let done = try served(words, on: folder.path)
      #expect(done.status == 0, "\(words): \(done.messages)")
    }
    #expect(try folder.action("a1")?["status"]?.string == "done")
    #expect(try folder.action("board-1")?["title"]?.string == "-- new")
    #expect(try folder.file("agencies.json").contains("Fire Service"))
  }

  /// Nothing comes in: the file is empty, and that is no list.
  @Test func aFileComesInByTheStreamAlone() throws {
    let folder = try EditingFolder()
    let empty = try served("import bank-holidays -", on: folder.path)
    #expect(
      empty.status == 1 && empty.messages.contains("Your file is not a list of bank holidays"))
  }

  struct Sent: CustomTestStringConvertible, Sendable {
    let variables: [String: String]
    let passed: [String: String]
    var testDescription: String { "\(variables)" }
  }

  /// What the other side may send, and what of it Masa gets to see.
  @Test(arguments: [
    Sent(variables: [:], passed: [:]),
    Sent(variables: ["MASA_THEME": "light"], passed: ["MASA_THEME": "light"]),
    Sent(variables: ["MASA_THEME": "high-contrast"], passed: ["MASA_THEME": "high-contrast"]),
    Sent(variables: ["MASA_THEME": ""], passed: [:]),
    Sent(variables: ["MASA_THEME": "../../etc"], passed: [:]),
    Sent(variables: ["MASA_THEME": "Light"], passed: [:]),
    Sent(variables: ["MASA_THEME": "-x"], passed: [:]),
    Sent(variables: ["MASA_THEME": "a\nb"], passed: [:]),
    Sent(variables: ["MASA_THEME": "é"], passed: [:]),
    Sent(variables: ["MASA_THEME": String(repeating: "a", count: 33)], passed: [:]),
    Sent(variables: ["NO_COLOR": "1"], passed: ["NO_COLOR": "1"]),
    Sent(variables: ["NO_COLOR": "$(id)\n"], passed: ["NO_COLOR": "1"]),
    Sent(variables: ["NO_COLOR": ""], passed: [:]),
    Sent(
      variables: [
        "MASA_DATA": "/etc", "LD_LIBRARY_PATH": "/tmp", "MASA_REQUEST": "status", "OPTIND": "5",
        "MASA_ME": "x", "TZ": "UTC", "XDG_STATE_HOME": "/tmp", "MASA": "/bin/sh", "LC_ALL": "C",
        "IFS": "a", "ENV": "/tmp/x", "DATA": "/etc", "IDLE": "0", "term": "x", "theme": "dark",
      ], passed: [:]),
  ])
  func ofWhatIsSentOnlyPlainNamesPass(_ sent: Sent) throws {
    let place = try TemporaryFolder()
    try script("#!/bin/sh\nenv\necho \"$@\"\n", at: "\(place.path)/stub")
    let finished = try served(
      nil, on: "/nowhere", program: "\(place.path)/stub", with: sent.variables)
    var lines = finished.lines.filter { !$0.isEmpty && !$0.hasPrefix("PWD=") }
    #expect(lines.popLast() == "--data /nowhere --idle-minutes 1")
    let fixed = [
      "PATH=/usr/bin:/bin", "HOME=/nonexistent", "LANG=C.UTF-8", "TERM=xterm", "MASA_SERVED=1",
    ]
    #expect(
      Set(lines.filter { !$0.hasPrefix("SHLVL=") && !$0.hasPrefix("_=") })
        == Set(fixed + sent.passed.map { "\($0.key)=\($0.value)" }))
  }

  @Test func aThemeOfAnotherComputerIsNoReasonToShowNothing() throws {
    let shown = try served(
      "--plain groups", on: Masa.sample, with: ["MASA_THEME": "solarized"])
    #expect(shown.status == 0 && shown.messages.isEmpty && !shown.output.isEmpty)
  }

  @Test func theCommandGoesThroughAsOneText() throws {
    let place = try TemporaryFolder()
    try script("#!/bin/sh\nprintf '%s' \"$MASA_REQUEST\"\n", at: "\(place.path)/stub")
    for text in [
      "a  b 'c' \"d\" $(id) `id` ; | & * ? ~ \\ \\n", "-e -i x=y", "two\nlines\n", "--data /etc",
      String(repeating: "x ", count: 60_000),
    ] {
      let finished = try served(text, on: "/nowhere", program: "\(place.path)/stub")
      #expect(finished.text == text)
    }
  }

  /// Makes a script that can be run.
  ///
  /// Another process writes it: a file that is open for writing in this one, or in a copy of it that a test
  /// beside has just begun, cannot be run.
  private func script(_ text: String, at path: String) throws {
    let made = try ChildProcess(
      program: "/bin/sh",
      arguments: ["-c", "printf %s \"$TEXT\" > \"$0\" && chmod 755 \"$0\"", path],
      environment: ["PATH": "/usr/bin:/bin", "TEXT": text]
    ).run()
    try #require(made.status == 0)
  }
}
