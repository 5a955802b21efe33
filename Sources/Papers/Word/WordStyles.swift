/// How a Word document looks: its styles and lists, which a reader can change in one place.
enum WordStyles {
  /// The styles.
  static func part(language: String) -> String {
    let defaults =
      "<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii=\"Arial\" w:hAnsi=\"Arial\" w:eastAsia=\"Arial\" w:cs=\"Arial\"/>"
      + "<w:sz w:val=\"24\"/><w:szCs w:val=\"24\"/><w:lang w:val=\"\(language)\" w:eastAsia=\"\(language)\" w:bidi=\"ar-SA\"/></w:rPr></w:rPrDefault>"
      + "<w:pPrDefault><w:pPr><w:spacing w:after=\"140\" w:line=\"276\" w:lineRule=\"auto\"/></w:pPr></w:pPrDefault></w:docDefaults>"
    let kept = "<w:keepNext/><w:keepLines/>"
    let headings = [(1, 34, 420), (2, 29, 320), (3, 25, 260)].map { level, size, before in
      style(
        "Heading\(level)", "heading \(level)",
        kept
          + "<w:spacing w:before=\"\(before)\" w:after=\"120\"/><w:outlineLvl w:val=\"\(level - 1)\"/>",
        "<w:b/><w:color w:val=\"1B1B1B\"/><w:sz w:val=\"\(size)\"/><w:szCs w:val=\"\(size)\"/>",
        next: "Normal", isPrimary: true)
    }
    let all =
      [
        "<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\"><w:name w:val=\"Normal\"/><w:qFormat/></w:style>",
        "<w:style w:type=\"character\" w:default=\"1\" w:styleId=\"DefaultParagraphFont\"><w:name w:val=\"Default Paragraph Font\"/><w:uiPriority w:val=\"1\"/><w:semiHidden/></w:style>",
        "<w:style w:type=\"numbering\" w:default=\"1\" w:styleId=\"NoList\"><w:name w:val=\"No List\"/><w:uiPriority w:val=\"99\"/><w:semiHidden/></w:style>",
        style(
          "Title", "Title",
          kept + "<w:spacing w:before=\"240\" w:after=\"240\" w:line=\"240\" w:lineRule=\"auto\"/>",
          "<w:b/><w:sz w:val=\"48\"/><w:szCs w:val=\"48\"/>", next: "Normal", isPrimary: true),
      ] + headings + [
        style(
          "ContentsHeading", "Contents Heading",
          kept + "<w:spacing w:before=\"360\" w:after=\"120\"/>", size(34, bold: true),
          next: "Normal"),
        style(
          "Caption", "caption", "<w:keepNext/><w:spacing w:before=\"240\" w:after=\"100\"/>",
          "<w:b/>" + size(22), next: "Normal", isPrimary: true),
        style("TOC1", "toc 1", "<w:spacing w:before=\"60\" w:after=\"40\"/>", ""),
        style("TOC2", "toc 2", "<w:spacing w:after=\"20\"/><w:ind w:left=\"360\"/>", size(22)),
        style("Header", "header", "<w:spacing w:after=\"0\"/>", size(20, bold: true)),
        style("Footer", "footer", "<w:spacing w:after=\"0\"/>", size(20)),
        style(
          "ListBullet", "List Bullet",
          "<w:numPr><w:numId w:val=\"1\"/></w:numPr><w:spacing w:after=\"80\"/><w:contextualSpacing/>",
          ""),
        style(
          "ListNumber", "List Number",
          "<w:numPr><w:numId w:val=\"2\"/></w:numPr><w:spacing w:after=\"60\"/>", size(20)),
        style(
          "TableText", "Table Text",
          "<w:spacing w:after=\"0\" w:line=\"252\" w:lineRule=\"auto\"/>", size(20)),
        style(
          "TableHead", "Table Head",
          "<w:keepNext/><w:spacing w:after=\"0\" w:line=\"252\" w:lineRule=\"auto\"/>",
          size(20, bold: true)),
        style(
          "Gap", "Gap",
          "<w:pBdr><w:left w:val=\"single\" w:sz=\"36\" w:space=\"8\" w:color=\"1B1B1B\"/></w:pBdr><w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"FFF3CD\"/><w:ind w:left=\"200\"/>",
          ""),
        "<w:style w:type=\"table\" w:default=\"1\" w:styleId=\"TableNormal\"><w:name w:val=\"Normal Table\"/><w:uiPriority w:val=\"99\"/><w:semiHidden/><w:tblPr><w:tblInd w:w=\"0\" w:type=\"dxa\"/><w:tblCellMar><w:top w:w=\"0\" w:type=\"dxa\"/><w:left w:w=\"108\" w:type=\"dxa\"/><w:bottom w:w=\"0\" w:type=\"dxa\"/><w:right w:w=\"108\" w:type=\"dxa\"/></w:tblCellMar></w:tblPr></w:style>",
        "<w:style w:type=\"table\" w:customStyle=\"1\" w:styleId=\"PaperTable\"><w:name w:val=\"Paper Table\"/><w:basedOn w:val=\"TableNormal\"/><w:tblPr><w:tblBorders>\(borders)</w:tblBorders><w:tblCellMar><w:top w:w=\"50\" w:type=\"dxa\"/><w:left w:w=\"90\" w:type=\"dxa\"/><w:bottom w:w=\"50\" w:type=\"dxa\"/><w:right w:w=\"90\" w:type=\"dxa\"/></w:tblCellMar></w:tblPr><w:tblStylePr w:type=\"firstRow\"><w:rPr><w:b/></w:rPr><w:tcPr><w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"EEEEEE\"/></w:tcPr></w:tblStylePr></w:style>",
      ]
    return
      "\(XML.head)<w:styles xmlns:w=\"\(WordNames.main)\">\(defaults)\(all.joined())</w:styles>"
  }

