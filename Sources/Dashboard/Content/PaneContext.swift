package import Entry
package import Safeguarding
package import TerminalUI

/// What a pane is given to show.
package struct PaneContext: Sendable {
  /// All that is known, as far as the person may see it: what panes show.
  package let workspace: Workspace
  /// All that is known, as the folder holds it: what is changed, by whoever may change it, and never shown.
  let stored: Workspace
  /// The day the dashboard stands on.
  package let day: CalendarDate
  package let scope: Scope
  package let glyphs: Glyphs
  /// Everything owed in the scope, soonest first.
  package let deadlines: [Deadline]
  package let names: Names
  /// The rules that the deadlines come from.
  package let book: RuleBook
  /// What typed text is understood by.
  package let entry: EntryContext
  /// What was changed, by whom and when, earliest first and one entry for each edit; empty until
  /// somebody asks for it.
  package var journal: [JournalEntry] = []
  /// When the person was here last, and what others did since; nil where that is not known.
  package var lastVisit: LastVisit?
  /// A sentence for each journal of which not all is in ``journal``.
  package var journalGaps: [String] = []
  /// Who the person at the screen said they are; empty while only their account tells.
  package var me = ""
  /// What the keys of commands are called.
  package var keys = KeyNames.standard
  /// The clock on the wall.
  package var clock = WallClock()
  /// Which records name another one, where that was looked up.
  var referrers = FoundReferrers()
  /// What the palette finds among all this.
  var finding = PaletteFinding()
  /// The records by what they belong to.
  let records: RecordIndex
  /// By when each group has to meet next, as its rule says.
  private let meetingsDue: [String: Deadline]
  /// Whom the owners of rules mean.
  var matching: OwnerMatching { lateMatching.now }
  private let lateMatching: Late<OwnerMatching>
  /// The same of what is published alone, where something illustrates.
  private let publishedAlone: [PaneContext]
  /// What could not be read.
  let errors: [Fault]
  private let faulty: Set<RecordID>

  /// - Parameters:
  ///   - workspace: All that is known.
  ///   - day: The day the dashboard stands on.
  ///   - scope: The partnerships that are shown.
  ///   - glyphs: The characters of lines and charts.
  ///   - published: Hands out what is published of the workspace alone, where somebody else finds that out;
  ///     asked once, when everything else is there.
  package init(
    workspace: Workspace, day: CalendarDate, scope: Scope, glyphs: Glyphs,
    published: (() -> PublishedAccount?)? = nil
  ) {
    let shown = workspace.shown
    self.init(
      shown, stored: workspace, day, scope, glyphs,
      owed: workspace.owed(on: day, under: workspace.ruleBook)
    ) {
      // What is hidden is hidden in both, so that no difference between them tells of it.
      published.map { $0() } ?? PublishedAccount(of: shown, on: day)
    }
  }

  /// The same of one account; what is published alone is asked for last.
  private init(
    _ workspace: Workspace, stored: Workspace, _ day: CalendarDate, _ scope: Scope,
    _ glyphs: Glyphs, owed: [Deadline], published: () -> PublishedAccount?
  ) {
    (self.workspace, self.stored) = (workspace, stored)
    self.day = day
    self.scope = scope
    self.glyphs = glyphs
    names = workspace.names
    entry = EntryContext(stored, on: day)
    records = RecordIndex(workspace)
    errors = workspace.faults.filter { $0.severity == .error }
    book = workspace.ruleBook
    var deadlines = owed.filter { scope.includes(anyOf: $0.partnerships) }
    publishedAlone =
      published().map { account in
        [
          PaneContext(
            account.workspace, stored: account.workspace, day, scope, glyphs, owed: account.owed
          ) { nil }
        ]
      } ?? []
    if let published = publishedAlone.first {
      deadlines = deadlines.marked(against: published.deadlines)
    }
    self.deadlines = deadlines
    meetingsDue = deadlines.reduce(into: [:]) { due, deadline in
      guard deadline.asksToMeet, deadline.status.isOpen, deadline.due?.last != nil,
        let group = deadline.group
      else { return }
      due[group.id] = due[group.id] ?? deadline
    }
    lateMatching = Late { OwnerMatching(workspace, on: day) }
    faulty = Set(
      workspace.faults.compactMap { fault in
        guard let kind = fault.recordKind, let id = fault.recordID else { return nil }
        return RecordID(kind, id)
      })
  }

  /// By when a group has to meet next, as its rule says; nil where nothing does.
  func meetingDue(of group: PartnershipGroup) -> Deadline? { meetingsDue[group.id] }

  /// What the mark of illustrative records means, where there are any.
  package var illustrativeLegend: [Line] {
    publishedAlone.isEmpty ? [] : [Line("\(illustrativeMark) illustrative", .illustrative)]
  }

  /// What a pane shows, with marks on all that rests on records that illustrate.
  func content(of pane: any Pane.Type, path: [String]) -> PaneContent {
    let content = pane.content(self, path: path)
    guard let published else { return content.naming(keys) }
    let isWhole = content.about.flatMap { workspace.record($0) }?.isIllustrative ?? false
    return content.marked(against: pane.content(published, path: path), isWhole: isWhole)
      .naming(keys)
  }

  /// How much of what a pane shows is late, as it stands behind the tab; marked where some illustrates.
  func late(in pane: any Pane.Type) -> String {
    let count = pane.late(self)
    if count == 0 { return "" }
    let isMarked = published.map { pane.late($0) != count } ?? false
    return "!\(count)\(isMarked ? illustrativeMark : "")"
  }

  /// The same of what is published alone; nil where nothing illustrates.
  private var published: PaneContext? {
    guard var context = publishedAlone.first else { return nil }
    (context.journal, context.journalGaps) = (journal, journalGaps)
    (context.lastVisit, context.clock, context.me) = (lastVisit, clock, me)
    (context.referrers, context.finding, context.keys) = (referrers, finding, keys)
    return context
  }

  /// Whether something in a record could not be read.
  package func isFaulty(_ record: RecordID) -> Bool { faulty.contains(record) }

  /// Whether something about a value of an indicator could not be read.
  func hasFaultyValue(of indicator: Indicator) -> Bool {
    faulty.contains { record in
      record.kind == Observation.kind
        && workspace.values[record.id]?.indicator.id == indicator.id
    }
  }

  /// Whether anything at all could not be read or is not open to the person.
  var missesSomething: Bool { !errors.isEmpty || !workspace.access.closed.isEmpty }

  /// What to say when files under a path could not be read: that something is missing, and where.
  package func trouble(under path: String) -> String {
    let files = errors.unreadFiles.filter { $0.file.hasPrefix(path) }
    guard let first = files.first else { return "" }
    let others = files.count > 1 ? " (and \(counted(files.count - 1, "more file")))" : ""
    return "Not all of this can be shown: \(first.place) cannot be read\(others). \(first.message)"
  }

  /// What to say when something under a path is not open to the person: that it is, and whom to ask.
  package func closed(under path: String) -> String {
    let closed = workspace.access.closed.filter {
      "\($0.path)/".hasPrefix(path) || path.hasPrefix("\($0.path)/")
    }
    guard let first = closed.first else { return "" }
    let others = closed.count - 1
    if others == 0 { return first.sentence }
    return first.sentence + " \(counted(others, "more place")) "
      + "\(others == 1 ? "is" : "are") closed to you."
  }

  /// That something is closed to the person and therefore counts nowhere; empty when all is open.
  package var closedNote: Line {
    workspace.access.closed.isEmpty ? .empty : .secondary("closed not counted")
  }

  /// Who has a chair, an office or a seat: the person, the agency else the printed title.
  func who(_ stretch: RotationStretch) -> [String] {
    stretch.who {
      $0.person.map { names(Person.kind, $0.id) }
    } body: { own in
      let agency = own.agency.map { workspace.agencies[$0]?.label ?? $0.id }
      return agency ?? (own.title.isEmpty ? nil : own.title)
    }
  }

  /// All who have a chair, office or seat: "Ann Ash and Ben Beech".
  func names(of holding: Holding) -> String {
    listed(holding.people.map { names(Person.kind, $0.id) })
  }

  /// The partnerships in scope, in order.
  package var partnerships: [Partnership] {
    workspace.orderedPartnerships.filter { scope.includes(Reference($0.id)) }
  }

  /// The live groups in scope.
  package var liveGroups: [PartnershipGroup] {
    workspace.groups(in: scope, on: day).filter { $0.isLive(on: day) }
  }
}
