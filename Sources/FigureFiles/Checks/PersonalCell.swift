import Letters

/// Finds cells that are numbers of patients or pupils.
struct PersonalCell: Sendable {
  /// What such a cell is.
  enum Kind { case nhsNumber, pupilNumber }

  /// What was seen in a column of measures.
  private struct Column {
    var passes = 0
    var others = 0
  }

  private var columns: [Int: Column] = [:]

  /// The first such cell of a row, its column counted from 0.
  ///
  /// One number of ten digits in eleven has the check digit of a patient's number by chance. In a column
  /// that holds measures, only three that have it and none that has not are taken for patients' numbers.
  mutating func find(
    in row: CellRow, measures: Set<Int>, prose: Set<Int>
  ) -> (column: Int, kind: Kind)? {
    for column in 0..<row.count {
      let length = row.roughLength(column)
      if length < 10 { continue }
      if prose.contains(column), let kind = PersonalCell.kind(within: row[column]) {
        return (column, kind)
      }
      if length > 64 { continue }
      let cell = row[column]
      if PersonalCell.isPupilNumber(cell) { return (column, .pupilNumber) }
      guard let (passes, isSpaced) = PersonalCell.tenDigits(cell) else { continue }
      if passes, isSpaced || !measures.contains(column) { return (column, .nhsNumber) }
      if isSpaced { continue }
      columns[column, default: Column()].passes += passes ? 1 : 0
      columns[column, default: Column()].others += passes ? 0 : 1
      if let seen = columns[column], seen.passes >= 3, seen.others == 0 {
        return (column, .nhsNumber)
      }
    }
    return nil
  }

  /// Whether a cell is a number of a pupil: a letter, eleven digits, and a digit or letter.
  static func isPupilNumber(_ cell: ArraySlice<UInt8>) -> Bool {
    guard cell.count == 13 else { return false }
    let cell = Array(cell)
    let (first, last) = (cell[0] | 0x20, cell[12] | 0x20)
    guard first &- 0x61 < 26, first != 0x69, first != 0x6f, first != 0x73 else { return false }
    return cell[1..<12].allSatisfy { $0 &- 0x30 < 10 }
      && (cell[12] &- 0x30 < 10 || last &- 0x61 < 26)
  }

  /// Whether the check digit of ten digits, in one or as 3-3-4, is right; nil where they are no such digits.
  static func tenDigits(_ cell: ArraySlice<UInt8>) -> (passes: Bool, isSpaced: Bool)? {
    guard (10...14).contains(cell.count) else { return nil }
    var digits = 0
    var (sum, check, marks) = (0, 0, 0)
    var place = cell.startIndex
    while place < cell.endIndex {
      let byte = cell[place]
      if byte &- 0x30 < 10 {
        let digit = Int(byte &- 0x30)
        if digits < 9 { sum += digit * (10 - digits) } else { check = digit }
        digits += 1
        place += 1
        continue
      }
      guard digits == 3 && marks == 0 || digits == 6 && marks == 1 else { return nil }
      if byte == 0xc2, place + 1 < cell.endIndex, cell[place + 1] == 0xa0 {
        place += 2
      } else if byte == 0x20 || byte == 0x2d {
        place += 1
      } else {
        return nil
      }
      marks += 1
    }
    guard digits == 10, marks == 0 || marks == 2 else { return nil }
    let expected = (11 - sum % 11) % 11
    return (expected < 10 && expected == check && sum > 0, marks == 2)
  }

  /// What number of a person stands in prose as a word of its own; nil where none does.
  static func kind(within cell: ArraySlice<UInt8>) -> Kind? {
    let isPupil = cell.split { !($0 &- 0x30 < 10 || ($0 | 0x20) &- 0x61 < 26) }
      .contains(where: isPupilNumber)
    return isPupil ? .pupilNumber : isWithin(cell) ? .nhsNumber : nil
  }

  /// Whether prose holds a patient's number as a word of its own, in one or as 3-3-4.
  private static func isWithin(_ cell: ArraySlice<UInt8>) -> Bool {
    var place = cell.startIndex
    var before: UInt8 = 0x20
    while place < cell.endIndex {
      guard cell[place] &- 0x30 < 10 else {
        before = cell[place]
        place += 1
        continue
      }
      var end = place
      while end < cell.endIndex, end - place < 15,
        cell[end] &- 0x30 < 10 || cell[end] == 0x20 || cell[end] == 0x2d
      { end += 1 }
      for length in [12, 10]
      where place + length <= end && !"/=-_.".utf8.contains(before) && before < 0x80 {
        let next = place + length < cell.endIndex ? cell[place + length] : 0x20
        if next &- 0x30 < 10 || (before | 0x20) &- 0x61 < 26 { continue }
        if tenDigits(cell[place..<place + length])?.passes == true { return true }
      }
      // The digits at hand are one word, or a group that may begin anew after its blank.
      while place < cell.endIndex, cell[place] &- 0x30 < 10 {
        before = cell[place]
        place += 1
      }
    }
    return false
  }
}
