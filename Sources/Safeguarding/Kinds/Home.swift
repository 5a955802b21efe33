/// In which file of a data folder records of a kind lie.
public struct Home<E>: Sendable {
  /// How a file holds the records.
  public enum Form: Sendable {
    /// In a list with this key; the file may hold other lists as well.
    case list(StaticString)
    /// One in a file of its own, which is named after its id.
    case own
    /// The only one, in the only file of its name; it has no id of its own.
    case single
    /// In a field of a record of another kind.
    case inside(StaticString, of: any Entity.Type)
  }

  /// How the file holds them.
  public let form: Form
  /// The path in the data folder.
  ///
  /// `*` stands for one name; it is empty for what lies inside another record.
  public let path: String
  /// What such a file holds, in one sentence; empty where the kind says it.
  public let help: String
  /// What `*` stands for in the file to which a new record is added; nil where it goes elsewhere.
  public let name: @Sendable (E) -> String?
  /// The records that lie inside others, found there.
  let insiders: @Sendable (any Entity) -> [E]

  private init(
    _ form: Form, _ path: String, _ help: String, name: @escaping @Sendable (E) -> String?,
    insiders: @escaping @Sendable (any Entity) -> [E] = { _ in [] }
  ) {
    self.form = form
    self.path = path
    self.help = help
    self.name = name
    self.insiders = insiders
  }

  /// Records in a list of a file.
  ///
  /// - Parameters:
  ///   - key: The key of the list.
  ///   - path: The file; `*` stands for one name.
  ///   - help: What such a file holds, in one sentence.
  ///   - name: What `*` stands for, for a new record; nil where it belongs into another home.
  /// - Returns: The home.
  public static func list(
    _ key: StaticString, in path: String, _ help: String = "",
    name: @escaping @Sendable (E) -> String? = { _ in "" }
  ) -> Home {
    Home(.list(key), path, help, name: name)
  }

  /// Records that each have a file, named after the record's id.
  public static func own(_ path: String) -> Home where E: Entity {
    Home(.own, path, "") { $0.id }
  }

  /// The one record of a file that a data folder has once.
  public static func single(_ path: String) -> Home { Home(.single, path, "") { _ in "" } }

  /// Records that lie in a field of another record.
  public static func inside<Holder: Entity>(
    _ field: StaticString, of holder: Holder.Type, records: @escaping @Sendable (Holder) -> [E]
  ) -> Home {
    Home(
      .inside(field, of: holder), "", "", name: { _ in nil },
      insiders: { ($0 as? Holder).map(records) ?? [] })
  }

  /// The file to which a record is added; nil where it lies elsewhere.
  public func document(for record: E) -> String? {
    guard !path.isEmpty, let name = name(record) else { return nil }
    guard path.contains("*") else { return path }
    return name.isEmpty ? nil : path.replacing("*", with: name)
  }
}

extension Entity {
  /// The file into which the record belongs, as its fields say; nil for one that lies in another record,
  /// or that does not say enough.
  package var ownDocument: String? {
    Self.homes.lazy.compactMap { $0.document(for: self) }.first
  }
}
