/// A published value: a number that may be a lower bound or rounded, a phrase, or nothing.
public struct Measure: Hashable, Sendable {
  /// How the number is meant.
  public enum Qualifier: Hashable, Sendable {
    case exact, atLeast, about
    /// No number, but words: "a low number".
    case phrase
    /// Not published or not collected.
    case notAvailable
    /// Known to somebody, and hidden so that nobody can be recognised by it.
    case suppressed
  }

  private let kept: Double
  private let keptWords: KeptWords?
  private let keptDecimals: Int32
  /// How the number is meant.
  public let qualifier: Qualifier
  /// Which of the published reasons there is for no value; nil where it is none of them, or not said.
  public let reason: MissingReason?

  /// The number, or nil for a phrase and for what is not available.
  public var number: Double? {
    switch qualifier {
    case .exact, .atLeast, .about: kept
    case .phrase, .notAvailable, .suppressed: nil
    }
  }
  /// Digits after the decimal point, as spelled in the source.
  public var decimals: Int { Int(keptDecimals) }
  /// The phrase, or why the value is not available.
  public var words: String { keptWords?.text ?? "" }

  /// A number as it was spelled.
  public init?(_ qualifier: Qualifier, spelling: String) {
    guard let number = Double(spelling), number.isFinite else { return nil }
    self.qualifier = qualifier
    kept = number
    let fraction = spelling.split(separator: ".", omittingEmptySubsequences: false).dropFirst()
    keptDecimals = Int32(clamping: fraction.first.map { $0.prefix { $0.isNumber }.count } ?? 0)
    keptWords = nil
    reason = nil
  }

  /// A value without a number.
  public init(_ qualifier: Qualifier, words: String, reason: MissingReason? = nil) {
    self.qualifier = qualifier
    kept = 0
    keptDecimals = 0
    keptWords = words.isEmpty ? nil : KeptWords(words)
    self.reason = reason ?? (qualifier == .suppressed ? .confidential : nil)
  }

  /// The value as it is shown: `44.4`, `450+`, `about 70`, `a low number`, `not available`, `hidden`.
  public var text: String {
    switch qualifier {
    case .exact: digits
    case .atLeast: "\(digits)+"
    case .about: "about \(digits)"
    case .phrase: words
    case .notAvailable: reason?.title ?? "not available"
    case .suppressed: "hidden"
    }
  }

  private var digits: String {
    number.map { formatted($0, decimals: decimals, grouping: true) } ?? ""
  }
}

/// A number with so many decimals, with commas between thousands if wanted.
public func formatted(_ number: Double, decimals: Int, grouping: Bool = false) -> String {
  let places = max(0, min(6, decimals))
  var scale = 1
  for _ in 0..<places { scale *= 10 }
  let scaled = (abs(number) * Double(scale)).rounded(.toNearestOrAwayFromZero)
  guard abs(number) < 1e15, let units = Int(exactly: scaled) else { return "\(number)" }
  let (whole, fraction) = units.quotientAndRemainder(dividingBy: scale)
  var digits = String(whole)
  if grouping, digits.count > 4 || whole >= 1000 {
    var grouped = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { grouped.append(",") }
      grouped.append(digit)
    }
    digits = grouped
  }
  let sign = number < 0 && scaled > 0 ? "-" : ""
  return places == 0 ? sign + digits : "\(sign)\(digits).\(padded(fraction, places))"
}

extension Measure: FieldValue {
  /// Written as a number, or as an object that says how the number is meant.
  public static var shape: ValueShape {
    .value(
      .measure,
      stored: .anyOf([
        .number,
        .object([
          ("atLeast", .number, "The value is this or more."),
          ("about", .number, "The value is near this."),
          ("phrase", .text, "The words of the source where it prints no number."),
          ("notAvailable", .text, "Why there is no value."),
          ("suppressed", .text, "Why the value is hidden."),
          ("reason", MissingReason.shape, "Which of the published reasons there is for no value."),
        ]),
      ]))
  }

