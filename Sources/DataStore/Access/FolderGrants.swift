import Safeguarding

/// What an account may read and change in a data folder that is a copy of what a server keeps.
///
/// The copy is the account's own, so that the system says nothing of it: the server does.
package struct FolderGrants: Hashable, Sendable {
  /// What the server calls the account.
  package var user: String
  /// The folders that may be changed, by their paths in the data folder.
  package var writable: Set<String>
  /// The folders that may be read and not changed.
  package var readable: Set<String>
  /// The folders that are not open to the account.
  package var closed: Set<String>

  /// What an account was granted.
  package init(
    user: String, writable: Set<String> = [], readable: Set<String> = [], closed: Set<String> = []
  ) {
    self.user = user
    self.writable = writable
    self.readable = readable
    self.closed = closed
  }

  /// Why something may not be saved in a folder, as a sentence.
  package func refusal(of folder: String, asking contact: String) -> String {
    let sentence: String =
      switch permissions(asking: contact)[folder] {
      case .locked(let sentence), .closed(let sentence): sentence
      case .open, nil: "There is no folder \(folder) in the database that this account may change."
      }
    return "Your change was not saved. \(sentence) Nothing was changed."
  }

  /// The folders that may not be changed or read, each with its sentence.
  func permissions(asking contact: String) -> [String: Access.Permission] {
    let ask = "Ask \(contact.hasSuffix(".") ? String(contact.dropLast()) : contact)."
    var permissions: [String: Access.Permission] = [:]
    for folder in readable {
      let named = folder.isEmpty ? "What lies at the top of the data" : folder
      permissions[folder] = .locked(
        "\(named) may not be changed by the account \(user) of the database. \(ask)")
    }
    for folder in closed {
      permissions[folder] = .closed(
        "The folder \(folder) is closed to the account \(user) of the database. \(ask)")
    }
    return permissions
  }
}
