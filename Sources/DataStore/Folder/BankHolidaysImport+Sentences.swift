import Safeguarding

extension BankHolidaysImport {
  /// Whether there is anything to write.
  package var hasNews: Bool {
    entries.contains { $0.change.isNews }
  }

  /// One sentence on all of it; the name is what to call the newer list.
  package func summary(of name: String) -> String {
    let added = entries.compactMap { entry in
      if case .added(let day) = entry.change { day } else { nil }
    }
    let moved = entries.count { if case .moved = $0.change { true } else { false } }
    let doubts = entries.count { if case .unconfirmed = $0.change { true } else { false } }
    var parts: [String] = []
    if !added.isEmpty {
      let years = Self.words(for: Set(added.map(\.date.year)))
      parts.append("added \(Self.count(added.count, "day")) (\(years))")
    }
    if moved > 0 { parts.append("moved \(Self.count(moved, "day"))") }
    var sentence = "Nothing is new in \(name); bank-holidays.json was not touched."
    if !parts.isEmpty {
      let text = parts.joined(separator: " and ")
      let divisions = Set(entries.filter(\.change.isNews).map(\.division)).count
      sentence =
        "\(text.prefix(1).uppercased())\(text.dropFirst()) for "
        + "\(Self.count(divisions, "division")); no year was dropped."
    }
    return doubts > 0 ? "\(sentence) Look at \(Self.count(doubts, "day"))." : sentence
  }

  private static func count(_ number: Int, _ thing: String) -> String {
    "\(number) \(thing)\(number == 1 ? "" : "s")"
  }

  /// Years in order, three and more in a row as "2019 to 2028".
  private static func words(for years: Set<Int>) -> String {
    var runs: [ClosedRange<Int>] = []
    for year in years.sorted() {
      if let last = runs.last, last.upperBound + 1 == year {
        runs[runs.count - 1] = last.lowerBound...year
      } else {
        runs.append(year...year)
      }
    }
    return runs.flatMap { run in
      run.count > 2 ? ["\(run.lowerBound) to \(run.upperBound)"] : run.map(String.init)
    }.joined(separator: ", ")
  }
}

extension BankHolidaysImport.Entry {
  /// The change as a sentence.
  ///
  /// For instance: "Scotland: St Andrew’s Day added on Fri 30 Nov 2029."
  package var sentence: String {
    "\(Division(rawValue: division)?.title ?? division): \(change.sentence)"
  }
}

extension BankHolidaysImport.Change {
  /// Whether it changes the list.
  fileprivate var isNews: Bool {
    switch self {
    case .added, .moved: true
    case .renamed, .unconfirmed: false
    }
  }

  fileprivate var sentence: String {
    switch self {
    case .added(let day): "\(day.title) added on \(day.date.long)."
    case .moved(let day, let date):
      "\(day.title) moved from \(day.date.long) to \(date.long)."
    case .renamed(let day, let title):
      "\(day.title) on \(day.date.long) is called \"\(title)\" in the newer list; "
        + "the name was kept."
    case .unconfirmed(let day):
      "warning: \(day.title) on \(day.date.long) is not in the newer list; it was kept. "
        + "Look whether it still is a bank holiday."
    }
  }
}
