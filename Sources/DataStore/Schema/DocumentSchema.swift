public import JSONDocument

extension DocumentKind {
  /// The JSON Schema (2020-12) of such a file.
  ///
  /// `x-path` says where such files lie in a data folder. It asks for no more than reading does: a
  /// field that it does not know is kept, and references are checked by reading only.
  public var schema: JSONLiteral {
    var builder = SchemaBuilder()
    let root = builder.schema(of: shape)
    var members: [JSONLiteral.Member] = [
      .init("$schema", "https://json-schema.org/draft/2020-12/schema"),
      .init("$id", .string("urn:masa:schema:1:\(name)")),
      .init("title", .string(title)), .init("description", .string(help)),
      .init("x-path", .string(path)),
    ]
    members += stored.isEmpty ? root : withStamp(root)
    if !builder.definitions.isEmpty { members.append(.init("$defs", .object(builder.definitions))) }
    return .object(members)
  }

  /// The schemas of every kind of file, by name.
  public static var schemas: JSONLiteral {
    .object(all.map { JSONLiteral.Member($0.name, $0.schema) })
  }

  /// The members of a schema with the stamp that Masa puts at the end of a file it has written.
  private func withStamp(_ members: [JSONLiteral.Member]) -> [JSONLiteral.Member] {
    let stamp = JSONLiteral.Member(
      DocumentStamp.key.description,
      [
        "type": "string", "pattern": "^[1-9][0-9]* [0-9a-f]{64}$",
        "description":
          "Written by Masa: the entry of the folder's journal that wrote the file, and its hash.",
      ])
    guard
      let index = members.firstIndex(where: { $0.key == "properties" }),
      case .object(let properties) = members[index].value
    else { return members + [.init("properties", .object([stamp]))] }
    var members = members
    members[index] = .init("properties", .object(properties + [stamp]))
    return members
  }

  private var title: String {
    let words = name.split(separator: "-").joined(separator: " ")
    return words.prefix(1).uppercased() + words.dropFirst()
  }
}
