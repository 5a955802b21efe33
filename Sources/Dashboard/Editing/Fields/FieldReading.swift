package import Safeguarding

/// What was typed into a field, as it was understood.
package struct FieldReading: Hashable, Sendable {
  /// What would be saved; nil for nothing.
  package var value: StoredValue?
  /// How it was understood, where the text alone does not say it: "Fri 12 Apr 2024, in 9 days".
  package var words = ""
  /// Why it cannot be saved, as a sentence; empty when it can.
  package var problem = ""

  static func understood(_ value: StoredValue?, _ words: String = "") -> FieldReading {
    FieldReading(value: value, words: words)
  }

  static func problem(_ sentence: String) -> FieldReading { FieldReading(problem: sentence) }
}

extension FieldReading {
  /// The reading of a time of day; hours and minutes that no clock shows are none.
  var checkedAsTime: FieldReading {
    let words = value?.text?.split { !$0.isNumber && $0 != ":" } ?? []
    let isWrong = words.contains { word in
      let parts = word.split(separator: ":", omittingEmptySubsequences: false).map { Int($0) }
      guard parts.count > 1 else { return false }
      return parts.count > 2 || !(0...23).contains(parts[0] ?? -1)
        || !(0...59).contains(parts[1] ?? -1)
    }
    return isWrong ? .problem("There is no such time of day. Write it like 9:30 or 14:00.") : self
  }
}

extension FieldKind {
  /// Understands what was typed.
  ///
  /// - Parameters:
  ///   - text: What was typed.
  ///   - old: What stood in the field before; names in it that are still there keep all they hold.
  ///   - context: The records that can be meant, and the day.
  /// - Returns: The value, how it was understood, or what is wrong.
  func reading(of text: String, old: StoredValue?, _ context: PaneContext) -> FieldReading {
    let trimmed = text.trimmingBlanks
    switch self {
    case .line, .wrapped, .paragraph: return .understood(trimmed.isEmpty ? nil : .text(trimmed))
    case .texts:
      let lines = text.split(separator: "\n").map { String($0).trimmingBlanks }
        .filter { !$0.isEmpty }
      return .understood(lines.isEmpty ? nil : .list(lines.map { .text($0) }))
    case .number:
      if trimmed.isEmpty { return .understood(nil) }
      guard let number = Int(trimmed), number >= 0 else {
        return .problem("\"\(trimmed.shortened)\" is not a whole number. Write digits only.")
      }
      return .understood(.number(String(number)))
    case .choice(let options): return choice(among: options, trimmed)
    case .date(let isImprecise, let leaning):
      return TypedDate.reading(of: trimmed, isImprecise: isImprecise, leaning: leaning, context)
    case .reference(let kind): return context.finder(kind).reading(of: trimmed)
    case .owners(let isSeveral):
      return OwnerText.reading(of: trimmed, old: old, isSeveral: isSeveral, context)
    case .papers: return PaperLines.reading(of: text, old: old, context)
    }
  }

  private func choice(among options: [Option], _ text: String) -> FieldReading {
    if text.isEmpty { return .understood(nil) }
    if let option = options.first(where: { $0.title.lowercased() == text.lowercased() }) {
      return .understood(FieldKind.written(option))
    }
    guard let option = FieldKind.option(text, among: options) else {
      let known = options.map(\.title).joined(separator: ", ")
      return .problem("\"\(text.shortened)\" is none of these. Choose \(known).")
    }
    return .understood(FieldKind.written(option), option.title)
  }

  /// What a file holds for an option: "no" is left out.
  private static func written(_ option: Option) -> StoredValue? {
    option.value == .boolean(false) ? nil : option.value
  }

  /// The option that letters mean: one that begins with them, or has a word that does.
  static func option(_ letters: String, among options: [Option]) -> Option? {
    let wanted = letters.lowercased()
    return options.first { $0.title.lowercased().hasPrefix(wanted) }
      ?? options.first { option in
        option.title.lowercased().split(separator: " ").contains { $0.hasPrefix(wanted) }
          || option.value.text?.lowercased().hasPrefix(wanted) == true
      }
  }
}

extension FieldKind {
  /// A value as it is typed: reading the text gives the value again, but for what cannot be typed.
  func text(of value: StoredValue?, _ context: PaneContext) -> String {
    guard let value else {
      if case .choice(let options) = self {
        return options.first { $0.value == .boolean(false) }?.title ?? ""
      }
      return ""
    }
    switch self {
    case .line, .wrapped, .paragraph: return value.text ?? ""
    case .texts: return (value.elements ?? []).compactMap(\.text).joined(separator: "\n")
    case .number:
      guard case .number(let spelling) = value else { return "" }
      return spelling
    case .choice(let options): return options.first { $0.value == value }?.title ?? ""
    case .date: return TypedDate.text(of: value)
    case .reference(let kind):
      return value.text.map { context.finder(kind).text(of: $0) } ?? ""
    case .owners(let isSeveral):
      let owners = isSeveral ? value.elements ?? [] : [value]
      return owners.map { OwnerText.text(of: $0, context) }.joined(separator: "; ")
    case .papers:
      return (value.elements ?? []).map { PaperLines.text(of: $0, context) }
        .joined(separator: "\n")
    }
  }
}

extension String {
  /// The text without blanks and empty lines at its ends.
  var trimmingBlanks: String {
    var rest = self[...]
    while rest.first?.isWhitespace == true { rest.removeFirst() }
    while rest.last?.isWhitespace == true { rest.removeLast() }
    return String(rest)
  }

  /// The text on one line, short enough for a sentence.
  var shortened: String {
    let line = replacing("\n", with: " ")
    return line.count <= 40 ? line : line.prefix(37) + "..."
  }
}
