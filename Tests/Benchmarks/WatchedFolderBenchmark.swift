import DataStore
import Safeguarding

/// Measures the memory of a folder that is followed, with the whole dataset of a large partnership in it.
enum WatchedFolderBenchmark {
  /// The word on the command line that makes the program measure this alone.
  static let name = "watched"
  private static let (indicators, years, agencies, ages) = (60, 10, 30, 4)

  /// Lays the folder, and follows it in a new process.
  static func measure() throws {
    let files = files
    let folder = try TemporaryDataFolder(files: files)
    let bytes = files.reduce(0) { $0 + $1.bytes.count }
    try MemoryMeasurement.start([MemoryMeasurement.command, name, folder.path, "\(bytes)"])
  }

  /// Reads a folder of so many bytes as a session does, changes a file of it, and prints the memory of each step.
  static func follow(_ path: String, bytes: Int) throws {
    let before = try MemoryMeasurement.peak()
    let reader = FolderReader(DataFolder(path: path))
    var workspace = try reader.begin()
    SpareMemory.giveBack()
    try tell("read", workspace, before, bytes)
    let file = "\(path)/dataset/values/agency-7-2019.json"
    for number in ["1001", "1002", "1003"] {
      try MemoryMeasurement.write(values(of: 7, in: 2019, first: number), to: file)
      guard let news = try reader.read().workspace else {
        throw BenchmarkError("The change was not seen.")
      }
      workspace = news
      SpareMemory.giveBack()
    }
    try tell("read again, a file of it three times", workspace, before, bytes)
  }

  private static func tell(_ what: String, _ workspace: Workspace, _ before: Int, _ bytes: Int)
    throws
  {
    guard workspace.faults.isEmpty else {
      throw BenchmarkError("Faults: \(workspace.faults.prefix(3).map(\.sentence))")
    }
    let (rest, peak) = (try MemoryMeasurement.rest(), try MemoryMeasurement.peak())
    print(
      "memory: a followed folder of \(workspace.values.all.count) values, \(what): \(rest >> 20) MiB at rest, "
        + "\(peak >> 20) MiB at its highest (goal: at most 150), \((peak - before) >> 20) MiB of it for the data, "
        + "\(rounded(Double(peak - before) / Double(bytes))) times its files"
    )
  }

  private static var files: [(path: String, bytes: [UInt8])] {
    let agencies = (0..<agencies).map {
      "{\"id\": \"agency-\($0)\", \"name\": \"Agency \($0)\", \"category\": \"council\"}"
    }
    let indicators = (0..<indicators).map { number in
      """
      {"id": "measure-\(number)", "partnership": "area", "cluster": "all", "title": "Measure \(number)"}
      """
    }
    let others = [
      (
        "workspace.json",
        "{\"title\": \"Area\", \"schemaVersion\": 2, \"partnerships\": [\"area\"]}"
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
    var files = others.map { ($0.0, Array($0.1.utf8)) }
    for agency in 0..<Self.agencies {
      for year in 2014..<2014 + years {
        files.append(
          ("dataset/values/agency-\(agency)-\(year).json", values(of: agency, in: year)))
      }
    }
    return files
  }

  /// What an agency supplied for a reporting year, as an import writes it.
  private static func values(of agency: Int, in year: Int, first: String? = nil) -> [UInt8] {
    var records: [String] = []
    let next = (year + 1) % 100
    let name = "\(year)-\(next < 10 ? "0" : "")\(next)"
    let days = ["04-01/06-30", "07-01/09-30", "10-01/12-31", "01-01/03-31"]
    for quarter in 0..<4 {
      let ends = days[quarter].split(separator: "/")
      let its = quarter == 3 ? year + 1 : year
      for indicator in 0..<indicators {
        for age in 0..<ages {
          let part = "\(age * 5) to \(age * 5 + 4)"
          let id =
            "measure-\(indicator)-\(name)-q\(quarter + 1)-\(age * 5)-to-\(age * 5 + 4)-\(agency)"
          let number = 6 + (agency * 31 + indicator * 7 + quarter * 3 + age * 11 + year) % 900
          let value = records.isEmpty ? first ?? "\(number)" : "\(number)"
          records.append(
            """
                {
                  "id": "\(id)",
                  "indicator": "measure-\(indicator)",
                  "agency": "agency-\(agency)",
                  "period": "\(its)-\(ends[0])/\(its)-\(ends[1])",
                  "periodLabel": "Q\(quarter + 1) \(name)",
                  "value": \(value),
                  "breakdown": [
                    {
                      "by": "Age",
                      "part": "\(part)"
                    }
                  ]
                }
            """)
        }
      }
    }
    return Array("{\n  \"values\": [\n\(records.joined(separator: ",\n"))\n  ]\n}\n".utf8)
  }
}
