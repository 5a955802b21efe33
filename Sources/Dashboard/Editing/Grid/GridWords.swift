import Entry
import Safeguarding
import TerminalUI

extension GridForm {
  /// How the return of the agency for the period stands.
  func standing(_ context: PaneContext) -> Line {
    guard let first = grid.owed.first else { return .secondary(grid.noMark) }
    switch SubmissionBoard.standing(of: first, on: context.day, in: context.workspace) {
    case .notYet: return .secondary("The return is not in.")
    case let standing:
      return Line("The return is \(standing.words).", standing.isLate ? .overdue : .secondary)
    }
  }

  /// Why there is nothing to enter.
  func emptyText(_ context: PaneContext) -> String {
    if grid.source.agency.isEmpty { return "Every indicator names its supplier." }
    return
      "No indicator names \(name(of: grid.source)) as its supplier. Add the agency to the field "
      + "Suppliers of the indicators that it sends, or choose another agency above."
  }

  /// How many rows are typed, wrong, in need of a comment, and still blank.
  var tally: Line {
    let (faults, silent) = (states.count(where: \.isFaulty), states.count(where: \.needsComment))
    let blank = grid.blankCount
    let parts = [
      faults == 0 ? Line.empty : Line("\(counted(faults, "fault"))", .fault),
      silent == 0
        ? .empty : Line("\(silent) \(silent == 1 ? "needs" : "need") a comment", .dueSoon),
      blank == 0 ? .empty : .secondary("\(blank) of \(grid.rows.count) blank"),
    ].filter { !$0.isEmpty }
    return parts.dropFirst().reduce(parts.first ?? .empty) { $0 + .secondary(", ") + $1 }
  }

  /// What there is to say of the row that has the keys: what it measures, what was before, each check.
  func about(width: Int, _ context: PaneContext) -> [Line] {
    guard let index = row, grid.rows.indices.contains(index) else {
      return stop == .mark || grid.owed.isEmpty
        ? Line(
          grid.owed.isEmpty ? grid.noMark : "Saving marks what is owed as received today.",
          .secondary
        )
        .wrapped(width: width) : []
    }
    let (row, state) = (grid.rows[index], states[index])
    var head = Line(name(ofRow: index), .heading)
    if row.indicator.title != row.indicator.label {
      head += .secondary("  \(row.indicator.title.asTitle)")
    }
    var lines = [head]
    if let before = row.past.latest {
      let limits = row.past.limits.map {
        let decimals = (before.value?.decimals ?? 0) + 1
        return "; usually \(formatted($0.lowerBound, decimals: decimals, grouping: true)) to "
          + formatted($0.upperBound, decimals: decimals, grouping: true)
      }
      let text = FigureCell.text(of: before.value, before.numerator, before.denominator)
      lines += Line("Before: \(text), \(before.periodText)\(limits ?? "")", .secondary).wrapped(
        width: width)
    }
    if let lock = row.lock { lines += Line(lock, .secondary).wrapped(width: width) }
    for finding in state.findings {
      let role: Role = finding.isFault ? .fault : finding.isOfTyped ? .dueSoon : .secondary
      lines += Line(
        "\(finding.isFault ? "x" : "!") \(finding.name): \(finding.sentence)", role
      ).wrapped(width: width)
    }
    if state.needsComment {
      lines += Line("It is kept once a comment says why it is meant: Tab.", .dueSoon).wrapped(
        width: width)
    } else if state.findings.isEmpty {
      let words = state.cell.words
      let is_ = words.isEmpty ? state.cell.value?.text ?? "" : words
      if !is_.isEmpty { lines += Line("Read as: \(is_)", .secondary).wrapped(width: width) }
    }
    if !row.texts.comment.isEmpty, column == .value {
      lines += Line("Comment: \(row.texts.comment)").wrapped(width: width)
    } else if column == .comment {
      lines += Line(editor.text, .input).wrapped(width: width)
    }
    return lines
  }

