import JSONDocument
package import Safeguarding

/// What becomes of a data folder's list of bank holidays when a newer one is merged into it.
///
/// Nothing is ever dropped: days are added and moved, and what the newer list lacks is kept.
package struct BankHolidaysImport: Sendable {
  /// What happened to one day.
  package enum Change: Hashable, Sendable {
    case added(BankHolidays.Day)
    case moved(BankHolidays.Day, to: CalendarDate)
    /// The newer list calls the day something else; our title stays.
    case renamed(BankHolidays.Day, title: String)
    /// The newer list has the year but not this day, which stays.
    case unconfirmed(BankHolidays.Day)
  }

  /// A change in a division of GOV.UK's list.
  package struct Entry: Hashable, Sendable {
    package let division: String
    package let change: Change
  }

  /// The largest list that is read, in bytes: 1 MiB, some thirty times GOV.UK's.
  package static let maximumByteCount = 1024 * 1024

  /// The file with the merged list.
  package let bytes: [UInt8]
  /// Every change, by division and date.
  package let entries: [Entry]
  /// Divisions of the newer list that are not known, and so were left out.
  package let unknownDivisions: [String]

  /// Merges a newer list into ours, or makes a list where there is none.
  ///
  /// - Parameters:
  ///   - newer: a file as GOV.UK publishes it.
  ///   - name: what to call it in sentences.
  ///   - ours: the file of the data folder, or nil when it has none.
  /// - Throws: ``BankHolidaysImportError`` when one of the files is not such a list.
  package init(
    of newer: [UInt8], named name: String, into ours: [UInt8]?
  ) throws(BankHolidaysImportError) {
    let list = try Self.read(newer, mayBeSingle: true) { .newer(name, $0) }
    guard !list.sections.isEmpty else {
      throw .newer(name, "it names none of the divisions \(BankHolidays.published.quoted)")
    }
    let ourBytes = ours ?? Array("{}\n".utf8)
    let ourList = try Self.read(ourBytes, mayBeSingle: false) { .ours($0) }
    unknownDivisions = list.unknown
    do {
      var editing = BankHolidaysEditing(try JSONDocument(bytes: ourBytes))
      for section in list.sections {
        let known = ourList.sections.first { $0.division == section.division }
        try editing.merge(section, into: known?.days)
      }
      bytes = editing.document.bytes
      entries = editing.entries
    } catch let error as BankHolidaysImportError {
      throw error
    } catch let error as JSONEditError {
      throw .ours(error.message.withoutFullStop)
    } catch {
      throw .ours("\(error)")
    }
  }

  private static func read(
    _ bytes: [UInt8], mayBeSingle: Bool, refused: (String) -> BankHolidaysImportError
  ) throws(BankHolidaysImportError) -> PublishedBankHolidays {
    do {
      return try PublishedBankHolidays(JSONDocument(bytes: bytes).root, mayBeSingle: mayBeSingle)
    } catch let error as JSONSyntaxError {
      throw refused("it is damaged at \(error.location): \(error.message.withoutFullStop)")
    } catch let error as PublishedBankHolidays.Refusal {
      throw refused(error.reason)
    } catch {
      throw refused("\(error)")
    }
  }
}

/// Why a list of bank holidays was not merged; nothing was changed.
package struct BankHolidaysImportError: Error, Hashable, CustomStringConvertible {
  /// What was tried, that nothing was changed, and what to do.
  package let description: String

  static func newer(_ name: String, _ reason: String) -> BankHolidaysImportError {
    BankHolidaysImportError(
      description: "\(name) is not a list of bank holidays as GOV.UK publishes it: \(reason). "
        + "Nothing was changed. Download it again from https://www.gov.uk/bank-holidays.json")
  }

  static func ours(_ reason: String) -> BankHolidaysImportError {
    BankHolidaysImportError(
      description: "The bank-holidays.json of the data folder cannot be added to: \(reason). "
        + "Nothing was changed. Mend that file (masa check names each fault), then import again.")
  }
}

extension String {
  fileprivate var withoutFullStop: String { hasSuffix(".") ? String(dropLast()) : self }
}

extension [String] {
  fileprivate var quoted: String { map { "\"\($0)\"" }.joined(separator: ", ") }
}
