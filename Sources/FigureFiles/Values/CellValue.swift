import Letters
import Safeguarding

/// What one cell of figures says.
enum CellValue {
  /// Nothing stands in it.
  case blank
  /// A number.
  case number(CellNumber)
  /// A sign for a reason; the doubt says what else it may mean.
  case missing(MissingReason, doubt: String?)
  /// A spreadsheet's formula that failed.
  case failedFormula
  /// Words, which are no value.
  case words

  /// Reads a cell; a machine's numbers have a point before their decimals and nothing between thousands.
  init(_ cell: ArraySlice<UInt8>, isMachine: Bool) {
    guard let first = cell.first else {
      self = .blank
      return
    }
    if cell.count <= 15, first &- 0x30 < 10, let number = CellNumber(plain: cell, isMachine) {
      self = .number(number)
      return
    }
    guard cell.count <= 64 else {
      self = .words
      return
    }
    let text = CellBytes.text(cell).folded
    if let reason = CellValue.reasons[text] {
      self = .missing(reason, doubt: nil)
    } else if ["n/a", "na", "n.a.", "n.a"].contains(text) {
      self = .missing(
        .notAvailable,
        doubt: "can mean not applicable or not available; it was read as not available")
    } else if text.first == "#", CellValue.failures.contains(text) {
      self = .failedFormula
    } else if CellValue.isBelow(text) {
      self = .missing(.confidential, doubt: nil)
    } else if let number = CellNumber(text, isMachine: isMachine) {
      self = .number(number)
    } else {
      self = .words
    }
  }

  private static let failures: Set = [
    "#n/a", "#div/0!", "#ref!", "#value!", "#name?", "#num!", "#null!", "#spill!", "#calc!",
  ]

  /// The signs of published tables, of spreadsheets and of releases of former years.
  private static let reasons: [String: MissingReason] = {
    var reasons: [String: MissingReason] = [:]
    let signs: [(MissingReason, [String])] = [
      (.notApplicable, ["z", "not applicable", "."]),
      (
        .notAvailable, ["x", ":", "..", "...", "-", "--", "not available", "no data", "nil return"]
      ),
      (.confidential, ["c", "*", "**", "s", "suppressed", "confidential"]),
      (.low, ["low", "k", "~"]),
      (.unreliable, ["u", "unreliable"]),
    ]
    for (reason, words) in signs {
      for word in words {
        reasons[word] = reason
        if word.first?.isLetter == true { reasons["[\(word)]"] = reason }
      }
    }
    return reasons
  }()

  /// Whether it says that the number is hidden as it is too small: `<5`, `fewer than 6`.
  private static func isBelow(_ text: String) -> Bool {
    for start in ["<=", "<", "\u{2264}", "fewer than ", "less than ", "under "]
    where text.hasPrefix(start) {
      let rest = text.dropFirst(start.count).drop { $0 == " " }
      return !rest.isEmpty && rest.utf8.allSatisfy { $0 &- 0x30 < 10 }
    }
    return false
  }
}
