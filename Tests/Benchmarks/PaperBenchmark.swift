import DataStore
import Papers
import Reports
import Safeguarding

/// How long the yearly report of the sample takes, from the records to a page and to a document.
enum PaperBenchmark {
  /// The word by which it is asked for alone.
  static let name = "papers"

  static func measure() throws {
    let workspace = try DataFolder(path: "SampleData/kent-and-medway").read()
    let national = try DataFolder(path: "SampleData/national").read()
    guard let day = CalendarDate(iso: "2024-03-31") else { return }
    var sizes = (page: 0, document: 0)
    func report() throws -> WrittenPaper {
      let account = try AnnualAccount(workspace, of: "mscp", year: "2023-24", on: day)
      let list = try account.contents(nil, in: [workspace, national])
      return account.report(by: list, label: "OFFICIAL", leftOut: workspace.illustrativeCount)
    }
    let page = try best(of: 7) { sizes.page = try report().html.utf8.count }
    let document = try best(of: 7) { sizes.document = try report().docx?.count ?? 0 }
    print(
      "yearly report of the sample: a page of \(sizes.page) bytes in \(rounded(page * 1000)) ms, a document of "
        + "\(sizes.document) bytes in \(rounded(document * 1000)) ms (goal: at most 100)")
  }

  private static func best(of runs: Int, _ work: () throws -> Void) rethrows -> Double {
    var best = Double.infinity
    for _ in 0..<runs {
      best = min(best, try ContinuousClock().measure(work) / .seconds(1))
    }
    return best
  }
}
