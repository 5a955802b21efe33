/// How a file is laid out around one place, so that what is written there looks like the rest.
struct JSONLayout {
  private let storage: JSONStorage

  init(_ storage: JSONStorage) {
    self.storage = storage
  }

  /// What stands between the comma behind an entry and the entry that will follow it.
  func separator(behind sibling: JSONValue, in container: JSONValue) -> String {
    let own = gap(before: sibling)
    if own.hasLineEnd { return lineEnd + indentation(at: sibling) }
    if let previous = child(before: sibling, in: container), previous.index != sibling.index {
      return own
    }
    if sibling.node.next < container.node.next {
      let next = JSONValue(storage: storage, index: sibling.node.next)
      let gap = gap(before: next)
      return gap.hasLineEnd ? lineEnd + indentation(at: next) : gap
    }
    return own.isEmpty && !usesSpaces ? "" : " "
  }

  /// The colon with its spaces, as a sibling has it.
  func colon(after sibling: JSONValue) -> String {
    guard sibling.node.isMember else { return usesSpaces ? ": " : ":" }
    let gap = text(storage.keyEnd(of: sibling.node)..<sibling.node.start)
    return gap.hasLineEnd ? ": " : gap
  }

  /// The spelling of a value that joins an entry of the same container.
  func text(of literal: JSONLiteral, beside sibling: JSONValue, in container: JSONValue) -> String {
    JSONWriter.text(of: literal, style: style(of: literal, beside: sibling, in: container))
  }

  /// How an object is spelled that joins an entry of the same container.
  func styleOfObject(beside sibling: JSONValue, in container: JSONValue) -> JSONStyle {
    style(of: .object([]), beside: sibling, in: container)
  }

  private func style(
    of literal: JSONLiteral, beside sibling: JSONValue, in container: JSONValue
  ) -> JSONStyle {
    var style = style(indentedAs: indentation(at: sibling))
    let isSpread = model(for: literal, in: container).map(isSpread) ?? isSpread(container)
    if !isSpread { style.unit = nil }
    return style
  }

  /// The spelling of a value that takes the place of another.
  func text(
    of literal: JSONLiteral, replacing value: JSONValue, in container: JSONValue?
  ) -> String {
    var style = style(indentedAs: indentation(at: value))
    let isContainer = value.kind == .object || value.kind == .array
    let isSpread =
      if isContainer, !value.isEmptyContainer {
        isSpread(value)
      } else if let container {
        model(for: literal, in: container).map(isSpread) ?? isSpread(container)
      } else {
        endsWithLineEnd
      }
    if !isSpread { style.unit = nil }
    return JSONWriter.text(of: literal, style: style)
  }

  /// The first entry of an empty container, and the bytes it is written over.
  ///
  /// The container opens up over several lines where it holds a line end already, or where the
  /// file around it is spread over lines and the entry is more than one plain value of a list.
  func filling(
    of container: JSONValue, in holder: JSONValue?, key: String?, with literal: JSONLiteral
  ) -> (text: String, range: Range<Int>) {
    let inside = (container.node.start + 1)..<(container.node.end - 1)
    let holdsLineEnd = text(inside).hasLineEnd
    let isAmongLines = holder.map(isSpread) ?? endsWithLineEnd
    let isSpread = holdsLineEnd || isAmongLines && (key != nil || !literal.isScalar)
    let outer = indentation(at: container)
    var style = style(indentedAs: isSpread ? outer + unit : outer)
    if !isSpread { style.unit = nil }
    let key = key.map { JSONWriter.quoted($0) + style.colon } ?? ""
    let entry = key + JSONWriter.text(of: literal, style: style)
    guard isSpread else { return (entry, inside) }
    let start = lineEnd + style.base + entry
    guard holdsLineEnd else { return (start + lineEnd + outer, inside) }
    return (start, inside.lowerBound..<inside.lowerBound)
  }

  /// The entry before another in the same container, or nil for the first.
  func child(before value: JSONValue, in container: JSONValue) -> JSONValue? {
    var position = container.index + 1
    while position < value.index {
      let next = storage.nodes[position].next
      if next == value.index { return JSONValue(storage: storage, index: position) }
      position = next
    }
    return nil
  }

  /// The white space and line ends of the style of this file at one indentation.
  private func style(indentedAs base: String) -> JSONStyle {
    let usesSpaces = usesSpaces
    return JSONStyle(
      unit: unit, base: base, lineEnd: lineEnd, colon: usesSpaces ? ": " : ":",
      comma: usesSpaces ? ", " : ",", keepsPlainArraysOnOneLine: keepsPlainArraysOnOneLine)
  }

