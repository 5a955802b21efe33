import Papers
import Safeguarding

extension AnnualPart {
  /// Learning: reviews, what became of their recommendations, what changed in practice, who heard of it.
  static let learning = AnnualPart("learning") { account in
    let recommendations = account.recommendations
    var parts = [account.reviewSection, recommendations, account.changes, account.dissemination]
    let figures = account.blocks(
      "What shows that the learning arrives", account.learningFigures)
    if !figures.isEmpty { parts.append(PaperSection("Figures of learning", figures)) }
    parts += [account.nationalReviews, account.otherReviews, account.complaints].compactMap(\.self)
    return AnnualContent(
      PaperSection("Learning and improvement", [], parts: parts),
      aspects: ["progress": [recommendations]])
  }
}

extension AnnualAccount {
  /// The figures of learning but those that the reviews and what was made of them tell already.
  fileprivate var learningFigures: [YearFigure] {
    let made = reviews.flatMap(\.learningProducts).filter { $0.reach != nil }
    return figures(in: "learning").filter { figure in
      !figure.indicator.headline
        && !made.contains { !$0.title.isEmpty && figure.indicator.title.hasSuffix($0.title) }
    }
  }

  /// Reviews by year, and those of the year.
  fileprivate var reviewSection: PaperSection {
    let totals = workspace.reviewTotals.all.filter {
      $0.partnership.id == partnership.id && ($0.period?.last ?? .last) <= year.upperBound
        && ($0.period?.first ?? .first) > year.lowerBound.adding(months: -36)
    }
    var blocks: [PaperBlock] = []
    if !totals.isEmpty {
      blocks.append(
        .table(
          PaperTable(
            "Reviews by year", heads: ["Year", "What is counted", "How many"],
            rows: totals.map {
              [
                text($0.period?.brief ?? "", $0.source), PaperText($0.type.title),
                PaperText($0.count?.text ?? "not recorded"),
              ]
            }, numbers: [2])))
    }
    let own = reviews
    if !own.isEmpty {
      blocks.append(
        .table(
          PaperTable(
            "Reviews of the year",
            heads: ["Review", "Kind", "How it stands", "Published", "Themes"],
            rows: own.map { review in
              [
                text(review.title, review.source), PaperText(review.type.title),
                PaperText(review.stage.title),
                PaperText(review.publishedOn?.known ?? ""),
                PaperText(review.themes.joined(separator: "; ")),
              ]
            })))
      let summaries = own.filter { !$0.summary.isEmpty }.map {
        text("\($0.title): \($0.summary)", $0.source)
      }
      if !summaries.isEmpty { blocks.append(.list(summaries)) }
    }
    if blocks.isEmpty {
      blocks = [
        .gap(
          PaperGap(
            .missing, "How many reviews there were, and how each stands.", who: "Business team"))
      ]
    }
    return PaperSection("Reviews", blocks)
  }

  /// What became of the recommendations, review by review.
  fileprivate var recommendations: PaperSection {
    let all = actions.filter { action in
      action.origin == .recommendation
        && action.raisedOn?.first.map { $0 <= year.upperBound } ?? true
    }
    if all.isEmpty {
      return PaperSection(
        "Recommendations",
        [
          .gap(
            PaperGap(
              .missing, "The recommendations of local reviews, and how each stands.",
              who: "Group that follows the recommendations"))
        ])
    }
    var order: [String] = []
    var byReview: [String: [ActionItem]] = [:]
    for one in all {
      let name = one.review.map { workspace.names(Review.kind, $0.id) } ?? "No review named"
      if byReview[name] == nil { order.append(name) }
      byReview[name, default: []].append(one)
    }
    let rows = order.map { name -> [PaperText] in
      let own = byReview[name] ?? []
      func count(_ isMeant: (ActionItem) -> Bool) -> PaperText {
        PaperText(String(own.count(where: isMeant)))
      }
      return [
        text(name, own.first?.source ?? []), count { _ in true },
        count { $0.status == .done && !$0.evidence.isEmpty },
        count { $0.status == .done && $0.evidence.isEmpty },
        count { $0.isOpen && !$0.isOverdue(on: day) }, count { $0.isOverdue(on: day) },
        count { $0.status == .unknown },
      ]
    }
    let unknown = all.filter { $0.status == .unknown }
    return PaperSection(
      "Recommendations",
      [
        .table(
          PaperTable(
            "How the recommendations stand",
            heads: [
              "Review", "All", "Done, with evidence", "Done, without", "Open", "Late",
              "Not reported",
            ], rows: rows,
            numbers: [1, 2, 3, 4, 5, 6]))
      ]
        + (unknown.isEmpty
          ? []
          : [
            .gap(
              PaperGap(
                .missing,
                "How \(counted(unknown.count, "recommendation")) stand that nobody has reported on.",
                who: "Group that follows the recommendations"))
          ]))
  }

  /// What changed in practice because of reviews.
  fileprivate var changes: PaperSection {
    let all = actions.filter { $0.origin == .practiceChange && isKnownInYear($0) }
    if all.isEmpty {
      return PaperSection(
        "Changes in practice",
        [
          .gap(
            PaperGap(
              .missing, "What changed in practice because of reviews.",
              who: "Agencies that were reviewed"))
        ])
    }
    let rows = all.map { change in
      [
        text(change.title, change.source), PaperText(change.area),
        PaperText(change.review.map { workspace.names(Review.kind, $0.id) } ?? ""),
        PaperText(change.status.title),
        PaperText(change.evaluateOn?.known ?? ""),
      ]
    }
    let table = PaperTable(
      "Changes in practice",
      heads: ["Change", "Where", "Review", "How it stands", "Effect is checked"], rows: rows)
    let unproven = all.filter { $0.impact.isEmpty }.count
    return PaperSection(
      "Changes in practice",
      [.table(table)]
        + (unproven == 0
          ? []
          : [
            .gap(
              PaperGap(
                .missing,
                "What shows that \(counted(unproven, "change")) made a difference to children.",
                who: "Agencies that changed their practice"))
          ]))
  }

  private func isKnownInYear(_ action: ActionItem) -> Bool {
    guard let date = action.raisedOn ?? action.doneOn, let first = date.first else { return true }
    return first <= year.upperBound
  }

  /// What was made to spread the learning, and how many it reached.
  fileprivate var dissemination: PaperSection {
    let rows = reviews.flatMap { review in
      review.learningProducts.map { product in
        [
          text(
            [product.form.withCapital, product.title].filter { !$0.isEmpty }.joined(
              separator: ": "), product.source),
          PaperText(product.published?.known ?? ""),
          PaperText(product.reach.map { "\($0.text) \(product.reachUnit)" } ?? ""),
          PaperText(product.reachAsAt?.known ?? ""),
        ]
      }
    }
    return PaperSection(
      "Spreading the learning",
      rows.isEmpty
        ? [
          .gap(
            PaperGap(
              .missing, "What was made to spread the learning, and how many it reached.",
              who: "Training officer"))
        ]
        : [
          .table(
            PaperTable(
              "What was made, and how many it reached",
              heads: ["What", "When", "Reached", "Counted in"], rows: rows))
        ])
  }
}
