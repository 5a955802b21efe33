import CNcurses
import Glibc
package import TerminalUI

/// The terminal the program was started in, drawn on through ncurses.
///
/// There is one at a time, and one thread uses it. It gives the terminal back when it ends; signals
/// and faults give it back too.
package struct NcursesTerminal: ~Copyable, Terminal {
  /// Columns and rows: those of the window, up to 500 and 160.
  package internal(set) var size: Size
  /// Whether characters above 0x7f may be sent.
  package let codesetIsUTF8: Bool
  /// How colours are chosen.
  package let colourDepth: ColourDepth
  /// The terminal type in use.
  package let termName: String
  /// Whether another terminal type stands in for one that is not described on this computer.
  package let fellBack: Bool

  private let screen: OpaquePointer
  var input = TerminalInput()
  var frame: Frame

  /// Takes over the terminal.
  ///
  /// - Throws: ``TerminalError`` when there is none that can be drawn on; then nothing was changed.
  package init(_ options: TerminalOptions = TerminalOptions()) throws(TerminalError) {
    let opening = try TerminalOpening(options)
    screen = opening.screen
    codesetIsUTF8 = opening.codesetIsUTF8
    colourDepth = opening.colourDepth
    termName = opening.termName
    fellBack = opening.fellBack
    frame = Frame(
      codesetIsUTF8: codesetIsUTF8,
      looks: Looks(
        depth: colourDepth, colours: Int(masa_colours()), pairs: Int(masa_colour_pairs())))
    size = Size(1, 1)
    input.idleTime = options.idleLimit.map { IdleTime(limit: $0) }
    masa_set_mouse(options.isMouseOn)
    followSize()
    ask(isBackgroundWanted: options.asksBackground && colourDepth != .monochrome)
  }

  /// Asks the terminal what it can tell of itself; nothing waits for the answers.
  private mutating func ask(isBackgroundWanted: Bool) {
    guard
      TerminalQuestion.isUnderstood(
        by: getenv("TERM").map { String(cString: $0) } ?? "", inTmux: getenv("TMUX") != nil)
    else { return }
    if isBackgroundWanted {
      input.background = TerminalQuestion()
      masa_send(TerminalQuestion.background)
    }
    input.synchronisation = TerminalQuestion()
    masa_send(SynchronisedOutput.question)
  }

  deinit {
    masa_close(screen)
  }

  /// Gives the terminal back.
  ///
  /// An answer that is still on its way is waited for a moment, so that no shell takes it for a command.
  package consuming func close() { swallowAnswer() }

  /// Ends the wait of ``nextEvent()`` from any task.
  package var waker: Waker { Waker(descriptor: masa_wake_descriptor()) }

  package mutating func present(_ canvas: Canvas, theme: ResolvedTheme) {
    if !input.isGone { frame.show(canvas, theme: theme) }
  }

  package mutating func perform(_ request: TerminalRequest) {
    if input.isGone { return }
    switch request {
    case .copy(let text):
      let clipboard = Clipboard(
        isInTmux: getenv("TMUX") != nil || termName.hasPrefix("tmux"),
        isInScreen: termName.hasPrefix("screen"))
      masa_send(clipboard.sequence(copying: text.text))
    case .mouse(let isOn):
      masa_set_mouse(isOn)
    case .redraw:
      frame.forget()
    case .suspend:
      suspend()
      input.isRedrawWanted = true
    }
  }

  /// Stops the program; returns when it goes on.
  mutating func suspend() {
    swallowAnswer()
    masa_suspend()
    followSize()
  }

  /// Takes in the size the terminal has now; everything has to be drawn anew.
  mutating func followSize() {
    var width = masa_columns()
    var height = masa_lines()
    _ = masa_read_size(&width, &height)
    size = Size(Int(width), Int(height))
    masa_tell_size(width, height)
    masa_resize(width, height)
    frame.forget()
  }
}
