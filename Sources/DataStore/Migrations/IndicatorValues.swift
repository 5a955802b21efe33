import JSONDocument
import Safeguarding

/// Moves the values of indicators, which once stood in their indicators, into files of their own.
///
/// A value gets an id made of its indicator and its period, so that moving the same files again gives
/// the same ids. Whatever else stands in a value goes with it, also what Masa does not know.
struct IndicatorValues {
  /// A file by its path in the data folder.
  typealias File = (path: String, document: JSONDocument)

  private static let key = "observations"
  private static let folder = "dataset/values"

  private var values: [(path: String, literals: [JSONLiteral])] = []
  private var ids: Set<String> = []

  private init() {}

  /// The files of a folder that change, and those that are new, when its values are moved.
  ///
  /// An indicator without an id, or with something else than values in its list, stays as it is.
  static func moved(out files: [File]) throws(JSONEditError) -> [File] {
    var moving = IndicatorValues()
    let taken = Set(files.map(\.path))
    var changed: [File] = []
    for file in files where folderPath(of: file.path) == "dataset" {
      let document = try moving.take(from: file.document)
      if let document { changed.append((file.path, document)) }
    }
    for (name, literals) in moving.values {
      var path = "\(folder)/\(name).json"
      while taken.contains(path) { path = path.replacing(".json", with: "-2.json") }
      let text = JSONLiteral.object([.init("values", .array(literals))]).write(indentation: 2)
      // What was written a moment ago can be read.
      if let document = Result(catching: { try JSONDocument(text: text + "\n") }).success {
        changed.append((path, document))
      }
    }
    return changed
  }

  /// Takes the values out of a file; nil where it has none.
  private mutating func take(from document: JSONDocument) throws(JSONEditError) -> JSONDocument? {
    var left = document
    var isChanged = false
    guard let indicators = document.root["indicators"]?.elements else { return nil }
    for (index, indicator) in indicators.enumerated() {
      guard let id = indicator["id"]?.string, !id.isEmpty, let list = indicator[Self.key],
        list.kind == .array, list.elements.allSatisfy({ $0.kind == .object }),
        let place = left.value(at: [.key("indicators"), .index(index), .key(Self.key)])
      else { continue }
      for value in list.elements { move(value, of: id, in: indicator) }
      left = try left.removing(place)
      isChanged = true
    }
    return isChanged ? left : nil
  }

  private mutating func move(_ value: JSONValue, of id: String, in indicator: JSONValue) {
    let suppliers = indicator["suppliers"]?.elements.compactMap(\.string) ?? []
    let agency = suppliers.count == 1 ? suppliers[0] : nil
    let written = value["period"].flatMap { StoredValue($0) }
    let period = written.flatMap { ImpreciseDate.read(from: StoredSource($0)) }
    let words = period?.last == nil ? nil : written?.text ?? written?["when"]?.text
    var members: [JSONLiteral.Member] = [
      .init("id", .string(newID("\(id)-\((words ?? period?.iso ?? "").asPart)"))),
      .init("indicator", .string(id)),
    ]
    if let agency, value["agency"] == nil { members.append(.init("agency", .string(agency))) }
    for member in value.members where member.key != "id" && member.key != "indicator" {
      members.append(.init(member.key, member.value.literal))
    }
    let source = agency ?? indicator["partnership"]?.string
    add(
      .object(members),
      to: Observation.fileName(by: source.flatMap { isFileName($0) ? $0 : nil }, for: period))
  }

  private mutating func newID(_ stem: String) -> String {
    var (id, number) = (stem, 2)
    while !ids.insert(id).inserted {
      id = "\(stem)-\(number)"
      number += 1
    }
    return id
  }

  private mutating func add(_ literal: JSONLiteral, to name: String) {
    if let index = values.firstIndex(where: { $0.path == name }) {
      values[index].literals.append(literal)
    } else {
      values.append((name, [literal]))
    }
  }
}

extension String {
  /// A period as a part of an id.
  fileprivate var asPart: String { asID.isEmpty ? "undated" : asID }
}

extension Result {
  fileprivate var success: Success? { if case .success(let value) = self { value } else { nil } }
}
