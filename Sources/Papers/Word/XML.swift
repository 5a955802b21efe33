import Letters

/// An element of XML, written as it is made.
enum XML {
  /// The first line of each part.
  static let head = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"

  /// A text that is no mark and holds nothing that such a file may not hold.
  static func escaped(_ text: String) -> String {
    var escaped = ""
    for scalar in SafeOutput.text(text).unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      case "\r", "\u{fffe}", "\u{ffff}": break
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }

  /// A run of text as Word holds it: a line end is a break.
  static func run(_ text: String, _ properties: String = "") -> String {
    let own = properties.isEmpty ? "" : "<w:rPr>\(properties)</w:rPr>"
    let lines = text.split(omittingEmptySubsequences: false) { $0.isNewline }.map {
      "<w:t xml:space=\"preserve\">\(escaped(String($0)))</w:t>"
    }
    return "<w:r>\(own)\(lines.joined(separator: "<w:br/>"))</w:r>"
  }

  /// A field with what it says now.
  static func field(_ code: String, _ words: String) -> String {
    "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r>"
      + "<w:r><w:instrText xml:space=\"preserve\"> \(code) </w:instrText></w:r>"
      + "<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t>\(escaped(words))</w:t></w:r>"
      + "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>"
  }

  /// A paragraph in a style.
  static func paragraph(_ content: String, style: String = "", more: String = "") -> String {
    let own = (style.isEmpty ? "" : "<w:pStyle w:val=\"\(style)\"/>") + more
    return "<w:p>\(own.isEmpty ? "" : "<w:pPr>\(own)</w:pPr>")\(content)</w:p>"
  }
}

/// The names by which the parts of such a file speak of what they hold.
enum WordNames {
  static let main = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
  static let drawing = "http://schemas.openxmlformats.org/drawingml/2006/main"
  static let chart = "http://schemas.openxmlformats.org/drawingml/2006/chart"
  static let place = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
  static let relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  static let package = "http://schemas.openxmlformats.org/package/2006/relationships"
  static let types = "http://schemas.openxmlformats.org/package/2006/content-types"
  static let office = "application/vnd.openxmlformats-officedocument."
}

/// A part that tells of others: which, and what they are to it.
struct Relations {
  private var lines: [String] = []

  /// Adds another part.
  mutating func add(_ id: String, _ kind: String, _ target: String) {
    let type = kind.hasPrefix("http") ? kind : "\(WordNames.relations)/\(kind)"
    lines.append("<Relationship Id=\"\(id)\" Type=\"\(type)\" Target=\"\(target)\"/>")
  }

  /// The part.
  var text: String {
    "\(XML.head)<Relationships xmlns=\"\(WordNames.package)\">\(lines.joined())</Relationships>"
  }
}
