import Papers
import Safeguarding

extension AnnualPart {
  /// How the partners know: audits, the dataset and what it led to.
  static let assurance = AnnualPart("assurance") { account in
    var parts: [PaperSection] = []
    let cycles = Set(account.cyclesNearby.map(\.title))
    let audits =
      account.auditThemes + account.audits + account.selfAssessments
      + account.owed(
        "Other audits in the year, the one before and the one after", of: [.audit], around: 12,
        but: cycles)
    parts.append(
      PaperSection(
        "Audits",
        audits
          + (account.auditsFoundSomething
            ? []
            : [
              .gap(
                PaperGap(
                  .missing, "What multi-agency audits found, by theme, with what was changed.",
                  who: "Group that audits files"))
            ])))
    let outside = account.outsideView
    if !outside.isEmpty { parts.append(PaperSection("The view from outside", outside)) }
    let challenges = account.challenges
    parts.append(
      PaperSection(
        "The dataset and what it led to",
        account.blocks(
          "Other figures of the dataset", account.figures(in: "assurance") + account.otherFigures)
          + (challenges.isEmpty
            ? [
              .gap(
                PaperGap(
                  .missing,
                  "Which questions the figures raised, who answered, and what changed because of it.",
                  who: "Group that looks at the dataset"))
            ] : challenges)))
    let duties = account.owed(
      "Reports and other duties of the year", of: [.report, .publication, .policy, .event, .data])
    if !duties.isEmpty { parts.append(PaperSection("Duties of the year", duties)) }
    return AnnualContent(PaperSection("Assurance", [], parts: parts))
  }
}

extension AnnualAccount {
  /// What the groups that audit files look at.
  fileprivate var auditThemes: [PaperBlock] {
    let auditing = Set(auditsOfYear.filter { $0.form == .multiAgency }.compactMap(\.group))
    return groups.filter { auditing.contains(Reference($0.id)) && !$0.themes.isEmpty }.flatMap {
      group -> [PaperBlock] in
      [
        .paragraph(PaperText("The themes of the \(group.name):")),
        .list(group.themes.map { text($0, group.source) }),
      ]
    }
  }

  /// What was asked because of figures in the year.
  var challengesOfYear: [Challenge] {
    own(workspace.challenges) { $0.partnership }.filter { isInYear($0.raisedOn) }
  }

  /// What figures led to in the year.
  fileprivate var challenges: [PaperBlock] {
    let all = challengesOfYear
    if all.isEmpty { return [] }
    let rows = all.map { one in
      [
        text(one.question, one.source), PaperText(one.raisedOn?.known ?? ""),
        PaperText(one.owners.isEmpty ? "not recorded" : words(one.owners)),
        PaperText(one.answer.isEmpty ? one.stage : one.answer),
        PaperText(one.whatChanged.isEmpty ? "nothing recorded" : one.whatChanged),
      ]
    }
    return [
      .table(
        PaperTable(
          "Questions that figures raised",
          heads: ["Question", "Asked", "Of whom", "Answer", "What changed"], rows: rows))
    ]
  }
}
