import Safeguarding

/// How the bank holidays of one division differ from those of a newer list, day by day.
///
/// Only days of one year are matched with each other. A day is named by its position in its list.
struct BankHolidaysComparison {
  /// A day of ours and the day of the newer list that it is.
  struct Pair: Hashable {
    let ours: Int
    let newer: Int
  }

  /// Days that the newer list has under the same title on another date.
  private(set) var moved: [Pair] = []
  /// Days that the newer list calls something else.
  private(set) var renamed: [Pair] = []
  /// Days of the newer list that ours lacks.
  private(set) var added: [Int] = []
  /// Days of ours that the newer list lacks, though it has others in their year.
  private(set) var unconfirmed: [Int] = []

  private let ours: [BankHolidays.Day]
  private let newer: [BankHolidays.Day]
  private var openOurs: [Int]
  private var openNewer: [Int]

  /// Compares two lists in any order.
  init(ours: [BankHolidays.Day], newer: [BankHolidays.Day]) {
    (self.ours, self.newer) = (ours, newer)
    let years = Set(newer.map(\.date.year))
    openOurs = ours.indices.filter { years.contains(ours[$0].date.year) }
    openNewer = Array(newer.indices)
    _ = match { Key($0.comparedTitle, $0.date.dayNumber) }
    moved = match { Key($0.comparedTitle, $0.date.year) }
    renamed = match { Key("", $0.date.dayNumber) }
    // A remark that came or went: "Early May bank holiday (VE day)".
    moved += match({ Key($0.comparedTitleWithoutRemark, $0.date.year) }) { one, other in
      let names = [one.comparedTitle, other.comparedTitle]
      return names.contains(one.comparedTitleWithoutRemark)
    }
    finish()
  }

  private struct Key: Hashable {
    let title: String
    let number: Int

    init(_ title: String, _ number: Int) { (self.title, self.number) = (title, number) }
  }

  /// Matches days of both lists that have the same key, the nearest dates first.
  private mutating func match(
    _ key: (BankHolidays.Day) -> Key,
    where isSame: (BankHolidays.Day, BankHolidays.Day) -> Bool = { _, _ in true }
  ) -> [Pair] {
    let candidates = Dictionary(grouping: openNewer) { key(newer[$0]) }
    var pairs: [(pair: Pair, distance: Int)] = []
    for our in openOurs {
      for new in candidates[key(ours[our])] ?? [] where isSame(ours[our], newer[new]) {
        let distance = abs(ours[our].date.dayNumber - newer[new].date.dayNumber)
        pairs.append((Pair(ours: our, newer: new), distance))
      }
    }
    pairs.sort {
      ($0.distance, $0.pair.ours, $0.pair.newer) < ($1.distance, $1.pair.ours, $1.pair.newer)
    }
    var (takenOurs, takenNewer): (Set<Int>, Set<Int>) = ([], [])
    let matched = pairs.map(\.pair).filter { pair in
      guard !takenOurs.contains(pair.ours), !takenNewer.contains(pair.newer) else { return false }
      takenOurs.insert(pair.ours)
      takenNewer.insert(pair.newer)
      return true
    }
    openOurs.removeAll { takenOurs.contains($0) }
    openNewer.removeAll { takenNewer.contains($0) }
    return matched.sorted { $0.newer < $1.newer }
  }

  /// Settles what was not matched: a date that both lists hold is neither lacking nor in doubt.
  private mutating func finish() {
    let movedOurs = Set(moved.map(\.ours))
    var dates = Set(ours.indices.filter { !movedOurs.contains($0) }.map { ours[$0].date })
    dates.formUnion(moved.map { newer[$0.newer].date })
    added = openNewer.filter { dates.insert(newer[$0].date).inserted }
    let newerDates = Set(newer.map(\.date))
    unconfirmed = openOurs.filter { !newerDates.contains(ours[$0].date) }
  }
}
