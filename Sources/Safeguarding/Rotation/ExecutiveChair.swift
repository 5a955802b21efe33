/// The chair of a group that leads one partnership, or several of one region.
public struct ExecutiveChair: Sendable {
  /// The partnerships that it leads, in their order.
  public internal(set) var partnerships: [Partnership]
  /// The group; nil where no executive is recorded.
  public let group: Reference<PartnershipGroup>?

  /// The most partnerships that are named.
  private static let named = 3

  /// The abbreviations of the partnerships, the first of many.
  public var shortNames: String {
    let names = partnerships.prefix(Self.named).map(\.label).joined(separator: "+")
    let more = partnerships.count - Self.named
    return more > 0 ? "\(names) +\(more)" : names
  }
}

extension Workspace {
  /// The chairs of the executives of partnerships, each once however many partnerships it leads.
  public func chairs(of partnerships: [Partnership], on day: CalendarDate) -> [ExecutiveChair] {
    var chairs: [ExecutiveChair] = []
    var places: [String: Int] = [:]
    for partnership in partnerships {
      let group = executive(of: partnership, on: day)
      if let place = group.flatMap({ places[$0.id] }) {
        chairs[place].partnerships.append(partnership)
      } else {
        if let group { places[group.id] = chairs.count }
        chairs.append(ExecutiveChair(partnerships: [partnership], group: group))
      }
    }
    return chairs
  }
}
