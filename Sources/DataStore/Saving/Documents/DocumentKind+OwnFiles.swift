import Safeguarding

extension DocumentKind {
  /// Why one of the records that changes add cannot be put into a file of its own, as a sentence.
  ///
  /// What goes into one list in a row is looked at once: very many may.
  static func refusal(ofAdditionsIn changes: [Change]) -> String? {
    var list: (document: String, kind: RecordKind)?
    for change in changes where change.field == nil && change.to != nil {
      if let list, list.document == change.document, list.kind == change.record.kind { continue }
      list = nil
      if let reason = refusal(of: change) { return reason }
      if of(change.document)?.comesWithItsRecord == false {
        list = (change.document, change.record.kind)
      }
    }
    return nil
  }

  /// Why a record cannot be put into a file of its own with that name, as a sentence; nil when it can.
  private static func refusal(of addition: Change) -> String? {
    // An id may be such that the path made of it leads elsewhere.
    let own = all.first { $0.comesWithItsRecord && $0.stored[0].kind == addition.record.kind }
    guard let kind = of(addition.document) ?? own, kind.comesWithItsRecord,
      kind.stored[0].kind == addition.record.kind
    else { return nil }
    let id = addition.record.id
    let isPlain = id.utf8.allSatisfy { byte in
      (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || byte == 0x2D
    }
    let title = addition.record.kind.title.lowercased()
    guard isPlain, !id.isEmpty, !id.hasPrefix("-"), id.utf8.count <= 100 else {
      return
        "\"\(id.prefix(100))\" cannot be the id of a new \(title): choose one of small letters, "
        + "digits and hyphens, at most 100, as its file is called by it."
    }
    guard kind.match(addition.document) == id else {
      return "\(addition.document) is not the file of a \(title) with the id \"\(id)\": it is "
        + "called by its id."
    }
    return nil
  }

  /// Whether a file holds one record and comes and goes with it.
  static func isOwn(_ document: String) -> Bool { of(document)?.comesWithItsRecord == true }

  /// Whether a change takes a whole file away with its record.
  static func takesFileAway(_ change: Change) -> Bool {
    change.field == nil && change.to == nil && of(change.document)?.comesWithItsRecord == true
  }

  /// Whether such a file holds one record and is called by its id, so that it comes and goes with it.
  var comesWithItsRecord: Bool {
    path.contains("*") && stored.first?.list == nil && !stored.isEmpty
  }
}
