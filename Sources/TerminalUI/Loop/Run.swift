/// Runs a program on a terminal until it is finished or the terminal is gone.
///
/// Everything that is already waiting is taken in before the screen is drawn again, so that a key
/// held down never lags behind; but after ``eventsPerFrame`` events the screen is drawn all the
/// same. A program learns of a hang-up before the loop ends, so that it can save what was typed.
///
/// - Parameters:
///   - program: Changes in place; holds its last state afterwards.
///   - terminal: Where it is shown and where its events come from.
///   - mailbox: Where work done elsewhere leaves its outcome.
///   - news: What has changed without anybody telling, such as the day; asked before each event is taken in.
///   - perform: Carries out one effect. It must not wait: long work posts to the mailbox.
package func run<P: Program, T: Terminal & ~Copyable>(
  _ program: inout P, on terminal: inout T, mailbox: Mailbox<P.Message>,
  news: () -> P.Message? = { nil }, perform: (P.Effect, inout T) -> Void
) {
  while true {
    for message in mailbox.takeAll() + (news().map { [$0] } ?? []) {
      for effect in program.receive(message) { perform(effect, &terminal) }
    }
    if program.isFinished { return }
    terminal.present(program.draw(in: terminal.size), theme: program.theme)
    var next: TerminalEvent? = terminal.nextEvent()
    var count = 0
    while let event = next {
      if event != .wake {
        if let message = news() {
          for effect in program.receive(message) { perform(effect, &terminal) }
        }
        for effect in program.receive(event) { perform(effect, &terminal) }
      }
      if event == .hangUp || program.isFinished { return }
      count += 1
      next = count < eventsPerFrame ? terminal.pendingEvent() : nil
    }
  }
}

/// How many events are taken in between two drawings of the screen.
package let eventsPerFrame = 256
