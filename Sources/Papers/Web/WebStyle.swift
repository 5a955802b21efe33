/// The colours of a page, by its light: words and their ground have a contrast of 7 and more, bars and rules of 3.
package enum WebColours {
  /// The name, and the colour on light and on dark ground.
  package static let all: [(name: String, light: String, dark: String)] = [
    ("ground", "#ffffff", "#15181c"), ("ink", "#1b1b1b", "#f0f0f0"),
    ("quiet", "#444444", "#c8c8c8"),
    ("head", "#eeeeee", "#2a2f36"), ("rule", "#767676", "#8a8f98"), ("link", "#0b3d91", "#a8c7fa"),
    ("bar", "#1d5fa8", "#7fb2ec"), ("gap", "#fff3cd", "#3a3000"),
  ]
}

/// How a page looks on a screen of any width, in the dark and on paper.
enum WebStyle {
  /// The style sheet of a page with its label on each printed sheet.
  static func sheet(label: String) -> String {
    let light = WebColours.all.map { "--\($0.name): \($0.light);" }.joined(separator: " ")
    let dark = WebColours.all.map { "--\($0.name): \($0.dark);" }.joined(separator: " ")
    let words = WebText.styled(label)
    return """
      :root { \(light) }
      @media screen and (prefers-color-scheme: dark) { :root { \(dark) } }
      * { box-sizing: border-box; }
      body { font: 1rem/1.5 system-ui, Arial, sans-serif; color: var(--ink); background: var(--ground); margin: 1rem; }
      header, main, footer { max-width: 60rem; margin: 0 auto; }
      h1 { font-size: 1.8rem; line-height: 1.25; } h2 { font-size: 1.4rem; margin-top: 2.5rem; }
      h3 { font-size: 1.15rem; margin-top: 1.75rem; } h4 { font-size: 1rem; }
      h1, h2, h3, h4, p, li, dd, dt, th, td, caption, figcaption { overflow-wrap: break-word; }
      p, td, th, dd { white-space: pre-line; }
      a { color: var(--link); }
      .label { font-weight: bold; letter-spacing: .02em; }
      .note { font-size: .85em; white-space: nowrap; }
      .gap { background: var(--gap); border-left: .4rem solid var(--ink); padding: .5rem .8rem; }
      dl { display: grid; grid-template-columns: minmax(8rem, max-content) 1fr; gap: .2rem 1rem; }
      dt { font-weight: bold; } dd { margin: 0; }
      .scroll { overflow-x: auto; margin: 1rem 0; }
      table { border-collapse: collapse; width: 100%; }
      caption { text-align: left; font-weight: bold; padding-bottom: .4rem; }
      th, td { text-align: left; vertical-align: top; padding: .35rem .6rem; border: 1px solid var(--rule); min-width: 5rem; }
      thead th { background: var(--head); } tbody th { font-weight: normal; min-width: 9rem; }
      .number { text-align: right; }
      figure { margin: 1rem 0; max-width: 40rem; } figcaption { color: var(--quiet); margin-top: .5rem; }
      svg text { fill: var(--ink); font-size: 1rem; } svg rect { fill: var(--bar); }
      @media (forced-colors: active) { svg { color: CanvasText; } svg text, svg rect { fill: currentColor; } }
      @media (max-width: 30rem) { dl { grid-template-columns: 1fr; } dd { margin-bottom: .5rem; } }
      @page { size: A4; margin: 20mm 18mm; @top-left { content: "\(words)"; font: bold 9pt Arial, sans-serif; } @bottom-left { content: "\(words)"; font: bold 9pt Arial, sans-serif; } @bottom-right { content: "Page " counter(page) " of " counter(pages); font: 9pt Arial, sans-serif; } }
      @page wide { size: A4 landscape; }
      @media print {
        body { margin: 0; font-size: 11pt; } header, footer { display: none; } header, main { max-width: none; }
        .wide { page: wide; } .scroll { overflow: visible; } a { color: inherit; text-decoration: none; }
        table { font-size: 9.5pt; } th, td, tbody th { min-width: 0; } thead { display: table-header-group; }
        tr, figure, .gap { break-inside: avoid; } h1, h2, h3, h4, caption, thead { break-after: avoid; }
      }
      """
  }
}
