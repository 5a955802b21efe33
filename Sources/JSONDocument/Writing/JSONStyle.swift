/// How written values are laid out.
struct JSONStyle {
  /// What each level is indented by, or nil to write everything on one line.
  var unit: String?

  /// The indentation of the line the value starts on.
  var base = ""
  var lineEnd = "\n"
  var colon = ": "

  /// What separates entries that share a line.
  var comma = ", "

  /// Whether an array of plain values stays on one line among indented ones.
  var keepsPlainArraysOnOneLine = false

  static let compact = JSONStyle(colon: ":", comma: ",")
  static let spaced = JSONStyle()
}
