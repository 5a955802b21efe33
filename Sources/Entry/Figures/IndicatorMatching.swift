package import FigureFiles
import Letters
package import Safeguarding

/// The indicators of a data folder, by what files of figures can call them.
package struct IndicatorMatching: Sendable {
  /// By what an indicator was found.
  package enum Way: String, Hashable, Sendable {
    case said = "as you said"
    case id = "by its id"
    case title = "by its title"
    case number = "by its number"
  }

  /// What is found for a measure of a file.
  package enum Found: Sendable {
    /// It is this indicator.
    case one(Indicator, Way)
    /// It can be each of these.
    case several([Indicator])
    /// It is none; these have the most of its words.
    case none(near: [Indicator])
    /// It is left out on purpose.
    case leftOut
  }

  private let indicators: RecordTable<Indicator>
  private let agency: String
  private var said: [String: String] = [:]
  private var byTitle: [String: [Indicator]] = [:]
  private var byNumber: [String: [Indicator]] = [:]

  /// Looks up what can be meant.
  ///
  /// - Parameters:
  ///   - workspace: The indicators.
  ///   - said: The ids of indicators by what a file calls them; nothing for what is left out.
  ///   - agency: The id of the agency that sends the file; empty where that is not known.
  package init(_ workspace: Workspace, said: [String: String] = [:], agency: String = "") {
    indicators = workspace.indicators
    self.agency = agency
    for (name, id) in said { self.said[IndicatorMatching.key(name)] = id }
    for indicator in indicators.all {
      for title in Set([indicator.title, indicator.shortTitle].map(IndicatorMatching.key))
      where !title.isEmpty { byTitle[title, default: []].append(indicator) }
      if !indicator.number.isEmpty {
        byNumber[IndicatorMatching.key(indicator.number), default: []].append(indicator)
      }
    }
  }

  /// The indicator that a measure is.
  package func find(_ measure: ReadMeasure) -> Found {
    for name in [measure.label, measure.key] {
      if let found = find(said: name) { return found }
    }
    // A title can be the id of another indicator in all but its capitals.
    if let indicator = indicators[measure.key] ?? indicators[measure.label] {
      return .one(indicator, .id)
    }
    if let found = byTitle[IndicatorMatching.key(measure.label)] {
      return found.one(.title, agency)
    }
    // A number alone is a weak sign: the words must not speak of something else altogether.
    if measure.key != measure.label, let found = byNumber[IndicatorMatching.key(measure.key)] {
      let words = IndicatorMatching.words(measure.label)
      let like = found.filter { !words.isDisjoint(with: IndicatorMatching.words($0.title)) }
      if !like.isEmpty { return like.one(.number, agency) }
    }
    return .none(near: near(measure.label))
  }

  /// The indicator that is meant by a name alone.
  func find(label: String) -> Found {
    if let found = find(said: label) { return found }
    if let indicator = indicators[label] { return .one(indicator, .id) }
    return byTitle[IndicatorMatching.key(label)]?.one(.title, agency) ?? .none(near: [])
  }

  private func find(said name: String) -> Found? {
    guard let id = said[IndicatorMatching.key(name)] else { return nil }
    return id.isEmpty ? .leftOut : indicators[id].map { .one($0, .said) }
  }

  /// The indicators that have the most words of a title, three at most.
  private func near(_ label: String) -> [Indicator] {
    let words = IndicatorMatching.words(label)
    let scored = indicators.all.compactMap { indicator -> (score: Double, indicator: Indicator)? in
      let own = IndicatorMatching.words("\(indicator.title) \(indicator.shortTitle)")
      let shared = Double(words.intersection(own).count)
      let score = shared / Double(max(1, words.union(own).count))
      return score >= 0.2 ? (score, indicator) : nil
    }
    let best = scored.enumerated().sorted {
      ($1.element.score, $0.offset) < ($0.element.score, $1.offset)
    }
    return best.prefix(3).map(\.element.indicator)
  }

  /// A name as it is compared: letters, digits and percent signs.
  static func key(_ name: String) -> String {
    var words = [""]
    for letter in name.folded {
      if letter.isLetter || letter.isNumber || letter == "." {
        words[words.count - 1].append(letter)
      } else if letter == "%" {
        words += ["%", ""]
      } else if letter != "'" {
        words.append("")
      }
    }
    return words.filter { !$0.isEmpty && $0 != "." }.joined(separator: " ")
  }

  /// The words of a name that say what it is about.
  private static func words(_ name: String) -> Set<String> {
    Set(key(name).split(separator: " ").filter { $0.count > 2 }.map(String.init))
      .subtracting(["the", "and", "for", "with", "per", "who", "number", "percentage"])
  }
}

extension [Indicator] {
  /// The only one, or the only one that an agency supplies.
  fileprivate func one(_ way: IndicatorMatching.Way, _ agency: String) -> IndicatorMatching.Found {
    if count == 1 { return .one(self[0], way) }
    let supplied = filter { $0.suppliers.contains { $0.id == agency } }
    return supplied.count == 1 ? .one(supplied[0], way) : .several(self)
  }
}
