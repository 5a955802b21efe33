import Letters

/// Items that a meeting left unfinished go to the agenda of a later one.
extension Meeting {
  /// The positions of what an earlier meeting left unfinished and what is not on this agenda yet.
  ///
  /// Unfinished are the items of a meeting that was held which have no outcome. An item is on the agenda
  /// where one has its title, or says in its note that it is the one, whatever it is called now.
  public func unfinished(of earlier: Meeting) -> [Int] {
    guard earlier.status == .held else { return [] }
    var taken: [AgendaItem] = agenda
    return earlier.agenda.indices.filter { index in
      let item = earlier.agenda[index]
      guard item.outcome.allSatisfy(\.isWhitespace) else { return false }
      let origin = earlier.origin(ofItem: index)
      if taken.contains(where: { $0.isCalledLike(item) || $0.comes(from: origin) }) { return false }
      taken.append(item)
      return true
    }
  }

  /// The meeting with what an earlier one left unfinished at the end of its agenda.
  ///
  /// Each item says which one of which meeting it is, so that it is not taken twice. Papers that came in
  /// stay; those that did not are due for this meeting.
  ///
  /// - Parameters:
  ///   - earlier: The meeting that was held.
  ///   - items: The positions of the items that are wanted; nil for all that are unfinished.
  /// - Returns: The meeting with the items that were not there yet.
  public func rollingUnfinished(from earlier: Meeting, items: [Int]? = nil) -> Meeting {
    var meeting = self
    for index in unfinished(of: earlier) where items?.contains(index) ?? true {
      var item = earlier.agenda[index]
      (item.number, item.outcome) = ("", "")
      item.note = item.note(addingOrigin: earlier.origin(ofItem: index))
      for paper in item.papers.indices where item.papers[paper].receivedOn == nil {
        item.papers[paper].dueOn = papersDueOn
      }
      meeting.add(item)
    }
    return meeting
  }

  /// What an item is known by when it has gone on to another agenda: "from the meeting of 5 Mar 2024, item 4".
  ///
  /// One that came from elsewhere itself keeps that.
  private func origin(ofItem index: Int) -> String {
    let item = agenda[index]
    if let origin = item.origin { return origin }
    let number = item.number.isEmpty ? String(index + 1) : item.number
    return "\(AgendaItem.origin)\(date?.short ?? "an unknown day"), item \(number)"
  }
}

extension AgendaItem {
  /// How a note begins that says which meeting left an item unfinished.
  fileprivate static let origin = "from the meeting of "

  /// Where the item comes from, as its note says it; nil where it says nothing of that.
  fileprivate var origin: String? {
    guard let start = note.firstRange(of: AgendaItem.origin)?.lowerBound else { return nil }
    return String(note[start...].prefix { $0 != ")" && !$0.isNewline })
  }

  /// Whether the item says that it is the one.
  fileprivate func comes(from origin: String) -> Bool { self.origin == origin }

  /// The note with where the item comes from; one that says so already stays as it is.
  fileprivate func note(addingOrigin words: String) -> String {
    if origin != nil { return note }
    return note.isEmpty ? words : "\(note) (\(words))"
  }

  /// Whether it is on every agenda by its nature, so that nothing of it is left over.
  func isFormal(among standing: [String]) -> Bool {
    standing.contains { $0.isSame(as: title) }
      || AgendaItem.formal.contains { title.folded.hasPrefix($0) }
  }

  private static let formal = [
    "welcome", "introduction", "apologies", "declarations of interest", "minutes",
    "matters arising",
    "action log", "any other business", "aob", "date of next", "next meeting", "close",
  ]
}

extension Meeting {
  /// What can be rolled on from a held meeting: all that matters, everything, or one item.
  func rollings(from held: Meeting, _ context: RecordContext) -> [RecordChoice.Option] {
    let unfinished = unfinished(of: held)
    let standing = context.workspace.groups[group]?.standingItems ?? []
    let business = unfinished.filter { !held.agenda[$0].isFormal(among: standing) }
    func option(_ title: String, _ word: String, _ items: [Int]) -> RecordChoice.Option? {
      let name =
        "Roll \(counted(items.count, "unfinished item")) to the \(label.lowercasedFirst)"
      return context.edit(called: name, self, to: rollingUnfinished(from: held, items: items)).map {
        RecordChoice.Option(title, word: word, note: counted(items.count, "item"), $0)
      }
    }
    let all = [
      business.isEmpty
        ? nil : option("everything that was left open", "open", business),
      business.count == unfinished.count
        ? nil : option("all items without an outcome, formal ones too", "all", unfinished),
    ]
    let single = unfinished.count == 1 ? [] : unfinished
    return all.compactMap(\.self)
      + single.compactMap { option(held.agenda[$0].title, "only", [$0]) }
  }
}
