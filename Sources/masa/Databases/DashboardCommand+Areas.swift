import Dashboard
import NcursesTerminal
import Reports
import Safeguarding
import TerminalUI

extension DashboardCommand {
  /// Lets the person choose an area where the data is several, and opens it; whoever leaves it chooses again.
  ///
  /// - Returns: Whether the data is several areas.
  /// - Throws: ``CommandFailure`` where one cannot be opened.
  static func openChosenAreas(
    of options: DataOptions, at place: Place?, isFresh: Bool, isTour: Bool
  ) throws -> Bool {
    guard var region = try Region.chosen(by: options) else { return false }
    var last: String?
    while let name = try choose(from: region, options, last) {
      var own = options
      own.data = try region.address(named: name)
      try open(own, at: place, isFresh: isFresh, isTour: isTour)
      last = name
      // What has been entered meanwhile counts.
      guard let now = try Region.chosen(by: options) else { return true }
      region = now
    }
    return true
  }

  /// The area that the person opens; nil where they leave, or there is no terminal that can show a choice.
  private static func choose(
    from region: Region, _ options: DataOptions, _ last: String?
  ) throws -> String? {
    let listing = try region.listing()
    let looks = try Looks(options)
    do throws(TerminalError) {
      var terminal = try NcursesTerminal(
        TerminalOptions(
          colourDepth: looks.isColourful ? nil : .monochrome,
          idleLimit: options.idleMinutes.map { .seconds(60 * max(1, $0)) }))
      guard let theme = looks.themes.first(where: { $0.name == looks.theme }) else { return nil }
      var chooser = AreaChooser(
        listing.standings.map {
          .init(
            name: $0.name, title: $0.title, overdue: $0.overdue, soon: $0.soon,
            next: ($0.nextDue, $0.nextTitle, $0.nextOwner))
        }, of: region.place, handling: listing.handling, day: region.day.long, theme: theme,
        glyphs: .of(looks.glyphs), last: last)
      let waker = terminal.waker
      TerminalUI.run(&chooser, on: &terminal, mailbox: Mailbox { waker.wake() }) { _, _ in }
      terminal.close()
      return chooser.chosen
    } catch {
      Output.complain(error.description)
      Output.write(listing.overview, as: .text)
      return nil
    }
  }
}
