import FigureFiles
import Letters
package import Safeguarding

extension FigureGrid {
  /// What was found in a row.
  package struct Finding: Hashable, Sendable {
    /// What was checked.
    package let name: String
    /// What was found.
    package let sentence: String
    /// Whether it cannot be saved so; else a comment says why it is meant.
    package let isFault: Bool
    /// Whether it comes of what is typed, and not of what was there.
    package let isOfTyped: Bool
  }

  /// How a row stands.
  package struct State: Hashable, Sendable {
    /// What is typed, as it is understood.
    package let cell: FigureCell
    /// What was found, faults first.
    package let findings: [Finding]
    /// Whether something is found that only a comment lets pass, and there is none.
    package let needsComment: Bool

    /// Whether it cannot be saved as it is.
    package var isFaulty: Bool { findings.contains { $0.isFault && $0.isOfTyped } }
  }

  /// How each row stands, in their order.
  package var states: [State] {
    let figures = rows.map(\.figure)
    let known = rows.indices.filter { figures[$0] != nil }
    let checks = PeriodFigure.checks(
      of: known.compactMap { index in
        figures[index].map { PeriodFigure($0, of: rows[index].indicator, rows[index].past) }
      })
    var found: [Int: [PeriodCheck]] = [:]
    for (place, index) in known.enumerated() { found[index] = checks[place] }
    return rows.indices.map { index in
      let row = rows[index]
      let isTyped = row.texts.value != row.before.value
      let cell = isTyped ? row.cell : FigureCell("", for: row.indicator)
      var findings: [Finding] = []
      if !cell.fault.isEmpty {
        findings.append(
          Finding(name: cell.check, sentence: cell.fault, isFault: true, isOfTyped: true))
      }
      if row.figure == nil, cell.fault.isEmpty, row.texts.comment != row.before.comment {
        findings.append(
          Finding(
            name: FigureCheck.Name.values.rawValue,
            sentence:
              "A comment is kept with a figure. Type the figure, or .. where there is none.",
            isFault: true, isOfTyped: true))
      }
      for check in found[index] ?? [] {
        let isOwn = row.isChanged || check.others.contains { rows[known[$0]].isChanged }
        findings.append(
          Finding(
            name: check.name.rawValue, sentence: check.sentence, isFault: check.isImpossible,
            isOfTyped: isOwn))
      }
      let comment = row.texts.comment
      let said =
        comment == row.before.comment ? [] : PersonalDataKind.found(in: comment, called: "Comment")
      findings += said.map { kind in
        Finding(
          name: "comments tell nothing of a single child",
          sentence:
            "The comment holds what may be \(kind.title), and no child's details belong here.",
          isFault: false, isOfTyped: true)
      }
      let isDoubted = findings.contains { !$0.isFault && $0.isOfTyped }
      findings = findings.filter(\.isFault) + findings.filter { !$0.isFault }
      return State(
        cell: cell, findings: findings,
        needsComment: isDoubted && row.texts.comment.trimmingBlanks.isEmpty)
    }
  }

  /// How many rows say something else than what stood there.
  package var changedCount: Int { rows.count(where: \.isChanged) }

  /// How many rows have no figure.
  package var blankCount: Int { rows.count { $0.base == nil && $0.texts.value.isEmpty } }
}

extension FigureGrid {
  /// The changes that save what is typed, and mark the return.
  ///
  /// - Parameters:
  ///   - workspace: All that is known.
  ///   - day: The day on which the return came in.
  /// - Returns: The changes; none where nothing was changed.
  /// - Throws: `NewRecord.Problem` where a figure has no place in the data folder.
  package func changes(
    in workspace: Workspace, on day: CalendarDate
  ) throws(NewRecord.Problem) -> [Change] {
    var changes: [Change] = []
    var taken: Set<String> = []
    for row in rows where row.isChanged {
      guard var figure = row.figure else { continue }
      figure.analysis = row.texts.comment.trimmingBlanks
      if let base = row.base {
        changes += base.changes(to: figure, in: row.document)
        continue
      }
      figure.indicator = Reference(row.indicator.id)
      figure.agency = source.agency.isEmpty ? nil : Reference(source.agency)
      (figure.period, figure.periodLabel) = (period.date, period.label)
      let stem = ([row.indicator.id, period.idPart] + row.parts.map(\.part.asID)).filter {
        !$0.isEmpty
      }
      figure.id = workspace.newValueID(stem.joined(separator: "-"), &taken)
      guard let stored = figure.stored else { continue }
      changes += workspace.changes(adding: try workspace.placing(stored, as: Observation.self))
    }
    guard isReceived else { return changes }
    return changes
      + owed.flatMap { submission -> [Change] in
        guard let tick = Submission.tick, let document = workspace.document(of: submission.link)
        else { return [] }
        return submission.changes(to: tick.done(submission, day), in: document)
      }
  }
}

extension Workspace {
  /// An id for a new value that no other one has.
  func newValueID(_ stem: String, _ taken: inout Set<String>) -> String {
    var id = stem
    var number = 2
    while taken.contains(id) || values[id] != nil {
      id = "\(stem)-\(number)"
      number += 1
    }
    taken.insert(id)
    return id
  }
}
