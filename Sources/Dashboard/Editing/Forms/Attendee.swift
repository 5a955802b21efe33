import Entry
import Safeguarding

/// Who came to a meeting, as one field: a person, a seat or an agency.
enum Attendee {
  /// The name of the field among those of an attendance.
  static let field = FormLayout.who

  /// The fields that say who it is, with the kinds of records that they name.
  private static let references = RecordShape(Attendance.self).references

  /// The keys in the file, the one that says most first.
  private static let keys = Owner.tellingOrder.filter { key in
    references.contains { $0.field == key }
  }

  /// Whether a kind of record can come to a meeting.
  static func isKind(_ kind: RecordKind) -> Bool { references.contains { $0.kind == kind } }

  /// Who an attendance names, as the field holds it; nil where nobody is named.
  static func value(of part: StoredValue?) -> StoredValue? {
    let key = keys.first { part?[$0] != nil }
    return key.flatMap { key in
      part?[key].map { .record([StoredValue.Member(key, $0)]) }
    }
  }

  /// The key in the file that says who it is.
  static func key(of part: StoredValue?) -> String? { value(of: part)?.members?.first?.key }

  /// Puts somebody else into an attendance.
  static func put(_ value: StoredValue?, in part: inout StoredValue, instead old: StoredValue?) {
    for member in old?.members ?? [] { part[member.key] = nil }
    for member in value?.members ?? [] { part[member.key] = member.value }
  }

  /// The field that names another one of the same kind as "Who"; nil where none does.
  static func rival(in fields: [FormField], _ context: EntryContext) -> Int? {
    let who = fields.first { $0.name == field }?.reading(context).value?.members?.first
    return fields.firstIndex { other in
      guard let who, other.name == who.key, let value = other.reading(context).value else {
        return false
      }
      return value != who.value
    }
  }

  /// The reading of a name, which must be of somebody who can come.
  static func checked(_ reading: EntryReading) -> EntryReading {
    guard let members = reading.value?.members, members.contains(where: { !keys.contains($0.key) })
    else { return reading }
    return .problem(
      "People, seats and agencies come to meetings. Type letters of a name and take one from the "
        + "list with Enter.")
  }
}
