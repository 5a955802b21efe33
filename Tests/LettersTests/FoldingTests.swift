import Letters
import Testing

/// What counts as the same letters.
@Suite struct FoldingTests {
  @Test(
    arguments: [
      ("Prüfung", "prufung"), ("ÆRØ", "aero"), ("Straße", "strasse"), ("STRAẞE", "strasse"),
      ("Łódź", "lodz"), ("Đorđe", "dorde"), ("DIYARBAKIR", "diyarbakir"),
      ("Dıyarbakır İl", "diyarbakir il"), ("Zoe\u{308}", "zoe"), ("Þór", "thor"),
      ("Nguyễn Thị", "nguyen thi"), ("Ângela Õ", "angela o"), ("ŋ ħ ŧ ĸ", "n h t k"),
      ("‘a’ ʼb′ ´c`", "'a' 'b' 'c'"), ("“a” „b″ «c»", "\"a\" \"b\" \"c\""),
      ("a‐b‑c–d—e−f―g", "a-b-c-d-e-f-g"), ("tool… x‥", "tool... x.."),
      ("so\u{ad}ft\u{200b}ly\u{2060}\u{feff}", "softly"), ("a\u{200e}b\u{202e}c\u{2066}d", "abcd"),
      ("✓\u{fe0f} 👩\u{200d}👧", "✓ 👩👧"), (" a \u{a0}\t b\u{3000}\u{2009}c\n", "a b c"),
      ("ＦＵＬＬ　１２", "full 12"), ("ﬁle ﬃ ﬂ", "file ffi fl"), ("𝐁old 𝟙", "bold 1"), ("Ⓐ", "a"),
      ("№ 5 ½ m²", "no 5 1/2 m2"), ("Ёлка Й", "елка и"), ("ἈΘῆναι ς", "αθηναι σ"),
      ("한국", "\u{1112}\u{1161}\u{11ab}\u{1100}\u{116e}\u{11a8}"), ("ガ", "カ\u{3099}"),
      ("Plain: words, 100%_-+=", "plain: words, 100%_-+="), ("", ""), ("\u{200b}", ""),
    ])
  func oneSpellingStandsForAll(text: String, folded: String) {
    #expect(Array(text.folded.unicodeScalars) == Array(folded.unicodeScalars), "\(text.folded)")
  }

  @Test func foldingAgainChangesNothing() {
    for value in UInt32(0)..<0x3400 {
      let text = Unicode.Scalar(value).map { "a\($0)b" } ?? ""
      if text.folded != text.folded.folded { Issue.record("U+\(String(value, radix: 16))") }
      guard value < 0x180 || (0x391...0x44f).contains(value) else { continue }
      #expect(text.folded == text.uppercased().folded, "U+\(String(value, radix: 16))")
    }
  }

  @Test(
    arguments: [
      ("children’s homes", "children's", true), ("children’s homes", "childrens", true),
      ("O'Brien", "obrien", true), ("re-use", "reuse", true), ("re-use", "re use", true),
      ("reuse", "re-use", true), ("re use", "re-use", true), ("Re‑Use it", "re–use", true),
      ("multi-agency", "i-a", true), ("well-being", "wellb", true), ("2024-25", "2024–25", true),
      ("12", "1-2", false), ("1-2", "12", false), ("reuse", "re--use", true),
      ("red", "re-", false), ("re-", "re-", true), ("abc", "abd", false), ("aab", "ab", true),
      ("tool…", "tool...", true), ("x", "", true), ("", "x", false), ("d", "-d", false),
      ("a - b", "a b", false), ("use re", "re-use", false),
    ])
  func lettersAreFoundHoweverTheyAreJoined(text: String, letters: String, isFound: Bool) {
    #expect(text.holds(letters) == isFound)
    #expect(text.holds(letters.uppercased()) == isFound)
    #expect(text.holds(letters.split(separator: "").joined(separator: "\u{ad}")) == isFound)
  }

  @Test func beginningsAndWordsAreComparedAlike() {
    #expect("Über-Land".begins(with: "uberl"))
    #expect(!"Über-Land".begins(with: "land"))
    #expect("Tim O’Brien".isSame(as: "tim  o'brien"))
    #expect(
      Folding.words(of: " Übung \u{200b} B ").map { String(decoding: $0, as: UTF8.self) }
        == ["ubung", "b"])
    #expect("Kent and Medway".holds(Folding.words(of: "med ken")))
    #expect(!"Kent and Medway".holds(Folding.words(of: "med kenn")))
  }
}
