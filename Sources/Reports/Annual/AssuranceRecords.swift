import Papers
import Safeguarding

extension AnnualAccount {
  /// The records of a kind that are the partnership's.
  func own<E: Entity>(_ all: RecordTable<E>, _ partnership: (E) -> Reference<Partnership>) -> [E] {
    all.all.filter { partnership($0).id == self.partnership.id }
  }

  /// The audits of files that were in the year.
  var auditsOfYear: [Audit] {
    own(workspace.audits) { $0.partnership }.filter {
      isInYear($0.period) || isInYear($0.doneOn) || isInYear($0.reportedOn)
    }
  }

  /// The audits of files in the year: what each was about, how many cases, how they were graded, what it found.
  var audits: [PaperBlock] {
    let all = auditsOfYear
    if all.isEmpty { return [] }
    let rows = all.map { audit in
      [
        text(audit.title, audit.source), PaperText(audit.form.title), PaperText(audit.casesWords),
        PaperText(audit.grades.flatMap { $0.lines(workspace.names) }.joined(separator: "\n")),
        PaperText(
          audit.strengths.isEmpty ? "not recorded" : audit.strengths.joined(separator: "\n")),
        PaperText(audit.areas.isEmpty ? "not recorded" : audit.areas.joined(separator: "\n")),
      ]
    }
    return [
      .table(
        PaperTable(
          "Audits of the year",
          heads: ["About", "Kind", "Cases", "Grades", "Strengths", "Areas to improve"], rows: rows))
    ]
  }

  /// Whether some audit of the year says what it found.
  var auditsFoundSomething: Bool {
    own(workspace.audits) { $0.partnership }.contains { audit in
      (isInYear(audit.period) || isInYear(audit.doneOn)) && !(audit.strengths + audit.areas).isEmpty
    }
  }

  /// The rounds of self-assessment of the year and the ones beside it.
  var cyclesNearby: [AuditCycle] {
    let span = year.lowerBound.adding(months: -12)...year.upperBound.adding(months: 12)
    return own(workspace.auditCycles) { $0.partnership }.filter { cycle in
      guard let period = cycle.period, let first = period.first, let last = period.last else {
        return false
      }
      return first <= span.upperBound && span.lowerBound <= last
    }
  }

  /// The self-assessments of agencies, of the year and the ones beside it.
  var selfAssessments: [PaperBlock] {
    let all = cyclesNearby
    if all.isEmpty { return [] }
    let rows = all.map { cycle in
      let returns = workspace.auditReturns.all.filter { $0.cycle.id == cycle.id }
      let back = returns.count { $0.returnedOn != nil }
      return [
        text(cycle.title, cycle.source), PaperText(cycle.duty.title), PaperText(cycle.tool),
        PaperText(returns.isEmpty ? "" : "\(back) of \(returns.count)"),
        PaperText(cycle.finishedOn.map { "finished \($0.known)" } ?? "no end is recorded"),
      ]
    }
    return [
      .table(
        PaperTable(
          "Self-assessments of agencies",
          heads: ["Cycle", "Duty", "Tool", "Returned", "How it stands"], rows: rows))
    ]
  }

  /// What inspectorates and others from outside found in the year.
  var outsideView: [PaperBlock] {
    let inspections = own(workspace.inspections) { $0.partnership }.filter {
      isInYear($0.on) || isInYear($0.publishedOn)
    }.map { one in
      [
        text(one.title, one.source), PaperText(one.inspectorate),
        PaperText(
          ([one.outcome, one.urgent] + one.findings).filter { !$0.isEmpty }.joined(separator: "\n")),
      ]
    }
    let evaluations = own(workspace.evaluations) { $0.partnership }.filter {
      isInYear($0.on) || isCountedAfter($0.on) || isInYear($0.doneOn)
    }.map { one in
      let scores = one.scores.map { score in
        let of = score.of.map { " of \($0.text)" } ?? ""
        return
          "\(score.domain): \(score.score?.text ?? "not known")\(of)\(score.on.map { ", \($0.known)" } ?? "")"
      }
      return [
        text(one.title, one.source), PaperText(one.by.isEmpty ? "not recorded" : one.by),
        PaperText((one.findings.isEmpty ? scores : one.findings).joined(separator: "\n")),
      ]
    }
    let rows = inspections + evaluations
    return rows.isEmpty
      ? []
      : [
        .table(
          PaperTable(
            "Inspections and evaluations",
            heads: ["What was looked at", "By whom", "What was found"], rows: rows))
      ]
  }

