import Papers
import Safeguarding

extension AnnualAccount {
  /// The national reviews that matter here, and what the partnership did because of them.
  var nationalReviews: PaperSection {
    let all = own(workspace.nationalReviews) { $0.partnership }.filter { one in
      one.publishedOn.map { isInYear($0) } ?? true
    }
    let gap = PaperBlock.gap(
      PaperGap(
        .missing, "The national reviews of the year, and what the partnership did because of them.",
        who: "Group that follows the recommendations"))
    let rows = all.map { one in
      [
        text(one.title, one.source), PaperText(one.by),
        PaperText(one.publishedOn?.known ?? "not recorded"),
        PaperText(one.findings.joined(separator: "\n")),
        PaperText(one.response.isEmpty ? "no answer is recorded" : one.response),
      ]
    }
    let table = PaperBlock.table(
      PaperTable(
        "National reviews, and what was done because of them",
        heads: ["Review", "By", "Published", "What it found", "What was done"], rows: rows))
    let isComplete = all.contains { $0.publishedOn != nil && !$0.response.isEmpty }
    return PaperSection(
      "National reviews", (rows.isEmpty ? [] : [table]) + (isComplete ? [] : [gap]))
  }

  /// The reviews that others own, and the part that the partnership takes; nil without any.
  var otherReviews: PaperSection? {
    let all = own(workspace.linkedReviews) { $0.partnership }.filter { one in
      one.from == nil && one.publishedOn == nil || isInYear(one.from) || isInYear(one.publishedOn)
    }
    if all.isEmpty { return nil }
    let rows = all.map { one in
      [
        text(one.title, one.source), PaperText(one.form.title), PaperText(one.owner),
        PaperText(one.part), PaperText(one.count?.text ?? ""),
      ]
    }
    return PaperSection(
      "Reviews that others own",
      [
        .table(
          PaperTable(
            "Reviews in which the partnership takes part",
            heads: ["Review", "Kind", "Whose it is", "The part of the partnership", "How many"],
            rows: rows, numbers: [4]))
      ])
  }

  /// How many complaints there were; nil where none are counted.
  var complaints: PaperSection? {
    let all = own(workspace.complaintCounts) { $0.partnership }.filter { isInYear($0.period) }
    if all.isEmpty { return nil }
    return PaperSection(
      "Complaints",
      [
        .table(
          PaperTable(
            "Complaints, counted", heads: ["About", "How many", "Upheld"],
            rows: all.map {
              [
                text($0.about, $0.source), PaperText($0.count?.text ?? "not recorded"),
                PaperText($0.upheld?.text ?? "not recorded"),
              ]
            }, numbers: [1, 2]))
      ])
  }
}
