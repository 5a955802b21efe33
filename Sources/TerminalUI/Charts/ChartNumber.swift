/// Numbers as a chart prints them.
enum ChartNumber {
  /// The largest magnitude that a line chart can place; what is beyond it counts as missing.
  private static let limit = 1e15

  /// The value a line chart can place, or nothing for NaN, infinity and what is out of reach.
  static func plotted(_ value: Double?) -> Double? {
    guard let value, value.isFinite, value.magnitude <= limit else { return nil }
    return value
  }

  /// A value with a fixed number of decimals and a comma between thousands.
  static func text(_ value: Double, decimals: Int) -> String {
    guard value.isFinite else { return "no value" }
    guard value.magnitude <= limit else { return "\(value)" }
    let decimals = clamped(decimals)
    let scale = power(decimals)
    let scaled = UInt64((value.magnitude * scale).rounded())
    let unit = UInt64(scale)
    var text = grouped(scaled / unit)
    if decimals > 0 {
      let fraction = String(scaled % unit)
      text += "." + String(repeating: "0", count: decimals - fraction.count) + fraction
    }
    return value < 0 && scaled > 0 ? "-" + text : text
  }

  /// A value with at most so many decimals, as its source printed it: 44 stays 44 beside 43.2.
  static func trimmed(_ value: Double, decimals: Int) -> String {
    (0...clamped(decimals)).lazy.map { text(value, decimals: $0) }
      .first { Double($0.filter { $0 != "," }) == value } ?? text(value, decimals: decimals)
  }

  /// Ten to the power of a number of decimals.
  static func power(_ decimals: Int) -> Double {
    (0..<clamped(decimals)).reduce(1.0) { power, _ in power * 10 }
  }

  /// A number of decimals that a chart can print: 0 to 4.
  static func clamped(_ decimals: Int) -> Int {
    max(0, min(4, decimals))
  }

  private static func grouped(_ number: UInt64) -> String {
    let digits = Array(String(number))
    var text = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { text.append(",") }
      text.append(digit)
    }
    return text
  }
}
