package import TerminalUI
import Safeguarding

extension Dashboard: Program {
  /// What comes back from work done elsewhere.
  package typealias Message = DashboardMessage
  /// What the dashboard wants done.
  package typealias Effect = DashboardEffect

  /// Changes with the outcome of work done elsewhere.
  package mutating func receive(_ message: DashboardMessage) -> [DashboardEffect] {
    // Each key brings the day with it, which is nearly always the one that is known.
    if case .today(let day) = message, day == today { return [] }
    defer { lookForTyped() }
    browsing.screen.forget()
    let effects = take(message)
    tellAsLeft()
    return effects + asked()
  }

  private mutating func take(_ message: DashboardMessage) -> [DashboardEffect] {
    switch message {
    case .loaded(let workspace):
      browsing.look(at: workspace)
      browsing.scrollToSelection()
      noteReload()
      goToAwaited()
      guard form == nil, grid == nil, notice.isEmpty || telling.answer == Telling.readingAgain
      else {
        return []
      }
      let tally = workspace.faults.tally
      notice = "Read again: \(tally.total == 0 ? "no faults" : tally.words) found."
    case .failed(let sentence):
      journal.isLookedAt = false
      telling.tell(unasked: sentence)
    case .lost(let sentence): telling.tell(standing: sentence)
    case .waiting(let sentence, let edit):
      if saving.contains(edit) { telling.tell(sentence, of: edit) }
    case .saved(let receipt, let edit, let time):
      unmark(edit)
      return receive(saved: receipt, of: edit, at: time) + noteSaved(edit)
    case .conflicted(let conflicts, let edit): return receive(conflicted: conflicts, of: edit)
    case .refused(let sentence, let edit): return receive(refusal: sentence, of: edit)
    case .unfinished(let sentence, let edit): return receive(unfinished: sentence, of: edit)
    case .history(let entries, let userID, let purpose, let gaps):
      context.journalGaps = gaps
      return receive(history: entries, userID: userID, for: purpose)
    case .lastVisit(let visit): receive(lastVisit: visit)
    case .changed(let workspace, let news): return receive(changed: workspace, news: news)
    case .referrers(let found, let question):
      if context.referrers.take(question, found) { browsing.refresh() }
    case .present(let others): presence.others = others
    case .today(let day): receive(today: day)
    case .marksFaded(let generation): browsing.changes.fade(through: generation)
    case .drafts(let drafts, let times): receive(drafts: drafts, at: times)
    case .exported(let outcome): return receive(outcome)
    }
    return []
  }

  /// Changes with what the person or the terminal did.
  package mutating func receive(_ event: TerminalEvent) -> [DashboardEffect] {
    defer { lookForTyped() }
    browsing.screen.begin(isQuiet: ScreenMemory.isQuiet(self))
    let effects = take(event)
    tellAsLeft()
    let all = effects + asked()
    browsing.screen.end(isQuiet: all.isEmpty && ScreenMemory.isQuiet(self))
    return all
  }

  private mutating func take(_ event: TerminalEvent) -> [DashboardEffect] {
    switch event {
    case .key(let key):
      isUsed = true
      // A screen that was spoiled is drawn anew whatever one is doing, with all that it told.
      if key == .control("l") { return [.terminal(.redraw)] }
      // What found no room was not read yet.
      if !browsing.isTooSmall { telling.clear() }
      let effects = receive(key)
      showNextConflict()
      return effects
    case .mouse(let mouse):
      isUsed = true
      if browsing.isTooSmall { return [] }
      let isSpent = browsing.isPressSpent && mouse.action == .doublePress
      browsing.isPressSpent = false
      if isSpent { return [] }
      // A key that the screen names where one presses is as good as pressed.
      if mouse.isPress, let key = ScreenDrawing(self).key(at: mouse.point) {
        return take(.key(key))
      }
      telling.clear()
      if mouse.isPress, mode == .browsing, let id = ScreenDrawing(self).section(at: mouse.point) {
        browsing.show(section: id)
        return []
      }
      return receive(mouse)
    case .paste(let text):
      return receive(paste: text)
    case .resized, .wake: return []
    case .background(let isLight):
      followTerminal(isLight: isLight)
      return []
    case .idle(let seconds):
      telling.tell(
        closing: "Nobody typed for long: Masa closes in \(seconds) seconds. Any key keeps it open.")
      return []
    case .hangUp:
      isFinished = true
      return [.quit]
    }
  }

  private mutating func receive(_ key: Key) -> [DashboardEffect] {
    switch mode {
    case .browsing:
      if journal.isLookedAt, key == .character("y") || key == .character("Y") {
        notice = "Still looking for it. Answer when you are asked; nothing was done."
        return []
      }
      return run(command(of: key), key: key)
    case .filtering:
      typeFilter(key)
      return []
    case .asking(let question, let text, _):
      answer(question, text: text, key: key)
      return []
    case .choosing(let chooser): return choose(chooser, key: key)
    case .editing: return edit(key)
    case .entering: return GridEntry.receive(key, in: &self)
    case .confirming(let confirmation): return confirm(confirmation, key)
    case .resolving(let resolution): return resolve(resolution, key)
    case .touring(let tour): return tour.receive(key, &self)
    }
  }

