import Safeguarding

/// What programs know an event by: the same in every run, and different for different records.
///
/// It is made of small ASCII letters, digits, `-`, `_`, `.`, `~` and one `@`, so that no program
/// trips over it, not even one that reads capitals as small letters.
package struct CalendarIdentifier: Hashable, Sendable {
  /// The identifier, fewer than 255 octets, such as `action-due.act-12@9c5d1f0be8c3a774.masa`.
  package let text: String

  /// The identifier of something that has an id of its own within a workspace.
  ///
  /// - Parameters:
  ///   - id: The id, such as `action-due:act-12`.
  ///   - title: The title of the workspace: with another title every event is another one.
  package init(id: String, workspace title: String) {
    var name = CalendarIdentifier.spelled(id)
    if name.utf8.count > CalendarIdentifier.limit {
      // Cut off, and told apart from its like by a number made of the whole.
      name = "\(name.prefix(CalendarIdentifier.limit))~\(StableHash(of: id).digits)"
    }
    text = "\(name)@\(StableHash(of: title).digits).masa"
  }

  /// Octets of an id that are spelled out; with all that follows fewer than 255.
  private static let limit = 200

  /// An id in few characters; no two ids are spelled alike.
  private static func spelled(_ id: String) -> String {
    var spelled = ""
    for octet in id.utf8 {
      switch octet {
      case 0x30...0x39, 0x61...0x7a, 0x2d: spelled += String(Unicode.Scalar(octet))
      case 0x3a: spelled += "."
      default: spelled += "_" + octet.twoDigits
      }
    }
    return spelled
  }
}
