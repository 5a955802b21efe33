import JSONDocument
import Safeguarding

/// Writes shapes as JSON Schema, with each kind of record defined once.
struct SchemaBuilder {
  /// The schemas of the kinds of record that were met, by name.
  private(set) var definitions: [JSONLiteral.Member] = []
  private var met: Set<RecordKind> = []

  /// The members of the schema of a shape.
  mutating func schema(of shape: ValueShape) -> [JSONLiteral.Member] {
    switch shape {
    case .text: [.init("type", "string")]
    case .boolean: [.init("type", "boolean")]
    case .whole: [.init("type", "integer")]
    case .number: [.init("type", "number")]
    case .choice(let words):
      [
        .init("enum", .array(words.map { .string($0.word) })),
        .init(
          "description",
          .string(words.map { "\($0.word): \($0.meaning)" }.joined(separator: "; ") + ".")),
      ]
    case .pattern(let pattern, let example, let help):
      [
        .init("type", "string"), .init("pattern", .string(pattern)),
        .init("examples", [.string(example)]), .init("description", .string(help)),
      ]
    case .reference(let kind):
      [
        .init("type", "string"),
        .init("description", .string("The id of a record: \(kind.title.lowercased()).")),
      ]
    case .list(let element):
      [.init("type", "array"), .init("items", .object(schema(of: element)))]
    case .record(let record): [.init("$ref", .string(define(record)))]
    case .value(_, let stored): schema(of: stored)
    case .object(let parts): object(parts)
    case .anyOf(let shapes): [.init("anyOf", .array(shapes.map { alternative($0) }))]
    }
  }

  /// One of several ways to write a value; an object then says something.
  private mutating func alternative(_ shape: ValueShape) -> JSONLiteral {
    var members = schema(of: shape)
    if case .object = shape { members.append(.init("minProperties", 1)) }
    return .object(members)
  }

  private mutating func object(
    _ parts: [(name: String, shape: ValueShape, help: String)]
  ) -> [JSONLiteral.Member] {
    var properties: [JSONLiteral.Member] = []
    for part in parts { properties.append(property(part.name, part.shape, help: part.help)) }
    return [
      .init("type", "object"), .init("properties", .object(properties)),
      .init("additionalProperties", true),
    ]
  }

  /// Defines a kind of record when it is met for the first time, and answers where.
  private mutating func define(_ record: RecordShape) -> String {
    let place = "#/$defs/\(record.kind.name)"
    guard met.insert(record.kind).inserted else { return place }
    var properties: [JSONLiteral.Member] = []
    let fields = record.fields
    for field in fields {
      properties.append(property(field.name, field.shape, help: field.help))
    }
    let required = fields.filter { $0.presence == .required }.map { JSONLiteral.string($0.name) }
    definitions.append(
      .init(
        record.kind.name,
        .object([
          .init("title", .string(record.kind.title)),
          .init("description", .string(record.kind.help)), .init("type", "object"),
          .init("properties", .object(properties)), .init("required", .array(required)),
          .init("additionalProperties", true),
        ])))
    return place
  }

  /// A property, described by its help and then by how it is written.
  private mutating func property(
    _ name: String, _ shape: ValueShape, help: String
  ) -> JSONLiteral.Member {
    var members = schema(of: shape)
    var description = help
    if let index = members.firstIndex(where: { $0.key == "description" }) {
      if case .string(let written) = members[index].value, written != help {
        description += " " + written
      }
      members.remove(at: index)
    }
    return .init(name, .object([.init("description", .string(description))] + members))
  }
}
