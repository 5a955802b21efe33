extension LineChart {
  /// One sentence on the first series: how it moved, where it stands, and what is notable.
  package var summary: String {
    let all = series.first.map(places) ?? []
    let known = all.enumerated().compactMap { index, point in point.map { (index, $0) } }
    guard let (latestIndex, latest) = known.last, let value = latest.value else {
      return all.count > 1 ? "No values: all \(all.count) are missing." : "No value yet."
    }
    var parts: [String] = []
    let isSingle = known.count == 1
    if isSingle {
      let lead = all.count == 1 ? "One value so far" : "Only one value of \(all.count) is known"
      parts.append("\(lead): \(words(latest)) in \(categories[latestIndex])")
    } else {
      parts.append(movement(known.map(\.1), isGapless: known.count == all.count))
    }
    if latestIndex < all.count - 1, let newest = categories.last {
      if isSingle {
        parts.append("no value for \(newest)")
      } else {
        parts.append("latest is \(words(latest)) in \(categories[latestIndex])")
        parts.append("no value for \(newest)")
      }
    }
    parts += references.compactMap { comparison(latest, value, $0) }
    if let record = record(known) { parts.append(record) }
    if latest.qualifier == .provisional, !isSingle, latestIndex == all.count - 1 {
      parts.append("the latest value is provisional")
    }
    return parts.joined(separator: "; ") + "."
  }

  /// The value as it is printed, so that what looks the same counts as the same.
  private func printed(_ value: Double) -> Double {
    (value * ChartNumber.power(decimals)).rounded()
  }

  /// How the values moved over the last steps, at most four.
  private func movement(_ points: [ChartPoint], isGapless: Bool) -> String {
    let recent = points.suffix(5)
    guard recent.allSatisfy({ $0.qualifier != .atLeast }) else {
      return "Some values are only known as \"at least\", so the trend is not certain"
    }
    let values = recent.compactMap(\.value).map(printed)
    let changes = zip(values, values.dropFirst()).map { $1 - $0 }
    let rises = changes.count { $0 > 0 }
    let falls = changes.count { $0 < 0 }
    let latest = changes.last ?? 0
    if rises + falls == 0 {
      if points.count > recent.count { return "The same in the last \(values.count) periods" }
      return values.count == 2
        ? "The same in both periods" : "The same in all \(values.count) periods"
    }
    if changes.count == 1, let from = recent.first?.label, let to = recent.last?.label {
      return "\(rises == 1 ? "Rose" : "Fell") from \(from) to \(to)"
    }
    let isRise = rises == falls ? latest > 0 : rises > falls
    let count = isRise ? rises : falls
    let span = isGapless ? "periods" : "known changes"
    let lead = isRise ? "Rose" : "Fell"
    var text =
      count == changes.count
      ? "\(lead) in each of the last \(count) \(span)"
      : "\(lead) in \(count) of the last \(changes.count) \(span)"
    if latest == 0 { text += " but did not change in the latest" }
    if isRise, latest < 0 { text += " but fell in the latest" }
    if !isRise, latest > 0 { text += " but rose in the latest" }
    return text
  }

  /// Where the latest value stands beside a line to compare with.
  private func comparison(_ point: ChartPoint, _ value: Double, _ reference: ReferenceLine)
    -> String?
  {
    guard let other = ChartNumber.plotted(reference.value) else { return nil }
    let difference = printed(value) - printed(other)
    let size = number(difference.magnitude / ChartNumber.power(decimals))
    let points = unit.hasPrefix("%") ? "\(size) percentage points" : size
    switch (point.qualifier, difference) {
    case (.atLeast, ...0): return "\(reference.title) is \(measured(other))"
    case (.atLeast, _): return "at least \(points) above \(reference.title)"
    case (.about, 0): return "about level with \(reference.title)"
    case (_, 0): return "level with \(reference.title)"
    default:
      let lead = point.qualifier == .about ? "about " : ""
      return "\(lead)\(points) \(difference > 0 ? "above" : "below") \(reference.title)"
    }
  }

  /// Since when the value was not as high or as low, if it is further out than the one before.
  private func record(_ known: [(Int, ChartPoint)]) -> String? {
    guard known.count > 2, known.allSatisfy({ $0.1.qualifier != .atLeast }),
      let latest = known.last?.1.value.map(printed)
    else { return nil }
    let earlier = known.dropLast().compactMap { index, point in
      point.value.map { (index: index, value: printed($0)) }
    }
    guard let before = earlier.last?.value, before != latest else { return nil }
    let isRise = latest > before
    let word = isRise ? "highest" : "lowest"
    let match = earlier.last { isRise ? $0.value >= latest : $0.value <= latest }
    return match.map { "\(word) since \(categories[$0.index])" }
      ?? "\(word) of the \(known.count) values"
  }
}
