import Testing

@testable import TerminalUI

@Suite struct QuietBlankTests {
  @Test("A blank that a line or a ground would show is never taken for one like any other")
  func quietBlanks() throws {
    for name in ThemeTests.names {
      let theme = try ThemeFile.resolved(name)
      for role in Role.allCases {
        let style = theme.monochrome[role]
        let isQuiet = theme.isQuiet(role, onBand: false, at: .monochrome)
        #expect(isQuiet == !(style.isUnderlined || style.isReversed), "\(name), \(role.name)")
      }
      #expect(!theme.isQuiet(.dueSoon, onBand: false, at: .monochrome))
      #expect(!theme.isQuiet(.selected, onBand: false, at: .indexed256))
    }
  }
}
