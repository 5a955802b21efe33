/// Which elements of a changed list are which of the list it was made from.
///
/// The elements of a list have no ids. Equal ones belong together first, in their order where they can,
/// then those that share what they are known by, then what is left at the same place.
struct ListMatching {
  /// The list that was changed.
  let base: [StoredValue]
  /// What became of it.
  let changed: [StoredValue]
  /// For each element of the first list its place in the second; nil when it was taken out.
  private(set) var places: [Int?]
  /// For each element of the second list whether it was in the first.
  private(set) var isMatched: [Bool]

  /// Compares a list with what became of it.
  init(of base: [StoredValue], with changed: [StoredValue]) {
    self.base = base
    self.changed = changed
    places = Array(repeating: nil, count: base.count)
    isMatched = Array(repeating: false, count: changed.count)
    var numbers: [StoredValue: Int] = [:]
    func number(_ element: StoredValue) -> Int {
      let next = numbers.count
      return numbers[element]
        ?? {
          numbers[element] = next; return next
        }()
    }
    let (left, right) = (base.map(number), changed.map(number))
    matchInOrder(left, right)
    match(left, right)
    match(base.map(\.identity), changed.map(\.identity))
    matchNeighbours()
  }

  private mutating func pair(_ index: Int, _ place: Int) {
    places[index] = place
    isMatched[place] = true
  }

  /// Pairs as many equal elements as stand in the same order in both lists.
  private mutating func matchInOrder(_ left: [Int], _ right: [Int]) {
    var start = 0
    var (leftEnd, rightEnd) = (left.count, right.count)
    while start < min(leftEnd, rightEnd), left[start] == right[start] {
      pair(start, start)
      start += 1
    }
    while min(leftEnd, rightEnd) > start, left[leftEnd - 1] == right[rightEnd - 1] {
      (leftEnd, rightEnd) = (leftEnd - 1, rightEnd - 1)
      pair(leftEnd, rightEnd)
    }
    let (rows, columns) = (leftEnd - start, rightEnd - start)
    guard rows > 0, columns > 0 else { return }
    let width = columns + 1
    var lengths = [UInt16](repeating: 0, count: (rows + 1) * width)
    for row in (0..<rows).reversed() {
      for column in (0..<columns).reversed() {
        let here = row * width + column
        lengths[here] =
          left[start + row] == right[start + column]
          ? lengths[here + width + 1] + 1 : max(lengths[here + width], lengths[here + 1])
      }
    }
    var (row, column) = (0, 0)
    while row < rows, column < columns {
      let here = row * width + column
      if left[start + row] == right[start + column] {
        pair(start + row, start + column)
        (row, column) = (row + 1, column + 1)
      } else if lengths[here + width] >= lengths[here + 1] {
        row += 1
      } else {
        column += 1
      }
    }
  }

  /// Pairs what has the same key, wherever it stands: the first with the first, and so on.
  private mutating func match<Key: Hashable>(_ left: [Key?], _ right: [Key?]) {
    var waiting: [Key: [Int]] = [:]
    for (place, key) in right.enumerated().reversed() where !isMatched[place] {
      if let key { waiting[key, default: []].append(place) }
    }
    for (index, key) in left.enumerated() where places[index] == nil {
      if let key, let place = waiting[key]?.popLast() { pair(index, place) }
    }
  }

  /// Pairs what is left between the same neighbours, in its order.
  private mutating func matchNeighbours() {
    var (index, place) = (0, 0)
    for fixed in backbone + [base.count] {
      let end = fixed < base.count ? places[fixed] ?? place : changed.count
      for left in index..<fixed where places[left] == nil {
        let found = (place..<max(place, end)).first {
          !isMatched[$0] && base[left].isLike(changed[$0])
        }
        if let found {
          pair(left, found)
          place = found + 1
        }
      }
      (index, place) = (fixed + 1, end + 1)
    }
  }

  /// As many paired elements as stand in the same order in both lists, by their index in the first.
  var backbone: [Int] {
    var ends: [Int] = []
    var before = [Int?](repeating: nil, count: base.count)
    for (index, place) in places.enumerated() {
      guard let place else { continue }
      var (low, high) = (0, ends.count)
      while low < high {
        let middle = (low + high) / 2
        if places[ends[middle]] ?? place < place { low = middle + 1 } else { high = middle }
      }
      if low > 0 { before[index] = ends[low - 1] }
      if low < ends.count { ends[low] = index } else { ends.append(index) }
    }
    var chain: [Int] = []
    var next = ends.last
    while let index = next {
      chain.append(index)
      next = before[index]
    }
    return chain.reversed()
  }
}

extension StoredValue {
  /// What an element of a list is known by: its id, else its title, and so on.
  var identity: Member? {
    guard let members else { return nil }
    for key in ["id", "title", "seat", "person", "agency", "text", "on"] {
      if let value = members.first(where: { $0.key == key })?.value { return Member(key, value) }
    }
    return nil
  }

  /// Whether one may have become the other by an edit: half of what a record says stayed the same.
  fileprivate func isLike(_ other: StoredValue) -> Bool {
    switch (self, other) {
    case (.record(let one), .record(let two)):
      let longer = max(one.count, two.count)
      return longer <= 1 || 2 * one.count(where: two.contains) >= longer
    case (.boolean, .boolean), (.number, .number), (.text, .text), (.list, .list): return true
    default: return false
    }
  }
}
