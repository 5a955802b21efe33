import JSONDocument

/// A named step of the file format from one version to the next.
///
/// It is a function from a file to what becomes of it, which may be several files. Applied to a file that
/// was migrated before, it changes nothing: a migration that was cut off can be run again.
struct Migration: Sendable {
  /// A file on its way from one version to the next.
  struct File: Sendable {
    /// Its path in the data folder.
    let path: String
    let document: JSONDocument
  }

  let name: String
  let from: Int
  let to: Int
  /// What it changes, in a sentence.
  let sentence: String
  /// What becomes of a file; the file itself, as it was, where the step does not concern it.
  let apply: @Sendable (File) throws(JSONEditError) -> [File]

  /// Every step, in the order in which they are taken.
  static let all: [Migration] = [.typeOfGroupsAndReviews, .valuesOfIndicators]

  /// The steps from a version to the current one.
  static func steps(from version: Int) -> [Migration] { all.filter { $0.from >= version } }

  /// What becomes of a file on the way from a version to the current one.
  static func migrated(_ file: File, from version: Int) throws(JSONEditError) -> [File] {
    var files = [file]
    for step in steps(from: version) {
      var next: [File] = []
      for file in files { next += try step.apply(file) }
      files = next
    }
    return files
  }
}

extension Migration {
  /// The sort of a group, a review or a total was called its form.
  static let typeOfGroupsAndReviews = Migration(
    name: "type of groups and reviews", from: 1, to: 2,
    sentence: "The field \"form\" of groups, reviews and totals of reviews becomes \"type\"."
  ) { file throws(JSONEditError) in
    let kind = DocumentKind.of(file.path)?.path
    var records: [JSONValue] = []
    switch kind {
    case "groups/*/group.json", "reviews/*.json": records = [file.document.root]
    case "reviews/totals.json":
      records = file.document.root["reviewTotals"].map { Array($0.elements) } ?? []
    default: return [file]
    }
    var splices: [JSONSplice] = []
    for record in records where record["type"] == nil {
      guard let form = record.member("form") else { continue }
      splices.append(try file.document.splice(renaming: form, to: "type"))
    }
    return [File(path: file.path, document: try file.document.applying(splices))]
  }

  /// The values of an indicator stood in its record.
  static let valuesOfIndicators = Migration(
    name: "values of indicators", from: 1, to: 2,
    sentence: "The values of indicators, \"observations\", move into files of their own in "
      + "dataset/values."
  ) { file throws(JSONEditError) in try IndicatorValues.moved(out: file) }
}
