import Letters
import Testing

/// What does not show and says nothing is left out; what says something stays.
@Suite struct CleaningTests {
  @Test(
    arguments: [
      ("soft\u{ad}hyphen", "softhyphen", 1), ("\u{feff}a\u{200b}b\u{2060}", "ab", 3),
      ("a\u{200e}b\u{202e}c\u{2066}d\u{2069}", "abcd", 4), ("a\u{200d}b\u{200c}", "ab", 2),
      ("1\u{fe0f} a\u{fe0f}", "1 a", 2), ("\u{200d}", "", 1), ("a\u{1b}b\u{7f}\u{9b}", "ab", 3),
      ("\u{e0041}x", "x", 1), ("x\u{34f}\u{3164}", "x", 2), ("plain\n\twords", "plain\n\twords", 0),
      ("Zoë’s – 5\u{a0}£", "Zoë’s – 5\u{a0}£", 0), ("Zoe\u{308}", "Zoe\u{308}", 0), ("", "", 0),
    ])
  func leavesOut(text: String, cleaned: String, dropped: Int) {
    #expect(Array(text.cleaned.text.unicodeScalars) == Array(cleaned.unicodeScalars))
    #expect(text.cleaned.dropped == dropped)
    #expect(cleaned.cleaned.dropped == 0)
  }

  @Test(
    arguments: [
      "👩\u{200d}👩\u{200d}👧", "❤\u{fe0f}\u{200d}🔥", "👍🏽", "☎\u{fe0f}", "☎\u{fe0e}",
      "1\u{fe0f}\u{20e3}",
      "🏴\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}", "🇬🇧", "می\u{200c}خواهم",
      "क\u{94d}\u{200d}ष", "葛\u{e0100}", "שלום\u{200f}!", "👩🏽\u{200d}⚕\u{fe0f}",
    ])
  func keepsWhatSaysSomething(text: String) {
    #expect(Array(text.cleaned.text.unicodeScalars) == Array(text.unicodeScalars))
  }

  @Test func tellsHowMuchWasLeftOut() {
    #expect(String.dropNote(0) == "")
    #expect(String.dropNote(1) == "one character that does not show was left out")
    #expect(String.dropNote(2) == "2 characters that do not show were left out")
  }
}
