import Letters
import Safeguarding
import TerminalUI

/// What somebody types to narrow a list: words, words that may not be there, and what a column has to say.
///
/// `police -draft` is every row that says police and not draft, `owner:police` asks only the column, `no:owner`
/// wants it empty, `due<2w` and `due>1 apr` compare days, and `status:overdue` reads the marks. What is none of
/// these is a word like any other.
struct FilterText {
  let terms: [FilterTerm]

  /// - Parameters:
  ///   - text: As it is typed.
  ///   - columns: The columns of the table.
  ///   - context: What days are understood by.
  init(_ text: String, columns: [Column], _ context: PaneContext) {
    let reader = Reader(columns: columns, context: context)
    // A sign alone is the beginning of something.
    terms = FilterText.pieces(of: text).filter { $0 != "-" }.map(reader.term)
  }

  /// The text at its blanks; what stands in quotation marks is one piece: `owner:"kent police"`.
  private static func pieces(of text: String) -> [String] {
    var pieces: [String] = []
    var piece = ""
    var isQuoted = false
    for character in text {
      if character == "\"" {
        isQuoted.toggle()
      } else if character == " " && !isQuoted {
        pieces.append(piece)
        piece = ""
      } else {
        piece.append(character)
      }
    }
    return (pieces + [piece]).filter { !$0.isEmpty }
  }

  private struct Reader {
    let columns: [Column]
    let context: PaneContext

    func term(_ piece: String) -> FilterTerm {
      // A sign before a number is one of the number.
      if piece.hasPrefix("-"), let second = piece.dropFirst().first, second.isLetter {
        return .not(term(String(piece.dropFirst())))
      }
      guard let sign = piece.firstIndex(where: { ":<>".contains($0) }) else { return word(piece) }
      let name = piece[..<sign]
      let rest = piece[piece.index(after: sign)...]
      if piece[sign] == ":" {
        if String(name).folded == "no" {
          return column(named: rest).map { empty($0) } ?? word(piece)
        }
        // While nothing stands behind it yet, everything shows.
        return column(named: name).map { says(String(rest), in: $0) } ?? word(piece)
      }
      guard let column = column(named: name), let range = days(rest, isBelow: piece[sign] == "<")
      else { return word(piece) }
      return .lies(range, column: column)
    }

    private func word(_ text: String) -> FilterTerm { .says([text], column: nil) }

    /// What a column says; of marks the words for them.
    private func says(_ text: String, in column: Int) -> FilterTerm {
      guard columns[column].title.isEmpty else { return .says([text], column: column) }
      if text.folded == "open" {
        return .not(.says(FilterText.closedMarks, column: column))
      }
      let marks = markWords.filter { $0.value.folded.hasPrefix(text.folded) }.keys.map(String.init)
      return .says(marks.isEmpty ? [text] : marks, column: column)
    }

    /// That a column says nothing, or that nobody is named in it.
    private func empty(_ column: Int) -> FilterTerm {
      .either(
        .isEmpty(column: column),
        .says(["nobody", "none", "no \(columns[column].title.folded)"], column: column))
    }

    /// The column whose title begins with some letters; the marks are the status where no column is.
    private func column(named name: some StringProtocol) -> Int? {
      let wanted = String(name).folded
      if wanted.isEmpty { return nil }
      let found =
        columns.firstIndex { $0.title.folded == wanted }
        ?? columns.firstIndex { !$0.title.isEmpty && $0.title.folded.hasPrefix(wanted) }
      if let found { return found }
      return "status".hasPrefix(wanted) ? columns.firstIndex { $0.title.isEmpty } : nil
    }

    /// The days before a typed one, or after it; nil where it is no day.
    private func days(_ text: some StringProtocol, isBelow: Bool) -> ClosedRange<Double>? {
      var typed = String(text)
      let isOpenEnded = typed.hasPrefix("=")
      if isOpenEnded { typed.removeFirst() }
      if typed.first?.isNumber == true, typed.last?.isLetter == true,
        typed.dropLast().allSatisfy(\.isNumber)
      {
        typed = "+" + typed
      }
      let holidays = context.workspace.bankHolidays
      guard
        case .success(let reading) = Result(catching: { () throws(DateProblem) in
          try DateExpression.read(
            typed, today: context.day,
            calendars: { holidays.workingDays(in: $0.rawValue) })
        })
      else { return nil }
      let day = Double(reading.result.dayNumber)
      let edge = isOpenEnded ? 0.0 : 1.0
      return isBelow ? -1e9...(day - edge) : (day + edge)...1e9
    }
  }

  /// The marks of what is done or not owed.
  private static let closedMarks = markWords.filter {
    ["done", "done late", "not reported", "not applicable"].contains($0.value)
  }.keys.map(String.init)
}

extension Dashboard {
  /// Types the text that narrows the list that has the keys.
  mutating func typeFilter(_ key: Key) {
    switch key {
    case .enter: mode = .browsing
    case .escape:
      browsing.filter("")
      mode = .browsing
    case .backspace:
      if browsing.filterText.isEmpty {
        mode = .browsing
      } else {
        browsing.filter(String(browsing.filterText.dropLast()))
      }
    case .control("u"): browsing.filter("")
    case .up: browsing.move(by: -1)
    case .down: browsing.move(by: 1)
    case .character(let character): browsing.filter(browsing.filterText + String(character))
    default: break
    }
  }
}
