/// The one place that turns values into JSON text.
struct JSONWriter {
  private struct Container {
    let members: [JSONLiteral.Member]
    let hasKeys: Bool
    let isOnOneLine: Bool
    var next = 0
  }

  private let style: JSONStyle
  private var text = ""
  private var containers: [Container] = []

  static func text(of literal: JSONLiteral, style: JSONStyle) -> String {
    var writer = JSONWriter(style: style)
    writer.write(literal)
    return writer.text
  }

  private init(style: JSONStyle) {
    self.style = style
  }

  private mutating func write(_ literal: JSONLiteral) {
    start(literal)
    while let last = containers.indices.last {
      let container = containers[last]
      guard container.next < container.members.count else {
        containers.removeLast()
        if !container.isOnOneLine { breakLine() }
        text += container.hasKeys ? "}" : "]"
        continue
      }
      if container.next > 0 { text += container.isOnOneLine ? style.comma : "," }
      if !container.isOnOneLine { breakLine() }
      let member = container.members[container.next]
      containers[last].next += 1
      if container.hasKeys {
        text += Self.quoted(member.key)
        text += style.colon
      }
      start(member.value)
    }
  }

  private mutating func start(_ literal: JSONLiteral) {
    switch literal {
    case .null: text += "null"
    case .boolean(let value): text += value ? "true" : "false"
    case .number(let number): text += number.spelling
    case .string(let value): text += Self.quoted(value)
    case .array([]): text += "[]"
    case .object([]): text += "{}"
    case .array(let elements):
      text += "["
      let isPlain = style.keepsPlainArraysOnOneLine && elements.allSatisfy(\.isScalar)
      let members = elements.map { JSONLiteral.Member("", $0) }
      open(members, hasKeys: false, isOnOneLine: isPlain)
    case .object(let members):
      text += "{"
      open(members, hasKeys: true, isOnOneLine: false)
    }
  }

  private mutating func open(_ members: [JSONLiteral.Member], hasKeys: Bool, isOnOneLine: Bool) {
    containers.append(
      Container(
        members: members, hasKeys: hasKeys, isOnOneLine: style.unit == nil || isOnOneLine))
  }

  private mutating func breakLine() {
    text += style.lineEnd
    text += style.base
    text += String(repeating: style.unit ?? "", count: containers.count)
  }

  /// The spelling of a text, in quotes.
  static func quoted(_ value: String) -> String {
    var value = value
    let isPlain = value.withUTF8 { bytes in
      bytes.allSatisfy { $0 >= 0x20 && $0 < 0x7F && $0 != Byte.quote && $0 != Byte.backslash }
    }
    if isPlain { return "\"" + value + "\"" }
    var spelling = "\""
    spelling.reserveCapacity(value.utf8.count + 2)
    for scalar in value.unicodeScalars {
      switch scalar {
      case "\"": spelling += "\\\""
      case "\\": spelling += "\\\\"
      case "\n": spelling += "\\n"
      case "\r": spelling += "\\r"
      case "\t": spelling += "\\t"
      case _ where mustBeEscaped(scalar.value):
        let digits = String(scalar.value, radix: 16, uppercase: true)
        spelling += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: spelling.unicodeScalars.append(scalar)
      }
    }
    return spelling + "\""
  }

  /// Whether a character could act on a terminal or an editor rather than be seen.
  ///
  /// All of them are below U+10000, so four digits are enough.
  private static func mustBeEscaped(_ value: UInt32) -> Bool {
    switch value {
    case 0x00..<0x20, 0x7F..<0xA0: true
    case 0x061C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF: true
    default: false
    }
  }
}

extension JSONLiteral {
  var isScalar: Bool {
    switch self {
    case .array, .object: false
    default: true
    }
  }
}
