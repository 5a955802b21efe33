/// A sheet of paper: how large it is and what stands at its foot.
enum WordSheet: Int, CaseIterable {
  case upright, across

  /// Width and height in twentieths of a point: A4.
  var size: (width: Int, height: Int) { self == .upright ? (11906, 16838) : (16838, 11906) }

  /// The margin on each side.
  static let margin = 1134

  /// The room between the margins.
  var room: Int { size.width - 2 * WordSheet.margin }

  /// The properties of a section of such sheets.
  var properties: String {
    let turned = self == .across ? " w:orient=\"landscape\"" : ""
    return "<w:sectPr><w:headerReference w:type=\"default\" r:id=\"rIdHeader\"/>"
      + "<w:footerReference w:type=\"default\" r:id=\"rIdFooter\(rawValue + 1)\"/>"
      + "<w:pgSz w:w=\"\(size.width)\" w:h=\"\(size.height)\"\(turned)/>"
      + "<w:pgMar w:top=\"1304\" w:right=\"\(WordSheet.margin)\" w:bottom=\"1134\" w:left=\"\(WordSheet.margin)\" w:header=\"624\" w:footer=\"567\" w:gutter=\"0\"/></w:sectPr>"
  }

  /// The foot: the label on the left, the page of all pages on the right.
  func foot(label: String) -> String {
    let tabs = "<w:tabs><w:tab w:val=\"right\" w:pos=\"\(room)\"/></w:tabs>"
    let line =
      XML.run(label, "<w:b/>") + "<w:r><w:tab/></w:r>" + XML.run("Page ") + XML.field("PAGE", "1")
      + XML.run(" of ") + XML.field("NUMPAGES", "1")
    return "\(XML.head)<w:ftr xmlns:w=\"\(WordNames.main)\">"
      + XML.paragraph(line, style: "Footer", more: tabs) + "</w:ftr>"
  }

  /// The head of each sheet: the label.
  static func head(label: String) -> String {
    "\(XML.head)<w:hdr xmlns:w=\"\(WordNames.main)\">"
      + XML.paragraph(XML.run(label), style: "Header") + "</w:hdr>"
  }
}
