package import Safeguarding

/// A code of nine letters and digits of a local authority, and when it held.
package struct AreaCode: Hashable, Sendable {
  /// The code of three digits.
  package let oldCode: String
  /// The code of nine letters and digits.
  package let newCode: String
  /// The name.
  package let name: String
  /// The first day on which it held; nil for from before the files begin.
  package let first: CalendarDate?
  /// The last day on which it held; nil for until further notice.
  package let last: CalendarDate?
  /// The codes of three digits of those that came in its place.
  package let successors: [String]
}

/// The local authorities whose codes changed while the files of figures run.
package enum AreaHistory {
  /// The codes, the earliest change first.
  package static let codes: [AreaCode] =
    until(
      2019, to: ["838", "839"],
      [
        ("835", "E10000009", "Dorset"), ("836", "E06000029", "Poole"),
        ("837", "E06000028", "Bournemouth"),
      ])
    + since(
      2019,
      [
        ("838", "E06000059", "Dorset"),
        ("839", "E06000058", "Bournemouth, Christchurch and Poole"),
      ])
    + until(2020, [("825", "E10000002", "Buckinghamshire")])
    + since(2020, [("825", "E06000060", "Buckinghamshire")])
    + until(2021, to: ["940", "941"], [("928", "E10000021", "Northamptonshire")])
    + since(
      2021,
      [
        ("940", "E06000061", "North Northamptonshire"),
        ("941", "E06000062", "West Northamptonshire"),
      ])
    + until(2023, to: ["942", "943"], [("909", "E10000006", "Cumbria")])
    + since(
      2023,
      [("942", "E06000063", "Cumberland"), ("943", "E06000064", "Westmorland and Furness")])
    + until(2023, [("815", "E10000023", "North Yorkshire"), ("933", "E10000027", "Somerset")])
    + since(2023, [("815", "E06000065", "North Yorkshire"), ("933", "E06000066", "Somerset")])

  private typealias Row = (old: String, new: String, name: String)

  /// Orders come into force on 1 April.
  private static func until(
    _ year: Int, to successors: [String] = [], _ rows: [Row]
  ) -> [AreaCode] {
    rows.map {
      AreaCode(
        oldCode: $0.old, newCode: $0.new, name: $0.name, first: nil,
        last: CalendarDate(year: year, month: 3, day: 31),
        successors: successors.isEmpty ? [$0.old] : successors)
    }
  }

  private static func since(_ year: Int, _ rows: [Row]) -> [AreaCode] {
    rows.map {
      AreaCode(
        oldCode: $0.old, newCode: $0.new, name: $0.name,
        first: CalendarDate(year: year, month: 4, day: 1), last: nil, successors: [])
    }
  }

  /// What is wrong with a code in a period, as a sentence without its place; nil where nothing is.
  ///
  /// Releases give figures of former years under the codes of today, so only a code that did not hold
  /// any more, or names another authority, is named.
  static func fault(of area: ReadArea, in period: ReadPeriod) -> String? {
    if !area.newCode.isEmpty, !area.oldCode.isEmpty,
      let code = codes.first(where: { $0.newCode == area.newCode }), code.oldCode != area.oldCode
    {
      return "\(area.newCode) is the code of \(code.name) (\(code.oldCode)), not of \(area.oldCode)"
    }
    let holding = codes.filter {
      area.newCode.isEmpty ? $0.oldCode == area.oldCode : $0.newCode == area.newCode
    }
    guard let last = holding.last, let end = last.last, let first = period.first, first > end else {
      return nil
    }
    let next = last.successors.compactMap { code in
      codes.last { $0.oldCode == code }.map { "\($0.name) (\($0.oldCode), \($0.newCode))" }
    }
    return
      "the code of \(last.name) (\(last.oldCode), \(last.newCode)) held until \(end.short); since "
      + "then there is \(next.joined(separator: " and "))"
  }
}
