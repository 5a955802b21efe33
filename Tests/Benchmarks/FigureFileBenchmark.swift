import FigureFiles

/// Reads files of figures as long as the longest that are published; they are made piece by piece.
enum FigureFileBenchmark {
  /// The word on the command line that makes the program measure this alone.
  static let name = "figures"
  /// How many rows the long table of the interactive tool has.
  private static let rowCount = 641_070
  /// An area, its ten neighbours, and the country.
  private static let wanted = (0...10).map { "Area \($0)" } + ["England"]

  /// Prints how long picking twelve areas takes, and all figures of a file of statistics.
  static func measure() throws {
    let bytes = Array(interactiveTool)
    var kept = 0
    let picking = try best { kept = try read(bytes, areas: wanted) }
    print(
      "figures: \(kept) of 12 areas out of \(rowCount) rows of the interactive tool in "
        + "\(rounded(picking * 1000)) ms (goal: at most 3000)")
    let short = Array(statistics(rows: 70_000))
    let long = Array(statistics(rows: 140_000))
    let half = try best { kept = try read(short, areas: nil) }
    let whole = try best { kept = try read(long, areas: nil) }
    print(
      "figures: all \(kept) of \(rounded(long.reduce(0.0) { $0 + Double($1.count) } / 1e6)) MB of "
        + "statistics in \(rounded(whole * 1000)) ms, \(rounded(whole / half)) times half of them")
    try MemoryMeasurement.start([MemoryMeasurement.command, name])
  }

  /// Picks the twelve areas, making the file on the way.
  static func pick() throws -> Int { try read(interactiveTool, areas: wanted) }

  private static func read(_ pieces: some Sequence<[UInt8]>, areas: [String]?) throws -> Int {
    var options = FigureOptions()
    options.areas = areas
    var reader = FigureReader(options)
    for piece in pieces { try reader.consume(piece) }
    return try reader.finish().figures.count
  }

  private static func best(_ work: () throws -> Void) rethrows -> Double {
    var best = Double.infinity
    for _ in 0..<3 { best = min(best, try ContinuousClock().measure(work) / .seconds(1)) }
    return best
  }

  /// The long table of the interactive tool, a thousand rows at a time.
  private static var interactiveTool: some Sequence<[UInt8]> {
    let heading =
      "\"Short Desc\",\"Data item\",\"Years\",\"LA and Regions\",\"Values\",\"LA Number\",\"Region\"\n"
    return pieces(rowCount, heading) { row in
      let area = row % 156
      let name = area == 155 ? "England" : "Area \(area)"
      let (year, measure) = (2015 + row / 156 % 10, row / 1560)
      let value = row % 7 == 3 ? "-" : "\(row * 7 % 1000).\(row % 10)"
      return "\"M\(measure)\",\"Number of children who are counted in way \(measure)\",\"\(year)\","
        + "\"\(name)\",\"\(value)\",\(200 + area),\"Region \(area % 9)\"\n"
    }
  }

  /// Statistics of eight measures for each row.
  private static func statistics(rows: Int) -> some Sequence<[UInt8]> {
    let heading =
      "time_period,time_identifier,geographic_level,country_code,country_name,region_code,region_name,"
      + "old_la_code,new_la_code,la_name,category,a,b,c,d,e_percent,f,g,h\n"
    return pieces(rows, heading) { row in
      let area = row % 153
      return "\(2013 + row / 153 % 13),Reporting year,Local authority,E92000001,England,"
        + "E1200000\(area % 9),Region \(area % 9),\(200 + area),E0600\(1000 + area),Area \(area),"
        + "Category \(row / 1989),\(row % 997),\(row % 491),c,\(row % 83),\(row % 100).5,x,12,\(row)\n"
    }
  }

  private static func pieces(
    _ count: Int, _ heading: String, _ row: @escaping (Int) -> String
  ) -> some Sequence<[UInt8]> {
    stride(from: 0, to: count, by: 1000).lazy.map { first in
      var bytes = first == 0 ? Array(heading.utf8) : []
      for number in first..<min(count, first + 1000) { bytes.append(contentsOf: row(number).utf8) }
      return bytes
    }
  }
}
