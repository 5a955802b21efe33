/// A chart that Word and others draw themselves, with its numbers in a sheet of its own.
struct WordChart {
  private let chart: PaperChart

  init(_ chart: PaperChart) { self.chart = chart }

  /// The height in twentieths of a point: a bar each.
  private var height: Int { 900 + max(2, chart.bars.count) * 480 }

  /// The place of the chart in the text.
  func drawing(id: Int, relation: String, on sheet: WordSheet) -> String {
    let perTwip = 635
    let size = "cx=\"\(min(sheet.room, 9600) * perTwip)\" cy=\"\(height * perTwip)\""
    return "<w:r><w:drawing><wp:inline distT=\"0\" distB=\"0\" distL=\"0\" distR=\"0\">"
      + "<wp:extent \(size)/><wp:docPr id=\"\(id)\" name=\"Chart \(id)\" descr=\"\(XML.escaped("\(chart.caption). \(chart.summary)"))\"/>"
      + "<wp:cNvGraphicFramePr/><a:graphic><a:graphicData uri=\"\(WordNames.chart)\">"
      + "<c:chart r:id=\"\(relation)\"/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
  }

  /// The part that holds the chart.
  var part: String {
    let last = chart.bars.count + 1
    let names = points(chart.bars.map(\.name.marked))
    let values = chart.bars.enumerated().map { index, bar in
      bar.value.map { "<c:pt idx=\"\(index)\"><c:v>\(WordChart.spelled($0))</c:v></c:pt>" } ?? ""
    }.joined()
    let count = "<c:ptCount val=\"\(chart.bars.count)\"/>"
    return
      "\(XML.head)<c:chartSpace xmlns:c=\"\(WordNames.chart)\" xmlns:a=\"\(WordNames.drawing)\" xmlns:r=\"\(WordNames.relations)\">"
      + "<c:date1904 val=\"0\"/><c:roundedCorners val=\"0\"/><c:chart><c:autoTitleDeleted val=\"1\"/><c:plotArea><c:layout/>"
      + "<c:barChart><c:barDir val=\"bar\"/><c:grouping val=\"clustered\"/><c:varyColors val=\"0\"/>"
      + "<c:ser><c:idx val=\"0\"/><c:order val=\"0\"/><c:tx><c:strRef><c:f>Sheet1!$B$1</c:f><c:strCache><c:ptCount val=\"1\"/><c:pt idx=\"0\"><c:v>\(XML.escaped(chart.valueHead))</c:v></c:pt></c:strCache></c:strRef></c:tx>"
      + "<c:spPr><a:solidFill><a:srgbClr val=\"1D5FA8\"/></a:solidFill></c:spPr><c:invertIfNegative val=\"0\"/>"
      + "<c:dLbls><c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr><c:showLegendKey val=\"0\"/><c:showVal val=\"1\"/><c:showCatName val=\"0\"/><c:showSerName val=\"0\"/><c:showPercent val=\"0\"/><c:showBubbleSize val=\"0\"/></c:dLbls>"
      + "<c:cat><c:strRef><c:f>Sheet1!$A$2:$A$\(last)</c:f><c:strCache>\(count)\(names)</c:strCache></c:strRef></c:cat>"
      + "<c:val><c:numRef><c:f>Sheet1!$B$2:$B$\(last)</c:f><c:numCache><c:formatCode>General</c:formatCode>\(count)\(values)</c:numCache></c:numRef></c:val>"
      + "</c:ser><c:gapWidth val=\"60\"/><c:axId val=\"1\"/><c:axId val=\"2\"/></c:barChart>"
      + "<c:catAx><c:axId val=\"1\"/><c:scaling><c:orientation val=\"maxMin\"/></c:scaling><c:delete val=\"0\"/><c:axPos val=\"l\"/><c:numFmt formatCode=\"General\" sourceLinked=\"0\"/><c:majorTickMark val=\"none\"/><c:minorTickMark val=\"none\"/><c:tickLblPos val=\"nextTo\"/>\(words)<c:crossAx val=\"2\"/><c:crosses val=\"autoZero\"/></c:catAx>"
      + "<c:valAx><c:axId val=\"2\"/><c:scaling><c:orientation val=\"minMax\"/><c:min val=\"0\"/></c:scaling><c:delete val=\"1\"/><c:axPos val=\"t\"/><c:numFmt formatCode=\"General\" sourceLinked=\"0\"/><c:majorTickMark val=\"none\"/><c:minorTickMark val=\"none\"/><c:tickLblPos val=\"nextTo\"/><c:crossAx val=\"1\"/><c:crosses val=\"max\"/></c:valAx>"
      + "</c:plotArea><c:plotVisOnly val=\"1\"/><c:dispBlanksAs val=\"gap\"/></c:chart>\(words)"
      + "<c:externalData r:id=\"rId1\"><c:autoUpdate val=\"0\"/></c:externalData></c:chartSpace>"
  }

  private let words =
    "<c:txPr><a:bodyPr/><a:p><a:pPr><a:defRPr sz=\"1000\"/></a:pPr><a:endParaRPr lang=\"en-GB\"/></a:p></c:txPr>"

  private func points(_ texts: [String]) -> String {
    texts.enumerated().map { "<c:pt idx=\"\($0)\"><c:v>\(XML.escaped($1))</c:v></c:pt>" }.joined()
  }

  /// A number as other programs read it: `44`, `43.2`.
  private static func spelled(_ number: Double) -> String {
    Int(exactly: number).map(String.init) ?? String(number)
  }

  /// The sheet with the numbers, which "edit data" opens; nil where it cannot be packed.
  var workbook: [UInt8]? {
    let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    var relations = Relations()
    relations.add("rId1", "officeDocument", "xl/workbook.xml")
    var inner = Relations()
    inner.add("rId1", "worksheet", "worksheets/sheet1.xml")
    func text(_ place: String, _ text: String) -> String {
      "<c r=\"\(place)\" t=\"inlineStr\"><is><t>\(XML.escaped(text))</t></is></c>"
    }
    let rows = chart.bars.enumerated().map { index, bar in
      let row = index + 2
      let value = bar.value.map { "<c r=\"B\(row)\"><v>\(WordChart.spelled($0))</v></c>" } ?? ""
      return "<row r=\"\(row)\">\(text("A\(row)", bar.name.marked))\(value)</row>"
    }
    let sheet =
      "<row r=\"1\">\(text("A1", chart.nameHead))\(text("B1", chart.valueHead))</row>"
      + rows.joined()
    let types =
      "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
      + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
      + "<Override PartName=\"/xl/workbook.xml\" ContentType=\"\(WordNames.office)spreadsheetml.sheet.main+xml\"/>"
      + "<Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\"\(WordNames.office)spreadsheetml.worksheet+xml\"/>"
    let parts = [
      ("[Content_Types].xml", "\(XML.head)<Types xmlns=\"\(WordNames.types)\">\(types)</Types>"),
      ("_rels/.rels", relations.text),
      (
        "xl/workbook.xml",
        "\(XML.head)<workbook xmlns=\"\(main)\" xmlns:r=\"\(WordNames.relations)\"><sheets><sheet name=\"Sheet1\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"
      ),
      ("xl/_rels/workbook.xml.rels", inner.text),
      (
        "xl/worksheets/sheet1.xml",
        "\(XML.head)<worksheet xmlns=\"\(main)\"><sheetData>\(sheet)</sheetData></worksheet>"
      ),
    ]
    return ZipArchive(parts.map { ($0.0, Array($0.1.utf8)) })?.bytes
  }
}
