/// What people read for a field of a kind of record, in the words of the field of work.
public struct FieldWords: Hashable, Sendable, ExpressibleByStringLiteral {
  /// What stands beside it in a form and on a page; empty where its key in words does.
  public let label: String
  /// What one of the records in it is called: "holder"; empty where their kind says it.
  public let one: String

  /// A label.
  public init(stringLiteral label: String) { self.init(label) }

  /// A label, and what one of the records in the field is called.
  public init(_ label: String = "", one: String = "") {
    self.label = label
    self.one = one
  }
}

/// What a person reads for a key of a type of record.
public func fieldLabel(_ key: String, of type: (any Record.Type)?) -> String {
  fieldLabel(key, type?.fieldWords ?? [:])
}

/// What a person reads for a key: what its kind says, else its words, or plainer ones.
func fieldLabel(_ key: String, _ own: [String: FieldWords]) -> String {
  if let label = own[key]?.label, !label.isEmpty { return label }
  switch key {
  case "aliases": return "Also called"
  case "form", "type": return "Kind"
  case "extensions": return "Later dates"
  case "recipients": return "Goes to"
  case "printedName": return "Name in print"
  default: return inWords(key)
  }
}

/// What one of the records in a field is called, in small letters: "holder", "lead safeguarding partner".
public func nameOfOne(in field: String, of type: any Record.Type, _ part: RecordKind) -> String {
  let one = type.fieldWords[field]?.one ?? ""
  return one.isEmpty ? part.title.lowercased() : one
}

extension RecordShape {
  /// What a person reads for one of its fields.
  public func label(of key: String) -> String { fieldLabel(key, of: type) }
}

/// A key in words: `reviewDueOn` becomes "Review due on".
public func inWords(_ key: String) -> String {
  var words = ""
  for character in key {
    if character.isUppercase {
      words += " " + character.lowercased()
    } else {
      words.append(character)
    }
  }
  return words.prefix(1).uppercased() + words.dropFirst()
}
