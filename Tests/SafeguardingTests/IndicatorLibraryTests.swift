import Safeguarding
import Testing

/// The definitions that come along are whole: somebody who picks one has little left to fill in.
@Suite struct IndicatorLibraryTests {
  @Test func everyTitleIsThereOnce() {
    let titles = IndicatorLibrary.entries.flatMap { [$0.indicator.title, $0.indicator.shortTitle] }
    #expect(Set(titles).count == titles.count)
    #expect(IndicatorLibrary.entries.count >= 30)
  }

  @Test(arguments: IndicatorLibrary.entries) func eachSaysWhatIsCounted(
    _ entry: IndicatorLibrary.Entry
  ) {
    let indicator = entry.indicator
    #expect(indicator.definition.hasSuffix("."))
    #expect(indicator.polarity != .unclear, "which way is better, or that neither is")
    #expect(indicator.aggregation != nil)
    if indicator.unit == "%" || indicator.unit.hasPrefix("per ") {
      #expect(!indicator.numerator.isEmpty && !indicator.denominator.isEmpty)
    }
    // A rate says for how many; its unit says the same.
    let base = indicator.rateBase.map { formatted(Double($0), decimals: 0, grouping: true) }
    #expect(indicator.unit.hasPrefix("per ") == (base != nil))
    if let base { #expect(indicator.unit == "per \(base)") }
  }

  /// Neither many nor few serious incidents say how well children are protected.
  @Test func seriousIncidentsAreNotRated() throws {
    let found = try #require(
      IndicatorLibrary.entries.first { $0.indicator.title.hasPrefix("Serious incidents") })
    #expect(found.indicator.polarity == .neither)
  }
}
