/// Which elements of two lists are the same ones in the same order.
///
/// The work grows with the length of the lists, not with its square: elements that are in each list once
/// settle most of a long one, and only what lies between them is compared one by one.
package enum CommonOrder {
  /// The largest number of pairs of elements that are compared one by one.
  static let mostPairs = 4_000_000

  /// The positions of equal elements, in their order in both lists.
  ///
  /// Short lists give a longest such order; of long ones it may leave out elements that stand there
  /// more than once.
  package static func pairs<Element: Hashable>(
    of left: [Element], with right: [Element]
  ) -> [(left: Int, right: Int)] {
    var numbers: [Element: Int] = [:]
    func number(_ element: Element) -> Int {
      if let known = numbers[element] { return known }
      numbers[element] = numbers.count
      return numbers.count - 1
    }
    var search = CommonOrderSearch(left: left.map(number), right: right.map(number))
    search.look(in: 0..<left.count, 0..<right.count)
    return search.pairs
  }
}

/// Finds common elements part by part.
private struct CommonOrderSearch {
  let left: [Int]
  let right: [Int]
  private(set) var pairs: [(left: Int, right: Int)] = []

  init(left: [Int], right: [Int]) { (self.left, self.right) = (left, right) }

  mutating func look(in lefts: Range<Int>, _ rights: Range<Int>) {
    var (start, other) = (lefts.lowerBound, rights.lowerBound)
    while start < lefts.upperBound, other < rights.upperBound, left[start] == right[other] {
      pairs.append((start, other))
      (start, other) = (start + 1, other + 1)
    }
    var (end, otherEnd) = (lefts.upperBound, rights.upperBound)
    while start < end, other < otherEnd, left[end - 1] == right[otherEnd - 1] {
      (end, otherEnd) = (end - 1, otherEnd - 1)
    }
    lookInside(start..<end, other..<otherEnd)
    for step in 0..<(lefts.upperBound - end) { pairs.append((end + step, otherEnd + step)) }
  }

  /// Looks where neither the first elements nor the last ones are the same.
  private mutating func lookInside(_ lefts: Range<Int>, _ rights: Range<Int>) {
    if lefts.isEmpty || rights.isEmpty { return }
    if lefts.count * rights.count <= CommonOrder.mostPairs {
      compareAll(lefts, rights)
      return
    }
    var (index, place) = (lefts.lowerBound, rights.lowerBound)
    let fixed = anchors(lefts, rights)
    // Without anything to hold on to, what is there many times is left to whoever pairs by value.
    if fixed.isEmpty { return }
    for (anchor, other) in fixed {
      look(in: index..<anchor, place..<other)
      pairs.append((anchor, other))
      (index, place) = (anchor + 1, other + 1)
    }
    look(in: index..<lefts.upperBound, place..<rights.upperBound)
  }

  /// As many elements that are in each part once as stand in the same order.
  private func anchors(_ lefts: Range<Int>, _ rights: Range<Int>) -> [(Int, Int)] {
    let (here, there) = (places(in: left, lefts), places(in: right, rights))
    let both = lefts.compactMap { index -> (Int, Int)? in
      guard here[left[index]] == index, let place = there[left[index]], place >= 0 else {
        return nil
      }
      return (index, place)
    }
    return longestRise(of: both.map(\.1)).map { both[$0] }
  }

  /// Where each element stands that is in a part once; less than 0 for one that is there again.
  private func places(in list: [Int], _ part: Range<Int>) -> [Int: Int] {
    var places: [Int: Int] = [:]
    for index in part { places[list[index]] = places[list[index]] == nil ? index : -1 }
    return places
  }

  /// The longest common order of two short parts.
  private mutating func compareAll(_ lefts: Range<Int>, _ rights: Range<Int>) {
    let (rows, columns) = (lefts.count, rights.count)
    let (first, other) = (lefts.lowerBound, rights.lowerBound)
    let width = columns + 1
    var lengths = [Int32](repeating: 0, count: (rows + 1) * width)
    for row in (0..<rows).reversed() {
      for column in (0..<columns).reversed() {
        let here = row * width + column
        lengths[here] =
          left[first + row] == right[other + column]
          ? lengths[here + width + 1] + 1 : max(lengths[here + width], lengths[here + 1])
      }
    }
    var (row, column) = (0, 0)
    while row < rows, column < columns {
      let here = row * width + column
      if left[first + row] == right[other + column] {
        pairs.append((first + row, other + column))
        (row, column) = (row + 1, column + 1)
      } else if lengths[here + width] >= lengths[here + 1] {
        row += 1
      } else {
        column += 1
      }
    }
  }
}

/// The positions of a longest run of rising numbers, which need not stand side by side.
func longestRise(of numbers: [Int]) -> [Int] {
  var ends: [Int] = []
  var before = [Int](repeating: -1, count: numbers.count)
  for (index, number) in numbers.enumerated() {
    var (low, high) = (0, ends.count)
    while low < high {
      let middle = (low + high) / 2
      if numbers[ends[middle]] < number { low = middle + 1 } else { high = middle }
    }
    if low > 0 { before[index] = ends[low - 1] }
    if low < ends.count { ends[low] = index } else { ends.append(index) }
  }
  var chain: [Int] = []
  var next = ends.last ?? -1
  while next >= 0 {
    chain.append(next)
    next = before[next]
  }
  return chain.reversed()
}
