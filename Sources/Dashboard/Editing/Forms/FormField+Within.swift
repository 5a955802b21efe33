import Entry
import Safeguarding

extension FormField {
  /// A field of the first record that a field holds; nil where there is no such field.
  init?(
    within entry: FormLayout.Field, of outer: RecordShape, _ part: StoredValue?,
    _ context: EntryContext
  ) {
    let names = entry.name.split(separator: "/").map(String.init)
    var (shape, way) = (outer, [PathStep]())
    for name in names.dropLast() {
      guard let field = shape.fields.first(where: { $0.name == name }) else { return nil }
      way.append(.field(name))
      switch field.shape {
      case .record(let inner): shape = inner
      case .list(.record(let inner)):
        shape = inner
        way.append(.element(0))
      default: return nil
      }
    }
    guard let field = shape.fields.first(where: { $0.name == names.last }),
      let kind = EntryKind(field, style: entry.style)
    else { return nil }
    way.append(.field(field.name))
    self.init(entry, of: field, in: shape, kind: kind, old: part?.value(at: way), context)
    self.way = way
    isOwedWithin = field.presence == .required
    isRequired = false
  }
}

extension Form {
  /// Whether a field belongs to a record that cannot do without it, of which something else is said.
  func isOwed(within field: FormField) -> Bool {
    guard field.isOwedWithin else { return false }
    let holder = field.way.dropLast()
    return fields.contains {
      $0.name != field.name && $0.way.starts(with: holder) && !$0.text.trimmingBlanks.isEmpty
    }
  }
}

extension StoredValue {
  /// Whether nothing is there to read: no value, or one that holds nothing but such values.
  var saysNothing: Bool {
    switch self {
    case .list(let elements): elements.allSatisfy(\.saysNothing)
    case .record(let members): members.allSatisfy { $0.value.saysNothing }
    case .boolean, .number, .text: false
    }
  }

  /// The value with something else at the end of a way into it, on which records may still be missing.
  func putting(_ new: StoredValue, at way: some Collection<PathStep>) -> StoredValue {
    guard let step = way.first else { return new }
    let rest = way.dropFirst()
    switch step {
    case .field(let name):
      var copy = self
      let begun: StoredValue = if case .element? = rest.first { .list([]) } else { .record([]) }
      copy[name] = (self[name] ?? begun).putting(new, at: rest)
      return copy
    case .element, .newElement:
      let all = elements ?? []
      let first = all.first ?? .record([])
      return .list([first.putting(new, at: rest)] + all.dropFirst())
    }
  }
}
