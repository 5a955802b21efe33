import Letters
import Safeguarding
import TerminalUI

/// What the palette can find by a name: every record, and whatever is owed that has a name of its own.
///
/// The texts lie as they are compared one behind another, made once; each letter only looks through the
/// bytes.
struct FindableTexts: Sendable {
  /// The records of one kind in a row, or what is owed.
  private struct Run {
    let start: Int
    /// The kind; nil for what is owed.
    let type: (any Entity.Type)?
    /// The positions of what is owed among the deadlines.
    var positions: [Int] = []
  }

  /// What a text belongs to.
  enum Found: Sendable {
    case record(any Entity)
    case deadline(Deadline)
  }

  private var bytes: [UInt8] = []
  /// Where each text ends.
  private var ends: [Int] = []
  private var runs: [Run] = []
  /// What is owed first of each record, by its position among the deadlines.
  private var owed: [RecordID: Int] = [:]
  /// The sorts of deadlines, with how many there are of each.
  private(set) var facets: [(facet: DeadlineFacet, count: Int)] = []
  /// The forms of what is still owed, with how many there are of each.
  private(set) var openForms: [(form: String, count: Int)] = []

  /// How many texts there are.
  var count: Int { ends.count }

  init(_ context: PaneContext) {
    facets = DeadlineFacet.all(
      among: context.deadlines, by: [.kind, .status, .group], context)
    var forms: [String: Int] = [:]
    var named = Run(start: 0, type: nil)
    for (position, deadline) in context.deadlines.enumerated() where deadline.status.isOpen {
      forms[deadline.form, default: 0] += 1
      if owed[deadline.record] == nil { owed[deadline.record] = position }
      if context.workspace.ownLabel(of: deadline.record) != deadline.title {
        named.positions.append(position)
        append(FindableTexts.name(of: deadline))
      }
    }
    openForms = forms.map { (form: $0.key, count: $0.value) }.sorted { $0.form < $1.form }
    runs.append(named)
    // What has a page of its own is what people look for first.
    for hasPage in [true, false] {
      for type in Kinds.all where Place.hasPage(type.kind) == hasPage { append(type, context) }
    }
  }

  private mutating func append(_ type: any Entity.Type, _ context: PaneContext) {
    func append<E: Entity>(_ type: E.Type) {
      runs.append(Run(start: ends.count, type: type))
      for record in context.workspace[E.self].all {
        let (name, more) = FindableTexts.names(of: record, context)
        self.append(name, more)
      }
    }
    append(type)
  }

  /// Stands between what something is called in short and in full.
  private static let separator: UInt8 = 0x1f

  private mutating func append(_ text: String, _ more: String = "") {
    Folding.append(more.isEmpty ? text : "\(text), ", to: &bytes)
    if !more.isEmpty {
      bytes.append(FindableTexts.separator)
      Folding.append(more, to: &bytes)
    }
    ends.append(bytes.count)
  }

  /// What stands at a position.
  func found(_ position: Int, _ context: PaneContext) -> Found? {
    guard let run = runs.last(where: { $0.start <= position && position < end(of: $0) }) else {
      return nil
    }
    let place = position - run.start
    guard let type = run.type else { return .deadline(context.deadlines[run.positions[place]]) }
    func record<E: Entity>(_ type: E.Type) -> any Entity { context.workspace[E.self].all[place] }
    return .record(record(type))
  }

  private func end(of run: Run) -> Int {
    runs.first { $0.start > run.start }?.start ?? ends.count
  }

  /// What is owed first of a record.
  func deadline(of record: RecordID, _ context: PaneContext) -> Deadline? {
    owed[record].map { context.deadlines[$0] }
  }

  /// The texts that hold every word: how many there are, and the first of them; those that begin with the
  /// first word come first, then those in which each word begins one.
  func positions(holding words: [[UInt8]], atMost most: Int) -> (count: Int, first: [Int]) {
    let named = runs.first?.positions.count ?? 0
    var count = 0
    var (leading, beginning, within): ([Int], [Int], [Int]) = ([], [], [])
    bytes.withUnsafeBufferPointer { bytes in
      var start = 0
      for (position, end) in ends.enumerated() {
        defer { start = end }
        var fit = Fit.leading
        for (index, word) in words.enumerated() where fit != .none {
          let own = FindableTexts.fit(of: word, bytes, start..<end, hasKind: position >= named)
          fit = min(fit, index > 0 && own == .beginning ? .leading : own)
        }
        if fit == .none { continue }
        count += 1
        if fit == .leading, leading.count < most { leading.append(position) }
        if fit == .beginning, beginning.count < most { beginning.append(position) }
        if fit == .within, within.count < most { within.append(position) }
      }
    }
    return (count, Array((leading + beginning + within).prefix(most)))
  }