  mutating func run(_ command: Command?, key: Key) -> [DashboardEffect] {
    guard let command else {
      notice = "\(key.label) does nothing here. Press \(keymap.label(for: "help")) for the keys."
      return []
    }
    if let reason = command.reason(self) {
      notice = reason
      return []
    }
    browsing.screen.isMoved = command.isMove
    return command.run(&self)
  }

  private mutating func answer(_ question: Question, text: String, key: Key) {
    switch key {
    case .enter:
      let day: CalendarDate
      switch reading(of: text, from: today) {
      case .success(let reading): day = reading.result
      case .failure:
        mode = .asking(
          question, text: text, problem: "Not a day. Write 2024-03-31, 31 mar 2024 or today.")
        return
      }
      mode = .browsing
      pinnedDay = day == today ? nil : day
      browsing.look(day: day)
      browsing.scrollToSelection()
      notice = "Showing the state as at \(day.long). Nothing in the data changes."
    case .escape: mode = .browsing
    case .backspace: mode = .asking(question, text: String(text.dropLast()), problem: "")
    case .control("u"): mode = .asking(question, text: "", problem: "")
    case .character(let character):
      mode = .asking(question, text: text + String(character), problem: "")
    default: break
    }
  }

  mutating func choose(_ chooser: Chooser, key: Key) -> [DashboardEffect] {
    var next = chooser
    let items = choices(chooser, among: candidates(chooser.purpose))
    switch key {
    case .escape:
      closeChooser()
      return []
    case .enter:
      return pick(items, chooser, key: key)
    case .down, .tab: next.selected = min(chooser.selected + 1, max(0, items.count - 1))
    case .up, .backTab: next.selected = max(0, chooser.selected - 1)
    case .pageDown: next.selected = min(chooser.selected + 10, max(0, items.count - 1))
    case .pageUp: next.selected = max(0, chooser.selected - 10)
    case .backspace:
      if chooser.query.isEmpty {
        closeChooser()
        return []
      }
      next.query.removeLast()
      next.selected = 0
    case .control("c"):
      closeChooser()
      return []
    case .delete where chooser.purpose == .drafts, .control("x") where chooser.purpose == .drafts:
      askToForget(chooser)
      return []
    case .character(let character):
      next.query.append(character)
      next.selected = 0
    default: break
    }
    mode = .choosing(next)
    return []
  }

  /// Leaves a list of things to choose from: for the form that is open, or else for the pane.
  private mutating func closeChooser() { mode = .resting(self) }

  /// Does what the selected line of a chooser stands for.
  private mutating func pick(
    _ items: [ChooserItem], _ chooser: Chooser, key: Key
  ) -> [DashboardEffect] {
    if items.isEmpty, chooser.purpose == .date,
      case .success(let reading) = reading(of: chooser.query)
    {
      return copy(reading)
    }
    guard !items.isEmpty else {
      if chooser.purpose != .date, chooser.purpose != .palette { closeChooser() }
      return []
    }
    closeChooser()
    switch items[min(chooser.selected, items.count - 1)].choice {
    case .command(let command): return run(command, key: key)
    case .spoken(let command, let target): return target.run(command, in: &self, key: key)
    case .formKey(let key): return grid == nil ? edit(key) : GridEntry.receive(key, in: &self)
    case .facet(let facet): narrow(by: facet)
    case .everything: narrow(by: nil)
    case .edit(let edit): return commit(edit)
    case .addition(let addition): openForm(for: FormRequest(addition))
    case .place(let place): browsing.open(place)
    case .draft(let id): resume(id)
    case .owner(let owner): showOwed(by: owner)
    case .export(let form, let place): return export(as: form, to: place)
    case .day(let reading): return copy(reading)
    case .identity(let name):
      identity = name
      narrow(by: DeadlineFacet(.mine, name))
      notice =
        "These are owed by \(name). ‹mine› shows everything again, ‹identity› changes who you are."
    }
    return []
  }

  /// Puts a day that was worked out on the clipboard, and tells how it was understood.
  private mutating func copy(_ reading: DateReading) -> [DashboardEffect] {
    mode = .browsing
    notice = "\(reading.summary). Copied, if your terminal allows it."
    return [.terminal(.copy(CopiedText(reading.result.iso)))]
  }

  /// Looks once for what is typed into the palette, so that drawing and moving need not.
  private mutating func lookForTyped() {
    guard case .choosing(let chooser) = mode, chooser.purpose == .palette else { return }
    var finding = context.finding
    finding.look(for: chooser.query, context)
    browsing.context.finding = finding
  }

  /// Pasted text goes into a field and nowhere else.
  private mutating func receive(paste text: String) -> [DashboardEffect] {
    let line = String(text.prefix { $0 != "\n" }.prefix(200))
    switch mode {
    case .editing: return paste(intoForm: text)
    case .entering: return GridEntry.paste(text, into: &self)
    case .browsing, .confirming, .resolving, .touring:
      notice = "Pasted text is taken only where one types, such as after /."
    case .filtering: browsing.filter(browsing.filterText + line)
    case .asking(let question, let before, _):
      mode = .asking(question, text: before + line, problem: "")
    case .choosing(var chooser):
      chooser.query += line
      chooser.selected = 0
      mode = .choosing(chooser)
    }
    return []
  }
}
