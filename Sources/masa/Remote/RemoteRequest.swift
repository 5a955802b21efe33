import Dashboard
import Safeguarding

/// What somebody asks for over SSH.
enum RemoteRequest: Hashable {
  /// The dashboard, as no command was given.
  case dashboard
  /// What can be asked for.
  case help
  /// The words for Masa's own parser: commands and options of ``RemoteCommand`` alone, each option in a
  /// form that can be taken for nothing else.
  case words([String])

  /// Reads the text that the other side sent, by ``RemoteCommand`` alone.
  init(_ text: String) throws(RemoteRefusal) {
    var rest = try CommandWords(text).all[...]
    if rest.first == "masa" { rest.removeFirst() }
    guard let first = rest.first else {
      self = .dashboard
      return
    }
    if first == "help" || Self.isHelp(first) {
      rest.removeFirst()
      self = .help
      if !rest.isEmpty { self = .words(try Self.command(taking: &rest).names + ["--help"]) }
      return
    }
    if first == "--version" || first == "version" {
      self = .words(["--version"])
      return
    }
    let day = try Self.leadingDay(&rest)
    let command = try Self.command(taking: &rest)
    self = .words(try command.words(for: Array(day + rest)))
  }

  private static func isHelp(_ word: String) -> Bool { word == "--help" || word == "-h" }

  /// The day, where it stands before the command.
  private static func leadingDay(_ rest: inout ArraySlice<String>) throws(RemoteRefusal) -> [String]
  {
    guard let first = rest.first, first == "--as-of" || first.hasPrefix("--as-of=") else {
      return []
    }
    let count = first == "--as-of" ? 2 : 1
    defer { rest = rest.dropFirst(count) }
    return Array(rest.prefix(count))
  }

  /// The command that the first words name; they are taken.
  private static func command(
    taking rest: inout ArraySlice<String>
  ) throws(RemoteRefusal) -> RemoteCommand {
    let named = RemoteCommand.all.first { rest.starts(with: $0.names) }
    if let named {
      rest = rest.dropFirst(named.names.count)
      return named
    }
    guard let first = rest.first, !first.hasPrefix("-") else { return .dashboard }
    if let name = RemoteCommand.shortNames[first],
      let command = RemoteCommand.all.first(where: { $0.name == name })
    {
      rest = rest.dropFirst()
      return command
    }
    if panes.contains(where: { $0.id == first }) { return .dashboard }
    throw refusal(of: Array(rest))
  }

  /// Why the command that words name is not done.
  private static func refusal(of words: [String]) -> RemoteRefusal {
    let first = words[0]
    for (name, reason) in RemoteCommand.withheld
    where words.starts(with: name.split(separator: " ").map(String.init)) {
      return RemoteRefusal("\"\(name)\" is not possible over SSH. \(reason) \(possible)")
    }
    let ending = first.split(separator: "/").last.map(String.init) ?? first
    if ["scp", "sftp", "rsync", "sftp-server", "internal-sftp"].contains(ending) {
      return RemoteRefusal(
        "Files are not copied to or from this server. Fetch a list instead, as in: "
          + "ssh SERVER deadlines --format csv > FILE. \(possible)")
    }
    let parts = RemoteCommand.all.filter { $0.names.count > 1 && $0.names[0] == first }
    if !parts.isEmpty {
      return RemoteRefusal(
        "\"\(first)\" needs a further word. Possible: \(parts.map(\.name).joined(separator: ", "))."
      )
    }
    let names = Set(RemoteCommand.all.map { $0.names[0] }).union(panes.map { $0.id })
    let near = nearest(to: first, among: names.sorted()).map { "Did you mean \"\($0)\"? " } ?? ""
    return RemoteRefusal("Masa has no command \"\(first.shortened)\". \(near)\(possible)")
  }

  /// What can be asked for, in one sentence.
  private static let possible =
    "Possible over SSH: \(RemoteCommand.all.map(\.name).joined(separator: ", "))."

