import Letters
package import Safeguarding

extension EntryKind {
  /// Understands what was typed.
  ///
  /// - Parameters:
  ///   - text: What was typed.
  ///   - old: What stood in the field before; names in it that are still there keep all they hold.
  ///   - context: The records that can be meant, and the day.
  /// - Returns: The value, how it was understood, or what is wrong.
  package func reading(
    of text: String, old: StoredValue? = nil, _ context: EntryContext
  ) -> EntryReading {
    // What does not show comes along with what is pasted.
    let (visible, dropped) = text.cleaned
    var reading = reading(ofVisible: visible, old, context)
    if dropped > 0 { reading.note = String.dropNote(dropped) }
    return reading
  }

  private func reading(
    ofVisible text: String, _ old: StoredValue?, _ context: EntryContext
  ) -> EntryReading {
    let trimmed = text.trimmingBlanks
    switch self {
    case .text: return .understood(trimmed.isEmpty ? nil : .text(trimmed))
    case .texts:
      let lines = QuotedText.lines(text)
      return .understood(lines.isEmpty ? nil : .list(lines.map { .text($0) }))
    case .whole: return EntryKind.whole(trimmed)
    case .number: return EntryKind.number(trimmed)
    case .choice(let options): return choice(among: options, trimmed)
    case .date(let isImprecise, let leaning):
      return TypedDate.reading(of: trimmed, isImprecise: isImprecise, leaning: leaning, context)
    case .time: return EntryKind.time(trimmed)
    case .measure: return MeasureText.reading(of: trimmed)
    case .cadence: return CadenceText.reading(of: trimmed)
    case .citation: return CitationText.reading(of: trimmed, old: old, context)
    case .reference(let kind):
      if let old = old?.text, trimmed == EntryKind.name(of: old, kind, context) {
        return .understood(.text(old))
      }
      return context.finder(kind).reading(of: trimmed, context)
    case .several(let element): return several(element, trimmed, old, context)
    case .owners(let isSeveral):
      return OwnerText.reading(of: trimmed, old: old, isSeveral: isSeveral, context)
    case .papers: return PaperLines.reading(of: text, old: old, context)
    case .part(let shape): return RecordText.reading(of: trimmed, shape, old: old, context)
    case .rows(let shape): return RecordText.reading(rows: text, shape, old: old, context)
    }
  }

  private static func whole(_ text: String) -> EntryReading {
    if text.isEmpty { return .understood(nil) }
    guard let digits = MeasureText.ungrouped(text), let number = Int(digits), number >= 0 else {
      return .problem("\"\(text.shortened)\" is not a whole number. Write digits only.")
    }
    return .understood(.number(String(number)))
  }

  private static func number(_ text: String) -> EntryReading {
    if text.isEmpty { return .understood(nil) }
    guard let digits = MeasureText.ungrouped(text), Double(digits)?.isFinite == true else {
      return .problem("\"\(text.shortened)\" is not a number. Write it like 12 or 44.4.")
    }
    return .understood(.number(digits))
  }

  /// A time of day; hours and minutes that no clock shows are none.
  private static func time(_ text: String) -> EntryReading {
    let isWrong = text.split { !$0.isNumber && $0 != ":" }.contains { word in
      let parts = word.split(separator: ":", omittingEmptySubsequences: false).map { Int($0) }
      guard parts.count > 1 else { return false }
      return parts.count > 2 || !(0...23).contains(parts[0] ?? -1)
        || !(0...59).contains(parts[1] ?? -1)
    }
    if isWrong { return .problem("There is no such time of day. Write it like 9:30 or 14:00.") }
    return .understood(text.isEmpty ? nil : .text(text))
  }

