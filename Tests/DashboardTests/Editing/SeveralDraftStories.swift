import Dashboard
import Testing

/// What was typed for several actions comes back for the same ones only.
@Suite struct SeveralDraftStories {
  @Test(arguments: [(["e", "Tab"], "Change 2 actions"), (["r"], "Reassign 2 actions")])
  func draftBelongsToWhatWasMarked(keys: [String], title: String) {
    let back = "Here is what you typed before and did not save."
    story(on: .sample, at: pmqa) {
      press("Tab", "+", "+")
      for key in keys { press(key) }
      expect(contains: title)
      typing("Medway Council")
      press("Esc", "Esc", "+", "+", keys[0])
      expect(contains: title)
      expect("nothing comes back for others") { !$0.notice.hasPrefix(back) }
      press("Esc", "Esc", "g", "+", "+", keys[0])
      expect(contains: title)
      expect(lastLine: back)
      expect(contains: "Medway Council")
    }
  }
}
