import Testing

/// How the program answers what it is asked, and what it is asked wrongly.
struct UsageTests {
  struct Wrong: CustomTestStringConvertible, Sendable {
    let words: String
    let status: Int32
    let said: String
    var testDescription: String { words }
  }

  @Test(arguments: [
    Wrong(words: "deadlins", status: 64, said: "deadlins"),
    Wrong(words: "deadlines --overdew", status: 64, said: "--overdew"),
    Wrong(words: "deadlines --within soon", status: 64, said: "soon"),
    Wrong(words: "deadlines --within -3", status: 64, said: "--within"),
    Wrong(
      words: "deadlines --format pdf", status: 64,
      said: "text, json, csv, csv-spreadsheet, markdown or ics"),
    Wrong(words: "deadlines --format", status: 64, said: "--format"),
    Wrong(words: "deadlines --rule", status: 64, said: "--rule"),
    Wrong(words: "deadlines --as-of 2024-02-30 --format ics", status: 64, said: "2024-02-30"),
    Wrong(words: "rules --format ics", status: 64, said: "Only masa deadlines writes calendar"),
    Wrong(words: "rules rapid-review extra", status: 64, said: "extra"),
    Wrong(words: "date", status: 64, said: "<expression>"),
    Wrong(words: "date tomorow", status: 64, said: "\"tomorow\" is not understood as a day"),
    Wrong(words: "date 2024-02-30", status: 64, said: "there is no such day"),
    Wrong(words: "date 28 mar +15wx", status: 64, said: "Write 28 mar 2024"),
    Wrong(words: "date +99999999999999999999wd", status: 64, said: "at most 10000"),
    Wrong(words: "date +1wd --divison scotland", status: 64, said: "--divison is not known"),
    Wrong(words: "date +1wd --division wales", status: 64, said: "northern-ireland"),
    Wrong(words: "date +1wd --format csv", status: 64, said: "'text' and 'json'"),
    Wrong(words: "rotation --until 2040-02-30", status: 64, said: "2040-02-30"),
    Wrong(words: "rotation --until soon", status: 64, said: "soon"),
    Wrong(words: "import holidays file.json", status: 64, said: "holidays"),
    Wrong(words: "import bank-holidays", status: 64, said: "<file>"),
    Wrong(words: "actions list --status finished", status: 64, said: "open, started, done"),
    Wrong(words: "status --as-of 2024-02-30", status: 64, said: "2024-02-30"),
    Wrong(words: "agenda", status: 64, said: "<group>"),
    Wrong(words: "init", status: 64, said: "<folder>"),
    Wrong(words: "schema workspace --all", status: 64, said: "not both"),
    Wrong(words: "agenda mscp-pmqq", status: 1, said: "Did you mean \"mscp-pmqa\"?"),
    Wrong(words: "deadlines --group mscp-pmqq", status: 1, said: "mscp-pmqa"),
    Wrong(words: "deadlines --rule rapid-revew", status: 1, said: "Did you mean \"rapid-review\"?"),
    Wrong(words: "deadlines --rule no-rule --format ics", status: 1, said: "masa rules"),
    Wrong(words: "rules rapid-revew", status: 1, said: "Did you mean \"rapid-review\"?"),
    Wrong(words: "rotation --partnership msccp", status: 1, said: "Did you mean \"mscp\"?"),
    Wrong(words: "deadlines --partnership mspc", status: 1, said: "mspc"),
    Wrong(words: "indicators cp-plan", status: 1, said: "cp-plans"),
    Wrong(words: "schema workspaces", status: 1, said: "Did you mean \"workspace\"?"),
    Wrong(words: "--plain revews", status: 1, said: "Did you mean reviews?"),
    Wrong(words: "--idle-minutes 0", status: 64, said: "Write 1 to 100000."),
    Wrong(words: "--idle-minutes=-5", status: 64, said: "Write 1 to 100000."),
    Wrong(words: "--idle-minutes 9223372036854775807", status: 64, said: "Write 1 to 100000."),
    Wrong(words: "status --idle-minutes 100001", status: 64, said: "Write 1 to 100000."),
    Wrong(words: "--theme purple", status: 1, said: "high-contrast"),
    Wrong(words: "--glyphs runes", status: 1, said: "cp437"),
    Wrong(words: "--data /nonexistent/data", status: 1, said: "/nonexistent/data"),
    Wrong(words: "--data /nonexistent/data status", status: 1, said: "/nonexistent/data"),
  ])
  func whatIsAskedWronglyIsAnsweredWithASentence(_ wrong: Wrong) throws {
    let finished = try Masa.run(wrong.words)
    #expect(finished.status == wrong.status)
    #expect(finished.output.isEmpty)
    #expect(finished.messages.contains(wrong.said), "\(finished.messages)")
    #expect(finished.messages.hasSuffix("\n"))
  }