  /// Reads a value; anything else is reported.
  @inlinable
  public static func read(from source: some ValueSource) -> Measure? {
    if let spelling = source.numberSpelling { return read(.exact, spelling, from: source) }
    for (name, qualifier) in [("atLeast" as StaticString, Qualifier.atLeast), ("about", .about)] {
      guard let member = source.member(name) else { continue }
      guard let spelling = member.numberSpelling else {
        member.report(
          "A number was expected, but here is \(member.description).",
          hint: "Write digits without quotes.")
        return nil
      }
      return read(qualifier, spelling, from: member)
    }
    for (name, qualifier) in [
      ("phrase" as StaticString, Qualifier.phrase), ("notAvailable", .notAvailable),
      ("suppressed", .suppressed),
    ] {
      guard let member = source.member(name) else { continue }
      let reason =
        qualifier == .phrase
        ? nil : source.member("reason").flatMap { MissingReason.read(from: $0) }
      return String.read(from: member).map { Measure(qualifier, words: $0, reason: reason) }
    }
    source.report(
      "A value was expected, but here is \(source.description).",
      hint: "Write a number, {\"atLeast\": 450}, {\"about\": 70}, {\"phrase\": \"a low number\"} "
        + "{\"notAvailable\": \"why\"} or {\"suppressed\": \"why\"}.")
    return nil
  }

  @inlinable
  static func read(
    _ qualifier: Qualifier, _ spelling: String, from source: some ValueSource
  ) -> Measure? {
    if let value = Measure(qualifier, spelling: spelling) { return value }
    source.report("\(spelling) is too large to work with.", hint: "Check the number.")
    return nil
  }

  /// The value as it is shown, with the reason when it is not available.
  public func lines(_ names: Names) -> [String] {
    let isMissing = qualifier == .notAvailable || qualifier == .suppressed
    return isMissing && !words.isEmpty ? ["\(text): \(words)"] : [text]
  }

  /// The number, or what stands in its place.
  public var stored: StoredValue? {
    func member(_ key: String, _ value: StoredValue) -> StoredValue {
      .record([StoredValue.Member(key, value)])
    }
    let spelling = StoredValue.number(spelling)
    switch qualifier {
    case .exact: return spelling
    case .atLeast: return member("atLeast", spelling)
    case .about: return member("about", spelling)
    case .phrase: return member("phrase", .text(words))
    case .notAvailable, .suppressed:
      let name = qualifier == .suppressed ? "suppressed" : "notAvailable"
      let isPlain = qualifier == .suppressed && reason == .confidential
      let reason =
        isPlain ? [] : reason.map { [StoredValue.Member("reason", .text($0.rawValue))] } ?? []
      return .record([StoredValue.Member(name, .text(words))] + reason)
    }
  }

  /// The number with its decimals, so that reading gives both again.
  private var spelling: String {
    guard let number else { return "0" }
    let spellings = [formatted(number, decimals: decimals), "\(number)"]
    return spellings.first { spelling in
      guard let again = Measure(.exact, spelling: spelling) else { return false }
      return again.number == number && again.decimals == decimals
    } ?? scientific(number)
  }

  /// A very large or very small number, with as many decimals before its power of ten.
  private func scientific(_ number: Double) -> String {
    let parts = "\(abs(number))".split(separator: "e")
    let halves = (parts.first ?? "0").split(separator: ".")
    let fraction = halves.count > 1 && halves[1] != "0" ? halves[1] : ""
    var digits = (halves.first ?? "0") + fraction
    digits += String(repeating: "0", count: max(0, decimals + 1 - digits.count))
    let added = digits.count - (halves.first ?? "0").count - decimals
    let power = (parts.count > 1 ? Int(parts[1]) ?? 0 : 0) - added
    let point = decimals > 0 ? "." : ""
    return (number < 0 ? "-" : "") + "\(digits.dropLast(decimals))\(point)"
      + "\(digits.suffix(decimals))e\(power)"
  }

  /// A value always says something.
  public var isBlank: Bool { false }
}
