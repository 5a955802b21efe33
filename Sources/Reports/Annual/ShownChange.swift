import Letters
import Papers
import Safeguarding

/// Something that changed, with what was done for it.
struct ShownChange {
  /// What was done.
  let what: String
  /// What shows that it changed something.
  var shown: [String]
  let source: [Citation]
  /// Whether it is recorded what those said who were heard.
  var isHeard = false
}

extension AnnualAccount {
  /// What changed in the year, as actions, programmes, activities of voice and training tell it.
  ///
  /// The same words of two records are told once, by the one that says more.
  ///
  /// - Parameter priority: The number of a priority of the plan; nil for all.
  /// - Returns: The changes, in the order in which they are read.
  func shownChanges(of priority: String? = nil) -> [ShownChange] {
    func isMeant(_ plan: Reference<Plan>?, _ number: String) -> Bool {
      guard let priority else { return true }
      return plan?.id == self.plan?.id && number == priority
    }
    let acts = actions.filter {
      isMeant($0.plan, $0.priority) && !$0.impact.isEmpty
        && ($0.doneOn == nil || isInYear($0.doneOn))
    }.map { ShownChange(what: $0.title.asTitle, shown: $0.impact, source: $0.source) }
    let heard = voices.filter { isMeant($0.plan, $0.priority) && !$0.changed.isEmpty }.map {
      ShownChange(
        what: $0.title, shown: $0.changed, source: $0.source, isHeard: !$0.heard.isEmpty)
    }
    let programmes = programmes.filter { isMeant($0.plan, $0.priority) && !$0.impact.isEmpty }.map {
      ShownChange(what: $0.title, shown: $0.impact, source: $0.source)
    }
    let taught = deliveries.filter { one in
      let course = workspace.courses[one.course]
      return !one.impact.isEmpty && isMeant(course?.plan, course?.priority ?? "")
    }.map { ShownChange(what: $0.title, shown: $0.impact, source: $0.source) }
    return told(once: acts + heard + programmes + taught)
  }

  /// The changes without words that another one says as well, or says in more words.
  private func told(once all: [ShownChange]) -> [ShownChange] {
    func letters(_ text: String) -> String {
      (text.hasSuffix(".") ? String(text.dropLast()) : text).folded
    }
    let words = all.enumerated().flatMap { place, one in
      one.shown.map { (place: place, letters: letters($0)) }
    }
    return all.enumerated().compactMap { place, one in
      var kept = one
      kept.shown = one.shown.filter { text in
        let own = letters(text)
        return !words.contains { other in
          other.place != place && other.letters.hasPrefix(own)
            && (other.letters.utf8.count > own.utf8.count || other.place < place)
        }
      }
      return kept.shown.isEmpty ? nil : kept
    }
  }

  /// The activities of the year in which somebody was heard.
  var voices: [VoiceActivity] {
    own(workspace.voiceActivities) { $0.partnership }.filter { isInYear($0.on) }
  }

  /// The programmes that ran in the year.
  var programmes: [Programme] {
    own(workspace.programmes) { $0.partnership }.filter { wasThere(from: $0.from, to: $0.to) }
  }

  /// The training that was taken in the year.
  var deliveries: [CourseDelivery] {
    own(workspace.courseDeliveries) { $0.partnership }.filter { isInYear($0.period) }
  }

  /// Changes as a table; nothing where there are none.
  func blocks(_ caption: String, _ changes: [ShownChange]) -> [PaperBlock] {
    if changes.isEmpty { return [] }
    return [
      .table(
        PaperTable(
          caption, heads: ["What was done", "What shows that it changed something"],
          rows: changes.map {
            [text($0.what, $0.source), PaperText($0.shown.joined(separator: "\n"))]
          }))
    ]
  }
}