  /// What was pasted, in lines: how much goes where, each row, and each cell that goes nowhere.
  func lines(of pasted: FigurePaste, width: Int) -> [Line] {
    let after = grid.taking(pasted)
    let states = after.states
    let left = pasted.unmatched
    var lines = [
      Line(
        "Pasted: \(counted(pasted.matches.count, "figure")) of \(counted(pasted.cells.count, "cell"))",
        .heading)
        + Line(
          left.isEmpty
            ? "; every cell has its place" : "; \(counted(left.count, "cell")) not taken",
          left.isEmpty ? .good : .dueSoon)
    ]
    for match in pasted.matches {
      let row = grid.rows[match.row]
      var line = Line("  \(name(ofRow: match.row)): ") + Line(match.value, .input)
      if !match.comment.isEmpty { line += .secondary("  \(match.comment)") }
      let was = row.texts.value
      if !was.isEmpty, was != match.value, !match.value.isEmpty {
        line += .secondary("  was \(was)")
      }
      line += .secondary("  \(match.way.rawValue)")
      if let finding = states[match.row].findings.first(where: \.isOfTyped) {
        line += Line(
          "  \(finding.isFault ? "x" : "!") \(finding.sentence)",
          finding.isFault ? .fault : .dueSoon)
      }
      lines += line.wrapped(width: width)
    }
    if !left.isEmpty { lines += [.empty, Line("Not taken", .heading)] }
    // What stands in a column that is not needed is told last, and once for the column.
    var columns: [(reason: String, texts: [String])] = []
    for cell in left {
      guard case .unmatched(let reason) = cell.place else { continue }
      let cited = "\"\(cell.text.shortened)\""
      guard reason.hasPrefix("stands in") else {
        lines +=
          (Line("  \(cited)", .dueSoon)
          + .secondary(" in row \(cell.row), column \(cell.column) \(reason)")).wrapped(
            width: width)
        continue
      }
      let whole = "in column \(cell.column) \(reason)"
      if let place = columns.firstIndex(where: { $0.reason == whole }) {
        columns[place].texts.append(cited)
      } else {
        columns.append((whole, [cited]))
      }
    }
    for (reason, texts) in columns {
      lines += (Line("  \(listed(texts))", .dueSoon) + .secondary(" \(reason)")).wrapped(
        width: width)
    }
    return lines
  }

  /// The grid as plain lines.
  func plainLines(_ context: PaneContext) -> [String] {
    if let pasted {
      return ["", title] + lines(of: pasted, width: 100).map(\.plain)
        + ["  Enter takes it, Esc leaves it."]
    }
    var lines = ["", title, "  \(standing(context).plain)"]
    lines += [refusal, meanwhile].filter { !$0.isEmpty }.map { "  \($0)" }
    if grid.rows.isEmpty { lines.append("  \(emptyText(context))") }
    for (index, row) in grid.rows.enumerated() {
      let state = states[index]
      var parts = ["\(name(ofRow: index)): \(row.texts.value.isEmpty ? "blank" : row.texts.value)"]
      if !row.indicator.unit.isEmpty { parts.append(row.indicator.unit) }
      if let before = row.past.latest?.value { parts.append("before \(before.text)") }
      if !state.cell.words.isEmpty { parts.append(state.cell.words) }
      if !row.texts.comment.isEmpty { parts.append("comment: \(row.texts.comment.onOneLine)") }
      parts += state.findings.map { "\($0.isFault ? "wrong" : "to look at"): \($0.sentence)" }
      if state.needsComment { parts.append("needs a comment") }
      lines.append((self.row == index ? "> " : "  ") + parts.joined(separator: ", "))
    }
    if !grid.owed.isEmpty {
      lines.append(
        "  The return \(grid.isReceived ? "is marked as received when it is saved." : "is not marked.")"
      )
    }
    return lines + [
      "  Enter goes down, Tab to the comment. Ctrl-S saves all. Esc leaves and keeps it."
    ]
  }
}

/// What the keys do in a grid of figures, as help lists it.
enum GridHelp {
  /// What the list is called.
  static let title = "Help: what the keys do among figures"

  /// Every key with what it does, under its heading; Enter presses the selected one.
  static let items: [ChooserItem] = [
    item("Among figures", "Save all figures, and mark the return", .control("s")),
    item("Among figures", "Leave, and keep what is typed", .escape),
    item("Among figures", "Throw away what is typed, after asking", .control("x")),
    item("Among figures", "Go to the figure below", .enter),
    item("Among figures", "Go to the comment, then to the next figure", .tab),
    item("Among figures", "Go to the cell before", .backTab),
    item(
      "Among figures", "Go on with what stands in the cell, instead of replacing it", .function(2)),
    item("Among figures", "Empty the cell; what is saved there stays", .delete),
    item("Among figures", "Go to the first figure", .home),
    item("Among figures", "Go to Save", .end),
    item("Among figures", "Go a page down", .pageDown),
    item("Among figures", "Go a page up", .pageUp),
    item("Above the figures", "Choose the agency or the period before", .left),
    item("Above the figures", "Choose the next agency or period", .right),
    item("Anywhere", "Stop for a while; fg goes on", .control("z")),
  ]

  private static func item(_ section: String, _ title: String, _ key: Key) -> ChooserItem {
    var item = ChooserItem(title, keys: key.label, note: "", .formKey(key))
    item.section = section
    return item
  }
}
