import Letters
import Safeguarding

/// Papers as they are typed, one a line: `Data report; Kent Police; due 3 apr; received 12 apr`.
enum PaperLines {
  /// A paper of a file as it is typed.
  static func text(of value: StoredValue, _ context: EntryContext) -> String {
    let title = value["title"]?.text ?? ""
    var parts = [title.contains(";") || title.contains("\"") ? QuotedText.encoded(title) : title]
    if let owner = value["owner"] { parts.append(OwnerText.text(of: owner, context)) }
    for (key, word) in [("dueOn", "due"), ("receivedOn", "received")] {
      if let day = value[key]?.text.flatMap({ CalendarDate(iso: $0) }) {
        parts.append("\(word) \(day.short)")
      }
    }
    return parts.joined(separator: "; ")
  }

  /// Understands papers; a line that stood there before keeps all that is said of its paper.
  static func reading(
    of text: String, old: StoredValue?, _ context: EntryContext
  ) -> EntryReading {
    let known = (old?.elements ?? []).map { (text: self.text(of: $0, context), value: $0) }
    var papers: [StoredValue] = []
    for line in text.split(separator: "\n") {
      let line = String(line).trimmingBlanks
      if line.isEmpty { continue }
      if let paper = known.first(where: { $0.text == line }) {
        papers.append(paper.value)
        continue
      }
      let reading = paper(line, known.map(\.value), context)
      if !reading.problem.isEmpty { return reading }
      if let value = reading.value { papers.append(value) }
    }
    let received = papers.count { $0["receivedOn"] != nil }
    return .understood(
      papers.isEmpty ? nil : .list(papers),
      papers.isEmpty ? "" : "\(counted(papers.count, "paper")), \(received) received")
  }

  private static func paper(
    _ line: String, _ known: [StoredValue], _ context: EntryContext
  ) -> EntryReading {
    var parts = QuotedText.parts(line)
    guard !parts.isEmpty else { return .understood(nil) }
    let first = parts.removeFirst()
    let title = QuotedText.decoded(first) ?? first
    let same = known.first { $0["title"]?.text == title }
    var paper = StoredValue.record([StoredValue.Member("title", .text(title))])
    for part in parts {
      let words = part.split(separator: " ", maxSplits: 1).map(String.init)
      let key = ["due": "dueOn", "received": "receivedOn"][words.first?.folded ?? ""]
      let reading =
        if let key, words.count == 2 {
          (
            key,
            TypedDate.reading(
              of: words[1], isImprecise: false, leaning: DateLeaning(key, of: nil), context)
          )
        } else {
          (
            "owner",
            OwnerText.reading(of: part, old: same?["owner"], isSeveral: false, context)
          )
        }
      if !reading.1.problem.isEmpty {
        var faulty = reading.1
        faulty.problem = "\(title.shortened): \(reading.1.problem)"
        return faulty
      }
      paper[reading.0] = reading.1.value
    }
    return .understood(paper.ordered(as: RecordShape(Paper.self)))
  }
}
