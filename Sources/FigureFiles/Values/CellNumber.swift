import Letters

/// A number as a cell spells it.
struct CellNumber {
  /// How the number is meant.
  enum Meaning { case exact, atLeast, about }

  /// What the spelling tells of the spellings around it.
  enum Habit { case none, decimalComma, decimalPoint }

  private(set) var number: Double
  private(set) var decimals: Int
  private(set) var meaning = Meaning.exact
  private(set) var habit = Habit.none
  /// The number where its point or comma parts thousands; nil where it does not, or surely does.
  private(set) var thousands: Double?
  /// Whether that mark is a comma.
  private(set) var isComma = false
  /// Whether a sign of percent follows it.
  private(set) var hasPercent = false
  /// Whether it is a time of years and months, as months.
  private(set) var isDuration = false
  /// Whether something stands between its thousands.
  private(set) var isGrouped = false

  /// The value with this number.
  var value: ReadValue {
    let decimals = UInt8(clamping: decimals)
    return switch meaning {
    case .exact: .exact(number, decimals: decimals)
    case .atLeast: .atLeast(number, decimals: decimals)
    case .about: .about(number, decimals: decimals)
    }
  }

  /// Digits with at most one point, at most fifteen bytes; a person's `1.234` is none of these.
  init?(plain cell: ArraySlice<UInt8>, _ isMachine: Bool) {
    var (digits, point) = (0, -1)
    for (place, byte) in cell.enumerated() {
      if byte &- 0x30 < 10 {
        digits = digits * 10 + Int(byte &- 0x30)
      } else if byte == 0x2e, point < 0 {
        point = place
      } else {
        return nil
      }
    }
    decimals = point < 0 ? 0 : cell.count - point - 1
    if point >= 0 {
      if decimals == 0 || !isMachine && decimals == 3 && point <= 3 { return nil }
      habit = .decimalPoint
    }
    // Both are exact, so that the quotient is the number nearest to the spelling.
    number = Double(digits) / CellNumber.powers[decimals]
  }

  private static let powers: [Double] = [
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
  ]

  /// A number with what people put around it: `~1 300`, `500+`, `12,5 %`, `£1,234`, `12 [p]`, `00:10`.
  init?(_ folded: String, isMachine: Bool) {
    (number, decimals) = (0, 0)
    var text = Substring(folded)
    if let months = CellNumber.months(text) {
      (number, isDuration) = (Double(months), true)
      return
    }
    for mark in ["[p]", "[r]", "(p)", "(r)", "[e]", "(e)"] where text.hasSuffix(mark) {
      text = text.dropLast(3)
      if mark.contains("e") { meaning = .about }
      break
    }
    text = CellNumber.trimmed(text)
    for start in [
      "~", "\u{2248}", "c. ", "c.", "c ", "about ", "approximately ", "approx. ", "approx ",
      "circa ",
    ]
    where text.hasPrefix(start) {
      text = text.dropFirst(start.count)
      meaning = .about
      break
    }
    for start in [">=", "\u{2265}", ">", "at least ", "over ", "more than "]
    where text.hasPrefix(start) {
      text = text.dropFirst(start.count)
      meaning = .atLeast
      break
    }
    text = CellNumber.trimmed(text)
    let isNegative = text.hasPrefix("-")
    if isNegative || text.hasPrefix("+") { text = CellNumber.trimmed(text.dropFirst()) }
    if text.hasPrefix("\u{a3}") { text = CellNumber.trimmed(text.dropFirst()) }
    for end in ["%", "per cent", "percent", "pp"] where text.hasSuffix(end) {
      hasPercent = end != "pp"
      text = CellNumber.trimmed(text.dropLast(end.count))
      break
    }
    if text.hasSuffix("+"), meaning != .about {
      meaning = .atLeast
      text = CellNumber.trimmed(text.dropLast())
    }
    if text.hasSuffix("%") {
      hasPercent = true
      text = CellNumber.trimmed(text.dropLast())
    }
    guard read(Array(text.utf8), isMachine) else { return nil }
    if isNegative {
      number = -number
      thousands = thousands.map { -$0 }
    }
  }