  private static let borders = ["top", "left", "bottom", "right", "insideH", "insideV"].map {
    "<w:\($0) w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"767676\"/>"
  }.joined()

  private static func size(_ half: Int, bold: Bool = false) -> String {
    (bold ? "<w:b/>" : "") + "<w:sz w:val=\"\(half)\"/><w:szCs w:val=\"\(half)\"/>"
  }

  private static func style(
    _ id: String, _ name: String, _ paragraph: String, _ run: String, next: String = "",
    isPrimary: Bool = false
  ) -> String {
    let known = ["Gap", "TableText", "TableHead", "ContentsHeading"].contains(id)
    return
      "<w:style w:type=\"paragraph\"\(known ? " w:customStyle=\"1\"" : "") w:styleId=\"\(id)\">"
      + "<w:name w:val=\"\(name)\"/><w:basedOn w:val=\"Normal\"/>"
      + (next.isEmpty ? "" : "<w:next w:val=\"\(next)\"/>") + (isPrimary ? "<w:qFormat/>" : "")
      + (paragraph.isEmpty ? "" : "<w:pPr>\(paragraph)</w:pPr>")
      + (run.isEmpty ? "" : "<w:rPr>\(run)</w:rPr>") + "</w:style>"
  }

  /// The two sorts of list.
  static let lists =
    "\(XML.head)<w:numbering xmlns:w=\"\(WordNames.main)\">"
    + list(0, "bullet", "\u{2022}", 360) + list(1, "decimal", "%1.", 460)
    + "<w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>"
    + "<w:num w:numId=\"2\"><w:abstractNumId w:val=\"1\"/></w:num></w:numbering>"

  private static func list(_ id: Int, _ form: String, _ text: String, _ indent: Int) -> String {
    "<w:abstractNum w:abstractNumId=\"\(id)\"><w:multiLevelType w:val=\"singleLevel\"/>"
      + "<w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"\(form)\"/>"
      + "<w:lvlText w:val=\"\(text)\"/><w:lvlJc w:val=\"left\"/>"
      + "<w:pPr><w:ind w:left=\"\(indent)\" w:hanging=\"\(indent)\"/></w:pPr></w:lvl></w:abstractNum>"
  }

  /// How the document is opened.
  static func settings(language: String) -> String {
    "\(XML.head)<w:settings xmlns:w=\"\(WordNames.main)\"><w:defaultTabStop w:val=\"720\"/>"
      + "<w:compat><w:compatSetting w:name=\"compatibilityMode\" w:uri=\"http://schemas.microsoft.com/office/word\" w:val=\"15\"/></w:compat>"
      + "<w:themeFontLang w:val=\"\(language)\"/></w:settings>"
  }

  /// The fonts that the styles name.
  static let fonts =
    "\(XML.head)<w:fonts xmlns:w=\"\(WordNames.main)\"><w:font w:name=\"Arial\">"
    + "<w:panose1 w:val=\"020B0604020202020204\"/><w:charset w:val=\"00\"/><w:family w:val=\"swiss\"/>"
    + "<w:pitch w:val=\"variable\"/></w:font></w:fonts>"
}