  /// What can be asked for, as lines.
  static let helpLines =
    ["Without a command the dashboard opens. These can be asked for as well:", ""]
    + RemoteCommand.all.map { "  ssh SERVER \($0.name)" }
    + [
      "", "What is printed goes to your own computer: ssh SERVER deadlines --format ics > my.ics",
      "A file that is read comes from there: ssh SERVER import bank-holidays - < FILE",
      CommandWords.howToQuote, "The options of a command: ssh SERVER deadlines --help",
    ]
}

extension RemoteCommand {
  /// The command with its words and options, as Masa's own parser reads them.
  func words(for given: [String]) throws(RemoteRefusal) -> [String] {
    var (rest, made, plain) = (given[...], [String](), 0)
    while let word = rest.popFirst() {
      if word == "--help" || word == "-h" { return names + ["--help"] }
      if isOption(word) {
        made += try option(word, &rest)
        continue
      }
      if let mostWords, plain >= mostWords { throw tooMany(word) }
      if plain == fileWord, word != "-" { throw file(word) }
      if plain != fileWord, word == "-" {
        throw RemoteRefusal("\(name) reads nothing, so the - is left over. \(optionsSentence)")
      }
      plain += 1
      made.append(word)
    }
    return names + made
  }

  private func isOption(_ word: String) -> Bool {
    guard word.hasPrefix("-"), word != "-" else { return false }
    return !(takesDistances && word.dropFirst().first?.isASCIIDigit == true)
  }

  /// An option with its value, in a form in which the value cannot be taken for an option.
  private func option(
    _ word: String, _ rest: inout ArraySlice<String>
  ) throws(RemoteRefusal) -> [String] {
    let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let option = String(parts[0])
    let given = parts.count > 1 ? String(parts[1]) : nil
    if flags.contains(option) {
      guard given == nil else {
        throw RemoteRefusal("\(option) takes no value. Write \(option) alone.")
      }
      return [option]
    }
    guard options.contains(option) || isField(option) else { throw unknown(option) }
    guard let value = given ?? rest.popFirst(), given != nil || !value.hasPrefix("--") else {
      throw RemoteRefusal(
        "\(option) has no value. Write it behind the option; one that begins with two hyphens as "
          + "\(option)=VALUE.")
    }
    if fileOptions.contains(option), value != "-" { throw file(value) }
    return value.hasPrefix("-") || isField(option) ? ["\(option)=\(value)"] : [option, value]
  }

  /// Whether an option can be a field of a record: letters, digits and hyphens, and none of Masa's own.
  private func isField(_ option: String) -> Bool {
    guard takesFields, !options.contains(option), option.hasPrefix("--"),
      !Self.withheldOptions.contains(where: { $0.name == option })
    else { return false }
    let name = option.dropFirst(2)
    return name.first?.isASCIILetter == true
      && name.allSatisfy { $0.isASCIILetter || $0.isASCIIDigit || $0 == "-" || $0 == "_" }
      && !["help", "generate", "experimental"].contains { name.hasPrefix($0) }
  }

  private func unknown(_ option: String) -> RemoteRefusal {
    if let (_, reason) = Self.withheldOptions.first(where: { $0.name == option }) {
      return RemoteRefusal("\(option) is not possible over SSH. \(reason) \(optionsSentence)")
    }
    let near = nearest(to: option, among: optionNames).map { "Did you mean \($0)? " } ?? ""
    return RemoteRefusal(
      "\(name) has no option \(option.shortened). \(near)\(optionsSentence)")
  }

  private func file(_ word: String) -> RemoteRefusal {
    RemoteRefusal(
      "\"\(word.shortened)\" would be a file of the server, and over SSH none is named. Send the file "
        + "of your own computer: ssh SERVER \(name) - < FILE")
  }

  private func tooMany(_ word: String) -> RemoteRefusal {
    let most = mostWords ?? 0
    let many = most == 0 ? "no word" : most == 1 ? "one word" : "\(most) words"
    return RemoteRefusal(
      "\(name) takes \(many) besides its options, and \"\(word.shortened)\" is one too many. "
        + "\(CommandWords.howToQuote). \(optionsSentence)")
  }

  private var optionsSentence: String {
    "Options of \(name): \(optionNames.joined(separator: ", "))."
  }
}

extension Character {
  fileprivate var isASCIIDigit: Bool { isASCII && isNumber }
  fileprivate var isASCIILetter: Bool { isASCII && isLetter }
}
