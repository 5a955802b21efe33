import DataStore
import FoundationEssentials
import Safeguarding
import Testing

/// What the sample says, held against names, figures and dates that were read out of the documents.
@Suite struct SampleExtractTests {
  @Test func theSampleSaysWhatTheDocumentsSay() throws {
    let workspace = try SampleRules.workspace()
    let lines = try ExtractLine.all()
    #expect(lines.count >= 1000)
    let differing = lines.compactMap { $0.difference(in: workspace) }
    #expect(differing.isEmpty, "\(differing.joined(separator: "\n"))")
  }

  /// People, offices, terms, seats, meetings, figures, reviews, plans, assurance, money, training, practice.
  @Test func theExtractReachesEveryPartOfTheSample() throws {
    let kinds = Dictionary(grouping: try ExtractLine.all(), by: \.kind).mapValues(\.count)
    for kind in [
      "person", "partnership", "chairTerm", "group", "seat", "meeting", "value", "indicator",
      "review", "reviewTotal", "action", "plan", "obligation", "relevantAgency", "agency",
      "submission", "comparatorGroup", "document", "rule", "audit", "inspection", "evaluation",
      "survey", "auditCycle", "auditReturn", "scrutinyActivity", "recommendation", "establishment",
      "presentation", "protocolParty", "challenge", "risk", "statement", "consultation",
      "publishedDocument", "signOff", "event", "relation", "contribution", "budget", "grant",
      "inKind", "competencyLevel", "course", "courseDelivery", "trainingNeed", "thresholdModel",
      "contact", "voiceActivity", "programme", "linkedReview", "nationalReview", "complaintCount",
      "workItem",
    ] {
      #expect(kinds[kind] != nil, "\(kind)")
    }
    #expect(Set(try ExtractLine.all().map(\.document)).count == 5)
  }

  /// What a later document tells of a promise stands beside it with its own source.
  @Test func whatALaterDocumentTellsOfAnActionStandsBesideIt() throws {
    let actions = try SampleRules.workspace().actions.all.filter { !$0.illustrative }
    let told = actions.filter { action in
      let own = Set(action.source.map(\.document))
      return action.progress.contains { note in note.source.contains { !own.contains($0.document) }
      }
    }
    #expect(
      told.map(\.id).sorted() == [
        "mscp-commitment-annual-report-2019-20", "mscp-commitment-funding-review",
      ])
    // As SampleData/README.md says: no document prints a second date, or a judgement, of an action.
    #expect(actions.allSatisfy { $0.extensions.isEmpty && $0.ratings.isEmpty })
  }

  @Test func eachLineNamesADocumentOfTheSample() throws {
    let workspace = try SampleRules.workspace()
    for line in try ExtractLine.all() {
      #expect(workspace.documents[line.document] != nil, "\(line.document)")
      #expect(!line.place.isEmpty)
    }
  }

  /// A line that says otherwise is named, and no other one.
  @Test func whatDiffersIsNamed() throws {
    let workspace = try SampleRules.workspace()
    for line in try ExtractLine.all() {
      var wrong = line
      wrong.expected += "9"
      let words = try #require(wrong.difference(in: workspace))
      #expect(words.contains(line.place) && words.contains(line.record))
    }
  }

  /// A figure, a name or a date that is changed in the sample is found.
  @Test(arguments: [
    ("dataset/values/mscp-2023.json", "146799", "146798"),
    ("people.json", "\"Dame Eileen Sills\"", "\"Dame Eileen Sill\""),
    ("partnerships/kscmp/partnership.json", "\"when\": \"2019-09\"", "\"when\": \"2019-09-17\""),
    ("reviews/smith-family.json", "\"currentOwner\"", "\"commissionedBy\""),
    ("groups/mscb-qacr/group.json", "Principal EWO, ", ""),
  ])
  func aChangedSampleDiffers(path: String, from: String, to: String) throws {
    let root = SampleRules.root
    let files = try FileManager.default.subpathsOfDirectory(atPath: root.path)
      .filter { $0.hasSuffix(".json") }.sorted()
      .map { name in
        let text = String(decoding: try Data(contentsOf: root.appending(path: name)), as: UTF8.self)
        return (
          path: name, bytes: Array((name == path ? text.replacing(from, with: to) : text).utf8)
        )
      }
    let workspace = WorkspaceReader(files: files).read()
    #expect(try ExtractLine.all().contains { $0.difference(in: workspace) != nil })
  }
}

