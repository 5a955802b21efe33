import Letters
import Safeguarding

/// Reads what was noted in a cell, over time: lines that begin with a day, or words without one.
///
/// Words without a day were so on the day on which the table is brought.
struct NoteCell {
  private let day: String
  private let text: String
  private let context: EntryContext

  /// Nil for records that need anything but a day and a text.
  init?(_ shape: RecordShape, _ context: EntryContext) {
    let needed = shape.fields.filter { $0.presence == .required && $0.name != "id" }
    var (day, text): (String?, String?)
    for field in needed {
      switch field.shape {
      case .value(.day, _), .value(.impreciseDate, _): day = field.name
      case .text: text = field.name
      default: return nil
      }
    }
    guard needed.count == 2, let day, let text else { return nil }
    (self.day, self.text, self.context) = (day, text, context)
  }

  /// Understands a cell.
  func reading(of cell: String) -> EntryReading {
    var notes: [(day: StoredValue?, lines: [String])] = []
    for line in cell.cleaned.text.split(whereSeparator: \.isNewline) {
      let line = String(line).trimmingBlanks
      if let (day, rest) = dated(line) {
        notes.append((day, [rest]))
      } else if notes.isEmpty {
        notes.append((nil, [line]))
      } else {
        notes[notes.count - 1].lines.append(line)
      }
    }
    let records = notes.map { note -> StoredValue in
      .record([
        .init(day, note.day ?? .text(context.day.iso)),
        .init(text, .text(note.lines.filter { !$0.isEmpty }.joined(separator: "\n"))),
      ])
    }
    return .understood(records.isEmpty ? nil : .list(records))
  }

  /// The day with which a line begins, and the rest.
  private func dated(_ line: String) -> (StoredValue, String)? {
    for mark in [":", " - ", " – "] {
      guard let range = line.firstRange(of: mark) else { continue }
      let start = String(line[..<range.lowerBound]).trimmingBlanks
      let rest = String(line[range.upperBound...]).trimmingBlanks
      guard start.utf8.count <= 20, start.contains(where: \.isNumber), !rest.isEmpty else {
        continue
      }
      let reading = TypedDate.reading(of: start, isImprecise: true, leaning: .back, context)
      if reading.problem.isEmpty, let day = reading.value { return (day, rest) }
    }
    return nil
  }
}
