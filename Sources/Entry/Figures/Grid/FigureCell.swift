import FigureFiles
import Letters
package import Safeguarding

/// What is typed for a figure, as it is understood: `1,234`, `12.5 %`, `500+`, `~70`, `<5`, `[c]`, `12/40`.
package struct FigureCell: Hashable, Sendable {
  /// The value; nil where nothing is typed, or it is not understood.
  package private(set) var value: Measure?
  /// What was counted, where that is typed.
  package private(set) var numerator: Measure?
  /// Out of what it was counted, where that is typed.
  package private(set) var denominator: Measure?
  /// How it was understood, where the text alone does not say it.
  package private(set) var words = ""
  /// Why it cannot be saved, as a sentence; empty where it can.
  package private(set) var fault = ""
  /// Which check the fault is one of.
  package private(set) var check = FigureCheck.Name.values.rawValue

  /// Reads what is typed for an indicator.
  ///
  /// - Parameters:
  ///   - text: What is typed.
  ///   - indicator: What is measured.
  ///   - before: The figure before, which tells of what size it is.
  package init(_ text: String, for indicator: Indicator, after before: Measure? = nil) {
    let line = text.cleanedLine
    if line.isEmpty { return }
    let halves = FigureCell.parts(of: line)
    if let counts = halves.counts {
      guard let numerator = FigureCell.count(counts.numerator),
        counts.denominator.map({ FigureCell.count($0) != nil }) ?? true
      else {
        fault = "\"\(counts.text.shortened)\" is not understood: write 30 (12/40), or 12/40."
        return
      }
      self.numerator = numerator
      denominator = counts.denominator.flatMap { FigureCell.count($0) }
    }
    if halves.value.isEmpty {
      workOut(indicator)
    } else {
      read(halves.value, indicator, before)
    }
    if fault.isEmpty, let numerator, let value, !halves.value.isEmpty {
      let all = denominator.map { " out of \($0.text)" } ?? " counted"
      words = [words.isEmpty ? value.text : words, "\(numerator.text)\(all)"].joined(
        separator: ", ")
    }
  }

  /// The text that reads as a figure again.
  package static func text(
    of value: Measure?, _ numerator: Measure? = nil, _ denominator: Measure? = nil
  ) -> String {
    guard let value else { return "" }
    var text = value.stored.map { MeasureText.text(of: $0) } ?? value.text
    if value.qualifier == .phrase { text = QuotedText.encoded(value.words) }
    func plain(_ measure: Measure?) -> String? {
      measure.flatMap { $0.qualifier == .exact ? $0.stored.map { MeasureText.text(of: $0) } : nil }
    }
    switch (plain(numerator), plain(denominator)) {
    case (let part?, let all?): return "\(text) (\(part)/\(all))"
    case (let part?, nil): return "\(text) (\(part))"
    default: return text
    }
  }

  /// The value, and what it was counted from: `30 (12/40)`, `44 (290)`, `12/40`.
  private static func parts(
    of line: String
  ) -> (value: String, counts: (text: String, numerator: String, denominator: String?)?) {
    func isCount(_ text: some StringProtocol) -> Bool {
      text.contains(where: \.isNumber) && text.allSatisfy { $0.isNumber || " ,.".contains($0) }
    }
    func halves(_ text: String) -> (String, String?)? {
      var parts = text.split(separator: "/", omittingEmptySubsequences: false).map {
        String($0).trimmingBlanks
      }
      if parts.count == 1, let range = text.firstRange(of: " of ") {
        parts = [
          String(text[..<range.lowerBound]).trimmingBlanks,
          String(text[range.upperBound...]).trimmingBlanks,
        ]
      }
      guard (1...2).contains(parts.count), parts.allSatisfy(isCount) else { return nil }
      return (parts[0], parts.count == 2 ? parts[1] : nil)
    }
    if line.hasSuffix(")"), let open = line.lastIndex(of: "("), open > line.startIndex {
      let inside = String(line[line.index(after: open)...].dropLast()).trimmingBlanks
      let value = String(line[..<open]).trimmingBlanks
      if !value.isEmpty, let (part, all) = halves(inside) { return (value, (inside, part, all)) }
    }
    if let (part, all) = halves(line), let all { return ("", (line, part, all)) }
    return (line, nil)
  }

  private static func count(_ text: String) -> Measure? {
    guard case .value(let read, .none, _) = TypedCell(text), read.exactNumber != nil else {
      return nil
    }
    return read.measure
  }

  /// The value that what was counted makes.
  private mutating func workOut(_ indicator: Indicator) {
    guard let part = numerator?.number, let all = denominator?.number else { return }
    guard let scale = indicator.shareScale else {
      fault =
        "\(numerator?.text ?? "") out of \(denominator?.text ?? "") is a share, and the unit is "
        + "\"\(indicator.unit)\". Write the number."
      check = PeriodCheck.Name.unit.rawValue
      return
    }
    guard all > 0 else {
      fault = "Nothing is a share of none. Write [z] where it does not apply."
      check = PeriodCheck.Name.numerators.rawValue
      return
    }
    let worked = formatted(part / all * scale, decimals: indicator.decimals ?? 1)
    value = Measure(.exact, spelling: worked)
    words = "\(value?.text ?? worked), worked out"
  }

  private mutating func read(_ text: String, _ indicator: Indicator, _ before: Measure?) {
    if text.first == "\"" {
      readWords(text)
      return
    }
    switch TypedCell(text, isShare: indicator.shareScale != nil, near: before?.number) {
    case .blank: return
    case .failedFormula:
      fault = "\"\(text.shortened)\" is a formula that failed. Mend it in the spreadsheet."
    case .doubtful(let text, let thousands, let decimal):
      fault = "\"\(text)\" can be \(thousands) or \(decimal). Write \(thousands), or \(decimal)0."
      check = FigureCheck.Name.numbers.rawValue
    case .words: readWords(text)
    case .value(let read, let signs, let doubt):
      if signs == .percent, indicator.shareScale != 100, !indicator.unit.isEmpty {
        fault = "\"\(text.shortened)\" is a percentage, and the unit is \"\(indicator.unit)\"."
        check = PeriodCheck.Name.unit.rawValue
        return
      }
      if signs == .yearsAndMonths, !indicator.unit.folded.contains("month") {
        fault =
          "\"\(text.shortened)\" is years and months, and the unit is \"\(indicator.unit)\"."
        check = PeriodCheck.Name.unit.rawValue
        return
      }
      // What it says of a hidden number is kept: below which one it lies.
      if read.number == nil,
        let typed = Measure.typed(MeasureText.reading(of: text)), typed.number == nil,
        typed.qualifier != .phrase
      {
        value = typed
      } else {
        value = read.measure
      }
      let meant = value.map { $0.lines(.none).joined() } ?? ""
      words = doubt.map { "\(meant): it \($0)" } ?? (meant == text ? "" : meant)
    }
  }

  private mutating func readWords(_ text: String) {
    let reading = MeasureText.reading(of: text)
    guard reading.problem.isEmpty, let typed = Measure.typed(reading) else {
      fault = reading.problem.isEmpty ? "\"\(text.shortened)\" is no value." : reading.problem
      return
    }
    if typed.qualifier == .phrase, text.first != "\"" {
      fault =
        "\"\(text.shortened)\" is no number, and no sign for why there is none: .. or [x] not "
        + "available, [z] not applicable, * or [c] hidden. Words are written \"in quotation marks\"."
      return
    }
    value = typed
    words =
      typed.qualifier == .phrase
      ? "in words, without a number" : typed.lines(.none).joined()
    if words == text { words = "" }
  }
}

extension Measure {
  /// The value that a text was understood as.
  fileprivate static func typed(_ reading: EntryReading) -> Measure? {
    reading.value.flatMap { Measure.read(from: StoredSource($0)) }
  }
}
