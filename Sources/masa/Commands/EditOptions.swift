import ArgumentParser
import JSONDocument
import Letters
import Reports
import Safeguarding

/// How a command that changes something says what it saved.
struct EditOptions: ParsableArguments {
  /// How the answer is written.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json
  }

  @Option(help: "How the answer is written: the id and the revision, or an object with both.")
  var format = Format.text

  /// Prints the id and revision of a record that is saved, and the entry of the journal that saved it.
  func answer(_ id: String, _ revision: String, _ entry: EntryID?) {
    answer([(id, revision)], entry)
  }

  /// Prints the ids and revisions of records that are saved; one that is gone has no revision.
  ///
  /// In JSON more members may follow in the object, in text more lines.
  func answer(
    _ records: [(id: String, revision: String?)], _ entry: EntryID?,
    more: [JSONLiteral.Member] = [], lines: [String] = []
  ) {
    switch format {
    case .text:
      let named = records.map { "\($0.id) \($0.revision ?? "removed")" }
      Output.write(saved: Output.text(of: named + lines))
    case .json:
      let all = records.map { record -> [JSONLiteral.Member] in
        [
          .init("id", .string(record.id)),
          .init("revision", record.revision.map { .string($0) } ?? .null),
        ]
      }
      let change = JSONLiteral.Member("change", entry.map { .string($0.description) } ?? .null)
      let rest =
        records.count > 1
        ? [JSONLiteral.Member("records", .array(all.map { .object($0) }))] : []
      let text = JSONLiteral.object((all.first ?? []) + [change] + more + rest)
        .write(indentation: 2)
      Output.write(savedJSON: text + "\n")
    }
  }
}

extension EditOptions {
  /// Takes the options for the answer.
  static func taken(from words: inout PlainWords) -> EditOptions {
    var options = EditOptions()
    options.format = words.one("--format", Format.init(rawValue:)) ?? .text
    return options
  }
}

/// Runs what changes something, and says in a sentence why it was not done.
///
/// - Throws: ``CommandFailure`` with the status 2 when somebody else changed the same, 1 when it was
///   refused.
func saving(_ work: () throws -> Void) throws {
  do {
    try work()
  } catch let error as CommitError {
    guard case .conflict(let conflicts) = error else { throw CommandFailure(error.description) }
    throw CommandFailure(ConflictWords(conflicts).sentence, status: 2)
  }
}

/// The text of an option, where it can be kept, without what does not show.
///
/// - Throws: ``CommandFailure`` with the status 64 for nothing, for too much, and for no text at all.
func text(_ typed: String, of option: String) throws -> String {
  let (text, dropped) = typed.cleaned
  if text.allSatisfy(\.isWhitespace) {
    throw CommandFailure("\(option) holds nothing. Write the text behind it.", status: 64)
  }
  if text.utf8.count > 100_000 {
    throw CommandFailure(
      "\(option) holds \(text.utf8.count) bytes; at most 100000 are kept. Nothing was changed. "
        + "Put the long text into a document and name that.", status: 64)
  }
  if text.unicodeScalars.contains("\u{fffd}") {
    throw CommandFailure(
      "\(option) holds letters that could not be read. Nothing was changed. "
        + "Let your terminal send UTF-8, and write it again.", status: 64)
  }
  if dropped > 0 { Output.complain("\(option): \(String.dropNote(dropped)).") }
  return text
}
