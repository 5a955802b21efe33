import Safeguarding
import Testing

/// What holds whatever two people do to one value.
@Suite struct ThreeWayPropertyTests {
  @Test(arguments: 0..<20)
  func nothingIsLostAndBothSidesCountAlike(batch: Int) {
    // Every other batch has few words, so that many elements are equal.
    let vocabulary = batch % 2 == 0 ? Int.max : 12
    var editor = RandomEditor(seed: UInt64(batch), vocabulary: vocabulary)
    var merged = 0
    for _ in 0..<500 {
      let base = editor.value()
      let (mine, theirs) = (editor.edited(base), editor.edited(base))
      func told() -> String {
        "\(base.spelling)\nmine \(mine.spelling)\ntheirs \(theirs.spelling)"
      }
      #expect(
        ThreeWay.merge(base: base, mine: base, theirs: theirs) == .merged(theirs), "\(told())")
      #expect(ThreeWay.merge(base: base, mine: mine, theirs: base) == .merged(mine), "\(told())")
      #expect(ThreeWay.merge(base: base, mine: mine, theirs: mine) == .merged(mine), "\(told())")
      let outcome = ThreeWay.merge(base: base, mine: mine, theirs: theirs)
      let turned = ThreeWay.merge(base: base, mine: theirs, theirs: mine)
      guard case .merged(let result?) = outcome else {
        #expect(turned == outcome, "\(told())")
        continue
      }
      guard case .merged(let other?) = turned else {
        Issue.record("Only one way round it is a conflict: \(told())")
        continue
      }
      merged += 1
      #expect(result.sorted == other.sorted, "\(told())")
      let (old, my, their) = (base.words, mine.words, theirs.words)
      let entered = my.union(their).subtracting(old)
      #expect(result.words.isSuperset(of: entered), "\(told())\nresult \(result.spelling)")
      let kept = old.intersection(my).intersection(their)
      #expect(
        vocabulary < .max || result.words.isSuperset(of: kept),
        "\(told())\nresult \(result.spelling)")
      #expect(result.words.isSubset(of: old.union(my).union(their)), "\(told())")
    }
    #expect((100...400).contains(merged), "The examples say little: \(merged) of 500 were merged.")
  }

  @Test(arguments: 0..<20)
  func editsOfDistinctElementsAreMerged(batch: Int) {
    var editor = RandomEditor(seed: UInt64(1000 + batch))
    for _ in 0..<500 {
      let base = editor.list()
      let isMine = base.map { _ in editor.roll(2) == 0 }
      let mine = editor.edited(base, where: isMine)
      let theirs = editor.edited(base, where: isMine.map(!))
      let outcome = ThreeWay.merge(base: .list(base), mine: .list(mine), theirs: .list(theirs))
      func told() -> String {
        [base, mine, theirs].map { StoredValue.list($0).spelling }
          .joined(separator: "\n")
      }
      guard case .merged(let result) = outcome else {
        Issue.record("\(told())")
        continue
      }
      // Whatever stands on both sides, or is new on one of them, and nothing else.
      let (my, their) = (Set(mine), Set(theirs))
      let expected = my.intersection(their).union(my.union(their).subtracting(base))
      let elements = result?.elements ?? []
      #expect(Set(elements) == expected, "\(told())\nresult \(result?.spelling ?? "nothing")")
      #expect(elements.count == expected.count, "\(told())")
    }
  }
}

/// Makes values and edits them; every new text is a word of its own while the words last.
private struct RandomEditor {
  private var state: UInt64
  private var words = 0
  private let vocabulary: Int

  init(seed: UInt64, vocabulary: Int = .max) {
    state = seed
    self.vocabulary = vocabulary
  }

  mutating func roll(_ sides: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % sides
  }

  private mutating func word() -> StoredValue {
    words += 1
    return .text("w\(words < vocabulary ? words : roll(vocabulary))")
  }

  /// A record with lists of records and of texts.
  mutating func value() -> StoredValue {
    ["note": word(), "agenda": .list(items()), "evidence": .list(texts())]
  }

  /// A list of records or of texts.
  mutating func list() -> [StoredValue] { roll(2) == 0 ? items() : texts() }

  private mutating func texts() -> [StoredValue] { (0..<roll(6)).map { _ in word() } }

  private mutating func items() -> [StoredValue] { (0..<roll(6)).map { _ in item() } }

  private mutating func item() -> StoredValue {
    var item: StoredValue = ["title": word(), "outcome": word()]
    if roll(2) == 0 { item["note"] = word() }
    if roll(3) == 0 { item["papers"] = .list(texts()) }
    return item
  }

  /// A version of a value, mostly with few changes.
  mutating func edited(_ value: StoredValue) -> StoredValue {
    switch value {
    case .boolean, .number, .text: return roll(2) == 0 ? word() : value
    case .record(let members):
      var result = value
      for member in members where roll(4) > 0 {
        result[member.key] =
          member.key == "title" && roll(4) > 0 ? member.value : edited(member.value)
      }
      if roll(8) == 0 { result[["outcome", "note", "lead"][roll(3)]] = word() }
      if roll(16) == 0, members.count > 1 { result["note"] = nil }
      return result
    case .list(let elements):
      let isMine = elements.map { _ in roll(2) == 0 }
      var result = edited(elements, where: isMine)
      if result.count > 1, roll(6) == 0 {
        let moved = result.remove(at: roll(result.count))
        result.insert(moved, at: roll(result.count + 1))
      }
      return .list(result)
    }
  }

  /// A version of a list in which only some elements are changed or taken out, and some put in.
  mutating func edited(_ elements: [StoredValue], where isMine: [Bool]) -> [StoredValue] {
    let isText = elements.allSatisfy { $0.text != nil }
    var result: [StoredValue] = []
    for (element, isMine) in zip(elements, isMine) {
      if roll(8) == 0 { result.append(isText ? word() : item()) }
      if isMine, roll(4) == 0 { continue }
      result.append(isMine ? edited(element) : element)
    }
    if roll(4) == 0 { result.append(isText ? word() : item()) }
    return result
  }
}

extension StoredValue {
  /// All texts in it.
  fileprivate var words: Set<String> {
    switch self {
    case .boolean, .number: []
    case .text(let text): [text]
    case .list(let elements): elements.reduce(into: []) { $0.formUnion($1.words) }
    case .record(let members): members.reduce(into: []) { $0.formUnion($1.value.words) }
    }
  }

  /// The value without the order of its fields and elements.
  fileprivate var sorted: StoredValue {
    switch self {
    case .boolean, .number, .text: self
    case .list(let elements): .list(elements.map(\.sorted).sorted { $0.spelling < $1.spelling })
    case .record(let members):
      .record(members.map { Member($0.key, $0.value.sorted) }.sorted { $0.key < $1.key })
    }
  }
}
