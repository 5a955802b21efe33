import Entry
import FigureFiles
import JSONDocument
import Letters
import Reports
import Safeguarding

/// What is said of figures that are brought, or would be.
struct FigureImportWords {
  private let read: FigureFile
  private let found: FigureImport
  private let beside: ReferenceImport
  /// When the same file, or an earlier release of it, was brought last.
  private let last: Delivery?
  private let file: String
  private let format: EditOptions.Format
  private static let shown = 20

  init(
    _ read: FigureFile, _ found: FigureImport, _ beside: ReferenceImport,
    _ last: Delivery?, file: String, _ format: EditOptions.Format
  ) {
    (self.beside, self.last) = (beside, last)
    (self.read, self.found, self.file, self.format) = (read, found, file, format)
  }

  private var new: Int { found.count { $0 == .new } }
  private var same: Int { found.count { $0 == .same } }
  private var restated: Int {
    found.count { if case .restates = $0 { true } else { false } }
  }
  private var different: Int {
    found.count { if case .differs = $0 { true } else { false } }
  }
  private var leftOut: Int { read.figures.count - new - same - restated - different }

  /// Why nothing is changed: each fault with its place, the first hundred of each check.
  var refusal: CommandFailure {
    var lines: [String] = []
    var count = 0
    for check in read.checks where check.outcome == .fails {
      let grave = check.faults.filter { $0.outcome == .fails }
      lines += grave.map { "\(file): \(placed($0.row, $0.column, $0.sentence))" }
      if check.failures > grave.count {
        lines.append("\(file): and \(counted(check.failures - grave.count, "more fault")).")
      }
      count += check.failures
    }
    for check in found.checks where check.isGrave && check.count > 0 {
      lines += check.faults.map { "\(file): \(placed($0.row, $0.column, $0.sentence))" }
      if check.count > check.faults.count {
        lines.append("\(file): and \(counted(check.count - check.faults.count, "more fault")).")
      }
      count += check.count
    }
    lines.append("Nothing was changed, because of \(counted(count, "fault")).")
    return CommandFailure(lines.map(Output.oneLine).joined(separator: "\n"))
  }

  private func placed(_ row: Int?, _ column: Int?, _ sentence: String) -> String {
    guard let row, !sentence.hasPrefix("Row \(row)") else { return sentence }
    return "Row \(row)\(column.map { ", column \($0)" } ?? ""): \(sentence)"
  }

  /// Shows what would change, and says that nothing is changed.
  func writePreview() {
    if format == .json {
      return Output.write(json: json(nil, isPreview: true).write(indentation: 2) + "\n")
    }
    var lines = heading + [""] + since + some(listed) + besideLines
    if !read.figures.isEmpty { lines.append(counts) }
    let count = broughtCount
    if read.figures.isEmpty, !beside.changes.isEmpty {
      return Output.write(
        lines: lines + ["Nothing was changed; without --preview this is brought."])
    }
    lines.append(
      count == 0
        ? "Nothing would change."
        : "\(counted(count, "figure")) would be brought. Nothing was changed; without --preview "
          + "\(count == 1 ? "it is" : "they are") brought.")
    Output.write(lines: lines)
  }

  /// Shows what a file is that cannot be brought, and how each check came out.
  func writeFaultyPreview() {
    if format == .text { Output.write(lines: heading) }
  }

  /// What the file is, which indicators its measures are, and each check.
  private var heading: [String] {
    [
      "\(file) is \(read.layout): \(counted(read.figures.count, "figure")) in "
        + "\(counted(read.rowCount, "row")).", "",
    ] + measures + ["", "Checks:"] + checks
  }

  /// When it was brought before, and what that changed; nothing where it never was.
  private var since: [String] {
    guard let last else { return [] }
    let release = last.release.isEmpty ? "" : " (\(last.release))"
    return [
      "Brought last on \(last.broughtOn?.short ?? "a day not given"), from \(last.file)\(release): "
        + "\(last.changeWords). Since then:"
    ]
  }

  /// What is brought beside figures, and what of it is left out.
  private var besideLines: [String] {
    let same = beside.sameCount == 0 ? [] : ["\(counted(beside.sameCount, "thing")) as before."]
    return some(beside.sentences) + same + beside.leftOut
  }

  /// What history calls it.
  var title: String {
    read.figures.isEmpty
      ? "Import \(read.layout) from \(file.shortTitle)"
      : "Import \(counted(broughtCount, "figure")) from \(file.shortTitle)"
  }

  /// How many figures are new, or restate others.
  var broughtCount: Int { new + restated }

