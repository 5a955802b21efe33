package import JSONDocument
package import Safeguarding

/// A day that was asked for in words, and what did not count on the way to it.
package struct DateReport: Sendable {
  /// How the report is written.
  package enum Format: String, CaseIterable, Sendable {
    case text, json
  }

  private let reading: DateReading
  private let division: Division

  /// Reports a day counted with the bank holidays of a division.
  package init(_ reading: DateReading, division: Division) {
    self.reading = reading
    self.division = division
  }

  /// The answer, a line for each bank holiday left out, and why the answer may still change.
  package var lines: [String] {
    let skipped = reading.skipped.map { "  \($0.date.long)  \($0.title)" }
    return ([reading.summary] + skipped + [reading.provisional].compactMap(\.self))
      .map { line in
        String(line.map { $0.isNewline ? " " : $0 })
      }
  }

  /// The answer as an object.
  package var json: JSONLiteral {
    [
      "result": .string(reading.result.iso),
      "reading": .string(reading.words),
      "skipped": .array(
        reading.skipped.map { ["date": .string($0.date.iso), "title": .string($0.title)] }),
      "weekendDays": .integer(reading.skippedWeekendDays),
      "provisional": .boolean(reading.provisional != nil),
      "provisionalReason": reading.provisional.map { .string($0) } ?? .null,
      "division": .string(division.rawValue),
    ]
  }

  /// The report in a format, with the end of its last line.
  package func written(as format: Format) -> String {
    switch format {
    case .text: lines.joined(separator: "\n") + "\n"
    case .json: json.write(indentation: 2) + "\n"
    }
  }
}
