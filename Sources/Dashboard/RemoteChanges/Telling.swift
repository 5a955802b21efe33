import Safeguarding

/// What the last line tells, until the next key: what became of one's own edits, what the last key
/// answered, and what happened besides.
///
/// Each has a place of its own, so that nothing that nobody asked for takes the place of what one has to
/// know: why an edit was not saved stands first and stays, whatever comes.
struct Telling: Hashable, Sendable {
  /// What is said while the data folder is read again.
  static let readingAgain = "Reading the data folder again."

  private struct Outcome: Hashable {
    let edit: Edit
    let sentence: String
  }

  /// What is so until it ends, whatever keys are pressed.
  private var standing = ""
  /// Why edits were not saved as they should have been, in the order in which that was told.
  private var refusals: [Outcome] = []
  /// How the last edit gets on that is being saved or is saved.
  private var progress: Outcome?
  /// What went wrong, or has to be known, though nobody asked.
  private var unasked: [String] = []
  /// What is said to somebody who is here for the first time.
  var welcome = ""
  /// What the last key answered.
  var answer = ""
  /// What others did.
  private(set) var ofOthers = ""
  /// That another day has begun.
  private var ofDay = ""
  /// That the program is about to close by itself.
  private var closing = ""

  /// Everything in one text, what matters most first.
  var notice: String {
    let besides = Telling.joined(unasked + [answer, ofOthers, ofDay, closing])
    let first = [standing] + reasons
    guard let progress else { return Telling.joined(first + [besides]) }
    let own = Telling.joined(first + [progress.sentence])
    return besides.isEmpty ? own : "\(own); \(besides)"
  }

  /// What has to be seen even while something else is typed on the last line.
  var pressing: String { Telling.joined([standing] + reasons + unasked + [closing]) }

  /// Says how an edit gets on, or that it is saved.
  mutating func tell(_ sentence: String, of edit: Edit) {
    refusals.removeAll { $0.edit == edit }
    progress = Outcome(edit: edit, sentence: sentence)
  }

  /// Says why an edit was not saved as it should have been, until the next key.
  mutating func tell(refusal sentence: String, of edit: Edit) {
    forget(edit)
    refusals.append(Outcome(edit: edit, sentence: sentence))
  }

  /// Takes back what was told of an edit, as it is told elsewhere.
  mutating func forget(_ edit: Edit) {
    refusals.removeAll { $0.edit == edit }
    if progress?.edit == edit { progress = nil }
  }

  /// Says what went wrong, or has to be known, though nobody asked; the same is told once.
  mutating func tell(unasked sentence: String) {
    guard !unasked.contains(sentence) else { return }
    unasked.append(sentence)
    if unasked.count > Telling.most { unasked.removeFirst() }
  }

  /// Says what others did, behind everything of one's own.
  mutating func tell(ofOthers sentence: String) { ofOthers = sentence }

  /// Says that another day has begun.
  mutating func tell(ofDay sentence: String) { ofDay = sentence }

  /// Says that the program is about to close by itself.
  mutating func tell(closing sentence: String) { closing = sentence }

  /// Forgets what was told: something else is done.
  mutating func clear() {
    let standing = standing
    self = Telling()
    self.standing = standing
  }

  /// Says what is so until it ends; nil says that it has ended.
  mutating func tell(standing sentence: String?) {
    if let sentence {
      standing = sentence
    } else if !standing.isEmpty {
      standing = ""
      tell(unasked: "The data is back: what you see is what stands there now.")
    }
  }

  /// How many sentences of a sort are told.
  private static let most = 4

  /// Each reason once, the first ones in full.
  private var reasons: [String] {
    var reasons: [String] = []
    for refusal in refusals where !reasons.contains(refusal.sentence) {
      reasons.append(refusal.sentence)
    }
    let more = reasons.count - Telling.most
    guard more > 0 else { return reasons }
    return reasons.prefix(Telling.most)
      + ["\(counted(more, "more edit")) \(more == 1 ? "was" : "were") not saved either."]
  }

  /// Sentences stand behind one another; what is no whole sentence is parted by a semicolon.
  private static func joined(_ parts: [String]) -> String {
    parts.filter { !$0.isEmpty }.reduce("") { whole, part in
      if whole.isEmpty { return part }
      return whole + (whole.hasSuffix(".") || whole.hasSuffix("?") ? " " : "; ") + part
    }
  }
}
