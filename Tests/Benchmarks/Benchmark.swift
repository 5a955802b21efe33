import DataStore
import FoundationEssentials
import Glibc
import JSONDocument
import Safeguarding

/// Measures reading and computing on a data folder far larger than a real one.
@main
struct Benchmark {
  private static let longFileBytes = 12_000_000

  static func main() throws {
    let arguments = CommandLine.arguments
    if arguments.count == 3, arguments[1] == MemoryMeasurement.command {
      if arguments[2] == GeneratedObligations.name {
        try MemoryMeasurement.measureDeadlines()
      } else if arguments[2] == FigureFileBenchmark.name {
        try MemoryMeasurement.measureFigures()
      } else if arguments[2] == KeyBenchmark.name {
        try MemoryMeasurement.measureKeys()
      } else {
        try MemoryMeasurement.measure(arguments[2])
      }
      return
    }
    if arguments.count == 5, arguments[2] == WatchedFolderBenchmark.name {
      try WatchedFolderBenchmark.follow(arguments[3], bytes: Int(arguments[4]) ?? 1)
      return
    }
    if arguments.contains(WatchedFolderBenchmark.name) {
      try WatchedFolderBenchmark.measure()
      return
    }
    if arguments.contains("deadlines") {
      try measureDeadlines()
      return
    }
    if arguments.contains(KeyBenchmark.name) {
      try KeyBenchmark.measure()
      return
    }
    if arguments.contains("many") {
      try ManyRecordsBenchmark().measure()
      return
    }
    if arguments.contains(FigureFileBenchmark.name) {
      try FigureFileBenchmark.measure()
      return
    }
    if arguments.contains(DatasetBenchmark.name) {
      DatasetBenchmark.measure()
      return
    }
    if arguments.contains("values") {
      try measureValues()
      return
    }
    if arguments.contains(PaperBenchmark.name) {
      try PaperBenchmark.measure()
      return
    }
    if arguments.contains("saving") {
      try SavingBenchmark().measure()
      return
    }
    let generated = GeneratedFiles(longFileBytes: longFileBytes)
    let bytes = generated.longBytes
    print("one file of actions: \(bytes.count) bytes; each figure is the best of several runs")

    let parsing = try best(of: 9) { _ = try JSONDocument(bytes: bytes) }
    print("parsing: \(speed(bytes.count, parsing))")

    var workspace = Workspace()
    let reading = best(of: 7) { workspace = WorkspaceReader(files: generated.files).read() }
    guard workspace.faults.isEmpty else {
      throw BenchmarkError("Faults: \(workspace.faults.prefix(3).map(\.sentence))")
    }
    print("reading into the model: \(speed(bytes.count, reading))")
    if arguments.contains("read") { return }

    let data = Data(bytes)
    var decoded = 0
    let decoding = try best(of: 3) {
      decoded = try JSONDecoder().decode(DecodedActions.self, from: data).actions.count
    }
    guard decoded == workspace.actions.all.count else {
      throw BenchmarkError("The decoder found \(decoded) actions.")
    }
    print("JSONDecoder into the same fields: \(speed(bytes.count, decoding))")
    print("ratio: \(rounded(decoding / reading)) times as fast (goal: at least 3)")
    try MemoryMeasurement.run(generated)

    try measureDeadlines()
    try KeyBenchmark.measure()
    try measureValues()
    try WatchedFolderBenchmark.measure()
    try FigureFileBenchmark.measure()
    try PaperBenchmark.measure()
    try SavingBenchmark().measure()
    try ManyRecordsBenchmark().measure()
  }

  /// Reading the values of a dataset, and what they say of each indicator.
  private static func measureValues() throws {
    let files = GeneratedValues.files
    var workspace = Workspace()
    let reading = best(of: 7) { workspace = WorkspaceReader(files: files).read() }
    let count = GeneratedValues.indicatorCount * GeneratedValues.valuesOfEach
    guard workspace.values.all.count == count else {
      throw BenchmarkError("Faults: \(workspace.faults.prefix(3).map(\.sentence))")
    }
    var known = 0
    let asking = best(of: 9) {
      known = workspace.indicators.all.count { workspace.reading(of: $0).change != nil }
    }
    print(
      "values: \(count) of \(known) indicators in \(files.count) files read in "
        + "\(rounded(reading * 1000)) ms; what they say of each in \(rounded(asking * 1000)) ms")
  }

  /// The whole list of what is owed, and one step of working days.
  private static func measureDeadlines() throws {
    let workspace = GeneratedObligations.workspace

    var lists: [[Deadline]] = []
    let deadlines = best(of: 9) { lists.append(workspace.deadlines(on: GeneratedObligations.day)) }
    let count = lists[0].count
    var bare: [[BareDeadline]] = []
    let least = best(of: 9) { bare.append(BareDeadline.all(of: workspace)) }
    print(
      "deadlines: \(count) of \(workspace.groups.all.count) groups over ten years in "
        + "\(rounded(deadlines * 1000)) ms (goal: at most 60), \(rounded(deadlines / least)) times a bare loop "
        + "that makes \(bare[0].count) objects of a day and a title and sorts them")
    try MemoryMeasurement.start([MemoryMeasurement.command, GeneratedObligations.name])

    let calendar = workspace.bankHolidays.workingDays()
    let steps = 1_000_000
    var last = GeneratedObligations.day
    let adding = best(of: 5) {
      for step in 0..<steps {
        let start = CalendarDate(dayNumber: GeneratedObligations.day.dayNumber + step % 3000)
        last = max(last, calendar.adding(step % 121 - 60, to: start))
      }
    }
    print(
      "working days: one offset in \(rounded(adding / Double(steps) * 1e9)) ns "
        + "(goal: less than 100; the last day met is \(last.iso))")
  }

  /// The seconds the fastest of several runs takes.
  private static func best(of runs: Int, _ work: () throws -> Void) rethrows -> Double {
    var best = Double.infinity
    for _ in 0..<runs {
      let time = try ContinuousClock().measure(work)
      best = min(best, time / .seconds(1))
    }
    return best
  }

  private static func speed(_ bytes: Int, _ seconds: Double) -> String {
    "\(rounded(Double(bytes) / 1e6 / seconds)) MB/s (\(rounded(seconds * 1000)) ms)"
  }
}

/// A number with one decimal.
func rounded(_ number: Double) -> String { formatted(number, decimals: 1) }
