import JSONDocument
import Safeguarding

/// What reading one file has found so far: faults, ids and references, with their places.
///
/// It is unchecked because it is handed on whole: one thread fills it, and another one takes it over
/// when the first has ended.
final class ReadingContext: @unchecked Sendable {
  /// A record that stands alone or gives itself an id, with the bytes it is written in.
  ///
  /// A file has fewer bytes than 32 bits can count, and there are very many records.
  struct Frame {
    let kind: RecordKind
    private var id: String?
    private let start: UInt32
    private let end: UInt32
    private var idStart: UInt32 = 0
    /// Whether it lies in no other one.
    let isWhole: Bool

    init(
      kind: RecordKind, range: Range<Int>, declared: (id: String, offset: Int)? = nil,
      isWhole: Bool = false
    ) {
      (self.kind, self.isWhole) = (kind, isWhole)
      (start, end) = (UInt32(clamping: range.lowerBound), UInt32(clamping: range.upperBound))
      self.declared = declared
    }

    var range: Range<Int> { Int(start)..<Int(end) }
    /// The id that it gives itself, and where.
    var declared: (id: String, offset: Int)? {
      get { id.map { ($0, Int(idStart)) } }
      set { (id, idStart) = (newValue?.id, UInt32(clamping: newValue?.offset ?? 0)) }
    }
  }

  /// The document as long as it is read, then only the places that may be told of later.
  private enum Text {
    case document(JSONDocument)
    case lines(JSONLineIndex)
    case places(JSONLocations)

    func location(atByte offset: Int) -> JSONLocation {
      switch self {
      case .document(let document): document.location(atByte: offset)
      case .lines(let lines): lines.location(atByte: offset)
      case .places(let places): places.location(atByte: offset)
      }
    }

    /// Only where some bytes stand.
    func keeping(_ offsets: [Int]) -> Text {
      switch self {
      case .document(let document): .places(document.locations(ofBytes: offsets))
      case .lines(let lines): .places(lines.locations(ofBytes: offsets))
      case .places: offsets.isEmpty ? .places(JSONLocations()) : self
      }
    }
  }

  let file: String
  private var text: Text
  private var depth = 0
  /// The record that is being read and lies in no other one.
  private var outermost = 0
  /// How many records were read, first those that lie in no other one.
  private var recordCounts = (outer: 0, inner: 0)
  /// Whether the file has more records than are read.
  private(set) var isCut = false
  /// What concerns the file alone.
  private var findings = Findings()
  /// What comparing the file with others has found.
  private var comparisons = Findings()
  /// A number made of the ids that the file gives its records, in their order; nil as long as it is read.
  private(set) var declarations: Int?
  private(set) var frames: [Frame] = []
  private(set) var mentions = Mentions()
  /// What is said again is taken again, as long as the file is read.
  private var sharing: SharedValues

  init(file: String, document: JSONDocument, earlier: Workspace? = nil) {
    self.file = file
    text = .document(document)
    sharing = SharedValues(
      earlier: earlier, isLarge: ReadingContext.repeats(document.bytes))
  }

  /// In a file with more bytes so much is said again that it is worth looking for.
  static func repeats(_ bytes: [UInt8]) -> Bool { bytes.count > 1 << 16 }

  /// Whether a file is so large that reading it takes care of the memory.
  static func isLarge(_ bytes: [UInt8]) -> Bool { bytes.count > 1 << 20 }

  /// The text of a value.
  func text(of value: JSONValue) -> String? { sharing.text(of: value) }

  /// What gives, for a record that lies in no other one and says what it said before, that one.
  func sharing<Value: FieldValue>(_ type: Value.Type) -> ((Value) -> Value)? {
    depth == 0 ? sharing.records(type) : nil
  }

  /// A list, or the same one as it was read a moment ago.
  func sharing<Value: FieldValue>(_ list: [Value]) -> [Value] {
    depth == 0 ? list : sharing.list(list)
  }

  /// Lets go of what is asked only when files are compared: this one is being read again.
  func release() {
    (frames, mentions) = ([], Mentions())
    text = text.keeping([])
  }

  /// Keeps what was found for more than one workspace, without the document it was found in.
  func keep() {
    sharing = SharedValues()
    let offsets = frames.compactMap { $0.declared?.offset } + Array(mentions.offsets)
    text = text.keeping(offsets + findings.all.map(\.offset))
    // What grew by doubling is kept as large as it is.
    frames = frames.map(\.self)
    mentions.keep()
    var hasher = Hasher()
    for frame in frames {
      hasher.combine(frame.kind.name)
      hasher.combine(frame.declared?.id)
    }
    declarations = hasher.finalize()
  }

