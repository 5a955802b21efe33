/// How a listing is written.
package enum ListingFormat: String, CaseIterable, Sendable {
  case text, json, csv, markdown
  /// CSV that spreadsheets open with its letters as they are.
  case spreadsheet = "csv-spreadsheet"

  /// What comes before the text: the mark by which spreadsheets tell UTF-8.
  package var mark: [UInt8] { self == .spreadsheet ? [0xef, 0xbb, 0xbf] : [] }
}
