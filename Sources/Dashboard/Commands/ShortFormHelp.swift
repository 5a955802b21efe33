import Safeguarding
import TerminalUI

/// What the short forms on the selected row and in the way to it stand for; Enter goes to the record.
struct ShortForms {
  /// A line of the help for each.
  let items: [ChooserItem]

  /// The short forms that stand where one is.
  init(on dashboard: Dashboard) {
    let row = dashboard.selectedRow
    let lines = (row?.cells ?? []) + (row?.further ?? [])
    var words: Set<Substring> = []
    for text in lines.map(\.plain) + dashboard.content.trail {
      words.formUnion(text.split { !($0.isLetter || $0.isNumber) })
    }
    let all = dashboard.context.workspace.abbreviations.all
    items = all.filter { words.contains($0.short[...]) }.map { one in
      let says = one.says.isEmpty ? "" : ": \(one.says)"
      var item = ChooserItem(
        "\(one.long)\(says)", keys: one.short, note: "", .place(Place(record: one.link)))
      item.section = "Short forms here"
      return item
    }
  }
}
