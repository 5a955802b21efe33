extension Folding {
  /// Where a word stands first in a part of bytes, both as they are compared; nil where nowhere.
  ///
  /// A hyphen or an apostrophe beside a letter may be there or not, and a hyphen may be a blank:
  /// "re-use", "reuse" and "re use" find each other.
  package static func place(
    of word: [UInt8], in bytes: UnsafeBufferPointer<UInt8>, _ part: Range<Int>
  ) -> Range<Int>? {
    word.withUnsafeBufferPointer { word in
      guard let first = word.first else { return part.lowerBound..<part.lowerBound }
      var start = part.lowerBound
      while start < part.upperBound {
        guard bytes[start] == first else {
          start += 1
          continue
        }
        var same = 1
        while same < word.count, start + same < part.upperBound, bytes[start + same] == word[same] {
          same += 1
        }
        if same == word.count { return start..<start + same }
        // Most words part here; only a joint in one of both may still bring them together.
        let isJoined =
          isJoint(word[same]) || start + same < part.upperBound && isJoint(bytes[start + same])
        if isJoined, let end = end(of: word, in: bytes, start..<part.upperBound) {
          return start..<end
        }
        start += 1
      }
      return nil
    }
  }

  /// Where a word ends that begins where a part of the bytes does; nil where it does not.
  private static func end(
    of word: UnsafeBufferPointer<UInt8>, in bytes: UnsafeBufferPointer<UInt8>, _ part: Range<Int>
  ) -> Int? {
    var (place, letter) = (part.lowerBound, 0)
    while letter < word.count {
      if place < part.upperBound, bytes[place] == word[letter] {
        (place, letter) = (place + 1, letter + 1)
        continue
      }
      guard letter > 0 else { return nil }
      if place < part.upperBound, isJoint(bytes[place]),
        isLetter(word[letter - 1]) || isLetter(word[letter])
      {
        if word[letter] == blank, bytes[place] == hyphen { letter += 1 }
        place += 1
      } else if isJoint(word[letter]), letter + 1 < word.count,
        isLetter(word[letter - 1]) || isLetter(word[letter + 1])
      {
        if word[letter] == hyphen, place < part.upperBound, bytes[place] == blank { place += 1 }
        letter += 1
      } else {
        return nil
      }
    }
    return place
  }

  private static let hyphen = UInt8(ascii: "-")
  private static let blank = UInt8(ascii: " ")

  private static func isJoint(_ byte: UInt8) -> Bool {
    byte == hyphen || byte == UInt8(ascii: "'")
  }

  private static func isLetter(_ byte: UInt8) -> Bool { byte &- 0x61 < 26 || byte >= 0x80 }
}

extension String {
  /// Whether letters stand somewhere in the text, however either of them is spelled.
  package func holds(_ letters: String) -> Bool { foldedPlace(of: letters) != nil }

  /// Whether every word stands somewhere in the text; the words are as ``Folding/words(of:)`` makes them.
  package func holds(_ words: [[UInt8]]) -> Bool {
    var bytes: [UInt8] = []
    Folding.append(self, to: &bytes)
    return bytes.withUnsafeBufferPointer { bytes in
      words.allSatisfy { Folding.place(of: $0, in: bytes, 0..<bytes.count) != nil }
    }
  }

  /// Where letters stand first in the text, in bytes of the text as it is compared.
  private func foldedPlace(of letters: String) -> Range<Int>? {
    var bytes: [UInt8] = []
    Folding.append(self, to: &bytes)
    let word = Array(letters.folded.utf8)
    return bytes.withUnsafeBufferPointer { Folding.place(of: word, in: $0, 0..<$0.count) }
  }

  /// Whether the text begins with letters, however either of them is spelled.
  package func begins(with letters: String) -> Bool { foldedPlace(of: letters)?.lowerBound == 0 }

  /// Whether the text is the same as another one, however either of them is spelled.
  package func isSame(as other: String) -> Bool { folded == other.folded }
}
