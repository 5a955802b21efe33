/// How a listing is written.
package enum ListingFormat: String, CaseIterable, Sendable {
  case text, json, csv
}
