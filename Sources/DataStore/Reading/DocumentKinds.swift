import Safeguarding

extension DocumentKind {
  /// Every kind of file in a data folder, as the kinds of records say where they lie.
  public static let all: [DocumentKind] = {
    var homes = Homes()
    Kinds.visit(&homes)
    // A file of just one name comes before those of any name in its folder.
    let paths =
      homes.paths.filter { !$0.hasSuffix("*.json") }
      + homes.paths.filter { $0.hasSuffix("*.json") }
    let kinds = paths.compactMap { path in
      homes.wholes[path]
        ?? homes.lists[path].map { .lists(name(of: path), path, homes.helps[path] ?? "", $0) }
    }
    let settings = [record("access.json", AccessSettings.self, add: { $1.accessSettings = $0 })]
    return kinds + settings + [.bankHolidays]
  }()

  /// The kinds of files as the kinds of records name them, one after the other.
  private struct Homes: KindVisitor {
    var paths: [String] = []
    var lists: [String: [DocumentList]] = [:]
    var wholes: [String: DocumentKind] = [:]
    var helps: [String: String] = [:]

    mutating func visit<E: Entity>(_ type: E.Type) {
      for home in E.homes where !home.path.isEmpty {
        if !paths.contains(home.path) { paths.append(home.path) }
        if !home.help.isEmpty { helps[home.path] = home.help }
        switch home.form {
        case .list(let key): lists[home.path, default: []].append(DocumentList(key, E.self))
        case .own: wholes[home.path] = .entity(home.path, E.self, isSingle: false)
        case .single: wholes[home.path] = .entity(home.path, E.self, isSingle: true)
        case .inside: continue
        }
      }
    }
  }

  /// What a kind of file is called: as its file, or as its folder where files have any name.
  private static func name(of path: String) -> String {
    let parts = path.split(separator: "/").map(String.init)
    let file = parts.last.map { String($0.prefix { $0 != "." }) } ?? path
    if file == "*" { return parts.dropLast().last ?? path }
    // A file beside others of the same name in other folders says where it lies.
    switch (file, parts.first) {
    case ("rules", "partnerships"): return "local-rules"
    case ("totals", let folder?): return "\(folder.dropLast())-totals"
    default: return file
    }
  }

  /// The kind of a file by its path in the data folder, or nil when no kind has such a name.
  static func of(_ file: String) -> DocumentKind? { found(file)?.kind }

  /// The kind of a file and what `*` stands for in its path; a file of just that name goes first.
  static func found(_ file: String) -> (kind: DocumentKind, name: String)? {
    var name = ""
    let first = byFolder[folder(of: file)]?.first { position in
      guard let found = all[position].match(file) else { return false }
      name = found
      return true
    }
    return first.map { (all[$0], name) }
  }

  /// The positions of the kinds by the first part of their paths, in the order in which they are asked.
  private static let byFolder: [Substring: [Int]] = {
    let positions = all.indices.filter { !all[$0].path.contains("*") }
    let others = all.indices.filter { all[$0].path.contains("*") }
    return Dictionary(grouping: positions + others) { folder(of: all[$0].path) }
  }()

  /// The first part of a path: all that is before the first stroke.
  private static func folder(of path: String) -> Substring {
    Substring(path.utf8.prefix { $0 != UInt8(ascii: "/") })
  }

  /// What `*` stands for when a path fits, or nil when it does not.
  func match(_ file: String) -> String? {
    let (file, path) = (file.utf8, path.utf8)
    guard let star = path.firstIndex(of: UInt8(ascii: "*")) else {
      return file.elementsEqual(path) ? "" : nil
    }
    let (head, tail) = (path[..<star], path[path.index(after: star)...])
    guard file.count > head.count + tail.count, file.starts(with: head) else { return nil }
    let name = file.dropFirst(head.count).dropLast(tail.count)
    guard file.suffix(tail.count).elementsEqual(tail), !name.contains(UInt8(ascii: "/")) else {
      return nil
    }
    return String(name)
  }

  /// Whether such a file can be what lies at a path, or lie in the folder there.
  func lies(in place: String) -> Bool {
    let (own, wanted) = (path.split(separator: "/"), place.split(separator: "/"))
    guard wanted.count <= own.count else { return false }
    return zip(own, wanted).allSatisfy { part, name in
      guard let star = part.firstIndex(of: "*") else { return part == name }
      return name.hasPrefix(part[..<star]) && name.hasSuffix(part[part.index(after: star)...])
    }
  }

  /// The kinds of records that such a file holds, at any depth.
  var recordKinds: Set<RecordKind> {
    var kinds: Set<RecordKind> = []
    var open = [shape]
    while let shape = open.popLast() {
      switch shape {
      case .list(let element): open.append(element)
      case .object(let members): open += members.map(\.shape)
      case .anyOf(let shapes): open += shapes
      case .value(_, let stored): open.append(stored)
      case .record(let record):
        if kinds.insert(record.kind).inserted { open += record.fields.map(\.shape) }
      case .text, .boolean, .whole, .number, .choice, .pattern, .reference: break
      }
    }
    return kinds
  }
}
