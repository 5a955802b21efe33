/// The colours and fonts that a word processor offers beside those of the styles; Word asks for such a part.
enum WordTheme {
  /// The part.
  static var part: String {
    let names = [
      "dk1", "lt1", "dk2", "lt2", "accent1", "accent2", "accent3", "accent4", "accent5", "accent6",
      "hlink",
      "folHlink",
    ]
    let colours = [
      "1B1B1B", "FFFFFF", "444444", "EEEEEE", "1D5FA8", "7A4B00", "2E6B34", "8A1F2D", "5B3A8C",
      "444444", "0B3D91",
      "5B3A8C",
    ]
    let scheme = zip(names, colours).map { "<a:\($0)><a:srgbClr val=\"\($1)\"/></a:\($0)>" }
      .joined()
    let font = "<a:latin typeface=\"Arial\"/><a:ea typeface=\"\"/><a:cs typeface=\"\"/>"
    let fill = "<a:solidFill><a:schemeClr val=\"phClr\"/></a:solidFill>"
    let line = "<a:ln w=\"9525\">\(fill)</a:ln>"
    let effect = "<a:effectStyle><a:effectLst/></a:effectStyle>"
    func three(_ text: String) -> String { text + text + text }
    return "\(XML.head)<a:theme xmlns:a=\"\(WordNames.drawing)\" name=\"Masa\"><a:themeElements>"
      + "<a:clrScheme name=\"Masa\">\(scheme)</a:clrScheme>"
      + "<a:fontScheme name=\"Masa\"><a:majorFont>\(font)</a:majorFont><a:minorFont>\(font)</a:minorFont></a:fontScheme>"
      + "<a:fmtScheme name=\"Masa\"><a:fillStyleLst>\(three(fill))</a:fillStyleLst><a:lnStyleLst>\(three(line))</a:lnStyleLst>"
      + "<a:effectStyleLst>\(three(effect))</a:effectStyleLst><a:bgFillStyleLst>\(three(fill))</a:bgFillStyleLst></a:fmtScheme>"
      + "</a:themeElements></a:theme>"
  }
}
