import ArgumentParser
import DataStore
import Entry
import Reports
import Safeguarding

/// What must stand in an action for it to be changed at all.
struct ActionExpectations: ParsableArguments {
  @Option(parsing: .unconditional, help: "Change nothing unless this is the title.")
  var expectTitle: String?

  @Option(
    help: "Change nothing unless it stands so.", transform: ActionStatus.named)
  var expectStatus: ActionStatus?

  @Option(
    parsing: .unconditionalSingleValue,
    help: "Change nothing unless these are the owners; none for nobody.")
  var expectOwner: [String] = []

  @Option(parsing: .unconditional, help: "Change nothing unless it is due then; none for no date.")
  var expectDue: String?

  @Option(help: "Change nothing unless it is as it was when masa printed this revision.")
  var expectRevision: String?

  /// What the store is to check again at the moment of saving.
  ///
  /// - Throws: ``CommandFailure`` with the status 2 and both values when something else stands there.
  func expectations(
    of found: FoundRecord<ActionItem>, in edited: EditedFolder
  ) throws -> [Edit.Expectation] {
    let action = found.record
    if let expectRevision, expectRevision != action.revision {
      throw mismatch("revision", .text(action.revision), .text(expectRevision))
    }
    var fields: [String] = []
    func require(_ field: String, _ holds: Bool, _ expected: StoredValue?) throws {
      guard holds else { throw mismatch(field, action.stored?[field], expected) }
      fields.append(field)
    }
    if let expectTitle {
      let isSame = action.title.utf8.elementsEqual(expectTitle.utf8)
      try require("title", isSame, .text(expectTitle))
    }
    if let expectStatus {
      try require("status", action.status == expectStatus, expectStatus.stored)
    }
    if !expectOwner.isEmpty {
      let owners = try edited.owners(expectOwner, for: "--expect-owner")
      try require(
        "owners", Set(owners) == Set(action.owners), owners.isEmpty ? nil : owners.stored)
    }
    if let expectDue {
      let due = try edited.date(expectDue, for: "--expect-due", leaning: .ahead)
      let isSame = due?.first == action.due?.first && due?.last == action.due?.last
      try require("due", isSame && (due == nil) == (action.due == nil), due.stored)
    }
    if expectRevision != nil { fields = RecordShape(ActionItem.self).fields.map(\.name) }
    let written = action.stored
    return fields.map {
      Edit.Expectation(found.document, action.link, field: $0, value: written?[$0])
    }
  }

  private func mismatch(
    _ field: String, _ present: StoredValue?, _ expected: StoredValue?
  ) -> CommandFailure {
    CommandFailure(
      ConflictWords(field: field, is: present, expected: expected).sentence, status: 2)
  }
}

extension ActionExpectations {
  /// Takes what is expected.
  static func taken(from words: inout PlainWords) -> ActionExpectations {
    var options = ActionExpectations()
    options.expectTitle = words.one("--expect-title")
    options.expectOwner = words.all("--expect-owner")
    options.expectStatus = words.one("--expect-status", ActionStatus.init(rawValue:))
    options.expectDue = words.one("--expect-due")
    options.expectRevision = words.one("--expect-revision")
    return options
  }
}
