import Papers
import Safeguarding

extension AnnualPart {
  /// Training: what was offered, who took part, what they said, and what it changed.
  static let training = AnnualPart("training") { account in
    let taken = account.deliveries
    let figures = account.figures(in: "training")
    var parts = [account.offer].compactMap(\.self)
    var took = account.blocks("Training in the year", figures)
    took += account.courses(taken, beside: figures)
    if took.isEmpty {
      took = [
        .gap(
          PaperGap(
            .missing, "Who took part in training, by mode, agency and level.",
            who: "Training officer"))
      ]
    } else if !taken.contains(where: { $0.agency != nil && $0.completed?.number != nil })
      || !taken.contains(where: { $0.level != nil })
    {
      took.append(
        .gap(
          PaperGap(
            .missing, "How many took part by agency and by level of the competency framework.",
            who: "Training officer")))
    }
    parts.append(PaperSection("Who took part in training", took))
    let effect = account.effect(of: taken)
    parts.append(effect)
    if let needs = account.needs { parts.append(needs) }
    return AnnualContent(
      PaperSection("Training", [], parts: parts), aspects: ["effect of training": [effect]])
  }
}

extension AnnualAccount {
  /// The courses that were offered in the year, and the levels that they are for.
  fileprivate var offer: PaperSection? {
    let all = own(workspace.courses) { $0.partnership }.filter {
      wasThere(from: $0.from, to: $0.to)
    }
    let levels = own(workspace.competencyLevels) { $0.partnership }
    var blocks: [PaperBlock] = []
    if !all.isEmpty {
      blocks.append(
        .table(
          PaperTable(
            "The courses of the year", heads: ["Course", "How it is held", "Level", "For whom"],
            rows: all.map { one in
              [
                text(one.title, one.source), PaperText(one.mode.title),
                PaperText(one.level.flatMap { workspace.competencyLevels[$0]?.number } ?? ""),
                PaperText(one.audience.isEmpty ? "not recorded" : one.audience),
              ]
            })))
    }
    if !levels.isEmpty {
      blocks.append(
        .table(
          PaperTable(
            "The levels of the competency framework", heads: ["Level", "Which staff"],
            rows: levels.map { [text($0.number, $0.source), PaperText($0.text)] })))
    }
    return blocks.isEmpty ? nil : PaperSection("Training that was offered", blocks)
  }

  /// How much was taken of single courses; what the figures above say already is left out.
  fileprivate func courses(_ taken: [CourseDelivery], beside figures: [YearFigure]) -> [PaperBlock]
  {
    let said = Set(figures.map(\.indicator.id))
    let rows = taken.filter { one in
      !one.indicators.contains { said.contains($0.id) }
        && (one.completed != nil || one.sessions != nil)
    }.map { one in
      [
        text(one.title, one.source), PaperText(one.mode.title),
        PaperText(one.agency.map { agency($0) } ?? ""), PaperText(one.sessions?.text ?? ""),
        PaperText(one.completed?.text ?? ""),
        PaperText(one.excellent.map { "\($0.text)%" } ?? ""),
        PaperText(one.satisfied.map { "\($0.text)%" } ?? ""),
        PaperText(one.confident.map { "\($0.text)%" } ?? ""),
      ]
    }
    return rows.isEmpty
      ? []
      : [
        .table(
          PaperTable(
            "Taken of single courses",
            heads: [
              "What was taken", "How it was held", "Whose staff", "Sessions", "Completed by",
              "Rated excellent", "Satisfied", "More confident",
            ], rows: rows, numbers: [3, 4, 5, 6, 7]))
      ]
  }

  /// What training changed, apart from what those said who took it.
  fileprivate func effect(of taken: [CourseDelivery]) -> PaperSection {
    let shown = taken.filter { !$0.impact.isEmpty }.map {
      ShownChange(what: $0.title, shown: $0.impact, source: $0.source)
    }
    var blocks = self.blocks("What changed in practice because of training", shown)
    let said = taken.flatMap { one in one.said.map { text("\(one.title): \($0)", one.source) } }
    if !said.isEmpty {
      blocks += [
        .paragraph("What those said who took part; an opinion shows no change in practice:"),
        .list(said),
      ]
    }
    let silent = taken.filter { $0.impact.isEmpty && $0.evaluatedOn == nil }.map(\.title)
    if taken.isEmpty || !silent.isEmpty {
      let which = silent.isEmpty ? "by course" : "of \(listed(silent))"
      blocks.append(
        .gap(
          PaperGap(
            .missing,
            "What training changed in practice and for children: evaluation after some months, \(which).",
            who: "Training officer")))
    }
    return PaperSection("What training changed", blocks)
  }

  /// What training was found to be needed in the year, or without a day.
  fileprivate var needs: PaperSection? {
    let all = own(workspace.trainingNeeds) { $0.partnership }.filter {
      $0.on == nil || isInYear($0.on)
    }
    if all.isEmpty { return nil }
    let table = PaperTable(
      "What training is needed, and what was done",
      heads: ["How that was found out", "What is needed", "What was done"],
      rows: all.map { one in
        [
          text(one.title, one.source),
          PaperText(one.found.isEmpty ? "not recorded" : one.found.joined(separator: "\n")),
          PaperText(one.led.isEmpty ? "not recorded" : one.led.joined(separator: "\n")),
        ]
      })
    return PaperSection("Training that is needed", [.table(table)])
  }
}