  /// What scrutineers did in the year, what they found, and what was answered and changed.
  var scrutinyRecords: [PaperBlock] {
    let all = own(workspace.scrutinyActivities) { $0.partnership }.filter { isInYear($0.on) }
    let rows = all.map { one in
      [
        text(one.title, one.source), PaperText(words(one.by)),
        PaperText(one.finding.isEmpty ? "not recorded" : one.finding),
        PaperText(one.answer),
        PaperText(one.whatChanged),
      ]
    }
    let activities: [PaperBlock] =
      rows.isEmpty
      ? []
      : [
        .table(
          PaperTable(
            "What was scrutinised",
            heads: ["What", "By whom", "What was found", "What was answered", "What changed"],
            rows: rows))
      ]
    return activities + scrutinyRecommendations
  }

  /// What scrutiny, inspections and evaluations recommended up to the end of the year, and what became of it.
  private var scrutinyRecommendations: [PaperBlock] {
    let all = own(workspace.recommendations) { $0.partnership }.filter { one in
      one.madeOn?.first.map { $0 <= year.upperBound } ?? true
    }
    if all.isEmpty { return [] }
    let rows = all.map { one in
      let stand = [
        one.doneOn.map { "done \($0.known)" } ?? "not reported as done",
        one.response.isEmpty ? "" : one.response,
      ].filter { !$0.isEmpty }
      return [
        text(one.text, one.source), PaperText(words(one.owners)),
        PaperText(one.madeOn?.known ?? ""),
        PaperText(stand.joined(separator: "\n")), PaperText(one.impact.joined(separator: "\n")),
      ]
    }
    return [
      .table(
        PaperTable(
          "What was recommended, and what became of it",
          heads: ["Recommendation", "Whose", "Made", "How it stands", "Impact shown"], rows: rows))
    ]
  }

  /// What happened to the establishments where children are kept.
  var establishments: [PaperBlock] {
    let lines = own(workspace.establishments) { $0.partnership }.flatMap { one in
      one.stages.filter { isInYear($0.on) || isCountedAfter($0.on) }.map { stage in
        text("\(one.name), \(stage.on?.known ?? ""): \(stage.what)", stage.source + one.source)
      }
    }
    return lines.isEmpty ? [] : [.paragraph("Secure establishments in the year:"), .list(lines)]
  }

  /// What children, families and others were asked in the year, what was heard, and what it led to.
  var consultations: [PaperBlock] {
    let asked = own(workspace.consultations) { $0.partnership }.filter { isInYear($0.on) }.map {
      one in
      [
        text(one.title, one.source), PaperText(one.audience), PaperText(one.reach?.text ?? ""),
        PaperText(one.heard.isEmpty ? "not recorded" : one.heard.joined(separator: "\n")),
        PaperText(one.led.isEmpty ? "not recorded" : one.led.joined(separator: "\n")),
      ]
    }
    return asked.isEmpty
      ? []
      : [
        .table(
          PaperTable(
            "What was asked, heard and done",
            heads: ["What", "Of whom", "How many", "What was heard", "What it led to"],
            rows: asked))
      ]
  }

  /// The boards of the joint protocol.
  var protocolBoards: [PaperBlock] {
    let all = own(workspace.protocolParties) { $0.partnership }
    if all.isEmpty { return [] }
    let rows = all.map { one in
      [
        text(agency(one.board), one.source), PaperText(one.agreedOn?.known ?? ""),
        PaperText(one.refreshedOn?.known ?? ""), PaperText(one.sharesPriorities.title),
      ]
    }
    return [
      .table(
        PaperTable(
          "The boards of the joint working protocol",
          heads: ["Board", "Agreed", "Refreshed", "Shares priorities"],
          rows: rows))
    ]
  }

  /// Where the partnership reported in the year.
  var presentations: [PaperBlock] {
    let all = own(workspace.presentations) { $0.partnership }.filter { isInYear($0.presentedOn) }
    if all.isEmpty { return [] }
    let rows = all.map { one in
      [
        text(one.title, one.source),
        PaperText([agency(one.agency), one.body].filter { !$0.isEmpty }.joined(separator: ", ")),
        PaperText(one.presentedOn?.known ?? ""), PaperText(one.asked.joined(separator: "\n")),
      ]
    }
    return [
      .table(
        PaperTable(
          "Where the partnership reported", heads: ["What", "To whom", "When", "What was asked"],
          rows: rows))
    ]
  }
}
