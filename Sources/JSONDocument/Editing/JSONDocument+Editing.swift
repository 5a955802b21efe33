extension JSONDocument {
  /// The document with one value spelled anew; every other byte stays.
  ///
  /// A written object or array takes the layout of what it replaces, or else of its siblings.
  public func replacing(
    _ value: JSONValue, with literal: JSONLiteral
  ) throws(JSONEditError) -> JSONDocument {
    try applying([try splice(replacing: value, with: literal)])
  }

  /// Spells one value anew.
  public func splice(
    replacing value: JSONValue, with literal: JSONLiteral
  ) throws(JSONEditError) -> JSONSplice {
    try checkOwnership(of: value)
    let layout = JSONLayout(storage)
    let text = layout.text(of: literal, replacing: value, in: container(of: value))
    return JSONSplice(text, over: value.byteRange, near: value)
  }

  /// The document with one more member in an object, behind a given member or at the end.
  ///
  /// The member is laid out as its siblings are: on a line of its own, indented as they are, or
  /// on the same line where they share one.
  public func inserting(
    key: String, _ literal: JSONLiteral, into object: JSONValue, after sibling: JSONMember? = nil
  ) throws(JSONEditError) -> JSONDocument {
    try applying([try splice(inserting: key, literal, into: object, after: sibling)])
  }

  /// Puts one more member into an object, behind a given member or at the end.
  public func splice(
    inserting key: String, _ literal: JSONLiteral, into object: JSONValue,
    after sibling: JSONMember? = nil
  ) throws(JSONEditError) -> JSONSplice {
    try checkOwnership(of: object)
    guard object.kind == .object else { throw refusal(.notAnObject, at: object) }
    guard object.member(key) == nil else { throw refusal(.keyExists(key), at: object) }
    var last: JSONValue?
    if let sibling {
      try checkOwnership(of: sibling.value)
      last = sibling.value
    } else {
      for member in object.members { last = member.value }
    }
    guard let last else { return filling(object, key: key, with: literal) }
    guard container(of: last)?.index == object.index else {
      throw refusal(.placeNotFound, at: object)
    }
    return adding([literal], key: key, to: object, behind: last)
  }

  /// The document with one more element at the end of an array.
  public func appending(
    _ literal: JSONLiteral, to array: JSONValue
  ) throws(JSONEditError) -> JSONDocument {
    try inserting(literal, into: array, at: array.count)
  }

  /// The document with one more element in an array, before the one at a position.
  ///
  /// The count of the array is the position behind the last element.
  public func inserting(
    _ literal: JSONLiteral, into array: JSONValue, at position: Int
  ) throws(JSONEditError) -> JSONDocument {
    try applying([try splice(inserting: [literal], into: array, at: position)])
  }

  /// Puts elements into an array, before the one at a position; into an empty array only one.
  public func splice(
    inserting literals: [JSONLiteral], into array: JSONValue, at position: Int
  ) throws(JSONEditError) -> JSONSplice {
    try checkOwnership(of: array)
    guard array.kind == .array else { throw refusal(.notAnArray, at: array) }
    if array.isEmptyContainer, position == 0, literals.count == 1 {
      return filling(array, key: nil, with: literals[0])
    }
    if position > 0, let last = array[position - 1] {
      return adding(literals, key: nil, to: array, behind: last)
    }
    guard position == 0, let first = array[0] else { throw refusal(.placeNotFound, at: array) }
    let layout = JSONLayout(storage)
    let gap = layout.separator(behind: first, in: array)
    let texts = literals.map { layout.text(of: $0, beside: first, in: array) + "," + gap }
    let start = first.byteRange.lowerBound
    return JSONSplice(texts.joined(), over: start..<start, near: array)
  }

  /// The document without one element, or without one value and its key.
  ///
  /// The comma goes with it, and the last one out leaves `{}` or `[]`.
  public func removing(_ value: JSONValue) throws(JSONEditError) -> JSONDocument {
    try checkOwnership(of: value)
    guard let container = container(of: value) else {
      throw refusal(.rootNotRemovable, at: value)
    }
    return try applying(try splices(removing: [value], from: container))
  }

  /// The document without one member.
  public func removing(_ member: JSONMember) throws(JSONEditError) -> JSONDocument {
    try removing(member.value)
  }

  /// The object or array that directly holds a value, or nil for the root.
  public func container(of value: JSONValue) -> JSONValue? {
    guard value.storage === storage, value.index > 0 else { return nil }
    var holder = 0
    var position = 1
    while position < value.index {
      let next = storage.nodes[position].next
      if next > value.index {
        holder = position
        position += 1
      } else {
        position = next
      }
    }
    return JSONValue(storage: storage, index: holder)
  }
}

extension JSONDocument {
  private func adding(
    _ literals: [JSONLiteral], key: String?, to container: JSONValue, behind last: JSONValue
  ) -> JSONSplice {
    let layout = JSONLayout(storage)
    let separator = layout.separator(behind: last, in: container)
    let key = key.map { JSONWriter.quoted($0) + layout.colon(after: last) } ?? ""
    let texts = literals.map { literal in
      ",\(separator)\(key)" + layout.text(of: literal, beside: last, in: container)
    }
    let end = last.node.end
    return JSONSplice(texts.joined(), over: end..<end, near: container)
  }

  private func filling(
    _ container: JSONValue, key: String?, with literal: JSONLiteral
  ) -> JSONSplice {
    let layout = JSONLayout(storage)
    let holder = self.container(of: container)
    let filling = layout.filling(of: container, in: holder, key: key, with: literal)
    return JSONSplice(filling.text, over: filling.range, near: container)
  }

  func checkOwnership(of value: JSONValue) throws(JSONEditError) {
    guard value.storage === storage else {
      throw JSONEditError(code: .foreignValue, location: nil)
    }
  }

  func refusal(_ code: JSONEditError.Code, at value: JSONValue) -> JSONEditError {
    JSONEditError(code: code, location: value.location)
  }
}
