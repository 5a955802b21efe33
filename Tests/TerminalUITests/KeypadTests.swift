import TerminalUI
import Testing

/// The number pad of PuTTY, xterm, rxvt and VT terminals in its application mode.
@Suite struct KeypadTests {
  @Test(
    arguments: Array(
      zip(
        "pqrstuvwxyjklmnoX ".unicodeScalars.map(\.value), Array("0123456789*+,-./= "))))
  func aKeyTypesWhatStandsOnIt(letter: UInt32, character: Character) {
    #expect(Key(keypad: letter) == .character(character))
  }

  @Test func enterAndTabAreKeys() {
    #expect(Key(keypad: 0x4d) == .enter)
    #expect(Key(keypad: 0x49) == .tab)
  }

  @Test func everythingElseIsNoKeyOfThePad() {
    let known = Set("pqrstuvwxyjklmnoX MI".unicodeScalars.map(\.value))
    for letter in UInt32(0)...0x2ff where !known.contains(letter) {
      #expect(Key(keypad: letter) == nil, "\(letter)")
    }
  }
}
