import Entry
import Safeguarding
import Testing

/// What is typed for a figure, and how it is understood.
@Suite struct FigureCellTests {
  private func indicator(_ unit: String) -> Indicator {
    var indicator = Indicator()
    indicator.unit = unit
    return indicator
  }

  @Test(arguments: [
    ("1,234", "children", "1,234"), ("1 300", "children", "1,300"), ("12.5 %", "%", "12.5"),
    ("12,5 %", "%", "12.5"), ("500+", "children", "500+"), ("at least 500", "children", "500+"),
    ("500 or more", "children", "500+"), ("> 500", "children", "500+"),
    ("~70", "children", "about 70"), ("about 70", "children", "about 70"),
    ("~1300", "children", "about 1,300"), ("<5", "children", "hidden"), ("*", "children", "hidden"),
    ("[c]", "children", "hidden"), ("..", "children", "not available"),
    ("n/a", "children", "not available"), ("[z]", "children", "not applicable"),
    ("z", "children", "not applicable"), ("12/40", "%", "30.0"), ("12 of 40", "%", "30.0"),
    ("30 (12/40)", "%", "30"), ("44 (290)", "per 10,000", "44"),
    ("290/65,289", "per 10,000", "44.4"),
    ("\"a low number\"", "children", "a low number"), ("\u{a3}1,234", "\u{a3}", "1,234"),
    ("12 [p]", "children", "12"), ("44.4", "per 10,000", "44.4"), ("", "children", ""),
  ])
  func everythingThatTheReaderOfCellsKnowsIsTaken(_ text: String, _ unit: String, _ value: String) {
    let cell = FigureCell(text, for: indicator(unit))
    #expect(cell.fault == "")
    #expect(cell.value?.text ?? "" == value)
  }

  @Test(arguments: [
    ("abc", "children"), ("12x", "children"), ("#REF!", "children"), ("1.234", "children"),
    ("12 %", "children"), ("12/40", "children"), ("12/0", "%"), ("00:10", "children"),
    ("30 (1.234/40)", "%"), ("see note", "children"), ("12/", "%"),
  ])
  func whatIsNoFigureIsSaidToBeNone(_ text: String, _ unit: String) {
    let cell = FigureCell(text, for: indicator(unit))
    #expect(cell.value == nil)
    #expect(cell.fault.hasSuffix("."), "\(cell.fault)")
  }

  @Test func theFigureBeforeTellsOfWhatSizeItIs() {
    let thousand = Measure(.exact, spelling: "1190")
    let one = Measure(.exact, spelling: "1.1")
    #expect(FigureCell("1.234", for: indicator(""), after: thousand).value?.number == 1234)
    #expect(FigureCell("1.234", for: indicator(""), after: one).value?.number == 1.234)
  }

  @Test func whatIsReadIsWrittenSoThatItReadsTheSame() throws {
    let values = [
      Measure(.exact, spelling: "1234"), Measure(.exact, spelling: "44.40"),
      Measure(.atLeast, spelling: "450"), Measure(.about, spelling: "70"),
      Measure(.suppressed, words: ""), Measure(.suppressed, words: "<5"),
      Measure(.notAvailable, words: ""), Measure(.notAvailable, words: "", reason: .notApplicable),
      Measure(.phrase, words: "top \"twenty\""),
    ]
    for value in values {
      let value = try #require(value)
      let text = FigureCell.text(of: value)
      #expect(FigureCell(text, for: indicator("children")).value == value, "\(text)")
    }
    let counts = (Measure(.exact, spelling: "12"), Measure(.exact, spelling: "40"))
    let text = FigureCell.text(of: Measure(.exact, spelling: "30"), counts.0, counts.1)
    let cell = FigureCell(text, for: indicator("%"))
    #expect(text == "30 (12/40)")
    #expect(cell.numerator == counts.0 && cell.denominator == counts.1)
  }
}
