import Letters
import Safeguarding

/// How people write in trackers how something stands, for the words that files hold.
struct ChoiceCells {
  private let options: [EntryKind.Option]
  /// Whether blue stands for what is done, so that green cannot.
  private let hasBlue: Bool

  /// - Parameters:
  ///   - options: The words that can be chosen.
  ///   - heading: What stands above the column.
  ///   - cells: Its cells.
  init(_ options: [EntryKind.Option], heading: String, cells: some Sequence<String>) {
    self.options = options
    let isNamed = heading.asWholeHeading.split(separator: " ").contains("brag")
    hasBlue = isNamed || cells.contains { ["blue", "b"].contains(ChoiceCells.plain($0)) }
  }

  /// Understands a cell; what could be two of the options is said to be so.
  func reading(of text: String) -> EntryReading {
    let words = ChoiceCells.plain(text)
    if words.isEmpty || ["n a", "tbc", "not known"].contains(words) && option(words) == nil {
      return .understood(nil)
    }
    if let option = option(words) {
      let isSaid = option.title.isSame(as: text)
      return .understood(
        option.value == .boolean(false) ? nil : option.value, isSaid ? "" : option.title)
    }
    let known = options.map(\.title).joined(separator: ", ")
    if isRating(text) {
      return .problem(
        "\"\(text.shortened)\" may be done or under way, as there is no blue here. Say which with "
          + "--read '\(text.shortened)=done' or --read '\(text.shortened)=under way'.")
    }
    return .problem(
      "\"\(text.shortened)\" is none of these: \(known). Say which it is with "
        + "--read '\(text.shortened)=\(options.first?.title ?? "")'.")
  }

  /// Whether a cell says how something is rated, which may be two of the options.
  func isRating(_ text: String) -> Bool {
    ["green", "g"].contains(ChoiceCells.plain(text)) && has("started") && has("done")
  }

  private func has(_ word: String) -> Bool { options.contains { $0.value.text == word } }

  /// The option of which these are the words, or the usual words, or the only beginning.
  private func option(_ words: String) -> EntryKind.Option? {
    if let whole = options.first(where: { option in
      [option.title.asWholeHeading, option.value.text.map { inWords($0).asWholeHeading }].contains(
        words)
    }) {
      return whole
    }
    var usual = ChoiceCells.usual
    if hasBlue { usual["started", default: []] += ["green", "g"] }
    if let same = options.first(where: { option in
      let key =
        if case .boolean(let value) = option.value { value ? "yes" : "no" } else {
          option.value.text ?? ""
        }
      return usual[key]?.contains(words) == true
    }) {
      return same
    }
    guard words.utf8.count > 3 else { return nil }
    let begun = options.filter { $0.title.asWholeHeading.hasPrefix(words) }
    return begun.count == 1 ? begun.first : nil
  }

  private static let usual: [String: [String]] = [
    "done": [
      "done", "complete", "completed", "closed", "finished", "achieved", "delivered", "blue", "b",
      "fully complete", "action complete", "complete and closed", "yes", "y",
    ],
    "started": [
      "in progress", "started", "on track", "on target", "underway", "under way", "ongoing",
      "on going",
      "partially complete", "partly complete", "partial", "part complete", "amber", "a",
      "amber green",
      "progressing", "in hand",
    ],
    "open": [
      "open", "not started", "outstanding", "to do", "todo", "pending", "overdue", "new",
      "not yet due",
      "not due", "no progress", "red", "r", "not begun", "yet to start", "off track",
      "not complete",
      "incomplete", "no", "n",
    ],
    "dropped": [
      "dropped", "cancelled", "canceled", "withdrawn", "no longer required", "no longer needed",
      "superseded", "not applicable", "discontinued", "abandoned",
    ],
    "unknown": ["not reported", "not known", "unknown"],
    "yes": ["y", "yes", "true", "x", "1"],
    "no": ["n", "no", "false", "0"],
  ]

  /// The words of a cell as they are compared, without what says only that it is a rating.
  private static func plain(_ text: String) -> String {
    var words = text.cleaned.text.asWholeHeading.split(separator: " ")
    let titles = ["brag", "rag", "status", "rating"]
    while words.count > 1, let first = words.first, titles.contains(String(first)) {
      words.removeFirst()
    }
    return words.joined(separator: " ")
  }
}
