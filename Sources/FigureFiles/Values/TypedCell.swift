import Letters
import Safeguarding

/// What one cell says that somebody types, or copied in a spreadsheet.
package enum TypedCell: Hashable, Sendable {
  /// Nothing stands in it.
  case blank
  /// A number or a sign for a reason; the doubt says how else the sign may be read.
  case value(ReadValue, signs: Signs, doubt: String?)
  /// A number whose only point or comma parts thousands or decimals, and nothing tells which.
  case doubtful(String, thousands: String, decimal: String)
  /// A spreadsheet's formula that failed.
  case failedFormula
  /// Words, which are no value.
  case words

  /// What a number has around it.
  package enum Signs: Hashable, Sendable {
    case none, percent, yearsAndMonths
  }

  /// Reads a cell.
  ///
  /// - Parameters:
  ///   - text: What stands in it.
  ///   - isShare: Whether a percentage or a rate is expected.
  ///   - near: A number of the size that is expected; nil where none is known.
  package init(_ text: String, isShare: Bool = false, near: Double? = nil) {
    let bytes = Array(text.cleanedLine.utf8)
    switch CellValue(bytes[...], isMachine: false) {
    case .blank: self = .blank
    case .failedFormula: self = .failedFormula
    case .words: self = .words
    case .missing(let reason, let doubt):
      self = .value(.missing(reason), signs: .none, doubt: doubt)
    case .number(let number):
      let signs: Signs =
        number.isDuration ? .yearsAndMonths : number.hasPercent ? .percent : .none
      var habits = NumberHabits()
      if let near, near != 0 { habits.expect(abs(near)) }
      if number.thousands != nil {
        let doubt = NumberHabits.Doubt(number: number, figure: 0, slot: 0)
        let settled = habits.settle(doubt, isPercentage: isShare)
        guard settled.isSure else {
          self = .doubtful(
            text.cleanedLine, thousands: number.asThousands.digits, decimal: number.value.digits)
          return
        }
        self = .value(
          settled.isThousands ? number.asThousands : number.value, signs: signs, doubt: nil)
      } else {
        self = .value(number.value, signs: signs, doubt: nil)
      }
    }
  }

  /// What of pasted cells is about a single child, as a sentence that repeats nothing of it; nil for nothing.
  package static func refusal(of rows: [[String]]) -> String? {
    let end =
      " Nothing of what you pasted was kept. Copy totals only: one row for each measure."
    for name in rows.first ?? [] where PersonalHeading.namesPerson(name) {
      return "A column in it tells single children or single events apart.\(end)"
    }
    for (number, row) in rows.enumerated() {
      for cell in row {
        let bytes = Array(cell.utf8)
        let isPatient = PersonalCell.kind(within: bytes[...])
        guard let isPatient else { continue }
        let what = isPatient == .nhsNumber ? "an NHS number" : "a unique pupil number"
        return "Row \(number + 1) holds what looks like \(what).\(end)"
      }
    }
    return nil
  }
}

extension ReadValue {
  /// The number with its decimals.
  fileprivate var digits: String {
    number.map { formatted($0, decimals: decimals) } ?? ""
  }
}