  private static func trimmed(_ text: Substring) -> Substring {
    var text = text
    while text.first == " " { text.removeFirst() }
    while text.last == " " { text.removeLast() }
    return text
  }

  /// Years and months written as `00:10`, as months.
  private static func months(_ text: Substring) -> Int? {
    let halves = text.split(separator: ":", omittingEmptySubsequences: false)
    guard halves.count == 2, halves[1].utf8.count == 2, (1...3).contains(halves[0].utf8.count),
      halves.allSatisfy({ $0.utf8.allSatisfy { $0 &- 0x30 < 10 } }),
      let years = Int(halves[0]), let months = Int(halves[1]), months < 12
    else { return nil }
    return years * 12 + months
  }

  private mutating func read(_ bytes: [UInt8], _ isMachine: Bool) -> Bool {
    guard let first = bytes.first, first &- 0x30 < 10 || first == 0x2e || first == 0x2c,
      bytes.contains(where: { $0 &- 0x30 < 10 })
    else { return false }
    if bytes.contains(0x65) {
      guard bytes.allSatisfy({ $0 &- 0x30 < 10 || "e+-.".utf8.contains($0) }),
        let number = Double(String(decoding: bytes, as: UTF8.self)), number.isFinite
      else { return false }
      self.number = number
      return true
    }
    let marks = bytes.indices.filter { bytes[$0] &- 0x30 >= 10 }
    guard let last = marks.last else { return set(bytes, point: nil) }
    let kinds = Set(marks.map { bytes[$0] })
    guard kinds.isSubset(of: [0x2c, 0x2e, 0x20, 0x27]), kinds.count <= 2 else { return false }
    let digitsAfter = bytes.count - last - 1
    let mark = bytes[last]
    let isPoint = mark == 0x2c || mark == 0x2e
    let ofMark = marks.count { bytes[$0] == mark }
    if kinds.count == 2 {
      // What stands last, once, parts the decimals.
      guard isPoint, ofMark == 1, areGroups(bytes, marks) else { return false }
      habit = mark == 0x2c ? .decimalComma : .decimalPoint
      isGrouped = true
      return set(bytes, point: last)
    }
    if ofMark > 1 || !isPoint {
      guard areGroups(bytes, marks), digitsAfter == 3 else { return false }
      isGrouped = true
      return set(bytes, point: nil)
    }
    let canBeGroup = digitsAfter == 3 && (1...3).contains(last) && bytes[0] != 0x30
    if canBeGroup, !(isMachine && mark == 0x2e) {
      guard set(bytes, point: nil) else { return false }
      (thousands, isComma) = (number, mark == 0x2c)
      isGrouped = true
      return set(bytes, point: last)
    }
    if isMachine, mark == 0x2c, digitsAfter == 0 { return false }
    habit = mark == 0x2c ? .decimalComma : .decimalPoint
    return set(bytes, point: last)
  }

  /// Whether three digits stand between any two marks.
  private func areGroups(_ bytes: [UInt8], _ marks: [Int]) -> Bool {
    guard let first = marks.first, (1...3).contains(first) else { return false }
    return zip(marks, marks.dropFirst()).allSatisfy { $1 - $0 == 4 }
  }

  private mutating func set(_ bytes: [UInt8], point: Int?) -> Bool {
    var spelling: [UInt8] = bytes.first == 0x2e || bytes.first == 0x2c ? [0x30] : []
    decimals = 0
    for (place, byte) in bytes.enumerated() {
      if byte &- 0x30 < 10 {
        spelling.append(byte)
        if let point, place > point { decimals += 1 }
      } else if place == point, place + 1 < bytes.count {
        spelling.append(0x2e)
      }
    }
    guard let number = Double(String(decoding: spelling, as: UTF8.self)), number.isFinite else {
      return false
    }
    self.number = number
    return true
  }

  /// What the number is where its mark parts thousands.
  var asThousands: ReadValue {
    guard let thousands else { return value }
    return value.with(thousands, decimals: 0)
  }
}
