import FoundationEssentials
import Testing

/// The kinds of records are named together in one place only.
@Suite struct KindListTests {
  /// The names of the kinds, as the one list has them.
  private func kinds() throws -> Set<String> {
    let files = try Project.sources()
    let list = try #require(files.first { $0.path.hasSuffix("Kinds/Kinds.swift") })
    return Set(list.codeLines.compactMap { KindLists.onlyKind(named: $0) })
  }

  @Test func noOtherListNamesThreeKinds() throws {
    let kinds = try kinds()
    #expect(kinds.count > 20, "The list of kinds was not found.")
    var lists: [String] = []
    for file in try Project.sources() {
      for found in KindLists(in: file.codeLines.joined(separator: "\n"), of: kinds).found {
        lists.append("\(file.path): \(found.sorted().joined(separator: ", "))")
      }
    }
    print("The kinds are named in \(lists.count) list(s).")
    #expect(lists.count == 1, "\(lists.joined(separator: "\n"))")
    #expect(lists.first?.contains("Kinds/Kinds.swift") == true)
  }

  @Test(arguments: [
    ("[A.self, B.self, C.self]", 1), ("[A.kind: 1, B.kind: 2, C.kind: 3]", 1),
    ("read(A.kind, B.kind, C.kind)", 1), ("[A.self, B.self]", 0), ("[A.self, A.kind, A.self]", 0),
    ("switch kind {\ncase A.kind: 1\ncase B.kind: 2\ncase C.kind, D.kind: 3\n}", 1),
    ("switch kind {\ncase A.kind: 1\ndefault: [B.self, C.self]\n}", 0),
    ("[at(A.self), at(B.self), at(C.self)]", 1),
    ("[{ A.kind }, { B.kind }, { C.kind }]", 0), ("f(A.self)\nf(B.self)\nf(C.self)", 1),
    ("f(A.self)\nf(B.self)\ng()\nf(C.self)", 0),
  ])
  func listsAreKnown(code: String, count: Int) {
    #expect(KindLists(in: code, of: ["A", "B", "C", "D"]).found.count == count)
  }

  @Test func panelsAndFormsAreNamedOnlyWhereTheyAreDeclared() throws {
    var named: [String] = []
    for file in try Project.files(in: "Sources/Dashboard", endingWith: [".swift"]) {
      for (number, line) in file.lines.enumerated() where !line.contains("command.id") {
        let isNamed = [
          "kind.id == \"", "form == \"", "panel.id == \"", "Panel(\"", "kind.name == \"",
        ]
        .contains { line.contains($0) }
        if isNamed || line.trimmed.hasPrefix("case \"") {
          named.append("\(file.path):\(number + 1): \(line.trimmed)")
        }
      }
    }
    print("\(named.count) text(s) name a panel or a form outside its declaration.")
    #expect(named.isEmpty, "\(named.joined(separator: "\n"))")
  }
}

/// The lists of a source that name three kinds or more: between brackets, in a call, in a switch, or one
/// below the other.
private struct KindLists {
  private(set) var found: [Set<String>] = []

  /// Something that is open: what it is, and the kinds that it names so far.
  private struct Open {
    let sign: Character
    var kinds: Set<String> = []
  }

  /// The kind that a line names which is nothing but a call with it: `visit(Meeting.self)`.
  static func onlyKind(named line: String) -> String? {
    let parts = line.split(separator: "(", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[0].allSatisfy({ $0.isLetter || $0 == "." || $0 == " " }) else {
      return nil
    }
    return [".self)", ".kind)"].lazy.compactMap { end in
      parts[1].hasSuffix(end) ? String(parts[1].dropLast(end.count)) : nil
    }.first
  }

  init(in code: String, of kinds: Set<String>) {
    var run: Set<String> = []
    for line in "\(code)\n".split(separator: "\n", omittingEmptySubsequences: false).map(
      String.init)
    {
      if let kind = KindLists.onlyKind(named: line), kinds.contains(kind) {
        run.insert(kind)
      } else {
        if run.count > 2 { found.append(run) }
        run = []
      }
    }
    var open: [Open] = []
    var word = ""
    var line = ""
    var isCase = false
    for character in code + "\n" {
      if character.isLetter || character.isNumber || character == "." || character == "_" {
        word.append(character)
        continue
      }
      let parts = word.split(separator: ".")
      if parts.count == 2, ["self", "kind"].contains(parts[1]), kinds.contains(String(parts[0])) {
        let isListed = open.last.map { $0.sign != "{" || isCase } ?? false
        if isListed { open[open.count - 1].kinds.insert(String(parts[0])) }
      }
      if word == "case" { isCase = true }
      word = ""
      switch character {
      case "[", "(", "{": open.append(Open(sign: character))
      case "]", ")", "}":
        guard let closed = open.popLast() else { break }
        if closed.kinds.count > 2 { found.append(closed.kinds) }
        // What a call inside a list names belongs to the list.
        if closed.sign == "(", open.last?.sign == "[", closed.kinds.count < 3 {
          open[open.count - 1].kinds.formUnion(closed.kinds)
        }
      case ":": isCase = false
      case "\n":
        isCase = line.hasSuffix(",") && isCase
        line = ""
        continue
      default: break
      }
      line.append(character)
    }
  }
}

extension StringProtocol {
  /// The text without blanks at its ends.
  fileprivate var trimmed: String {
    String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }
}
