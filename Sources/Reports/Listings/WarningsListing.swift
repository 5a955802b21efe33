package import Safeguarding

/// The early warnings of indicators that have tripped.
package struct WarningsListing: Sendable {
  /// The warnings as a table, in the order of the indicators.
  package let listing: Listing

  /// Lists what has tripped by a day; only what nobody asked about, where that is wanted.
  package init(_ workspace: Workspace, on day: CalendarDate, isOpenOnly: Bool = false) {
    var listing = Listing(columns: WarningsListing.columns)
    // What would be said otherwise, or not at all, without the records that illustrate is marked.
    let published = workspace.published?.trippedWarnings(on: day)
    for tripped in workspace.trippedWarnings(on: day)
    where !isOpenOnly || !tripped.isAcknowledged {
      let asked = tripped.challenges.last
      listing.add([
        .text(tripped.indicator.id), .text(tripped.indicator.label), .text(tripped.because),
        .known(tripped.since?.iso, shown: tripped.since?.short ?? ""),
        .coded(tripped.rule.when.rawValue, shown: tripped.rule.when.title),
        .known(tripped.rule.line?.rawValue),
        .coded(asked == nil ? "no" : "yes", shown: asked?.stage ?? "nobody asked"),
        .known(tripped.rule.question), .known(asked?.id),
        workspace.cell(tripped.indicator.partnership),
        .boolean(
          published.map { $0.allSatisfy { !$0.saysTheSame(as: tripped) } }
            ?? tripped.indicator.illustrative),
      ])
    }
    self.listing = listing
  }

  private static let columns: [Listing.Column] = [
    .init("indicator"), .init("title", "Indicator"), .init("because", "What it says"),
    .init("since", "Since"), .init("rule"), .init("line", "Line of assurance"),
    .init("asked", "Asked"), .init("question", "What to ask"), .init("challenge"),
    .init("partnership"), .init("illustrative", "Illustrative"),
  ]
}

extension TrippedWarning {
  /// Whether it says the same of the same indicator, and who asked about it is the same.
  fileprivate func saysTheSame(as other: TrippedWarning) -> Bool {
    indicator.id == other.indicator.id && rule == other.rule && because == other.because
      && since == other.since && challenges.last?.id == other.challenges.last?.id
      && challenges.last?.stage == other.challenges.last?.stage
  }
}
