/// A command line that holds only words and options with a value each.
///
/// Masa's parser asks Swift's runtime about every option anew at each start, which takes longer than
/// saving does. A plain command line is read here instead. Whatever else stands in it (a flag, an
/// abbreviation, `--title=...`, a value that begins with a dash, a question for help, a mistake) is left
/// to the parser and its messages.
struct PlainWords {
  private var words: [String] = []
  private var options: [(name: String, value: String)] = []
  private var isUnderstood = true

  /// Divides the arguments; nil when they are not plain.
  init?(_ arguments: some Sequence<String>) {
    var rest = arguments.makeIterator()
    while let argument = rest.next() {
      guard argument.hasPrefix("-") else {
        words.append(argument)
        continue
      }
      guard argument.hasPrefix("--"), argument.utf8.count > 2, !argument.utf8.contains(0x3D),
        let value = rest.next(), !value.hasPrefix("-")
      else { return nil }
      options.append((argument, value))
    }
  }

  /// Whether everything was taken and understood.
  var isRead: Bool { isUnderstood && words.isEmpty && options.isEmpty }

  /// Takes the first words, if they are these.
  mutating func take(_ names: [String]) -> Bool {
    guard words.starts(with: names) else { return false }
    words.removeFirst(names.count)
    return true
  }

  /// Takes the next word.
  mutating func word() -> String? { words.isEmpty ? nil : words.removeFirst() }

  /// Takes the values of an option that may be given again and again.
  mutating func all(_ name: String) -> [String] {
    let values = options.filter { $0.name == name }.map(\.value)
    if !values.isEmpty { options.removeAll { $0.name == name } }
    return values
  }

  /// Takes the value of an option that is given once.
  mutating func one(_ name: String) -> String? {
    let values = all(name)
    if values.count > 1 { isUnderstood = false }
    return values.first
  }

  /// Takes the value of an option that is given once and stands for something.
  mutating func one<Value>(_ name: String, _ meaning: (String) -> Value?) -> Value? {
    guard let text = one(name) else { return nil }
    let value = meaning(text)
    if value == nil { isUnderstood = false }
    return value
  }
}

/// A command that a plain command line can be read as without the parser.
///
/// It says the same of each option as its declaration for the parser does.
protocol PlainCommand {
  /// Takes what the words say; false when something is missing.
  ///
  /// It is no initializer: in one, setting a property of the parser's that has a default value makes the
  /// property anew, without the value.
  mutating func take(_ words: inout PlainWords) -> Bool
}
