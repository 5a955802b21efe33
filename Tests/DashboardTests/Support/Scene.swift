import Dashboard
import Safeguarding
import TerminalUI
import Testing

/// A place of the dashboard that is shown to reviewers, by a name.
struct Scene: Sendable, CustomTestStringConvertible {
  let name: String
  let place: Place
  /// The keys that lead on from the place.
  var keys: [Key] = []

  var testDescription: String { name }

  func dashboard(on fixture: Fixture, tier: GlyphTier = .cp437) -> Dashboard {
    var dashboard = fixture.dashboard(at: place, tier: tier)
    for key in keys { _ = dashboard.receive(.key(key)) }
    return dashboard
  }

  /// The panes of the tab bar.
  static let tabs: [Scene] = panes.map { Scene(name: $0.id, place: Place($0.id)) }

  /// The further parts of the panes that have several.
  static let sections: [Scene] = panes.flatMap { pane -> [Scene] in
    guard let parted = pane as? any SectionedPane.Type else { return [] }
    return parted.sections.dropFirst().map { section in
      Scene(name: "\(pane.id)-\(section.id)", place: Place(pane.id, [section.id]))
    }
  }

  /// What one finds behind them in the sample.
  static let inside: [Scene] = [
    Scene(name: "group-pmqa", place: Place(GroupsPane.id, ["mscp-pmqa"])),
    Scene(name: "meeting-pmqa", place: Place(MeetingPane.id, ["mscp-pmqa-2024-01-18"])),
    Scene(name: "indicator-with-values", place: Place(DatasetPane.id, ["cp-plans-per-10000"])),
    Scene(name: "indicator-of-2007", place: Place(DatasetPane.id, ["mscb-stay-safe-1"])),
    Scene(name: "review-george", place: Place(ReviewsPane.id, ["george"])),
    Scene(
      name: "record-action",
      place: Place(record: RecordID(ActionItem.kind, Fixture.faultyAction))),
    Scene(
      name: "record-obligation",
      place: Place(record: RecordID(Obligation.kind, "mscp-yearly-report-2022-23"))),
    Scene(name: "faults", place: Place(FaultsPane.id)),
  ]

  /// Figures that are entered.
  static let figures: [Scene] = [
    Scene(name: "figures", place: Place(DatasetPane.id), keys: [.character("#")]),
    Scene(
      name: "figures-typed", place: Place(DatasetPane.id),
      keys: [.character("#")] + "301".map { .character($0) } + [.enter]
        + "12 %".map { .character($0) } + [.enter] + "~480".map { .character($0) } + [.up]),
  ]

  /// The list and the first record of each kind.
  static let kinds: [Scene] = {
    func first<E: Entity>(_ type: E.Type) -> String {
      Fixture.sample.workspace[E.self].all.first?.id ?? ""
    }
    return Kinds.all.flatMap { type in
      let name = type.kind.name
      return [
        Scene(name: "kind-\(name)", place: Place(RecordsPane.id, [name])),
        Scene(name: "kind-\(name)-first", place: Place(RecordPane.id, [name, first(type)])),
      ]
    }
  }()

  /// What lies over a pane.
  static let choosers: [Scene] = [
    Scene(name: "help", place: Place(OverviewPane.id), keys: [.character("?")]),
    Scene(name: "palette", place: Place(OverviewPane.id), keys: [.character(":")]),
    Scene(
      name: "palette-papers", place: Place(OverviewPane.id),
      keys: [.character(":"), .character("p"), .character("a"), .character("p")]),
    Scene(
      name: "palette-day", place: Place(OverviewPane.id),
      keys: [.character(":")] + "28 mar + 15wd".map { .character($0) }),
  ]

  /// The scenes that a fixture has something to show for.
  static func all(on fixture: Fixture) -> [Scene] {
    switch fixture {
    case .sample: tabs + sections + inside + figures + choosers + kinds
    case .empty:
      tabs + inside.filter { $0.name == "faults" } + choosers.prefix(1)
        + [Scene(name: "first-steps", place: Place(FirstStepsPane.id))]
    case .broken: tabs + inside.filter { !$0.name.hasPrefix("indicator") }
    }
  }
}
