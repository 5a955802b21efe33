import Entry
import Safeguarding
import Testing

/// Everything that a record declares can be typed on the screen.
@Suite struct EveryFieldTests {
  /// What only the program writes, wherever it stands.
  private static let written: Set = ["id", "schemaVersion"]

  /// What the place in which a record is added says, and what a field with another name asks for.
  private static let elsewhere: Set = [
    // A new one is asked for it where the place does not say it, and it stays as long as the record does.
    "action.group", "meeting.group", "chairTerm.group",
    // The form asks for a new note and keeps the old ones.
    "action.progress",
    // The form asks who, whichever of these it is.
    "attendance.person", "attendance.seat", "attendance.agency", "attendance.name",
  ]

  @Test func noFieldIsWithoutAForm() {
    var missing: Set<String> = []
    var seen: Set<String> = []
    var count = 0
    func visit(_ shape: RecordShape) {
      guard seen.insert(shape.kind.name).inserted else { return }
      let offered = Set(shape.type.form.fields.map(\.name))
      for field in shape.fields {
        count += 1
        let name = "\(shape.kind.name).\(field.name)"
        let isTyped = offered.contains(field.name) && EntryKind(field) != nil
        if !isTyped, !Self.written.contains(field.name), !Self.elsewhere.contains(name) {
          missing.insert(name)
        }
        switch field.shape {
        case .record(let inner), .list(.record(let inner)):
          // Owners and papers are typed on one line.
          if inner.kind != Owner.kind, inner.kind != Paper.kind { visit(inner) }
        default: break
        }
      }
    }
    for type in Kinds.all {
      func shape<E: Entity>(_ type: E.Type) -> RecordShape { RecordShape(type) }
      visit(shape(type))
    }
    #expect(count > 400)
    #expect(missing.sorted() == [])
  }

  @Test func everyStoredPropertyIsAField() {
    func unvisited<R: Record>(_ record: R) -> [String] {
      let declared = Set(RecordShape(R.self).fields.map(\.name))
      return Mirror(reflecting: record).children.compactMap(\.label)
        .filter { !declared.contains($0) }
    }
    func begin<E: Entity>(_ type: E.Type) -> [String] { unvisited(E()) }
    for type in Kinds.all {
      // What is never visited is neither read nor written, whatever the screen shows of it.
      #expect(begin(type) == [], "\(type.kind.title)")
    }
    #expect(unvisited(Comparator()) == [])
    #expect(unvisited(IndicatorTarget()) == [])
    #expect(unvisited(EarlyWarning()) == [])
    #expect(unvisited(Rebase()) == [])
    #expect(unvisited(Breakdown()) == [])
  }

  @Test func everyLayoutNamesFieldsThatThereAre() {
    var seen: Set<String> = []
    func visit(_ shape: RecordShape) {
      guard seen.insert(shape.kind.name).inserted else { return }
      let declared = Set(shape.fields.map(\.name))
      let special: Set = [FormLayout.addedNote, FormLayout.who]
      let unknown = shape.type.form.fields.map(\.name).filter {
        !declared.contains($0) && !special.contains($0)
          && !$0.split(separator: "/").map(String.init).isWay(into: shape)
      }
      #expect(unknown == [], "\(shape.kind.title)")
      for field in shape.fields {
        switch field.shape {
        case .record(let inner), .list(.record(let inner)): visit(inner)
        default: break
        }
      }
    }
    for type in Kinds.all {
      func shape<E: Entity>(_ type: E.Type) -> RecordShape { RecordShape(type) }
      visit(shape(type))
    }
  }
}

extension [String] {
  /// Whether these are the names of fields, each in the record that the one before holds.
  fileprivate func isWay(into shape: RecordShape) -> Bool {
    guard count > 1, let field = shape.fields.first(where: { $0.name == first }) else {
      return count == 1 && shape.fields.contains { $0.name == first }
    }
    switch field.shape {
    case .record(let inner), .list(.record(let inner)):
      return Array(dropFirst()).isWay(into: inner)
    default: return false
    }
  }
}
