/// What a plan prints as the time by which something is to be done: dates, how often, or "ongoing".
///
/// It reads `July 2007 Quarterly thereafter`, `Initially December 2007 and then ongoing` or three
/// dates in one cell, and keeps the whole text whatever it holds.
public struct PrintedTarget: Hashable, Sendable {
  /// The dates in the order in which they are printed, each with its own words.
  public let dates: [ImpreciseDate]
  /// How often it is to be done; nil when nothing is said about it.
  public let repeats: Cadence?
  /// Whether it is said to go on without an end.
  public let isOngoing: Bool
  /// The whole text.
  public let printed: String

  /// Reads a printed target; any text is one, if need be one without a date.
  public init(printed text: String) {
    printed = text
    let tokens = DateToken.tokens(of: text) ?? []
    if let date = ImpreciseDate(printed: text) {
      dates = [date]
      repeats = nil
      isOngoing = false
      return
    }
    let parts = tokens.indices.split { PrintedTarget.isBorder(at: $0, of: tokens) }
    dates = parts.flatMap { PrintedTarget.dates(in: tokens[$0], of: text) }
    let words = RepeatWords(tokens)
    repeats = words.cadence(printed: text)
    isOngoing = words.isOngoing
  }

  /// Whether one part ends here and another begins: at a slash, but not at that of `2023/24`.
  private static func isBorder(at index: Int, of tokens: [DateToken]) -> Bool {
    guard tokens[index].kind == .mark("/") else { return tokens[index].kind == .mark(";") }
    guard index > 0, index + 1 < tokens.count, case .number = tokens[index - 1].kind,
      case .number = tokens[index + 1].kind
    else { return true }
    return false
  }

  /// The dates of a part of the text between slashes.
  ///
  /// A year alone counts only where nothing else is printed: other words may own it.
  private static func dates(in part: ArraySlice<DateToken>, of text: String) -> [ImpreciseDate] {
    let reader = DateReader()
    func date(_ tokens: ArraySlice<DateToken>, mayBeYear: Bool) -> ImpreciseDate? {
      guard let first = tokens.first, let last = tokens.last, let phrase = reader.read(tokens),
        mayBeYear || phrase.precision != .year && phrase.precision != .financialYear
      else { return nil }
      let printed = text[first.range.lowerBound..<last.range.upperBound]
      return ImpreciseDate(phrase, printed: String(printed))
    }
    if let whole = date(part, mayBeYear: true) { return [whole] }
    if part.contains(where: { changing.contains($0.kind.word ?? "") }) { return [] }
    var found: [ImpreciseDate] = []
    var rest = part
    while !rest.isEmpty {
      let lengths = (1...min(rest.count, DateReader.longest)).reversed()
      let match = lengths.lazy.compactMap { length in
        date(rest.prefix(length), mayBeYear: false).map { (date: $0, length: length) }
      }.first
      if let match { found.append(match.date) }
      rest = rest.dropFirst(match?.length ?? 1)
    }
    return found
  }

  /// Words that make a date near them something else than the time by which it is to be done.
  private static let changing: Set = ["after", "before", "between", "except", "not", "unless"]
}

extension PrintedTarget: Comparable {
  /// Sorted by the first date printed, then by the text; what has no date comes last.
  public static func < (left: PrintedTarget, right: PrintedTarget) -> Bool {
    guard let leftDate = left.dates.first else {
      return right.dates.isEmpty && left.printed < right.printed
    }
    guard let rightDate = right.dates.first else { return true }
    return leftDate == rightDate ? left.printed < right.printed : leftDate < rightDate
  }
}
