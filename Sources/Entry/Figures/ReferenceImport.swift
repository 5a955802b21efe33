package import FigureFiles
import Letters
package import Safeguarding

/// What a file brings that is no figure: the neighbours of one's own area, what measures mean, how inspections
/// came out.
package struct ReferenceImport: Sendable {
  /// What changes, a sentence each.
  package private(set) var sentences: [String] = []
  /// How many of what the file holds stand there already.
  package private(set) var sameCount = 0
  /// What the file holds and is left out, with why, a sentence each.
  package private(set) var leftOut: [String] = []
  package private(set) var changes: [Change] = []

  /// Compares what a file holds with what is there.
  ///
  /// - Throws: `NewRecord.Problem` where something has no place in the data folder.
  package init(
    _ file: FigureFile, _ workspace: Workspace, _ wishes: FigureImport.Wishes
  ) throws(NewRecord.Problem) {
    try addNeighbours(file, workspace)
    addDefinitions(file, workspace, wishes)
    try addOutcomes(file, workspace)
  }

  /// Whether the file holds anything of the kind.
  package var isEmpty: Bool { changes.isEmpty && sameCount == 0 && leftOut.isEmpty }

  private static func partnership(_ area: String, _ workspace: Workspace) -> Partnership? {
    let key = FigureAreas.key(area)
    return workspace.partnerships.all.first {
      !key.isEmpty && FigureAreas.key($0.area) == key && $0.to == nil
    } ?? workspace.partnerships.all.first { !key.isEmpty && FigureAreas.key($0.area) == key }
  }

  // MARK: Neighbours

  private mutating func addNeighbours(
    _ file: FigureFile, _ workspace: Workspace
  ) throws(NewRecord.Problem) {
    for row in file.neighbours where !row.isAbolished {
      guard ReferenceImport.partnership(row.name, workspace) != nil else { continue }
      var group = ComparatorGroup()
      group.title = "Statistical neighbours of \(row.name) (\(row.model) model)"
      group.id = "neighbours-\(row.name)-\(row.model)".asID
      group.members = row.neighbours.map { neighbour in
        neighbour.name.isEmpty
          ? file.areaNames[neighbour.code] ?? "Authority \(neighbour.code)" : neighbour.name
      }
      group.period = ImpreciseDate(row.model)
      group.closeness = row.neighbours.map { $0.closeness?.words ?? "not said" }
      group.average = .mean
      let far = row.neighbours.count { $0.closeness == .notClose }
      if far > 0 {
        group.note =
          "\(counted(far, "area")) of them \(far == 1 ? "is" : "are") not close: compare with care."
      }
      try add(
        group, workspace.comparatorGroups[group.id], workspace,
        "\(group.title): \(counted(group.members.count, "area"))")
    }
  }

  // MARK: Definitions

  private mutating func addDefinitions(
    _ file: FigureFile, _ workspace: Workspace, _ wishes: FigureImport.Wishes
  ) {
    let matching = IndicatorMatching(workspace, said: wishes.said)
    var done: Set<String> = []
    var unknown = 0
    for definition in file.definitions {
      guard let indicator = matching.find(definition), done.insert(indicator.id).inserted else {
        unknown += 1
        continue
      }
      guard let document = workspace.document(of: indicator.link) else { continue }
      var after = indicator
      if after.polarity == .unclear {
        switch definition.polarity {
        case .high: after.polarity = .higherIsBetter
        case .low: after.polarity = .lowerIsBetter
        case .neither: after.polarity = .neither
        case .unknown: break
        }
      }
      if after.definition.isEmpty { after.definition = definition.description }
      if after.unit.isEmpty { after.unit = definition.unit }
      if after.decimals == nil { after.decimals = definition.decimals }
      let found = indicator.changes(to: after, in: document)
      if found.isEmpty {
        sameCount += 1
        continue
      }
      changes += found
      let what = found.compactMap(\.field).map { fieldLabel($0, of: Indicator.self).lowercased() }
      sentences.append("\(indicator.label): \(what.joined(separator: ", "))")
    }
    if unknown > 0 {
      leftOut.append(
        "\(counted(unknown, "measure")) of the dictionary \(unknown == 1 ? "is" : "are") no indicator of the dataset: "
          + "--map 'Measure=indicator' says which one is meant.")
    }
  }

  // MARK: Inspections

  private mutating func addOutcomes(
    _ file: FigureFile, _ workspace: Workspace
  ) throws(NewRecord.Problem) {
    var others = 0
    for outcome in file.outcomes {
      guard let partnership = ReferenceImport.partnership(outcome.areaName, workspace) else {
        others += 1
        continue
      }
      guard let day = outcome.inspected ?? outcome.published else { continue }
      let known = workspace.inspections.all.first { other in
        other.title.folded == outcome.areaName.folded && other.on?.first == day
          && other.theme.folded == outcome.theme.folded
      }
      var inspection = known ?? Inspection()
      inspection.partnership = Reference(partnership.id)
      (inspection.title, inspection.theme) = (outcome.areaName, outcome.theme)
      if inspection.inspectorate.isEmpty { inspection.inspectorate = "Ofsted" }
      if !outcome.kind.isEmpty { inspection.type = outcome.kind }
      inspection.on = ImpreciseDate(day)
      if let published = outcome.published { inspection.publishedOn = ImpreciseDate(published) }
      if !outcome.judgements.isEmpty {
        inspection.judgements = outcome.judgements.map { InspectionJudgement($0.name, $0.grade) }
      }
      if !outcome.link.isEmpty { inspection.link = outcome.link }
      try add(
        inspection, known, workspace,
        "Inspection of \(inspection.label), \(ImpreciseDate(day).short)"
          + (inspection.result.isEmpty ? "" : ": \(inspection.result)"))
    }
    if others > 0 { leftOut.append("\(counted(others, "inspection")) of other areas left out.") }
  }

  private mutating func add<E: Entity>(
    _ record: E, _ known: E?, _ workspace: Workspace, _ sentence: String
  ) throws(NewRecord.Problem) {
    if let known, let document = workspace.document(of: known.link) {
      let found = known.changes(to: record, in: document)
      if found.isEmpty { sameCount += 1 } else { sentences.append("\(sentence), as it is now") }
      changes += found
    } else if let stored = record.stored {
      changes += workspace.changes(adding: try workspace.placing(stored, as: E.self))
      sentences.append(sentence)
    }
  }
}

extension IndicatorMatching {
  /// The one indicator that a dictionary describes, by the names of the measure; nil where none is meant.
  fileprivate func find(_ definition: MeasureDefinition) -> Indicator? {
    for name in [definition.label, definition.short, definition.code] {
      if case .one(let indicator, _) = find(label: name) { return indicator }
    }
    return nil
  }
}