  /// Whether the entries of a container stand on lines of their own.
  private func isSpread(_ container: JSONValue) -> Bool {
    guard !container.isEmptyContainer, container.node.next > container.index + 1 else {
      return false
    }
    return gap(before: JSONValue(storage: storage, index: container.index + 1)).hasLineEnd
  }

  /// An entry of the same kind as a literal, not empty, whose layout a new one should follow.
  private func model(for literal: JSONLiteral, in container: JSONValue) -> JSONValue? {
    let kind: JSONKind
    switch literal {
    case .object: kind = .object
    case .array: kind = .array
    default: return nil
    }
    let end = container.node.next
    var position = container.index + 1
    while position < end {
      let node = storage.nodes[position]
      if node.kind == kind, node.next > position + 1 {
        return JSONValue(storage: storage, index: position)
      }
      position = node.next
    }
    return nil
  }
}

/// How a whole file is laid out.
struct JSONFileLayout: Hashable, Sendable {
  let lineEnd: String
  let endsWithLineEnd: Bool
  let unit: String
  let usesSpaces: Bool
  let keepsPlainArraysOnOneLine: Bool
}

extension JSONLayout {
  /// What the file as a whole is like.
  var file: JSONFileLayout {
    storage.layout
      ?? JSONFileLayout(
        lineEnd: lineEnd, endsWithLineEnd: endsWithLineEnd, unit: unit, usesSpaces: usesSpaces,
        keepsPlainArraysOnOneLine: keepsPlainArraysOnOneLine)
  }

  /// `\r\n` where the first line of the file ends so, and `\n` otherwise.
  private var lineEnd: String {
    if let layout = storage.layout { return layout.lineEnd }
    guard let first = storage.bytes.firstIndex(of: Byte.lineFeed), first > 0 else { return "\n" }
    return storage.bytes[first - 1] == Byte.carriageReturn ? "\r\n" : "\n"
  }

  private var endsWithLineEnd: Bool {
    storage.layout?.endsWithLineEnd ?? (storage.bytes.last == Byte.lineFeed)
  }

  /// What the file indents each level by: taken from the first container that is spread.
  private var unit: String {
    if let layout = storage.layout { return layout.unit }
    for index in storage.nodes.indices {
      let container = JSONValue(storage: storage, index: index)
      guard isSpread(container) else { continue }
      let outer = indentation(at: container)
      let inner = indentation(at: JSONValue(storage: storage, index: index + 1))
      if inner.count > outer.count, inner.hasPrefix(outer) {
        return String(inner.dropFirst(outer.count))
      }
    }
    return "  "
  }

  /// Whether the first colon, or else the first comma, of the file has a space behind it.
  private var usesSpaces: Bool {
    if let layout = storage.layout { return layout.usesSpaces }
    for node in storage.nodes where node.isMember {
      return storage.bytes[node.start - 1] != Byte.colon
    }
    if let second = storage.nodes.dropFirst(2).first {
      return storage.bytes[second.start - 1] != Byte.comma
    }
    return true
  }

  /// Whether the first array of plain values in the file is on one line.
  private var keepsPlainArraysOnOneLine: Bool {
    if let layout = storage.layout { return layout.keepsPlainArraysOnOneLine }
    for (index, node) in storage.nodes.enumerated() where node.kind == .array {
      let children = storage.nodes[(index + 1)..<node.next]
      let isPlain = children.allSatisfy { $0.kind != .array && $0.kind != .object }
      if isPlain, !children.isEmpty { return !isSpread(JSONValue(storage: storage, index: index)) }
    }
    return false
  }

  /// The spaces and tabs at the start of the line an entry, or its key, stands on.
  func indentation(at value: JSONValue) -> String {
    let bytes = storage.bytes
    var lineStart = value.node.keyStart
    if let lines = storage.lines { lineStart = lines.lineStart(ofByte: lineStart) }
    while lineStart > 0, bytes[lineStart - 1] != Byte.lineFeed { lineStart -= 1 }
    var end = lineStart
    while end < bytes.count, bytes[end] == Byte.space || bytes[end] == Byte.tab { end += 1 }
    return text(lineStart..<end)
  }

  /// The white space before an entry, up to the comma or bracket before it.
  private func gap(before value: JSONValue) -> String {
    let end = value.node.keyStart
    var start = end
    while start > 0, Byte.isWhitespace(storage.bytes[start - 1]) { start -= 1 }
    return text(start..<end)
  }

  private func text(_ range: Range<Int>) -> String {
    String(decoding: storage.bytes[range], as: UTF8.self)
  }
}

extension String {
  /// Whether there is a line feed anywhere, also as the second half of `\r\n`.
  fileprivate var hasLineEnd: Bool { utf8.contains(Byte.lineFeed) }
}