  /// Says what was brought, and how to take it back.
  func writeAnswer(_ receipt: Receipt?) {
    if format == .json {
      return Output.write(savedJSON: json(receipt, isPreview: false).write(indentation: 2) + "\n")
    }
    let differing = some(faults(of: found.checks.filter { !$0.isGrave }))
    guard let receipt else {
      return Output.write(
        lines: since + differing + besideLines + (read.figures.isEmpty ? [] : [counts])
          + ["Nothing was changed: nothing in \(file) is new."])
    }
    var lines = since + differing + besideLines
    if read.figures.isEmpty {
      lines.append("Brought from \(file): \(counted(beside.sentences.count, "change")).")
    } else {
      lines += [counts, "Brought \(counted(broughtCount, "figure")) from \(file)."]
    }
    if let entry = receipt.entries.first {
      lines.append("To take all of it back: masa undo \(entry)")
    }
    Output.write(saved: Output.text(of: lines))
  }

  private var counts: String {
    let compared = found.count(false) { $0 == .new }
    let beside = compared == 0 ? "" : " (\(grouped(compared)) of them to compare with)"
    var left = leftOut == 0 ? "none left out" : "\(grouped(leftOut)) left out"
    let why = [
      (found.unmatched, "of no indicator"), (found.otherAreas, "of other areas"),
      (found.partsElsewhere, "of parts of other areas"),
    ].filter { $0.0 > 0 }.map { "\(grouped($0.0)) \($0.1)" }
    if !why.isEmpty { left += " (\(why.joined(separator: ", ")))" }
    return
      "\(counted(read.figures.count, "figure")): \(grouped(new)) new\(beside), \(grouped(same)) the "
      + "same, \(grouped(restated)) restated, \(grouped(different)) different and left as they are, \(left)."
  }

  /// Which indicator each measure is.
  private var measures: [String] {
    let lines = found.measures.map { matched -> String in
      let label = "\"\(matched.measure.label.shortened)\""
      switch matched.found {
      case .one(let indicator, let way):
        return "\(label): \(indicator.id), \(way.rawValue)"
          + (matched.count == 0 ? "; no figure of it is of your area" : "")
      case .leftOut: return "\(label): left out, as you said"
      case .several, .none: return "\(label): left out, no indicator"
      }
    }
    return some(lines)
  }

  /// Each check with its outcome, and what it found.
  private var checks: [String] {
    var lines: [String] = []
    for check in read.checks {
      lines.append("  \(outcome(check.outcome))  \(check.name.rawValue)")
      let warnings = check.faults.filter { $0.outcome == .warns }
      lines += some(
        warnings.map { "           \(placed($0.row, $0.column, $0.sentence))" },
        of: check.warnings - warnings.count)
    }
    for check in found.checks {
      let word = check.count == 0 ? "passes" : check.isGrave ? "fails " : "warns "
      lines.append("  \(word)  \(check.name)")
      if !check.isGrave { lines += some(faults(of: [check]).map { "           \($0)" }) }
    }
    return lines
  }

  private func outcome(_ outcome: FigureCheck.Outcome) -> String {
    switch outcome {
    case .passes: "passes"
    case .warns: "warns "
    case .fails: "fails "
    }
  }

  private func faults(of checks: [FigureImport.Check]) -> [String] {
    checks.flatMap(\.faults).map { placed($0.row, $0.column, $0.sentence) }
  }

  /// What changes, a line each.
  private var listed: [String] {
    found.items.compactMap { item in
      let value = item.measure?.text ?? ""
      switch item.outcome {
      case .new: return "New: \(item.name): \(value)"
      case .restates(_, let was): return "Restated: \(item.name): \(value), was \(was)"
      case .same, .differs: return nil
      }
    }
  }

  private func some(_ lines: [String], of more: Int = 0) -> [String] {
    let rest = max(0, lines.count - FigureImportWords.shown) + more
    return lines.prefix(FigureImportWords.shown) + (rest > 0 ? ["and \(grouped(rest)) more."] : [])
  }

  private func json(_ receipt: Receipt?, isPreview: Bool) -> JSONLiteral {
    .object([
      .init("isPreview", .boolean(isPreview)),
      .init("layout", .string(read.layout)),
      .init("figures", .integer(read.figures.count)),
      .init("new", .integer(new)),
      .init("same", .integer(same)),
      .init("restated", .integer(restated)),
      .init("different", .integer(different)),
      .init("leftOut", .integer(leftOut)),
      .init("beside", .array(beside.sentences.map { .string($0) })),
      .init("lastBrought", last?.broughtOn.map { .string($0.iso) } ?? .null),
      .init("change", receipt?.entries.first.map { .string($0.description) } ?? .null),
    ])
  }
}
