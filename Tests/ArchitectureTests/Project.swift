import FoundationEssentials
import Testing

/// The files of this package as they lie in its folder.
enum Project {
  /// The folder that holds `Package.swift`.
  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// A text file with its path in the package.
  struct File: Sendable, CustomTestStringConvertible {
    let path: String
    let text: String

    var lines: [String] {
      text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    }

    var testDescription: String { path }
  }

  /// The files in a folder of the package whose names end so, in the order of their paths.
  static func files(in folder: String, endingWith endings: [String]) throws -> [File] {
    let top = root.appending(path: folder).path
    let paths = try FileManager.default.subpathsOfDirectory(atPath: top)
      .filter { path in endings.contains { path.hasSuffix($0) } }.sorted()
    return try paths.map { path in
      let data = try Data(contentsOf: URL(filePath: "\(top)/\(path)"))
      return File(path: "\(folder)/\(path)", text: String(decoding: data, as: UTF8.self))
    }
  }

  /// The Swift files of every target that is shipped.
  static func sources() throws -> [File] {
    let files = try files(in: "Sources", endingWith: [".swift"])
    try #require(files.count > 100, "The sources of the package were not found.")
    return files
  }
}

extension Project.File {
  /// The lines without what is only text in them: comments and the insides of quotes.
  var codeLines: [String] {
    var isInLongText = false
    return lines.map { line in
      let marks = line.components(of: "\"\"\"")
      defer { if marks % 2 == 1 { isInLongText.toggle() } }
      return isInLongText || marks > 0 ? "" : Self.code(of: line)
    }
  }

  private static func code(of line: String) -> String {
    var code = ""
    var isInText = false
    var previous: Character = " "
    for character in line {
      if character == "\"", previous != "\\" { isInText.toggle() }
      if !isInText, character == "/", previous == "/" { return String(code.dropLast()) }
      if !isInText { code.append(character) }
      previous = previous == "\\" && character == "\\" ? " " : character
    }
    return code
  }
}

extension String {
  /// How often a text occurs.
  fileprivate func components(of part: String) -> Int {
    var count = 0
    var rest = self[...]
    while let range = rest.firstRange(of: part) {
      count += 1
      rest = rest[range.upperBound...]
    }
    return count
  }
}
