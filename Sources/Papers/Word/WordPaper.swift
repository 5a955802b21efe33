extension WrittenPaper {
  /// The paper as a document that Word and LibreOffice open; nil where there is no memory to pack it.
  ///
  /// The same paper gives the same bytes.
  package var docx: [UInt8]? {
    var writer = WordWriter(self)
    let body = writer.body
    var relations = Relations()
    relations.add("rIdStyles", "styles", "styles.xml")
    relations.add("rIdNumbering", "numbering", "numbering.xml")
    relations.add("rIdSettings", "settings", "settings.xml")
    relations.add("rIdFonts", "fontTable", "fontTable.xml")
    relations.add("rIdTheme", "theme", "theme/theme1.xml")
    relations.add("rIdHeader", "header", "header1.xml")
    for sheet in WordSheet.allCases {
      relations.add("rIdFooter\(sheet.rawValue + 1)", "footer", "footer\(sheet.rawValue + 1).xml")
    }
    var files: [(String, [UInt8])] = []
    for (index, chart) in writer.charts.enumerated() {
      let name = "chart\(index + 1)"
      guard let workbook = WordChart(chart).workbook else { return nil }
      relations.add("rIdChart\(index + 1)", "chart", "charts/\(name).xml")
      var own = Relations()
      own.add("rId1", "package", "../embeddings/\(name).xlsx")
      files.append(("word/charts/\(name).xml", Array(WordChart(chart).part.utf8)))
      files.append(("word/charts/_rels/\(name).xml.rels", Array(own.text.utf8)))
      files.append(("word/embeddings/\(name).xlsx", workbook))
    }
    let texts: [(String, String)] =
      [
        ("[Content_Types].xml", contentTypes(charts: writer.charts.count)),
        ("_rels/.rels", WrittenPaper.packageRelations),
        ("word/document.xml", body), ("word/_rels/document.xml.rels", relations.text),
        ("word/styles.xml", WordStyles.part(language: language)),
        ("word/numbering.xml", WordStyles.lists),
        ("word/settings.xml", WordStyles.settings(language: language)),
        ("word/fontTable.xml", WordStyles.fonts), ("word/theme/theme1.xml", WordTheme.part),
        ("word/header1.xml", WordSheet.head(label: label)),
      ]
      + WordSheet.allCases.map { ("word/footer\($0.rawValue + 1).xml", $0.foot(label: label)) }
      + [("docProps/core.xml", coreProperties), ("docProps/app.xml", WrittenPaper.program)]
    return ZipArchive(texts.map { ($0.0, Array($0.1.utf8)) } + files)?.bytes
  }

  private static var packageRelations: String {
    var relations = Relations()
    relations.add("rId1", "officeDocument", "word/document.xml")
    relations.add(
      "rId2",
      "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties",
      "docProps/core.xml")
    relations.add("rId3", "extended-properties", "docProps/app.xml")
    return relations.text
  }

  private func contentTypes(charts: Int) -> String {
    let word = "\(WordNames.office)wordprocessingml."
    var parts = [
      ("word/document.xml", "\(word)document.main+xml"), ("word/styles.xml", "\(word)styles+xml"),
      ("word/numbering.xml", "\(word)numbering+xml"), ("word/settings.xml", "\(word)settings+xml"),
      ("word/fontTable.xml", "\(word)fontTable+xml"), ("word/header1.xml", "\(word)header+xml"),
      ("word/footer1.xml", "\(word)footer+xml"), ("word/footer2.xml", "\(word)footer+xml"),
      ("docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml"),
      ("docProps/app.xml", "\(WordNames.office)extended-properties+xml"),
      ("word/theme/theme1.xml", "\(WordNames.office)theme+xml"),
    ]
    parts += (0..<charts).map {
      ("word/charts/chart\($0 + 1).xml", "\(WordNames.office)drawingml.chart+xml")
    }
    let defaults = [
      ("rels", "application/vnd.openxmlformats-package.relationships+xml"),
      ("xml", "application/xml"), ("xlsx", "\(WordNames.office)spreadsheetml.sheet"),
    ]
    return "\(XML.head)<Types xmlns=\"\(WordNames.types)\">"
      + defaults.map { "<Default Extension=\"\($0.0)\" ContentType=\"\($0.1)\"/>" }.joined()
      + parts.map { "<Override PartName=\"/\($0.0)\" ContentType=\"\($0.1)\"/>" }.joined()
      + "</Types>"
  }

  /// Title, label and language, and the day of the records as the time: no clock is asked.
  private var coreProperties: String {
    let time = "\(XML.escaped(day))T00:00:00Z"
    return
      "\(XML.head)<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:dcterms=\"http://purl.org/dc/terms/\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">"
      + "<dc:title>\(XML.escaped(title))</dc:title><dc:subject>\(XML.escaped(subject))</dc:subject>"
      + "<dc:creator>Masa</dc:creator><cp:keywords>\(XML.escaped(label))</cp:keywords>"
      + "<dcterms:created xsi:type=\"dcterms:W3CDTF\">\(time)</dcterms:created>"
      + "<dcterms:modified xsi:type=\"dcterms:W3CDTF\">\(time)</dcterms:modified>"
      + "<dc:language>\(XML.escaped(language))</dc:language></cp:coreProperties>"
  }

  private static let program =
    "\(XML.head)<Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties\"><Application>Masa</Application></Properties>"
}
