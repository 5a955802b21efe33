import TerminalUI

/// What the keys do while a form is open, as help lists it.
enum FormHelp {
  /// What the list is called.
  static let title = "Help: what the keys do in a form"

  /// Every key with what it does, under its heading; Enter presses the selected one.
  static let items: [ChooserItem] = [
    item("Anywhere in the form", "Save, or go back to the form around this one", .control("s")),
    item(
      "Anywhere in the form", "Leave, and keep what is typed; close what is open first", .escape),
    item("Anywhere in the form", "Throw away what is typed, after asking", .control("x")),
    item("Anywhere in the form", "Go to the next field, and take what a list offers", .tab),
    item("Anywhere in the form", "Go to the field before", .backTab),
    item("Anywhere in the form", "Go to the first field", .pageUp),
    item("Anywhere in the form", "Go to Save", .pageDown),
    item(
      "Anywhere in the form", "Tell what this field takes; again, what every key does", .function(1)
    ),
    item("Anywhere in the form", "Stop for a while; fg goes on", .control("z")),
    item("In a line", "Empty the line before the cursor", .control("u")),
    item("In a line", "Go to the beginning of the line", .home),
    item("In a line", "Go to the end of the line", .end),
    item("In a list, a choice or rows", "Choose the one above", .up),
    item("In a list, a choice or rows", "Choose the one below", .down),
    item("In a list, a choice or rows", "Take what is chosen, or open the row", .enter),
    item("In a list, a choice or rows", "Add a row to a list within the form", .character("a")),
    item("In a list, a choice or rows", "Move a row of a list up", .character("<")),
    item("In a list, a choice or rows", "Move a row of a list down", .character(">")),
    item("In a list, a choice or rows", "Take a row out, or put it back", .delete),
  ]

  private static func item(_ section: String, _ title: String, _ key: Key) -> ChooserItem {
    var item = ChooserItem(title, keys: key.label, note: "", .formKey(key))
    item.section = section
    return item
  }
}
