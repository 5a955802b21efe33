import JSONDocument

/// The rows of a listing as they are kept between two runs of the program: every cell comes back as it was.
struct KeptListing {
  private let rows: JSONLiteral

  init(_ listing: Listing) {
    rows = .array(listing.rows.map { .array($0.map(KeptListing.kept)) })
  }

  /// The rows as a value.
  var literal: JSONLiteral { rows }

  /// A listing of such rows.
  static func listing(of rows: JSONValue, columns: [Listing.Column]) -> Listing {
    var listing = Listing(columns: columns)
    for row in rows.elements { listing.add(row.elements.map(cell)) }
    return listing
  }

  /// A text stands for itself, a list for what is shown differently, an object for more than that.
  private static func kept(_ cell: Listing.Cell) -> JSONLiteral {
    switch cell {
    case .text(let text): .string(text)
    case .number(let number): .number(number)
    case .boolean(let value): .boolean(value)
    case .coded(let word, let shown): .array([.string(word), .string(shown)])
    case .list(let cells): .object([.init("list", .array(cells.map(kept)))])
    case .object(let members):
      .object([
        .init(
          "members",
          .array(
            members.map { .array([.string($0.key), kept($0.value), .boolean($0.isShown)]) }))
      ])
    case .nothing: .null
    }
  }

  private static func cell(_ kept: JSONValue) -> Listing.Cell {
    switch kept.kind {
    case .string: return .text(kept.string ?? "")
    case .number:
      if case .number(let number) = kept.literal { return .number(number) }
      return .nothing
    case .boolean: return .boolean(kept.boolean ?? false)
    case .array: return .coded(kept[0]?.string ?? "", shown: kept[1]?.string ?? "")
    case .object:
      if let list = kept["list"] { return .list(list.elements.map(cell)) }
      return .object(
        (kept["members"]?.elements.map(\.self) ?? []).map { member in
          .init(
            member[0]?.string ?? "", member[1].map(cell) ?? .nothing,
            isShown: member[2]?.boolean ?? true)
        })
    case .null: return .nothing
    }
  }
}
