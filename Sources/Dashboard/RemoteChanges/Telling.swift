/// What the last line tells, until the next key: what became of one's own edit, and what others did.
struct Telling: Hashable, Sendable {
  /// One sentence on the last line, until the next key.
  var notice = ""
  /// What is told of one's own last edit, since the last key.
  private var receipt = ""
  /// What is told of others, since the last key.
  private(set) var ofOthers = ""

  /// Says what became of one's own edit; what others do meanwhile is told behind it.
  mutating func tell(ofOwn sentence: String) {
    receipt = sentence
    join()
  }

  /// Says what others did, behind what became of one's own edit.
  mutating func tell(ofOthers sentence: String) {
    // What the last line says already, such as why something may not be done, stays in front.
    if receipt.isEmpty, notice != ofOthers { receipt = notice }
    ofOthers = sentence
    join()
  }

  private mutating func join() {
    notice = [receipt, ofOthers].filter { !$0.isEmpty }.joined(separator: "; ")
  }

  /// Forgets what was told: something else is done.
  mutating func clear() { self = Telling() }
}