  /// Shells complete what can be named: panes, themes, characters, parts of a meeting, commands.
  @Test(arguments: ["bash", "zsh", "fish"])
  func completionsKnowWhatCanBeNamed(shell: String) throws {
    let script = try Masa.run("--generate-completion-script \(shell)").text
    for word in [
      "deadlines", "high-contrast", "cp437", "pack", "submissions", "warnings", "tour", "template",
      "only-known",
    ] { #expect(script.contains(word), "\(word)") }
  }

  @Test(arguments: [
    ("dashboard deadlines", "--plain deadlines"),
    ("dashboard --as-of 2024-05-01 overview", "--plain --as-of 2024-05-01 overview"),
    ("overview", "--plain overview"), ("dashboard executive", "--plain executive"),
  ])
  func aPaneThatIsNamedIsShown(words: String, same: String) throws {
    let shown = try Masa.run(words)
    #expect(shown.status == 0 && !shown.output.isEmpty, "\(shown.messages)")
    #expect(try shown.text == Masa.run(same).text)
  }

  @Test(arguments: [
    ("--as-of 2024-05-01 status", "status --as-of 2024-05-01"),
    ("--as-of=2024-05-01 deadlines --overdue", "deadlines --overdue --as-of=2024-05-01"),
    ("--as-of 2024-05-01 actions list", "actions list --as-of 2024-05-01"),
    ("--theme mono --glyphs ascii keys", "keys --glyphs ascii --theme mono"),
  ])
  func optionsStandBeforeOrBehindTheCommand(_ before: String, _ behind: String) throws {
    let first = try Masa.run(before)
    #expect(first.status == 0)
    #expect(try first.output == Masa.run(behind).output)
  }

  @Test func theDayCanBeChosen() throws {
    #expect(try Masa.run("status --as-of 2024-05-01").text.contains("Wed 1 May 2024"))
    #expect(try Masa.run("status").text.contains("Sun 31 Mar 2024"))
  }

  @Test func theDataFolderIsThatOfTheOptionElseOfTheEnvironment() throws {
    let place = try TemporaryFolder()
    try #require(Masa.run("init", more: ["\(place.path)/ours", "--name", "Ours"]).status == 0)
    try #require(Masa.run("init", more: ["\(place.path)/theirs", "--name", "Theirs"]).status == 0)
    let variables = ["MASA_DATA": "\(place.path)/ours"]
    let named = try Masa.run("status", with: variables)
    #expect(named.text.hasPrefix("Ours"))
    let chosen = try Masa.run("status --data \(place.path)/theirs", with: variables)
    #expect(chosen.text.hasPrefix("Theirs"))
  }

  @Test(arguments: [[:], ["TERM": "dumb"], ["NO_COLOR": "1"], ["TERM": ""]])
  func withoutATerminalTheOverviewIsPrinted(_ variables: [String: String]) throws {
    let finished = try Masa.run("", with: variables)
    #expect(finished.status == 0 && finished.messages == "")
    #expect(finished.text.contains("Needs attention"))
    #expect(dangerousCharacters(in: finished.output).isEmpty)
    #expect(try finished.output == Masa.run("--plain").output)
  }

  @Test(arguments: [
    "", "--plain executive", "status", "deadlines", "keys", "--help", "rules", "rules rapid-review",
    "date 29 mar 2024 + 300wd",
  ])
  func aPlainLocaleGetsPlainLetters(_ command: String) throws {
    let finished = try Masa.run(command, with: ["LC_ALL": "C"])
    #expect(finished.status == 0 && finished.output.count > 100)
    #expect(finished.output.allSatisfy { $0 < 0x80 })
  }

  /// Data is UTF-8 whatever the locale, so that a file made by a timer has every letter.
  @Test(arguments: [
    "rotation --format csv", "actions list --format csv-spreadsheet", "actions list --format json",
    "agenda mscp-executive --format markdown", "schema --all", "schema --markdown",
    "keys --format markdown", "date 29 mar 2024 + 300wd --format json",
    "show group mscp-executive --format json", "indicators --format csv", "history --format json",
  ])
  func dataIsTheSameInEveryLocale(_ command: String) throws {
    let usual = try Masa.run(command)
    #expect(usual.status == 0)
    for locale in ["C", "POSIX"] {
      let plain = try Masa.run(command, with: ["LC_ALL": locale])
      #expect(plain.output == usual.output, "\(command)")
      #expect(plain.messages == usual.messages, "\(command)")
    }
  }

  @Test func aSpreadsheetIsToldThatItIsUTF8() throws {
    let plain = try Masa.run("actions list --format csv")
    let marked = try Masa.run("actions list --format csv-spreadsheet")
    #expect(marked.output.starts(with: [0xef, 0xbb, 0xbf]))
    // Both have who may see it as a last column, which a spreadsheet calls as people do.
    let rows = csvRows(marked.text.replacing("\u{feff}", with: ""))
    #expect(rows.map { Array($0.dropLast()) } == csvRows(plain.text).map { Array($0.dropLast()) })
    #expect(rows.dropFirst() == csvRows(plain.text).dropFirst())
  }

  @Test func lostLettersAreToldOnceAndOnlyWhereSomeAreLost() throws {
    let place = try EditingFolder()
    let told = "This locale has no letters outside ASCII"
    func listed() throws -> Finished {
      try Masa.run("actions list", more: ["--data", place.path], data: nil, with: ["LC_ALL": "C"])
    }
    _ = try place.edit("actions update a1 --title", ["Plain – and ‘quoted’…"])
    #expect(try !listed().messages.contains(told))
    _ = try place.edit("actions update a1 --title", ["Zoë’s Prüfung"])
    let lost = try listed()
    #expect(lost.text.contains("Zoe's Prufung"))
    #expect(lost.messages.split(separator: "\n").count { $0.contains(told) } == 1)
  }
}
