import Safeguarding
import TerminalUI

/// Who was heard, by which thresholds people work, which programmes run, who was trained.
package enum PracticePane: SectionedPane {
  package static let id = "practice"
  package static let title = "Practice"
  package static let help =
    "Whose voice was heard and what changed, thresholds by partnership, programmes, training and its effect."

  package static let sections = [
    PaneSection("voice", "Voice", content: voice),
    PaneSection("thresholds", "Thresholds", content: thresholds),
    PaneSection("programmes", "Programmes", content: programmes),
    PaneSection("training", "Training", content: training),
    PaneSection("contacts", "Front door", content: contacts),
  ]

  package static func late(_ context: PaneContext) -> Int {
    context.late(in: .practice)
  }

  private static func voice(_ context: PaneContext) -> PaneContent {
    let list = voiceList(context)
    let shown = context.shown(VoiceActivity.self, in: list)
    let changed = shown.count { !$0.changed.isEmpty }
    let told = shown.count { !$0.told.isEmpty }
    return PaneContent(
      trail: [],
      lede: context.lede(
        of: [VoiceActivity.self], in: list,
        shown.isEmpty
          ? []
          : [
            .fact(
              "\(changed) of \(shown.count) changed something", "as printed",
              changed == shown.count ? .good : .dueSoon),
            .fact("\(told) were told what came of it", "those who had been heard"),
          ]), panels: [list, context.detail(of: list)])
  }

  /// A row an activity: whose voice, how many, and in one text what was done, heard and changed.
  private static func voiceList(_ context: PaneContext) -> Panel {
    let records = RecordContext(context.workspace, day: context.day, names: context.names)
    let all = context.workspace.voiceActivities.all.filter { context.scope.mayInclude($0, records) }
    func told(_ word: String, _ texts: [String]) -> Line {
      texts.isEmpty ? .empty : .secondary("  \(word): ") + Line(texts.joined(separator: " "))
    }
    func came(_ one: VoiceActivity) -> Line {
      if !one.changed.isEmpty {
        return Line("\(counted(one.changed.count, "thing")) changed", .good)
      }
      return Line(one.heard.isEmpty ? "nothing printed" : "no change printed", .dueSoon)
    }
    let rows = all.map { one in
      PanelRow(
        one.link,
        [
          .secondary(one.who.title), came(one), Line(one.reach?.text ?? ""),
          .secondary(one.on?.briefInList(on: context.day) ?? ""),
          .text(one.title, illustrative: one.illustrative, role: .heading)
            + told("heard", one.heard) + told("changed", one.changed),
        ])
    }
    return Panel(
      .list, title: "What was heard, and what changed",
      columns: [
        Column("Whose voice", .text(least: 10, most: 28), rank: 1),
        Column("Came to", .whole, rank: 1),
        Column("Reached", .whole, alignment: .trailing, rank: 1), Column("When", .whole, rank: 3),
        Column("What was done", .main()),
      ], rows: rows, emptyText: "No voice activities yet."
    ).adding(context.additions(of: VoiceActivity.self).first)
      .closed(context, under: "partnerships/")
  }

  /// The levels of every model side by side: the same number means another thing in another model.
  private static func thresholds(_ context: PaneContext) -> PaneContent {
    let list = context.register(of: ThresholdModel.self, .list, title: "Threshold models")
    let models = context.shown(ThresholdModel.self, in: list)
    let rows = models.flatMap { model -> [PanelRow] in
      let whose = context.workspace.partnerships[model.partnership]?.label ?? ""
      return [
        PanelRow(
          "band-\(model.id)", [Line(model.name, .heading)], isHeading: true,
          tally: .secondary(whose))
      ]
        + model.levels.map { level in
          PanelRow(
            model.link, id: "\(model.id) \(level.number)",
            [.secondary(level.number), Line(level.name), .secondary(level.says)])
        }
    }
    let numbers = Dictionary(grouping: models.flatMap { model in model.levels.map(\.number) }) {
      $0
    }
    let shared = numbers.filter { $0.value.count > 1 }.keys.sorted()
    return PaneContent(
      trail: [],
      lede: context.lede(
        of: [ThresholdModel.self], in: list,
        counting: "with \(counted(models.reduce(0) { $0 + $1.levels.count }, "level"))",
        shared.isEmpty
          ? []
          : [
            .fact(
              "\(listed(shared)) \(shared.count == 1 ? "differs" : "differ")",
              "a level means nothing without its model", .dueSoon)
          ]),
      panels: [
        list,
        Panel(
          .values, title: "Each level with its model",
          columns: [
            Column("Level", .whole), Column("Called", .text(least: 11, most: 30)),
            Column("What it means", .main()),
          ], rows: rows, emptyText: "No level is printed."),
      ])
  }

  private static func programmes(_ context: PaneContext) -> PaneContent {
    let list = context.register(of: Programme.self, .list, title: "Programmes of practice")
    return PaneContent(
      trail: [], lede: context.lede(of: [Programme.self], in: list),
      panels: [list, context.detail(of: list)])
  }

  private static func training(_ context: PaneContext) -> PaneContent {
    let list = context.register(
      of: CourseDelivery.self, .list, title: "Training taken, and what it changed")
    let shown = context.shown(CourseDelivery.self, in: list)
    let courses = context.register(of: Course.self, .register)
    let levels = context.register(of: CompetencyLevel.self, .values)
    let needs = context.register(of: TrainingNeed.self, .others)
    let proven = shown.count { !$0.impact.isEmpty }
    return PaneContent(
      trail: [],
      lede: context.lede(
        of: [CourseDelivery.self, Course.self], in: list,
        shown.isEmpty
          ? []
          : [
            .fact(
              "\(proven) with an effect shown", "opinions of those who came are none",
              proven == 0 ? .dueSoon : .good)
          ]),
      panels: [list, courses, context.detail(of: list), levels, needs])
  }

  private static func contacts(_ context: PaneContext) -> PaneContent {
    let list = context.register(of: Contact.self, .list, title: "Where to turn to")
    let shown = context.shown(Contact.self, in: list)
    let reached = shown.count { !$0.telephone.isEmpty }
    return PaneContent(
      trail: [],
      lede: context.lede(
        of: [Contact.self], in: list,
        counting: "\(reached) with a number, \(shown.count - reached) without"),
      panels: [list, context.detail(of: list)])
  }
}
