/// How safe what is saved is: whether a second server confirms it.
package struct DatabaseStanding: Hashable, Sendable {
  /// Whether the server only follows another one, and may be behind it.
  package private(set) var isStandby = false
  /// Whether a save waits until a second server confirms it.
  package private(set) var waits = false
  /// How many servers confirm at present, and how many follow at all.
  package private(set) var confirming = 0
  package private(set) var following = 0

  mutating func ask(over connection: DatabaseConnection) throws(DatabaseFailure) {
    try connection.run("select is_standby, waits, confirming, following from masa.standing()") {
      row in
      (isStandby, waits) = (row.flag(0), row.flag(1))
      (confirming, following) = (row.number(2) ?? 0, row.number(3) ?? 0)
    }
  }

  /// What is amiss, as a sentence; nil where nothing is.
  var sentence: String? {
    if isStandby {
      return
        "This server of the database only follows another one, so what you see may be old, and nothing can be saved."
    }
    if waits, confirming == 0 {
      return
        "The second server of the database does not answer: what you save waits until it does, and is kept meanwhile. Tell "
        + "the administrator of the database."
    }
    if !waits, following > 0 {
      return
        "The database does not wait for its second server: what was saved last could be lost with the first one. Tell the "
        + "administrator of the database."
    }
    return nil
  }

  /// The same as one fact, for whoever looks after the database.
  package var words: String {
    switch (waits, confirming, following) {
    case (true, 1..., _): "a second server confirms what is saved"
    case (true, _, _): "it waits for a second server, and none answers"
    case (false, _, 1...): "a second server follows, and does not confirm what is saved"
    case (false, _, _): "there is one server, and no second one"
    }
  }
}
