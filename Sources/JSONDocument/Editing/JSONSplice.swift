/// New text for some bytes of a document.
///
/// Splices are made of one document and applied to it together, so that it is read anew once, however
/// many of its values change.
public struct JSONSplice: Sendable {
  let storage: JSONStorage
  let range: Range<Int>
  let text: String
  /// The value that the edit is about, for the place in a message.
  let value: JSONValue

  init(_ text: String, over range: Range<Int>, near value: JSONValue) {
    storage = value.storage
    (self.text, self.range, self.value) = (text, range, value)
  }
}

extension JSONDocument {
  /// The document with every splice in its place; every other byte stays.
  ///
  /// Splices at one place keep their order; none may reach into another one.
  public func applying(_ splices: [JSONSplice]) throws(JSONEditError) -> JSONDocument {
    guard let first = splices.first else { return self }
    var size = storage.bytes.count
    for splice in splices {
      guard splice.storage === storage else {
        throw JSONEditError(code: .foreignValue, location: nil)
      }
      size += splice.text.utf8.count - splice.range.count
    }
    let ordered = splices.enumerated().sorted { one, other in
      (one.element.range.lowerBound, one.element.range.upperBound, one.offset)
        < (other.element.range.lowerBound, other.element.range.upperBound, other.offset)
    }
    var edited: [UInt8] = []
    edited.reserveCapacity(size)
    var position = 0
    for (_, splice) in ordered {
      guard splice.range.lowerBound >= position else {
        throw refusal(.splicesOverlap, at: splice.value)
      }
      edited.append(contentsOf: storage.bytes[position..<splice.range.lowerBound])
      edited.append(contentsOf: splice.text.utf8)
      position = splice.range.upperBound
    }
    edited.append(contentsOf: storage.bytes[position...])
    do {
      return try JSONDocument(bytes: edited, layout: storage.layout)
    } catch {
      throw refusal(.resultRefused(error), at: first.value)
    }
  }

  /// The same document with its layout noted, so that many edits need not look for it each.
  public var notingLayout: JSONDocument {
    if storage.layout != nil, storage.lines != nil { return self }
    return JSONDocument(
      storage: JSONStorage(
        bytes: storage.bytes, nodes: storage.nodes, layout: JSONLayout(storage).file,
        lines: JSONLineIndex(bytes: storage.bytes)))
  }

  /// A value as a small document of its own, which is edited as the value would be in its place.
  public func excerpt(of value: JSONValue) throws(JSONEditError) -> JSONDocument {
    try checkOwnership(of: value)
    let layout = JSONLayout(storage)
    return try excerpt(
      layout.indentation(at: value).utf8 + storage.bytes[value.byteRange], layout, near: value)
  }

  /// A new element for the end of an array as a small document of its own, laid out as in that place.
  ///
  /// The last element, which the array must have, is given so that nobody walks to it.
  public func excerpt(
    of literal: JSONLiteral, behind last: JSONValue, in array: JSONValue
  ) throws(JSONEditError) -> JSONDocument {
    try checkOwnership(of: last)
    try checkOwnership(of: array)
    let layout = JSONLayout(storage)
    let text = layout.text(of: literal, beside: last, in: array)
    return try excerpt(Array((layout.indentation(at: last) + text).utf8), layout, near: last)
  }

  private func excerpt(
    _ bytes: some Sequence<UInt8>, _ layout: JSONLayout, near value: JSONValue
  ) throws(JSONEditError) -> JSONDocument {
    do {
      return try JSONDocument(bytes: Array(bytes), layout: layout.file)
    } catch {
      throw refusal(.resultRefused(error), at: value)
    }
  }

  /// Gives a member another key.
  public func splice(
    renaming member: JSONMember, to key: String
  ) throws(JSONEditError) -> JSONSplice {
    try checkOwnership(of: member.value)
    return JSONSplice(JSONWriter.quoted(key), over: member.keyByteRange, near: member.value)
  }

  /// Puts what became of an excerpt in the place of the value it was made of.
  public func splice(
    replacing value: JSONValue, withExcerpt excerpt: JSONDocument
  ) throws(JSONEditError) -> JSONSplice {
    try checkOwnership(of: value)
    return JSONSplice(excerpt.root.spelling, over: value.byteRange, near: value)
  }

  /// Puts excerpts at the end of an array that has elements.
  public func splice(
    appendingExcerpts excerpts: [JSONDocument], behind last: JSONValue, in array: JSONValue
  ) throws(JSONEditError) -> JSONSplice {
    try splice(appending: excerpts, behind: last, in: array) { .excerpt($0) }
  }

  /// Puts elements at the end of an array that has some.
  ///
  /// - Parameters:
  ///   - elements: The new elements: objects, or excerpts that were made of such and changed since.
  ///   - last: The last element that stands there.
  ///   - array: The array.
  ///   - part: Gives the object of an element, or what became of its excerpt.
  /// - Returns: The splice.
  /// - Throws: ``JSONEditError`` where the place is none of this document.
  package func splice<Element>(
    appending elements: [Element], behind last: JSONValue, in array: JSONValue,
    _ part: (Element) -> JSONAddition
  ) throws(JSONEditError) -> JSONSplice {
    try checkOwnership(of: last)
    try checkOwnership(of: array)
    let layout = JSONLayout(storage)
    let separator = "," + layout.separator(behind: last, in: array)
    let style = layout.styleOfObject(beside: last, in: array)
    var text = ""
    for element in elements {
      text += separator
      switch part(element) {
      case .object(let literal): text += JSONWriter.text(of: literal, style: style)
      case .excerpt(let excerpt): text += excerpt.root.spelling
      }
    }
    let end = last.node.end
    return JSONSplice(text, over: end..<end, near: array)
  }

  /// Takes children of one array or object out of it, with their commas; the last one out leaves it empty.
  ///
  /// The children are given in their order.
  public func splices(
    removing children: [JSONValue], from container: JSONValue
  ) throws(JSONEditError) -> [JSONSplice] {
    try checkOwnership(of: container)
    var splices: [JSONSplice] = []
    var gone = children[...]
    var position = container.index + 1
    /// The last child that stays, and the first one of those gone behind it.
    var (kept, start): (JSONNode?, JSONNode?) = (nil, nil)
    while position < container.node.next {
      let node = storage.nodes[position]
      if gone.first?.index == position {
        gone.removeFirst()
        start = start ?? node
      } else {
        if let start {
          splices.append(JSONSplice("", over: start.keyStart..<node.keyStart, near: container))
        }
        (kept, start) = (node, nil)
      }
      position = node.next
    }
    guard gone.isEmpty else { throw refusal(.placeNotFound, at: container) }
    if start != nil {
      let begin = kept?.end ?? container.node.start + 1
      let end = kept == nil ? container.node.end - 1 : lastEnd(in: container)
      splices.append(JSONSplice("", over: begin..<end, near: container))
    }
    return splices
  }

  private func lastEnd(in container: JSONValue) -> Int {
    var end = container.node.start + 1
    var position = container.index + 1
    while position < container.node.next {
      end = storage.nodes[position].end
      position = storage.nodes[position].next
    }
    return end
  }
}

/// A new element of an array: an object, or an excerpt that was made of one and changed since.
package enum JSONAddition {
  case object(JSONLiteral)
  case excerpt(JSONDocument)
}
