/// Puts what differs between two versions of a value into words, a line for each difference.
struct DifferenceWords {
  let values: ValueWords

  /// The differences of a value that stands at a place, such as `Agenda, "Minutes", outcome`.
  func lines(
    at place: [String], _ shape: ValueShape?, from old: StoredValue?, to new: StoredValue?
  ) -> [String] {
    if ThreeWay.saySame(old, new) { return [] }
    switch (old, new) {
    case (.list?, .list?), (.list?, nil), (nil, .list?):
      var element: ValueShape?
      if case .list(let shape)? = shape { element = shape }
      return list(at: place, element, from: old?.elements ?? [], to: new?.elements ?? [])
    case (.record?, .record?) where hasParts(shape):
      return fields(at: place, shape, from: old, to: new)
    case (.boolean?, _), (nil, .boolean?):
      let (old, new) = (old ?? .boolean(false), new ?? .boolean(false))
      return line(at: place, "\(words(old, shape)), now \(words(new, shape))")
    case (let old?, let new?):
      return line(at: place, "\(words(old, shape)), now \(words(new, shape))")
    case (let old?, nil): return line(at: place, "removed \(words(old, shape))")
    case (nil, let new?): return line(at: place, "added \(words(new, shape))")
    case (nil, nil): return []
    }
  }

  /// The differences of two versions of a record, in the order in which its fields are declared.
  func fields(
    at place: [String], _ shape: ValueShape?, from old: StoredValue?, to new: StoredValue?
  ) -> [String] {
    var keys: [String] = []
    var type: (any Record.Type)?
    if case .record(let record)? = shape {
      keys = record.fields.map(\.name)
      type = record.type
    }
    for member in (old?.members ?? []) + (new?.members ?? []) where !keys.contains(member.key) {
      keys.append(member.key)
    }
    return keys.flatMap { key in
      let label = fieldLabel(key, of: type)
      let inner = label.prefix(1).lowercased() + label.dropFirst()
      return lines(
        at: place + [place.isEmpty ? label : inner], values.shape(of: key, in: shape),
        from: old?[key], to: new?[key])
    }
  }

  private func list(
    at place: [String], _ shape: ValueShape?, from old: [StoredValue], to new: [StoredValue]
  ) -> [String] {
    let matching = ListMatching(of: old, with: new)
    let steady = Set(matching.backbone)
    var result: [String] = []
    for (index, element) in old.enumerated() {
      guard let position = matching.places[index] else {
        result += line(at: place, "removed \(words(element, shape))")
        continue
      }
      let name = values.name(of: element, as: shape)
      if !steady.contains(index) {
        result += line(at: place, "moved \(name) to place \(position + 1)")
      }
      let inner = hasParts(shape) && element.members != nil ? place + [name] : place
      result += lines(at: inner, shape, from: element, to: new[position])
    }
    for (position, element) in new.enumerated() where !matching.isMatched[position] {
      result += line(at: place, "added \(words(element, shape))")
    }
    return result
  }

  private func line(at place: [String], _ words: String) -> [String] {
    [(place.isEmpty ? "" : place.joined(separator: ", ") + ": ") + words]
  }

  private func words(_ value: StoredValue, _ shape: ValueShape?) -> String {
    values.text(value, as: shape)
  }

  /// Whether the fields of a value are shown one by one; a date or an owner is shown as a whole.
  private func hasParts(_ shape: ValueShape?) -> Bool {
    switch shape {
    case .record(let record)?: record.kind != Owner.kind
    case nil: true
    default: false
    }
  }
}
