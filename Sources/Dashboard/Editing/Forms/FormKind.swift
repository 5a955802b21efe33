import Safeguarding

/// A form that can be filled in: which fields of which kind of record, in which order.
///
/// Labels, kinds of fields and help come from the fields that the record declares.
package struct FormKind: Sendable {
  /// One field of a form.
  struct Entry: Sendable, ExpressibleByStringLiteral {
    /// The key in the file, or `+progress` for a note that is added.
    let name: String
    var label: String?
    /// How text is typed into it.
    var textKind = FieldKind.line
    /// Whether the form asks for it though the record can do without.
    var isNeeded = false

    init(stringLiteral value: String) { name = value }

    /// Text that wraps.
    static func long(_ name: String) -> Entry {
      var entry = Entry(stringLiteral: name)
      entry.textKind = .paragraph
      return entry
    }

    /// One line of text that wraps where it is long.
    static func title(_ name: String) -> Entry {
      var entry = Entry(stringLiteral: name)
      entry.textKind = .wrapped
      return entry
    }

    /// Text that wraps, and that the form asks for.
    static func needed(_ name: String) -> Entry {
      var entry = Entry.long(name)
      entry.isNeeded = true
      return entry
    }
  }

  /// What a finished record still needs: the record before, after, and the day.
  typealias Finish = @Sendable (StoredValue?, StoredValue, CalendarDate) -> StoredValue

  let id: String
  /// What is filled in, in small letters: "action".
  let title: String
  /// The kind of record that a file holds.
  let entity: any Entity.Type
  /// The kind of record that the fields belong to: the same, or a part of it.
  let part: any Record.Type
  let entries: [Entry]
  let finish: Finish

  init(
    _ id: String, _ title: String, _ entity: any Entity.Type, part: (any Record.Type)? = nil,
    _ entries: [Entry], finish: @escaping Finish = { _, after, _ in after }
  ) {
    self.id = id
    self.title = title
    self.entity = entity
    self.part = part ?? entity
    self.entries = entries
    self.finish = finish
  }

  /// The shape of the record that the fields belong to.
  var shape: RecordShape { FormKind.shape(of: part) }

  private static func shape<R: Record>(of type: R.Type) -> RecordShape { RecordShape(type) }

  /// Whether its title says already what is changed.
  var keepsTitle: Bool { ["note", "owners", "minutes", "swap"].contains(id) }

  /// The form with an id.
  static func named(_ id: String) -> FormKind? { all.first { $0.id == id } }

  /// The name of a note that is added to an action, among its fields.
  static let addedNote = "+progress"
}

extension FormKind {
  /// Every form.
  static let all: [FormKind] = [
    FormKind(
      "action", "action", ActionItem.self,
      [
        .title("title"), "owners", "due", "status", .long(addedNote), "evidence", "impact",
        "doneOn",
        .long("note"), "review", "meeting", "plan", "priority", "area", "number", "evaluatedBy",
        "evaluateOn",
      ], finish: finishAction),
    FormKind(
      "note", "progress note", ActionItem.self, [.long(addedNote), "status"],
      finish: finishAction),
    FormKind("owners", "owner", ActionItem.self, ["owners"]),
    FormKind(
      "several", "several actions", ActionItem.self,
      ["status", "owners", "due", .long(addedNote)], finish: finishAction),
    FormKind(
      "agenda", "agenda item", Meeting.self, part: AgendaItem.self,
      [
        .title("title"), "lead", "purpose", "minutes", "papers", .long("outcome"), .long("note"),
        "number",
      ]),
    FormKind(
      "attendance", "attendance", Meeting.self, part: Attendance.self,
      [Entry(stringLiteral: Attendee.field), "status", .long("reason"), "deputy", "seat", "agency"]),
    FormKind(
      "decisions", "decision", Meeting.self, part: Decision.self,
      [.long("text"), "owner", "number"]),
    FormKind(
      "papers", "paper", Meeting.self, part: Paper.self,
      [.title("title"), "owner", "dueOn", "receivedOn"]),
    FormKind(
      "meeting", "meeting", Meeting.self,
      [
        "date", "time", "status", "title", "place", "papersDueOn", "minutesAgreedOn",
        .long("note"),
      ]),
    FormKind("minutes", "minutes", Meeting.self, ["minutesAgreedOn"]),
    FormKind(
      "chairTerm", "chair term", ChairTerm.self,
      [
        "agency", "person", "title", "from", "to", "status", .long("reason"), "shiftsFollowing",
        .long("note"),
      ]),
    FormKind("swap", "chair terms", ChairTerm.self, [.needed("reason")]),
    FormKind(
      "handover", "handover item", ChairTerm.self, part: HandoverItem.self,
      [.title("title"), "doneOn", "by", .long("note")]),
    FormKind(
      "termsOfReference", "terms of reference", PartnershipGroup.self, part: TermsOfReference.self,
      [
        "reviewedOn", "version", "agreedOn", "agreedBy", "duties", .long("membership"),
        .long("note"),
      ]),
    FormKind(
      "review", "review", Review.self,
      [
        "stage", "notifiedOn", "rapidReviewSentOn", "panelRepliedOn", "decidedOn", "endorsedOn",
        "dueOn", "plannedPublicationOn", "advanceCopySentOn", "publishedOn", .long("summary"),
        .long("note"),
      ]),
  ]

  /// The day on which an action is finished goes with its status.
  private static let finishAction: Finish = { before, after, day in
    guard let old = before.flatMap({ ActionItem.read(from: StoredSource($0)) }),
      let new = ActionItem.read(from: StoredSource(after)), old.status != new.status
    else { return after }
    var changed = after
    if new.status == .done, new.doneOn == nil { changed["doneOn"] = ImpreciseDate(day).stored }
    if old.status == .done, new.doneOn == old.doneOn { changed["doneOn"] = nil }
    return changed
  }
}
