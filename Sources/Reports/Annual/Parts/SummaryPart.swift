import Papers
import Safeguarding

extension AnnualPart {
  /// The year on one page: figures, what changed, where it does not go on, what comes.
  static let summary = AnnualPart("summary") { account in
    let headline = account.figures(of: account.workspace.indicators.all.filter(\.headline))
      .filter { $0.isOfYear && $0.latest.value?.number != nil }
    var blocks = account.blocks("Figures of the year", Array(headline.prefix(6)))
    let shown = account.plan.map { plan in
      plan.priorities.compactMap { account.shownChanges(of: $0.number).first }
    }
    let changes = Array((shown ?? account.shownChanges()).prefix(3))
    if changes.isEmpty {
      blocks.append(
        .gap(
          PaperGap(
            .toWrite,
            "Up to three things that changed for children and families, each with what shows it.",
            who: "Delegated safeguarding partners")))
    } else {
      blocks += [
        .paragraph("What changed, to be chosen from; all of it stands under the priorities:"),
        .list(
          changes.map {
            account.text("\($0.what): \($0.shown.joined(separator: " "))", $0.source)
          }),
      ]
    }
    if let line = account.progressLine { blocks.append(.paragraph(PaperText(line))) }
    blocks.append(.paragraph(PaperText(account.reviewLine)))
    blocks.append(
      .paragraph(
        PaperText(
          "\(counted(account.nextSteps.count, "next step")) agreed for the coming year; they stand under \"The coming year\"."
        )))
    return AnnualContent("The year on one page", blocks)
  }

  /// What the lead partners say, and who signs.
  static let foreword = AnnualPart("foreword") { account in
    let partners = account.partnership.partners.filter {
      account.year.upperBound.mayLie(from: $0.from, to: $0.to)
    }
    let rows = partners.map { partner in
      [
        account.text(
          account.agency(partner.agency),
          (account.holder(partner.lead)?.source ?? [])
            + (account.holder(partner.delegated)?.source ?? [])),
        PaperText(account.words(partner.lead)), PaperText(account.words(partner.delegated)),
      ]
    }
    var blocks: [PaperBlock] = [
      .gap(PaperGap(.toWrite, "The foreword.", who: "Lead safeguarding partners"))
    ]
    blocks.append(
      rows.isEmpty
        ? .gap(PaperGap(.missing, "The safeguarding partners.", who: "Business team"))
        : .table(
          PaperTable(
            "The safeguarding partners who sign this report",
            heads: ["Partner", "Lead safeguarding partner", "Delegated safeguarding partner"],
            rows: rows)))
    return AnnualContent("Foreword", blocks)
  }
}

extension AnnualAccount {
  /// Who held an office in the year, as far as is printed: the last one who is not known to have left before.
  func holder(_ office: Office?) -> Tenure? {
    let known = office?.holders.filter { tenure in
      let end = tenure.to?.last ?? .last
      let start = (tenure.from ?? tenure.seenOn)?.first ?? .first
      return year.lowerBound <= end && start <= year.upperBound.adding(months: 9)
    }
    return known?.last
  }

  /// Who held an office, and what it is called.
  func words(_ office: Office?) -> String {
    guard let office else { return "" }
    guard let holder = holder(office) else { return "\(office.title) (no name recorded)" }
    let title = holder.title.isEmpty ? office.title : holder.title
    return "\(workspace.names(Person.kind, holder.person.id))\n\(title)"
  }

  /// What is open although it is late, or of which nobody says how it stands.
  var stuck: [ActionItem] {
    actions.filter { action in
      guard action.origin != .nextStep else { return false }
      let isKnown = action.raisedOn?.first.map { $0 <= year.upperBound } ?? true
      return isKnown && (action.isOverdue(on: day) || action.status == .unknown)
        && action.plan.map { $0.id == plan?.id } ?? true
    }
  }

  /// How much does not go on, in a line; nil where nothing is recorded so.
  fileprivate var progressLine: String? {
    let late = stuck
    let advice = late.filter { $0.origin == .recommendation }
    let others = late.filter { $0.origin != .recommendation }
    let silent = programmes.filter(\.impact.isEmpty)
    func count(_ some: [ActionItem], _ noun: String) -> [String] {
      let unknown = some.count { $0.status == .unknown }
      return [
        some.count > unknown ? "\(counted(some.count - unknown, noun)) late" : "",
        unknown > 0 ? "\(counted(unknown, noun)) that nobody has reported on" : "",
      ]
    }
    let words =
      count(advice, "recommendation") + count(others, "commitment")
      + [silent.isEmpty ? "" : "\(counted(silent.count, "programme")) without an effect shown"]
    let said = words.filter { !$0.isEmpty }
    return said.isEmpty ? nil : "Little or no progress: \(listed(said))."
  }

  /// What was agreed for the coming year.
  var nextSteps: [ActionItem] { actions.filter { $0.origin == .nextStep && $0.isOpen } }

  /// How many reviews there were, in a line.
  var reviewLine: String {
    let totals = workspace.reviewTotals.all.filter {
      $0.partnership.id == partnership.id && $0.period?.first == year.lowerBound
    }
    if totals.isEmpty { return "How many reviews there were in the year is not recorded." }
    let words = totals.map { total in
      let name = total.type.title.lowercasedFirst
      let one = total.count?.number == 1
      return "\(total.count?.text ?? "an unknown number of") \(name)\(one ? "" : "s")"
    }
    return "Reviews in the year: \(listed(words))."
  }
}
