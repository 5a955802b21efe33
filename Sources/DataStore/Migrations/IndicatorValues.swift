import JSONDocument
import Safeguarding

/// Moves the values of indicators, which once stood in their indicators, into files of their own.
///
/// A value gets an id made of its indicator and its period, so that moving the same files again gives
/// the same ids. Whatever else stands in a value goes with it, also what Masa does not know.
struct IndicatorValues {
  private static let key = "observations"

  private var values: [(name: String, literals: [JSONLiteral])] = []
  private var ids: Set<String> = []
  /// Where the values of each file stand among the others.
  private var places: [String: Int] = [:]
  /// The number with which each id may be told from earlier ones that are made of the same words.
  private var numbers: [String: Int] = [:]

  private init() {}

  /// What becomes of a file when its values are moved: the file without them, and those that hold them.
  ///
  /// An indicator without an id, or with something else than values in its list, stays as it is. The
  /// new files are called after the file as well, so that two files never become the same one.
  static func moved(out file: Migration.File) throws(JSONEditError) -> [Migration.File] {
    guard folderPath(of: file.path) == "dataset" else { return [file] }
    var moving = IndicatorValues()
    let rest = try moving.take(from: file.document)
    let stem = file.path.dropFirst("dataset/".count).split(separator: ".").first ?? "values"
    var files = [Migration.File(path: file.path, document: rest)]
    for (name, literals) in moving.values {
      let text = JSONLiteral.object([.init("values", .array(literals))]).write(indentation: 2)
      // A file that could not be read again would lose its values: they stay where they are.
      guard case .success(let document) = Result(catching: { try JSONDocument(text: text + "\n") })
      else { return [file] }
      files.append(
        Migration.File(path: "dataset/values/\(stem)-\(name).json", document: document))
    }
    return files
  }

  /// Takes the values out of a file.
  private mutating func take(from document: JSONDocument) throws(JSONEditError) -> JSONDocument {
    guard let indicators = document.root["indicators"]?.elements else { return document }
    var splices: [JSONSplice] = []
    for indicator in indicators {
      guard let id = indicator["id"]?.string, !id.isEmpty, let list = indicator[Self.key],
        list.kind == .array, list.elements.allSatisfy({ $0.kind == .object })
      else { continue }
      for value in list.elements { move(value, of: id, in: indicator) }
      splices += try document.splices(removing: [list], from: indicator)
    }
    return try document.applying(splices)
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
    var (id, number) = (stem, numbers[stem] ?? 2)
    while !ids.insert(id).inserted {
      id = "\(stem)-\(number)"
      number += 1
    }
    numbers[stem] = number
    return id
  }

  private mutating func add(_ literal: JSONLiteral, to name: String) {
    if let place = places[name] {
      values[place].literals.append(literal)
    } else {
      places[name] = values.count
      values.append((name, [literal]))
    }
  }
}

extension String {
  /// A period as a part of an id.
  fileprivate var asPart: String { asID.isEmpty ? "undated" : asID }
}