  private func choice(among options: [Option], _ text: String) -> EntryReading {
    if text.isEmpty { return .understood(nil) }
    if let option = options.first(where: { $0.title.isSame(as: text) }) {
      return .understood(EntryKind.stored(option))
    }
    guard let option = EntryKind.option(text, among: options) else {
      let known = options.map(\.title).joined(separator: ", ")
      return .problem("\"\(text.shortened)\" is none of these. Choose \(known).")
    }
    return .understood(EntryKind.stored(option), option.title)
  }

  /// What a file holds for an option: "no" is left out.
  private static func stored(_ option: Option) -> StoredValue? {
    option.value == .boolean(false) ? nil : option.value
  }

  /// The option that letters mean: one that begins with them, or has a word that does.
  package static func option(_ letters: String, among options: [Option]) -> Option? {
    let wanted = letters.folded
    func word(_ option: Option) -> String {
      if case .boolean(let value) = option.value { return String(value) }
      return option.value.text?.folded ?? ""
    }
    return options.first { word($0) == wanted }
      ?? options.first { $0.title.folded.hasPrefix(wanted) }
      ?? options.first { option in
        option.title.folded.split(separator: " ").contains { $0.hasPrefix(wanted) }
          || word(option).hasPrefix(wanted)
      }
      // Ten of them are "working days".
      ?? options.first { "\($0.title.folded)s" == wanted }
  }

  private func several(
    _ element: EntryKind, _ text: String, _ old: StoredValue?, _ context: EntryContext
  ) -> EntryReading {
    let known = (old?.elements ?? []).map { (text: element.text(of: $0, context), value: $0) }
    var values: [StoredValue] = []
    var words: [String] = []
    for part in QuotedText.parts(text) {
      if let same = known.first(where: { $0.text == part }) {
        values.append(same.value)
        continue
      }
      let reading = element.reading(of: QuotedText.decoded(part) ?? part, context)
      if !reading.problem.isEmpty { return reading }
      if let value = reading.value { values.append(value) }
      if !reading.words.isEmpty { words.append(reading.words) }
    }
    return .understood(values.isEmpty ? nil : .list(values), words.joined(separator: "; "))
  }
}

extension EntryKind {
  /// A value as it is typed: reading the text gives the value again.
  package func text(of value: StoredValue?, _ context: EntryContext) -> String {
    guard let value else {
      if case .choice(let options) = self {
        return options.first { $0.value == .boolean(false) }?.title ?? ""
      }
      return ""
    }
    switch self {
    case .text, .time: return value.text ?? ""
    case .texts: return QuotedText.text(of: (value.elements ?? []).compactMap(\.text))
    case .whole, .number:
      guard case .number(let spelling) = value else { return "" }
      return spelling
    case .choice(let options):
      return options.first { $0.value == value }?.title ?? value.text ?? ""
    case .date(let isImprecise, _): return TypedDate.text(of: value, isImprecise, context)
    case .measure: return MeasureText.text(of: value)
    case .cadence: return CadenceText.text(of: value)
    case .citation: return CitationText.text(of: value, context)
    case .reference(let kind): return value.text.map { EntryKind.name(of: $0, kind, context) } ?? ""
    case .several(let element):
      let texts = (value.elements ?? []).map { element.text(of: $0, context) }
      return texts.map { $0.contains(";") ? QuotedText.encoded($0) : $0 }
        .joined(separator: "; ")
    case .owners(let isSeveral):
      let owners = isSeveral ? value.elements ?? [] : [value]
      return owners.map { OwnerText.text(of: $0, context) }.joined(separator: "; ")
    case .papers:
      return (value.elements ?? []).map { PaperLines.text(of: $0, context) }
        .joined(separator: "\n")
    case .part(let shape): return RecordText.text(of: value, shape, context)
    case .rows(let shape):
      return (value.elements ?? []).map { RecordText.text(of: $0, shape, context) }
        .joined(separator: "\n")
    }
  }

  /// The name of a record; its id where there is no such record.
  private static func name(of id: String, _ kind: RecordKind, _ context: EntryContext) -> String {
    context.finder(kind).text(of: id)
  }
}
