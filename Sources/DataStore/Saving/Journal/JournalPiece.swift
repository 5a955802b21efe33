import JSONDocument

/// Whether bytes can be the beginning of a line of a journal, as a save leaves it that was cut off.
///
/// A line that was changed afterwards has its end, or breaks off in its middle; so it is none.
///
/// After a power cut the disk may give zeros for what it had not written yet.
func isBeginningOfLine(_ line: [UInt8]) -> Bool {
  let bytes = Array(line[...(line.lastIndex { $0 != 0 } ?? -1)])
  let start = Array(#"{"sequence":"#.utf8)
  if bytes.isEmpty { return !line.isEmpty }
  guard bytes.prefix(start.count).elementsEqual(start.prefix(bytes.count)) else { return false }
  if let end = endsOfBody(bytes) {
    // From here on the end of the line is known.
    let whole = Array((JournalLine.hash(of: bytes[..<end]) + "\"}").utf8)
    let rest = bytes[(end + JournalLine.hashMark.count)...]
    return rest.count < whole.count && rest.elementsEqual(whole.prefix(rest.count))
  }
  return breaksOffAtItsEnd(bytes)
}

/// Where the line's own hash begins: behind the hash of the line before.
private func endsOfBody(_ bytes: [UInt8]) -> Int? {
  let mark = JournalLine.hashMark
  // Nothing but the hash and the end of the line can follow; somebody may have added to it.
  let earliest = max(0, bytes.count - mark.count - 80)
  guard earliest + mark.count <= bytes.count else { return nil }
  for position in earliest...(bytes.count - mark.count)
  where bytes[position...].starts(with: mark) && bytes[..<position].endsWithPreviousHash {
    return position
  }
  return nil
}

extension ArraySlice<UInt8> {
  /// Whether the member that holds the hash of the line before stands at the end.
  fileprivate var endsWithPreviousHash: Bool {
    let key = Array(#","previous":""#.utf8)
    return [0, 64].contains { length in
      let tail = suffix(key.count + length + 1)
      return tail.count == key.count + length + 1 && tail.starts(with: key)
        && tail.last == UInt8(ascii: "\"")
    }
  }
}

/// Whether bytes are JSON as far as they go.
private func breaksOffAtItsEnd(_ bytes: [UInt8]) -> Bool {
  do throws(JSONSyntaxError) {
    _ = try JSONDocument(bytes: bytes)
    return false
  } catch {
    if error.code == .unclosedContainer || error.code == .unclosedString { return true }
    // A number, word, escape or character that is not complete begins shortly before the end.
    let columns = bytes.count { $0 & 0xC0 != 0x80 }
    return error.location.column + 8 > columns
  }
}
