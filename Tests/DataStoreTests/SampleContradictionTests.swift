import DataStore
import FoundationEssentials
import Safeguarding
import Testing

/// Where the documents contradict one another or themselves, the sample keeps both sides with their sources.
@Suite struct SampleContradictionTests {
  /// One side of a contradiction: which record keeps it, in which words, after which document.
  private struct Side {
    let number: Int
    let what: String
    let kind: String
    let record: String
    let says: String
    let document: String
  }

  private func sides() throws -> [Side] {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "Extracts/contradictions.csv")
    let text = String(decoding: try Data(contentsOf: file), as: UTF8.self)
    return try text.split(separator: "\n").dropFirst().map { row in
      let cells = CommaSeparated.cells(of: row)
      try #require(cells.count == 6, "\(row)")
      return Side(
        number: try #require(Int(cells[0])), what: cells[1], kind: cells[2], record: cells[3],
        says: cells[4], document: cells[5])
    }
  }

  @Test func everyContradictionIsKeptWithItsSources() throws {
    let workspace = try SampleRules.workspace()
    for side in try sides() {
      let stored = workspace.record(kind: side.kind, id: side.record)?.stored
      let texts = try #require(stored, "\(side.number): no \(side.kind) \(side.record)").texts
      #expect(
        texts.contains { $0.contains(side.says) },
        "\(side.number) \(side.what): \(side.kind) \(side.record) does not say \(side.says)")
      // A document does not cite itself.
      let isCited = texts.contains { $0 == side.document || $0.hasPrefix("\(side.document) ") }
      #expect(
        isCited || side.record == side.document,
        "\(side.number) \(side.what): \(side.kind) \(side.record) does not cite \(side.document)")
    }
  }

  @Test func noneIsLeftOut() throws {
    let numbers = Set(try sides().map(\.number))
    #expect(numbers == Set(1...34))
  }
}

extension StoredValue {
  /// Every text and number within it.
  fileprivate var texts: [String] {
    switch self {
    case .boolean: []
    case .number(let text), .text(let text): [text]
    case .list(let elements): elements.flatMap(\.texts)
    case .record(let members): members.flatMap(\.value.texts)
    }
  }
}