/// One fact of a document, and where the sample keeps it.
private struct ExtractLine {
  let document: String
  let place: String
  let kind: String
  /// An id, or `*` and what the records that are counted have in common.
  let record: String
  let field: String
  var expected: String

  static func all() throws -> [ExtractLine] {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "Extracts/kent-and-medway.csv")
    let text = String(decoding: try Data(contentsOf: file), as: UTF8.self)
    return try text.split(separator: "\n").dropFirst().map { row in
      let cells = CommaSeparated.cells(of: row)
      try #require(cells.count == 6, "\(row)")
      return ExtractLine(
        document: cells[0], place: cells[1], kind: cells[2], record: cells[3], field: cells[4],
        expected: cells[5])
    }
  }

  /// What the sample says instead; nil where it says the same.
  func difference(in workspace: Workspace) -> String? {
    let found = value(in: workspace) ?? "(none)"
    return found == expected
      ? nil
      : "\(document) \(place): \(kind) \(record), \(field): \(expected) in print, \(found) here"
  }

  private func value(in workspace: Workspace) -> String? {
    guard record.hasPrefix("*") else {
      guard let stored = workspace.record(kind: kind, id: record)?.stored else {
        return "no such record"
      }
      return StoredPath(field).text(in: stored)
    }
    guard let type = Kinds.type(named: kind) else { return "no such kind" }
    let all = StoredValue.list(workspace.records(of: type.kind).compactMap(\.stored))
    return StoredPath("all\(record.dropFirst()).\(field)").text(
      in: .record([StoredValue.Member("all", all)]))
  }
}

/// A way into a stored record: `partners[agency=kent-police].lead.holders[0].title`.
///
/// `[2]` is the third element, `[=text]` the one that says so, `[key=text]` those whose field says
/// so; `count` counts a list.
private struct StoredPath {
  private enum Step {
    case member(String)
    case element(Int)
    case equal(String)
    case having(String, String)
  }

  private let steps: [Step]

  init(_ path: String) {
    var steps: [Step] = []
    var rest = path[...]
    while let first = rest.first {
      if first == "." {
        rest.removeFirst()
      } else if first == "[" {
        let inside = rest.dropFirst().prefix { $0 != "]" }
        rest = rest.dropFirst(inside.count + 2)
        let parts = inside.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        if parts.count == 1 {
          steps.append(.element(Int(inside) ?? -1))
        } else if parts[0].isEmpty {
          steps.append(.equal(String(parts[1])))
        } else {
          steps.append(.having(String(parts[0]), String(parts[1])))
        }
      } else {
        let name = rest.prefix { $0 != "." && $0 != "[" }
        rest = rest.dropFirst(name.count)
        steps.append(.member(String(name)))
      }
    }
    self.steps = steps
  }

  func text(in record: StoredValue) -> String? {
    var value: StoredValue? = record
    for step in steps {
      switch step {
      case .member("count"):
        value = value?["count"] ?? .number(String(value?.elements?.count ?? 0))
      case .member(let name):
        if let first = value?.elements?.first { value = first }
        value = name == "when" ? value?.date.map(StoredValue.text) : value?[name]
      case .element(let index):
        let elements = value?.elements ?? []
        value = elements.indices.contains(index) ? elements[index] : nil
      case .equal(let text):
        value = value?.elements?.first { $0.words == text }
      case .having(let key, let text):
        value = (value?.elements?.filter { $0[key]?.date == text || $0[key]?.words == text })
          .map(StoredValue.list)
      }
    }
    if case .list(let elements)? = value { return elements.first?.words }
    return value?.words
  }
}

extension StoredValue {
  /// What stands there, as a file spells it.
  fileprivate var words: String? {
    switch self {
    case .boolean(let value): "\(value)"
    case .number(let text), .text(let text): text
    case .list, .record: "a list or a record"
    }
  }

  /// A date without the words of its source.
  fileprivate var date: String? {
    guard members != nil else { return words }
    return self["when"]?.text ?? self["printed"]?.text.flatMap { ImpreciseDate(printed: $0)?.iso }
  }
}
