/// The level axis of a chart: periods in their order, evenly spaced.
struct CategoryAxis: Hashable {
  let labels: [String]
  /// Columns of the plot.
  let width: Int

  /// A label where it is printed.
  struct Placed: Hashable {
    var index: Int
    var text: String
    var x: Int
  }

  /// The column of a period, counted from the plot's left edge.
  func column(_ index: Int) -> Int {
    guard labels.count > 1 else { return width / 2 }
    let margin = width < 10 ? 0 : width >= 24 && labels.count <= 8 ? 4 : 2
    return margin + index * (width - 1 - margin) / (labels.count - 1)
  }

  /// Columns from one period to the next.
  var spacing: Int { labels.count > 1 ? width / (labels.count - 1) : width }

  /// The labels that have room: the first and the last always, none over another.
  ///
  /// Columns count from the plot's left edge and may be negative: labels may use the room from
  /// `left` up to `right`.
  func placed(left: Int, right: Int, glyphs: Glyphs) -> [Placed] {
    guard right > left, !labels.isEmpty else { return [] }
    let single = labels.count == 1
    let most = max(1, single ? right - left : (right - left - 2) / 2)
    func place(_ index: Int, width: Int) -> Placed {
      let text = ChartText.fitted(labels[index], width: width, glyphs: glyphs)
      let length = TextWidth.of(text)
      return Placed(
        index: index, text: text, x: max(left, min(right - length, column(index) - length / 2)))
    }
    var result = [place(0, width: most)]
    if single { return result }
    let last = place(labels.count - 1, width: most)
    for index in labels.indices.dropFirst().dropLast() {
      let next = place(index, width: right - left)
      let free = result.last.map { $0.x + TextWidth.of($0.text) + 2 } ?? left
      if next.x >= free, next.x + TextWidth.of(next.text) + 2 <= last.x { result.append(next) }
    }
    if let first = result.first, result.count == 1, first.x + TextWidth.of(first.text) >= last.x {
      result[0].x = max(left, last.x - 1 - TextWidth.of(first.text))
    }
    return result + [last]
  }
}
