import Letters
package import Safeguarding

/// Finds which rows of a table are records already, so that the same table can be brought twice.
///
/// A row is one that says the same; or that has the same id; or is called the same, where no number, day or
/// other record that both name tells them apart; or has the same number, where no other one has it and no
/// day or other record tells them apart: numbers begin anew with each list. Each record answers for one row.
package struct KnownRecords {
  /// What is there for a row.
  package enum Match: Hashable, Sendable {
    /// A record that says the same.
    case same
    /// A record with this id that says something otherwise, in the fields with these keys.
    case otherwise(String, fields: [String], name: String)
  }

  private var records: [Known] = []
  private let compared: [String]
  private let dates: [String]
  private let ticked: Set<String>
  private let type: any Entity.Type

  private struct Known {
    let value: StoredValue
    let label: String
    let number: String
    var isTaken = false
  }

  /// Looks among the records that lie where the rows would go.
  package init(_ values: [StoredValue], of type: any Entity.Type) {
    func ticked<E: Entity>(_ type: E.Type) -> Set<String> { E.tick?.fields ?? [] }
    self.type = type
    self.ticked = ticked(type)
    var (references, dates): ([String], [String]) = ([], [])
    for field in RecordShape(of: type).fields where !self.ticked.contains(field.name) {
      switch field.shape {
      case .reference, .list(.reference): references.append(field.name)
      case .value(.day, _), .value(.impreciseDate, _), .value(.citation, _):
        dates.append(field.name)
      default: continue
      }
    }
    compared = references
    self.dates = dates
    records = values.map { known($0) }
  }

  private func known(_ value: StoredValue) -> Known {
    Known(
      value: value, label: StoredValue.entity(value, as: type)?.label.folded ?? "",
      number: value["number"]?.text?.folded ?? "")
  }

  /// What is there for each row, in their order; nil for a row that is new.
  package mutating func matches(_ rows: [TableRecords.Made]) -> [Match?] {
    var found = [Match?](repeating: nil, count: rows.count)
    let own = rows.map { known($0.value) }
    let (dates, compared) = (dates, compared)
    take(rows, &found, by: \.label, own) { row, record in
      rows[row].given.allSatisfy { rows[row].value[$0] == record.value[$0] }
        && !KnownRecords.differs(own[row], record, in: compared)
    }
    take(rows, &found, by: { $0.value["id"]?.text ?? "" }, own) { _, _ in true }
    take(rows, &found, by: \.label, own) { row, record in
      let number = own[row].number
      return (number.isEmpty || record.number.isEmpty || number == record.number)
        && !KnownRecords.differs(own[row], record, in: dates + compared)
    }
    var counts: [String: Int] = [:]
    for known in own + records { counts[known.number, default: 0] += 1 }
    take(rows, &found, by: \.number, own) { row, record in
      counts[own[row].number] == 2
        && !KnownRecords.differs(own[row], record, in: dates + compared)
    }
    return found
  }

  /// Gives rows for which nothing was found the first record with the same key that fits.
  private mutating func take(
    _ rows: [TableRecords.Made], _ found: inout [Match?], by key: (Known) -> String, _ own: [Known],
    _ fits: (Int, Known) -> Bool
  ) {
    var places: [String: ArraySlice<Int>] = [:]
    for (place, record) in records.enumerated() where !record.isTaken {
      places[key(record), default: []].append(place)
    }
    for (index, row) in rows.enumerated() where found[index] == nil {
      let name = key(own[index])
      guard !name.isEmpty, let all = places[name],
        let at = all.prefix(1_000).firstIndex(where: { fits(index, records[$0]) })
      else { continue }
      let place = all[at]
      records[place].isTaken = true
      if at == all.startIndex { places[name]?.removeFirst() } else { places[name]?.remove(at: at) }
      found[index] = KnownRecords.match(row, records[place].value, type)
    }
  }

  private static func match(
    _ row: TableRecords.Made, _ record: StoredValue, _ type: any Entity.Type
  ) -> Match {
    let fields = row.given.filter { row.value[$0] != record[$0] }
    if fields.isEmpty { return .same }
    let name = StoredValue.entity(record, as: type)?.label ?? ""
    return .otherwise(record["id"]?.text ?? "", fields: fields.sorted(), name: name)
  }

  /// Whether both say a field, and not the same.
  private static func differs(_ row: Known, _ record: Known, in fields: [String]) -> Bool {
    fields.contains { field in
      guard let one = row.value[field], let other = record.value[field] else { return false }
      return one != other
    }
  }
}
