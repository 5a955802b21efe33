/// How much room text is given in a form.
public enum TextStyle: Hashable, Sendable {
  /// One line.
  case line
  /// One line that wraps where it is long.
  case wrapped
  /// Several lines.
  case long
}

/// Which fields of a record a form shows, in which order, and which of them are folded away at first.
public struct FormLayout: Hashable, Sendable {
  /// One field of a form.
  public struct Field: Hashable, Sendable, ExpressibleByStringLiteral {
    /// The key in the file, or the name of what the form adds.
    public let name: String
    /// How much room text is given.
    public var style: TextStyle
    /// Whether the form asks for it though the record can do without.
    public var isNeeded: Bool
    /// What stands beside it; empty where its record says it.
    public var label = ""

    /// A field with one line of text.
    public init(stringLiteral value: String) { self.init(value) }

    /// A field with so much room for text.
    public init(_ name: String, _ style: TextStyle = .line, isNeeded: Bool = false) {
      self.name = name
      self.style = style
      self.isNeeded = isNeeded
    }

    /// Text of several lines.
    public static func long(_ name: String) -> Field { Field(name, .long) }

    /// One line of text that wraps where it is long.
    public static func title(_ name: String) -> Field { Field(name, .wrapped) }

    /// A field of the first record that a field holds, filled in beside it while there is none yet:
    /// `holders/person`.
    ///
    /// Once there is one, the field itself shows instead, with all that its records say.
    public static func within(_ way: String, _ label: String) -> Field {
      var field = Field(way)
      field.label = label
      return field
    }

    /// The field that holds the record to which it belongs; nil for a field of the record itself.
    public var holder: String? {
      name.firstIndex(of: "/").map { String(name[..<$0]) }
    }

    /// Text of several lines that the form asks for.
    public static func needed(_ name: String) -> Field { Field(name, .long, isNeeded: true) }
  }

  /// What matters first.
  public let first: [Field]
  /// Everything else, folded away while it says nothing.
  public let more: [Field]

  /// Shows some fields first and folds others away.
  public init(_ first: [Field], more: [Field] = []) {
    self.first = first
    self.more = more
  }

  /// The name of a note that is added to those there are, among the fields of a form.
  public static let addedNote = "+progress"

  /// The name of who came to a meeting, whichever field says it, among the fields of a form.
  public static let who = "+who"

  /// All fields, those that matter first.
  public var fields: [Field] { first + more }
}

extension FormLayout {
  /// The layout of a record of which some fields matter first; everything else that it declares is
  /// folded away, in the order in which it is declared.
  ///
  /// - Parameters:
  ///   - type: The type of the record.
  ///   - first: What matters first.
  ///   - then: What comes next, folded away.
  ///   - omitted: What the place of the record says, so that a form does not ask for it.
  public init<R: Record>(
    _ type: R.Type, first: [Field], then: [Field] = [], omitting omitted: Set<String> = []
  ) {
    let named = Set((first + then).map(\.name)).union(omitted)
    let rest = RecordShape(R.self).fields.filter {
      !named.contains($0.name) && !FormLayout.written.contains($0.name)
    }
    self.init(first, more: then + rest.map { Field($0.name, FormLayout.style(of: $0)) })
  }

  /// The layout of a record that says nothing of its own: what it cannot do without first, or all of it
  /// where that is little.
  public init<R: Record>(of type: R.Type) {
    let fields = RecordShape(R.self).fields.filter { !FormLayout.written.contains($0.name) }
    let isShort = fields.count <= 7
    func isFirst(_ field: RecordShape.Field) -> Bool {
      isShort && !FormLayout.rare.contains(field.name) || field.presence == .required
    }
    func entry(_ field: RecordShape.Field) -> Field {
      Field(field.name, FormLayout.style(of: field))
    }
    self.init(
      fields.filter(isFirst).map(entry), more: fields.filter { !isFirst($0) }.map(entry))
  }

  /// What only the program writes.
  private static let written: Set<String> = ["id", "schemaVersion"]

  /// What matters last wherever it stands.
  private static let rare: Set<String> = ["source", "illustrative"]

  private static func style(of field: RecordShape.Field) -> TextStyle {
    guard case .text = field.shape else { return .line }
    switch field.name {
    case "note", "text", "summary", "purpose", "vision", "aim", "definition", "intendedOutcome",
      "membership", "says", "because", "reason", "progress", "difficulties", "delays":
      return .long
    case "title", "what": return .wrapped
    default: return .line
    }
  }
}
