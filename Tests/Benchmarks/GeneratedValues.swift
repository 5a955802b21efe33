import DataStore
import Safeguarding

/// A dataset made up in memory: what eight agencies supplied for a hundred indicators in six years.
enum GeneratedValues {
  static let indicatorCount = 100
  static let valuesOfEach = 72

  /// All files with their paths.
  static var files: [(path: String, bytes: [UInt8])] {
    let agencies = (0..<8).map { "{\"id\": \"agency-\($0)\", \"name\": \"Agency \($0)\"}" }
    let indicators = (0..<indicatorCount).map { number in
      """
      {"id": "indicator-\(number)", "partnership": "area", "cluster": "all", "title": "Indicator \(number)"}
      """
    }
    var values: [String: [String]] = [:]
    for indicator in 0..<indicatorCount {
      let agency = "agency-\(indicator % 8)"
      for month in 0..<valuesOfEach {
        let (year, number) = (2018 + month / 12, month % 12 + 1)
        let period = "\(year)-\(number < 10 ? "0" : "")\(number)"
        values["\(agency)-\(number < 4 ? year - 1 : year)", default: []].append(
          """
          {
            "id": "indicator-\(indicator)-\(period)", "indicator": "indicator-\(indicator)",
            "agency": "\(agency)", "period": "\(period)", "value": \(indicator * 7 + month),
            "source": ["annual-report table \(indicator)"]
          }
          """)
      }
    }
    let others = [
      (
        "workspace.json",
        "{\"title\": \"Area\", \"partnerships\": [\"area\"], "
          + "\"documents\": [{\"id\": \"annual-report\", \"title\": \"Annual report\"}]}"
      ),
      ("agencies.json", "{\"agencies\": [\(agencies.joined(separator: ","))]}"),
      (
        "partnerships/area/partnership.json",
        "{\"id\": \"area\", \"name\": \"A\", \"shortName\": \"A\"}"
      ),
      (
        "dataset/area.json",
        "{\"clusters\": [{\"id\": \"all\", \"partnership\": \"area\", \"title\": \"All\"}], "
          + "\"indicators\": [\(indicators.joined(separator: ","))]}"
      ),
    ]
    let lists = values.sorted { $0.key < $1.key }.map { name, records in
      ("dataset/values/\(name).json", "{\"values\": [\(records.joined(separator: ",\n"))]}")
    }
    return (others + lists).map { ($0.0, Array($0.1.utf8)) }
  }
}
