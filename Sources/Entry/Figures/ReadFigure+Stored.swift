import FigureFiles
import Letters
import Safeguarding

extension ReadPeriod {
  /// The period as records have it; nil where its days are not known.
  var date: ImpreciseDate? {
    guard let first, let last, first <= last else { return nil }
    let (start, end) = (first.components, last.adding(days: 1).components)
    let isWholeMonths = start.day == 1 && end.day == 1
    let months = (end.year - start.year) * 12 + end.month - start.month
    if first == last { return ImpreciseDate(first) }
    if isWholeMonths, months == 1 { return ImpreciseDate(String(first.iso.prefix(7))) }
    if isWholeMonths, months == 12, start.month == 1 {
      return ImpreciseDate(String(first.iso.prefix(4)))
    }
    if isWholeMonths, months == 12, start.month == 4 {
      return ImpreciseDate("\(first.iso.prefix(4))/\(last.iso.prefix(4).suffix(2))")
    }
    return ImpreciseDate("\(first.iso)/\(last.iso)")
  }

  /// How it is printed, where its days alone do not say it: `Q1 2024-25`.
  var label: String {
    guard date?.precision == .range else { return "" }
    if let quarter, let years {
      let end =
        years.count > 1 ? "-\(String(years.upperBound).suffix(2))" : ""
      return "Q\(quarter) \(years.lowerBound)\(end)"
    }
    let plain = printed.prefix { $0 != "(" && $0 != "[" }
    let isOnlyDigits = plain.allSatisfy { $0.isNumber }
    return (isOnlyDigits ? "\(identifier) \(plain)" : String(plain)).cleanedLine
  }

  /// Which quarter of its year it is.
  private var quarter: Int? {
    guard identifier.dropLast().hasSuffix("Q"), let digit = identifier.last else { return nil }
    return digit.wholeNumberValue
  }

  /// The part of an id that names it: `2024-25`, `2024-25-q1`, `2024-04`.
  var idPart: String {
    if !label.isEmpty, let quarter, let years {
      let end = years.count > 1 ? "-\(String(years.upperBound).suffix(2))" : ""
      return "\(years.lowerBound)\(end)-q\(quarter)"
    }
    guard let date else { return "undated" }
    return date.iso.replacing("/", with: "-").asID
  }
}

extension ReadValue {
  /// The value as records have it.
  var measure: Measure? {
    func number(_ qualifier: Measure.Qualifier, _ number: Double, _ decimals: UInt8) -> Measure? {
      // Some releases have more decimals than are ever shown; none of them is lost.
      let spelling = decimals > 6 ? "\(number)" : formatted(number, decimals: Int(decimals))
      return Measure(qualifier, spelling: spelling) ?? Measure(qualifier, spelling: "\(number)")
    }
    switch self {
    case .exact(let value, let decimals): return number(.exact, value, decimals)
    case .atLeast(let value, let decimals): return number(.atLeast, value, decimals)
    case .about(let value, let decimals): return number(.about, value, decimals)
    case .missing(.confidential): return Measure(.suppressed, words: "")
    case .missing(let reason): return Measure(.notAvailable, words: "", reason: reason)
    }
  }
}

extension Measure {
  /// A number that stands beside a value.
  init?(counted number: Double?) {
    guard let number else { return nil }
    self.init(.exact, spelling: Int(exactly: number).map { String($0) } ?? "\(number)")
  }

  /// Whether both tell a reader the same.
  func says(_ other: Measure) -> Bool {
    guard qualifier == other.qualifier else { return false }
    if let number, let its = other.number {
      // What is spelled in decimals may have come by way of a spreadsheet.
      return abs(number - its) <= 1e-9 * max(1, abs(number), abs(its))
    }
    return qualifier == .phrase
      ? words == other.words : reason == nil || other.reason == nil || reason == other.reason
  }
}
