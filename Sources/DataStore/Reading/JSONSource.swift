import JSONDocument
import Safeguarding

/// A place in a JSON file that a field is read from.
struct JSONSource: ValueSource {
  let value: JSONValue
  let context: ReadingContext

  var text: String? { context.text(of: value) }

  var numberSpelling: String? { value.numberSpelling }

  var boolean: Bool? { value.boolean }

  var isNull: Bool { value.isNull }

  func list<Value: FieldValue>(of type: Value.Type) -> [Value]? {
    guard value.kind == .array else { return nil }
    let value = value.unfolded
    let sharing = context.sharing(Value.self)
    var values: [Value] = []
    values.reserveCapacity(min(value.count, ReadingContext.mostRecords.outer))
    for element in value.elements {
      if let read = Value.read(from: JSONSource(value: element, context: context)) {
        values.append(sharing?(read) ?? read)
      }
    }
    return context.sharing(values)
  }

  func member(_ name: StaticString) -> JSONSource? {
    for member in value.members where member.hasKey(name) {
      return JSONSource(value: member.value, context: context)
    }
    return nil
  }

  func record<R: Record>(_ type: R.Type) -> R? {
    guard value.kind == .object else {
      report(
        "\(R.kind.title) was expected here, with its fields between { and }, "
          + "but here is \(description).",
        hint: "Put the fields between { and }.")
      return nil
    }
    guard context.enter(R.kind, value.byteRange) else { return nil }
    defer { context.leave() }
    let value = value.unfolded
    let before = context.findingCount
    var record = R()
    var reader = FieldReader(object: value, kind: R.kind, context: context)
    record.visitFields(&reader)
    if !reader.isDone {
      reader.searchForTheRest(of: value)
      record.visitFields(&reader)
    }
    reader.finish(R.self)
    // What one field says wrongly would only be said again by what the fields say together.
    if context.findingCount == before {
      for problem in record.problems { report(problem, in: R.kind) }
    }
    return record
  }

  /// Reports at the field that a problem names, or at the record where it lacks that field.
  private func report(_ problem: RecordProblem, in kind: RecordKind) {
    let member = value.members.first { $0.key == problem.field }
    context.report(
      at: (member?.value ?? value).byteRange.lowerBound, "\(kind.title): \(problem.message)",
      hint: problem.hint)
  }

  func report(_ message: @autoclosure () -> String, hint: @autoclosure () -> String) {
    context.report(at: value.byteRange.lowerBound, message(), hint: hint())
  }

  func refers(to kind: RecordKind, id: String) {
    context.mention(kind, id: id, at: value.byteRange.lowerBound)
  }

  var description: String {
    switch value.kind {
    case .object: "an object in { }"
    case .array: "a list in [ ]"
    case .string: "the text \(shortSpelling)"
    case .number: "the number \(shortSpelling)"
    case .boolean, .null: shortSpelling
    }
  }

  private var shortSpelling: String {
    let spelling = value.spelling
    return spelling.count > 40 ? spelling.prefix(37) + "..." : spelling
  }
}