  /// Whether comparing the file with others has found nothing.
  var agrees: Bool { comparisons.count == 0 }

  /// Forgets what was found by comparing the file with others.
  func forgetComparisons() { comparisons = Findings() }

  /// Where a byte stands; of a document the lines are counted once.
  private func location(atByte offset: Int) -> JSONLocation {
    if case .document(let document) = text { text = .lines(document.lineIndex) }
    return text.location(atByte: offset)
  }

  /// As many records of a file are read that lie in no other one, and in all of those together.
  static let mostRecords = (outer: 100_000, inner: 400_000)

  /// How many records lie within those of the file.
  var partCount: Int { recordCounts.inner }

  /// Whether one more record can be read; tells the first time that no more can.
  private func hasRoom(for kind: RecordKind, at offset: Int) -> Bool {
    let most = Self.mostRecords
    if recordCounts.outer <= most.outer, recordCounts.inner <= most.inner { return true }
    if !isCut {
      let isOuter = recordCounts.outer > most.outer
      report(
        at: offset,
        "\(kind.title): the file has more than \(isOuter ? grouped(most.outer) : grouped(most.inner)) "
          + "\(isOuter ? "records" : "parts of records"); from here on they are kept in the file, but "
          + "neither read nor shown.",
        hint: "Nothing was changed. Keep a copy of the file elsewhere, take out of it what is long "
          + "finished, and read the folder again.")
    }
    isCut = true
    return false
  }

  /// Begins a record; answers whether it can be read.
  func enter(_ kind: RecordKind, _ range: Range<Int>) -> Bool {
    if depth == 0 { recordCounts.outer += 1 } else { recordCounts.inner += 1 }
    guard hasRoom(for: kind, at: range.lowerBound) else { return false }
    if depth == 0 {
      outermost = frames.count
      frames.append(Frame(kind: kind, range: range, isWhole: true))
    }
    depth += 1
    return true
  }

  func leave() { depth -= 1 }

  func declare(_ kind: RecordKind, id: String, at offset: Int, in range: Range<Int>) {
    if frames[outermost].range == range {
      frames[outermost].declared = (id, offset)
    } else {
      frames.append(Frame(kind: kind, range: range, declared: (id, offset)))
    }
  }

  func mention(_ kind: RecordKind, id: String, at offset: Int) {
    mentions.add(kind, id, at: offset)
  }

  func report(
    _ severity: Fault.Severity = .error, at offset: Int, _ message: @autoclosure () -> String,
    hint: @autoclosure () -> String
  ) {
    findings.report(severity, at: offset, message, hint: hint)
  }

  /// Reports what the file says otherwise than others.
  func reportComparison(
    _ severity: Fault.Severity = .error, at offset: Int, _ message: @autoclosure () -> String,
    hint: @autoclosure () -> String
  ) {
    comparisons.report(severity, at: offset, message, hint: hint)
  }

  /// How much has been reported so far.
  var findingCount: Int { findings.count }

  func place(of offset: Int) -> String {
    let location = self.location(atByte: offset)
    return "\(file):\(location.line):\(location.column)"
  }

  /// Everything that is told, each with its line and the record it is in.
  func faults() -> [Fault] {
    var both = findings
    both.add(comparisons)
    let all = both.all
    return zip(all, owners(of: all.map(\.offset))).map { finding, owner in
      finding.fault(
        in: file, at: location(atByte: finding.offset), of: finding.rest == nil ? owner?.kind : nil,
        id: finding.rest == nil ? owner?.declared?.id : nil)
    }
  }

  /// For each place the innermost record around it that gives itself an id, else the outermost one.
  ///
  /// It goes through the records once, however many places are asked for.
  private func owners(of offsets: [Int]) -> [Frame?] {
    var owners = [Frame?](repeating: nil, count: offsets.count)
    if offsets.isEmpty { return owners }
    let order = offsets.indices.sorted { offsets[$0] < offsets[$1] }
    for frame in frames {
      var (low, high) = (0, order.count)
      while low < high {
        let middle = (low + high) / 2
        if offsets[order[middle]] < frame.range.lowerBound {
          low = middle + 1
        } else {
          high = middle
        }
      }
      while low < order.count, offsets[order[low]] < frame.range.upperBound {
        if frame.isNearer(than: owners[order[low]]) { owners[order[low]] = frame }
        low += 1
      }
    }
    return owners
  }
}

extension ReadingContext.Frame {
  /// Whether it says more exactly than another record around a place where that is.
  fileprivate func isNearer(than other: Self?) -> Bool {
    guard let other else { return true }
    guard declared != nil else { return false }
    return other.declared == nil || range.lowerBound > other.range.lowerBound
  }
}
