import Letters
import Testing

@Suite struct SafeOutputTests {
  @Test(arguments: [
    ("plain words", "plain words"),
    ("two\nlines\twith a tab", "two\nlines with a tab"),
    ("a line end of CSV\r\n", "a line end of CSV\r\n"),
    ("over\rwritten", "over\u{fffd}written"),
    ("twice\r\r\n", "twice\u{fffd}\r\n"),
    ("end\r", "end\u{fffd}"),
    ("\u{1b}[31mred\u{1b}]0;title\u{7}", "\u{fffd}[31mred\u{fffd}]0;title\u{fffd}"),
    ("\u{9b}2J\u{7f}\u{0}", "\u{fffd}2J\u{fffd}\u{fffd}"),
    ("ab\u{202e}cd\u{2066}ef", "ab\u{fffd}cd\u{fffd}ef"),
    ("hid\u{200b}den\u{feff}\u{ad} \u{200e}\u{2060}a\u{200d}", "hidden a"),
    ("👩\u{200d}👧 می\u{200c}خواهم", "👩\u{200d}👧 می\u{200c}خواهم"),
    ("tag \u{e0041}", "tag \u{fffd}"),
    ("Zoë – 3 × £5 日本", "Zoë – 3 × £5 日本"),
  ])
  func marksWhatCommandsOrHides(text: String, safe: String) {
    #expect(SafeOutput.text(text) == safe)
  }

  @Test(arguments: [
    ("Zoë – Société", "Zoe - Societe"), ("£47,300…", "GBP 47,300..."),
    ("“Straße” Łódź", "\"Strasse\" Lodz"), ("日本 ½", "?? ?"), ("\u{1b}\u{202e}", "??"),
  ])
  func foldsToASCIIWhereNothingElseIsRead(text: String, folded: String) {
    #expect(SafeOutput.text(text, isUTF8: false) == folded)
  }

  @Test(arguments: 0..<0x300)
  func everyByteOfTheFoldIsPrintable(value: Int) throws {
    let scalar = try #require(Unicode.Scalar(UInt32(value)))
    for byte in SafeOutput.text(String(scalar), isUTF8: false).utf8 {
      #expect(byte == 0x0a || (0x20..<0x7f).contains(byte))
    }
  }

  @Test func escapesOfJSONLoseNothing() {
    let json = "{\n\"é\": \"£😀 \u{ad}\u{200b}\u{202e}\u{9b}👩\u{200d}👧\u{e0041}\"}"
    let escaped = SafeOutput.json(json)
    #expect(
      escaped == "{\n\"é\": \"£😀 \\u00AD\\u200B\\u202E\\u009B👩\\u200D👧\\uDB40\\uDC41\"}")
  }
}
