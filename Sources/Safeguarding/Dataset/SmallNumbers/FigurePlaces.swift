/// What the figures of an indicator are for, but for their periods: the parts, and the agency as one more; each
/// such place has a number, as there are few of them and very many figures.
struct FigurePlaces {
  /// One way in which a place is a part of a whole.
  struct Part {
    /// By what the whole is broken down.
    let by: Int
    /// The whole.
    let whole: Int
    /// The same whole of nobody in particular; the whole itself where it is of no agency.
    let wholeOfAll: Int
  }

  /// The place of each figure.
  private(set) var ofFigures: [Int] = []
  /// The rank of each place that has a figure, in an order of their own, so that the same figures are hidden each time.
  private(set) var ranks: [Int] = []
  /// The ways in which each place that has a figure is a part, in the order of what it is broken down by.
  private(set) var parts: [[Part]] = []

  private typealias Place = [Breakdown.Key: String]
  private var places: [Place] = []
  private var numbers: [Place: Int] = [:]

  private struct Spelled: Hashable {
    let breakdown: [Breakdown]
    let agency: String?
  }

  /// Numbers the places of figures.
  init(_ figures: [Observation]) {
    let first = figures.first?.agency?.id ?? ""
    number(figures, bySeveral: figures.contains { $0.agency?.id ?? "" != first })
    var ways: [Breakdown.Key: Int] = [:]
    let own = places
    // Wholes that nobody wrote down have a number as well: they can be the wholes of others.
    for place in own {
      parts.append(
        place.keys.sorted().map { by in
          var whole = place
          whole[by] = nil
          var all = whole
          all[.agency] = nil
          let way = ways[by] ?? ways.count
          ways[by] = way
          return Part(by: way, whole: number(of: whole), wholeOfAll: number(of: all))
        })
    }
    self.ways = ways.count
    let texts = own.map { place in
      place.sorted { $0.key < $1.key }.map { "\($0.key.text)\u{0}\($0.value)" }
        .joined(separator: "\u{1}")
    }
    ranks = Array(repeating: 0, count: own.count)
    for (rank, number) in texts.indices.sorted(by: { texts[$0] < texts[$1] }).enumerated() {
      ranks[number] = rank
    }
  }

  /// How many ways of breaking down there are.
  private(set) var ways = 0

  /// How many places there are, those among them for which there is no figure, which have the highest numbers.
  var count: Int { places.count }

  /// Numbers the places of figures, which are told by agency as well where several supplied them.
  private mutating func number(_ figures: [Observation], bySeveral: Bool) {
    var known: [Spelled: Int] = [:]
    var spellings: [Spelled] = []
    // One period mostly gives its places in the order of the one before, so each is looked for there first.
    var following: [Int] = []
    var last = 0
    ofFigures.reserveCapacity(figures.count)
    for figure in figures {
      let agency = bySeveral ? figure.agency?.id : nil
      if last < following.count {
        let next = following[last]
        if spellings[next].breakdown == figure.breakdown, spellings[next].agency == agency {
          ofFigures.append(next)
          last = next
          continue
        }
      }
      let spelled = Spelled(breakdown: figure.breakdown, agency: agency)
      let found = known[spelled] ?? number(of: Place(spelled.breakdown, agency))
      known[spelled] = found
      if found == spellings.count {
        spellings.append(spelled)
        following.append(found)
      }
      if last < following.count { following[last] = found }
      ofFigures.append(found)
      last = found
    }
  }

  private mutating func number(of place: Place) -> Int {
    if let number = numbers[place] { return number }
    numbers[place] = places.count
    places.append(place)
    return places.count - 1
  }
}

extension [Breakdown.Key: String] {
  fileprivate init(_ breakdown: [Breakdown], _ agency: String?) {
    self.init()
    for one in breakdown { self[.by(one.by)] = one.part }
    self[.agency] = agency
  }
}

extension Breakdown {
  /// By what something is broken down; who supplied it is one of the ways.
  enum Key: Hashable, Comparable {
    case agency
    case by(String)

    /// The way in letters that no other one has.
    var text: String {
      switch self {
      case .agency: "agency"
      case .by(let way): "by \(way)"
      }
    }
  }
}
