package import DataStore
import Safeguarding

/// Why a database did not do what it was asked.
package struct DatabaseFailure: Error, Hashable, Sendable {
  /// What kind of failure it is, which says what to do about it.
  enum Kind: Hashable, Sendable {
    /// The client library is missing or too old.
    case noLibrary
    /// The address cannot be used.
    case address
    /// No server answers, or the line broke: nothing is known of what was under way.
    case lost
    /// The server refuses: the sentence is its own.
    case refused
    /// The account has not this right.
    case closed
    /// Somebody else was sooner; it can be tried again.
    case again
    /// Somebody holds a folder longer than one waits.
    case held
    /// What stands there is not what it should be.
    case wrong
  }

  let kind: Kind
  /// What happened, as a part of a sentence.
  let reason: String

  init(_ kind: Kind, _ reason: String) {
    self.kind = kind
    self.reason = reason.split { $0.isWhitespace || $0.isNewline }.joined(separator: " ")
  }

  /// That a data folder could not be read.
  package init(unreadable error: FolderError) { self.init(.wrong, error.description) }

  /// A failure that a server told, by its code (SQLSTATE) and words.
  init(code: String, _ words: String) {
    switch code {
    case "": self.init(.lost, words)
    case "40001", "40P01": self.init(.again, words)
    case "55P03":
      self.init(.held, "somebody else is saving there, and did not end within 5 seconds")
    case "42501", "28000", "28P01": self.init(.closed, words)
    case "57P01", "57P02", "57P03", "08000", "08003", "08006", "25006": self.init(.lost, words)
    default: self.init(.refused, "\(words) (\(code))")
    }
  }

  /// That the database is away, for somebody who goes on to look at what was read before.
  var sentenceMeanwhile: String {
    "The database does not answer (\(reason)). What you see was read before, and nothing can be saved until it does; "
      + "what you type is kept as a draft. It is tried again by itself."
  }

  /// What was tried, what is safe and what to do now.
  package func sentence(trying attempt: String) -> String {
    let stop = reason.hasSuffix(".") || reason.hasSuffix("?") ? "" : "."
    let advice: String =
      switch kind {
      case .noLibrary: "Ask the administrator of this machine to install libpq5."
      case .address: "Mend the address given with --data or in MASA_DATA."
      case .lost: "Try again in a moment; where it goes on, ask the administrator of the database."
      case .refused, .wrong: "Ask the administrator of the database."
      case .closed: "Ask the administrator of the database for the right."
      case .again, .held: "Try again in a moment."
      }
    return "It was not possible to \(attempt): \(reason)\(stop) Nothing was changed. \(advice)"
  }
}
