import Letters
import Safeguarding

/// What is said of a table besides what stands in it.
package struct CellSayings: Hashable, Sendable {
  /// What is meant by a text that stands in cells: "JS" by "Jane Smith".
  package var meanings: [String: String]
  /// Whether dates and owners that cannot be read are kept in the words of the table.
  package var keepsWords: Bool

  /// - Parameters:
  ///   - meanings: What is meant by a text, by the text.
  ///   - keepsWords: Whether dates and owners that cannot be read are kept in words.
  package init(_ meanings: [String: String] = [:], keepsWords: Bool = false) {
    self.meanings = Dictionary(
      meanings.map { ($0.key.folded, $0.value) }, uniquingKeysWith: { first, _ in first })
    self.keepsWords = keepsWords
  }

  /// The same where nothing is kept in words that cannot be read.
  var readingAll: CellSayings {
    var sayings = self
    sayings.keepsWords = false
    return sayings
  }

  func meaning(of text: String) -> String? { meanings.isEmpty ? nil : meanings[text.folded] }
}

/// Reads the cells of one column for a field, as the forms read what is typed.
struct CellReader {
  let field: RecordShape.Field
  private let style: TextStyle
  private let sayings: CellSayings
  private let context: EntryContext
  private let choices: ChoiceCells?

  /// - Parameters:
  ///   - field: The field, as the record's shape declares it.
  ///   - shape: The record.
  ///   - heading: What stands above the column.
  ///   - cells: The cells of the column.
  ///   - sayings: What is said of the table besides.
  ///   - context: The records that can be meant, and the day.
  init(
    _ field: RecordShape.Field, of shape: RecordShape, heading: String, cells: [String],
    _ sayings: CellSayings, _ context: EntryContext
  ) {
    self.field = field
    self.sayings = sayings
    self.context = context
    style = shape.type.form.fields.first { $0.name == field.name }?.style ?? .line
    choices =
      if case .choice(let options)? = EntryKind(field) {
        ChoiceCells(
          options, heading: heading, cells: cells.map { sayings.meaning(of: $0) ?? $0 })
      } else {
        nil
      }
  }

  /// Understands a cell.
  ///
  /// - Parameters:
  ///   - cell: What stands in it.
  ///   - record: The record as far as other cells of the row say it.
  /// - Returns: The value, or why it cannot be read.
  func reading(of cell: String, in record: StoredValue?) -> EntryReading {
    guard let kind = EntryKind(field, style: style, in: record) else {
      return .problem("\(inWords(field.name)) cannot be read from a cell.")
    }
    let text = sayings.meaning(of: cell) ?? cell
    if case .text = kind {
      let lines = text.split(whereSeparator: \.isNewline).map { String($0).trimmingBlanks }
      return kind.reading(
        of: style == .long ? lines.joined(separator: "\n") : lines.joined(separator: " "), context)
    }
    if let choices { return choices.reading(of: text) }
    if CellReader.blanks.contains(text.folded) { return .understood(nil) }
    switch kind {
    case .date(let isImprecise, _): return date(text, kind, isImprecise)
    case .owners(let isSeveral):
      return OwnerCell(sayings: sayings, context: context).reading(of: text, isSeveral: isSeveral)
    case .rows(let shape):
      if let notes = NoteCell(shape, context), !text.contains(";") {
        return notes.reading(of: text)
      }
      return kind.reading(of: text, context)
    case .reference, .several, .citation:
      return kind.reading(of: text.onOneLine, context).told(ofCell: cell)
    default: return kind.reading(of: text, context)
    }
  }

  /// Whether a cell is one that belongs into the field, though it may have to be said which value is meant.
  func fits(_ cell: String) -> Bool {
    let reading = reading(of: cell, in: nil)
    return reading.problem.isEmpty
      || !reading.candidates.isEmpty && cell.contains(where: \.isLetter)
      || choices?.isRating(sayings.meaning(of: cell) ?? cell) == true
  }

  /// What people write where there is nothing to say.
  private static let blanks: Set<String> = [
    "", "-", "--", "n/a", "na", "none", "nil", "not applicable",
  ]

  private func date(_ text: String, _ kind: EntryKind, _ isImprecise: Bool) -> EntryReading {
    var text = text.onOneLine
    // A day as databases write it brings a time of day along.
    for midnight in [" 00:00:00", " 00:00", "T00:00:00"] where text.hasSuffix(midnight) {
      text.removeLast(midnight.count)
    }
    let reading = kind.reading(of: text, context)
    if reading.problem.isEmpty { return reading }
    if sayings.keepsWords, isImprecise {
      return .understood(ImpreciseDate(words: text.cleaned.text).stored, "in words, without a day")
    }
    var problem = reading
    problem.problem +=
      isImprecise
      ? " Say which day is meant with --read '\(text.shortened)=30 Sep 2025', or keep such words "
        + "with --keep-words."
      : " Say which day is meant with --read '\(text.shortened)=30 Sep 2025'."
    return problem
  }
}
