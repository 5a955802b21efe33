/// The bytes of one file and the flat index into them, shared by every value of the document.
final class JSONStorage: Sendable {
  let bytes: [UInt8]
  let nodes: [JSONNode]
  /// How many values lie in folded containers.
  let foldedCount: Int

  /// How the file is laid out, where that was noted; an edit keeps it.
  let layout: JSONFileLayout?
  /// The starts of its lines, where they were noted.
  let lines: JSONLineIndex?

  init(
    bytes: [UInt8], nodes: [JSONNode], foldedCount: Int = 0, layout: JSONFileLayout? = nil,
    lines: JSONLineIndex? = nil
  ) {
    self.bytes = bytes
    self.nodes = nodes
    self.foldedCount = foldedCount
    self.layout = layout
    self.lines = lines
  }

  /// The index of what is in a folded container, its own node first.
  func unfolding(_ node: JSONNode) -> JSONStorage {
    let nodes: [JSONNode]
    do {
      nodes = try bytes.withUnsafeBufferPointer { buffer throws(JSONFault) in
        try JSONParser.nodes(of: buffer, in: node.start..<node.end)
      }
    } catch {
      // The same bytes were read when the document was; nothing is in it rather than anything else.
      nodes = [
        JSONNode(
          kind: node.kind, start: node.start, end: node.end, next: 1, isMarked: false, key: nil)
      ]
    }
    return JSONStorage(bytes: bytes, nodes: nodes)
  }

  /// Where the text of a key ends, behind its closing quote, given where it starts.
  func keyEnd(of node: JSONNode) -> Int {
    bytes.withUnsafeBufferPointer { buffer in
      var position = node.keyStart &+ 1
      while position < buffer.count, buffer[position] != Byte.quote {
        position &+= buffer[position] == Byte.backslash ? 2 : 1
      }
      return position &+ 1
    }
  }

  /// The decoded text between the quotes of a spelling.
  func text(from start: Int, to end: Int, hasEscapes: Bool) -> String {
    bytes.withUnsafeBufferPointer { buffer in
      let content = UnsafeBufferPointer(rebasing: buffer[(start + 1)..<(end - 1)])
      guard hasEscapes else { return String(decoding: content, as: UTF8.self) }
      return String(unsafeUninitializedCapacity: content.count) { output in
        JSONUnescaping.decode(content, into: output)
      }
    }
  }

  /// Whether the key of a node, decoded, is the given UTF-8 text.
  func hasKey(_ node: JSONNode, _ name: UnsafeBufferPointer<UInt8>) -> Bool {
    guard node.isMember else { return false }
    let start = node.keyStart &+ 1
    return bytes.withUnsafeBufferPointer { buffer in
      if node.keyHasEscapes {
        let end = keyEnd(of: node) - 1
        let content = UnsafeBufferPointer(rebasing: buffer[start..<end])
        return JSONUnescaping.decoded(content).elementsEqual(name)
      }
      let end = start &+ name.count
      guard end < node.start, buffer[end] == Byte.quote else { return false }
      for position in 0..<name.count where buffer[start &+ position] != name[position] {
        return false
      }
      return true
    }
  }
}
