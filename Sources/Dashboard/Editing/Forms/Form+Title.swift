import Entry
import Safeguarding

extension Form {
  /// What history calls the edit: which field of what, as it is called after the change.
  ///
  /// - Parameters:
  ///   - after: The whole record with what was typed, where there is only one.
  ///   - context: The names of records.
  /// - Returns: "Due of: send the audit tool", "Add agenda item: any other business".
  func editTitle(_ after: StoredValue?, _ context: EntryContext) -> String {
    guard let after, subjects.count == 1, let target = subjects.first?.target else {
      return kind.keepsTitle ? title : "\(title) (\(changedLabels))".shortTitle
    }
    if kind.keepsTitle { return title }
    guard let name = name(of: after, at: target, context) else { return title }
    if target.isNew { return "Add \(kind.title): \(name)".shortTitle }
    let changed = fields.filter(\.isChanged)
    if changed.count == 1, let field = changed.first, kind.shape.kind != Attendance.kind {
      return "\(field.label) of: \(name)".shortTitle
    }
    let which = kind.shape.kind == Attendance.kind ? "" : " (\(changedLabels))"
    return "Edit \(kind.title)\(which): \(name)".shortTitle
  }

  /// The fields that were changed: "due, owners", "due, owners, 2 more".
  private var changedLabels: String {
    let labels = fields.filter(\.isChanged).map(\.label.lowercasedFirst)
    if labels.count <= 3 { return labels.joined(separator: ", ") }
    return (labels.prefix(2) + ["\(labels.count - 2) more"]).joined(separator: ", ")
  }

  /// What people call the record, or the part of it, that the form changes.
  private func name(
    of after: StoredValue, at target: FormTarget, _ context: EntryContext
  ) -> String? {
    if target.isNewRecord { return (after["title"] ?? after["name"])?.text }
    if target.path.isEmpty { return Form.label(of: after, as: kind.entity) }
    let part =
      target.path.last == .newElement
      ? after.value(at: target.path.dropLast())?.elements?.last : after.value(at: target.path)
    if kind.shape.kind == Attendance.kind {
      return part.flatMap { context.words(ofAttendance: $0) }
    }
    return part?.identity ?? Form.label(of: after, as: kind.entity)
  }

  private static func label<E: Entity>(of value: StoredValue, as type: E.Type) -> String? {
    E.read(from: StoredSource(value))?.label
  }
}

extension PaneContext {
  /// Who came, or why not, as one line; nil for what is no attendance.
  func words(ofAttendance value: StoredValue) -> String? { entry.words(ofAttendance: value) }
}

extension EntryContext {
  /// Who came, or why not, as one line; nil for what is no attendance.
  func words(ofAttendance value: StoredValue) -> String? {
    guard value["status"] != nil else { return nil }
    return Attendance.read(from: StoredSource(value))?.lines(names).joined()
  }
}
