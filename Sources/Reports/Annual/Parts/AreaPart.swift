import Papers
import Safeguarding

extension AnnualPart {
  /// The area and its children.
  static let area = AnnualPart("area") { account in
    let figures = account.figures(in: "area")
    let own = figures.filter(\.isOfYear)
    let context = account.figures(in: "context") + figures.filter { !$0.isOfYear }
    var parts: [PaperSection] = []
    if !own.isEmpty {
      parts.append(
        PaperSection(
          "Children who are protected or looked after",
          account.blocks("Children in \(account.partnership.areaName)", own)
            + account.charts(own) + account.definitions(of: own)))
    }
    if !context.isEmpty {
      parts.append(
        PaperSection(
          "The area",
          account.blocks("The area and its people, each as last published", context, head: "Latest")
        ))
    }
    let gap = PaperBlock.gap(
      PaperGap(
        .toWrite,
        "What it is like to grow up in \(account.partnership.areaName), in the words of children.",
        who: "Participation leads of the partners"))
    return AnnualContent(
      PaperSection(
        "\(account.partnership.areaName): children and families",
        figures.isEmpty
          ? [
            .gap(
              PaperGap(
                .missing, "Figures of children who are protected or looked after.",
                who: "The council"))
          ]
          : [gap], parts: parts))
  }
}

extension AnnualAccount {
  /// Where figures come from and what is counted, as footnotes say it.
  func definitions(of figures: [YearFigure]) -> [PaperBlock] {
    let lines = figures.filter { !$0.indicator.definition.isEmpty }.map {
      text("\($0.indicator.title): \($0.indicator.definition)", $0.indicator.source)
    }
    let groups = Set(figures.flatMap { $0.indicator.comparators.compactMap(\.group) })
    let neighbours = workspace.comparatorGroups.all.filter { groups.contains(Reference($0.id)) }.map
    {
      text("\($0.label): \($0.members.joined(separator: ", ")).", $0.source)
    }
    let all = lines + neighbours
    return all.isEmpty
      ? [] : [.paragraph("What is counted, and with whom it is compared:"), .list(all)]
  }
}