  /// How a word stands in a text.
  private enum Fit: Int, Comparable {
    case none, within, beginning, leading

    static func < (left: Fit, right: Fit) -> Bool { left.rawValue < right.rawValue }
  }

  private static func fit(
    of word: [UInt8], _ bytes: UnsafeBufferPointer<UInt8>, _ text: Range<Int>,
    hasKind: Bool
  ) -> Fit {
    var (start, fit) = (text.lowerBound, Fit.none)
    while let place = Folding.place(of: word, in: bytes, start..<text.upperBound) {
      start = place.lowerBound
      // A name begins at the start, behind its kind, or where it stands in full.
      if start == text.lowerBound || bytes[start - 1] == separator { return .leading }
      if hasKind, start >= text.lowerBound + 2, bytes[start - 2] == 0x3a { return .leading }
      fit = max(fit, isPartOfWord(bytes[start - 1]) ? .within : .beginning)
      start += 1
    }
    return fit
  }

  private static func isPartOfWord(_ byte: UInt8) -> Bool {
    byte >= 0x80 || (0x61...0x7a).contains(byte) || (0x30...0x39).contains(byte)
  }
}

extension FindableTexts {
  /// What is owed, as a list says it.
  static func name(of deadline: Deadline) -> String { deadline.title.asTitle }

  /// A record as the palette says it: its kind, what it is called in short and in full, or, where that is
  /// no name of its own, what it belongs to.
  static func name(of record: some Entity, _ context: PaneContext) -> String {
    let (name, more) = names(of: record, context)
    return more.isEmpty ? name : "\(name), \(more)"
  }

  /// Its kind with what it is called in short, and what it is called in full, where that says more.
  private static func names(
    of record: some Entity, _ context: PaneContext
  ) -> (name: String, more: String) {
    let kind = type(of: record).kind
    let label = record.label.asTitle
    let name = label.hasPrefix(kind.title) ? label : "\(kind.title): \(label)"
    guard let field = NamingField.ofKind[kind] else { return (name, "") }
    let more = NamingField.text(in: record, field: field, context.names).asTitle
    return (name, name.hasSuffix(more) || name.holds(more) ? "" : more)
  }
}

/// Finds the whole name of a record, or what it belongs to where it has none of its own.
private struct NamingField: FieldVisitor {
  let field: String
  let names: Names
  private var found = ""

  private init(field: String, names: Names) { (self.field, self.names) = (field, names) }

  /// The field that says it, by kinds.
  static let ofKind: [RecordKind: String] = Dictionary(
    Kinds.all.compactMap { type in
      let field =
        Kinds.nameField(of: type.kind) ?? RecordShape(of: type).references.first?.field
      return field.map { (type.kind, $0) }
    }, uniquingKeysWith: { first, _ in first })

  static func text(in record: some Entity, field: String, _ names: Names) -> String {
    var naming = NamingField(field: field, names: names)
    var copy = record
    copy.visitFields(&naming)
    return naming.found
  }

  mutating func visit<Value: FieldValue>(
    _ name: StaticString, _ value: inout Value, _ presence: Safeguarding.Presence,
    _ help: StaticString
  ) {
    if found.isEmpty, name.description == field { found = value.lines(names).joined() }
  }
}

/// What the palette has found for what is typed.
struct PaletteFinding: Sendable {
  /// How many rows of records are offered at once: more than anybody reads before typing on.
  static let most = 60

  private(set) var texts: FindableTexts?
  private var query: String?
  private var result: (count: Int, first: [Int]) = (0, [])
  /// What is called as a command names what it is done to.
  private var spoken: [Int] = []
  /// How often the texts were made: once for each state of the data.
  private(set) var timesMade = 0

  /// Looks once for what is typed now; the texts are made for the first letter.
  mutating func look(for wanted: String, _ context: PaneContext) {
    let words = Folding.words(of: wanted)
    if words.isEmpty || query == wanted { return }
    if texts == nil { timesMade += 1 }
    let texts = texts ?? FindableTexts(context)
    self.texts = texts
    query = wanted
    result = texts.positions(holding: words, atMost: PaletteFinding.most)
    spoken =
      SpokenCommand.said(in: wanted).map { said in
        texts.positions(holding: Folding.words(of: said.name), atMost: PaletteFinding.most).first
      } ?? []
  }

  /// What a command that is typed names; nil where that was not looked for yet.
  func named(_ wanted: String) -> [Int]? { query == wanted ? spoken : nil }

  /// How many were found for what is typed, and the first of them.
  func found(_ wanted: String) -> (count: Int, first: [Int])? { query == wanted ? result : nil }
}
