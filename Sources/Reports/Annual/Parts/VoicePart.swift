import Papers
import Safeguarding

extension AnnualPart {
  /// What children and families said, and what changed because of it.
  static let voice = AnnualPart("voice") { account in
    let activities = account.voices
    var blocks =
      account.blocks("How many were heard", account.figures(in: "voice"))
      + account.voiceTable(activities) + account.consultations
    if blocks.isEmpty {
      blocks = [
        .gap(
          PaperGap(
            .missing, "How many children and families were heard.",
            who: "Participation leads of the partners"))
      ]
    }
    let silent = activities.filter(\.heard.isEmpty).count
    let unchanged = activities.filter(\.changed.isEmpty).count
    if activities.isEmpty {
      blocks.append(
        .gap(
          PaperGap(
            .toWrite, "What was heard in each activity, and what changed because of it.",
            who: "Participation leads of the partners")))
    } else if silent + unchanged > 0 {
      let lacks = [
        silent > 0 ? "what was heard in \(silent) of the \(activities.count) activities" : "",
        unchanged > 0 ? "what \(unchanged) of them changed" : "",
      ].filter { !$0.isEmpty }
      blocks.append(
        .gap(
          PaperGap(
            .missing, "\(listed(lacks)).".withCapital, who: "Participation leads of the partners")))
    }
    return AnnualContent("The voice of children and families", blocks)
  }
}

extension AnnualAccount {
  /// Whose voice was heard, and what came of it.
  fileprivate func voiceTable(_ activities: [VoiceActivity]) -> [PaperBlock] {
    if activities.isEmpty { return [] }
    func lines(_ texts: [String]) -> PaperText {
      PaperText(texts.isEmpty ? "not recorded" : texts.joined(separator: "\n"))
    }
    let rows = activities.map { one in
      [
        text(one.title, one.source), PaperText(one.who.title), PaperText(one.reach?.text ?? ""),
        lines(one.heard),
        lines(one.changed), PaperText(one.told),
      ]
    }
    return [
      .table(
        PaperTable(
          "Whose voice was heard, and what changed",
          heads: [
            "What was done", "Whose voice", "How many", "What was heard", "What changed",
            "What they were told came of it",
          ], rows: rows, numbers: [2]))
    ]
  }
}

extension String {
  /// The text with a capital at its beginning.
  var withCapital: String { prefix(1).uppercased() + dropFirst() }
}
