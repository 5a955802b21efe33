/// Why an edit was not made; the document is as it was.
public struct JSONEditError: Error, Hashable, Sendable {
  /// The cause, one case for each.
  public enum Code: Hashable, Sendable {
    /// The value or member belongs to another document, or to one before an edit.
    case foreignValue

    /// A member was to go into something that is no object.
    case notAnObject

    /// An element was to go into something that is no array.
    case notAnArray

    /// The member or position to insert at is not in that container.
    case placeNotFound

    /// The object has the key already.
    case keyExists(String)

    /// The outermost value can be replaced but not removed.
    case rootNotRemovable

    /// Two of several edits change the same place.
    case splicesOverlap

    /// The result would be a file that is refused: too large, too deep or with a key twice.
    case resultRefused(JSONSyntaxError)
  }

  /// The cause.
  public let code: Code

  /// Where in the file the edit was to happen, or nil for a value of another document.
  public let location: JSONLocation?
}

extension JSONEditError: CustomStringConvertible {
  /// The place, what was wrong and what to do now.
  public var description: String {
    let place = location.map { "\($0): " } ?? ""
    return "\(place)\(message) \(hint)"
  }

  /// One sentence that says why the edit was not made.
  public var message: String {
    switch code {
    case .foreignValue: "The file has changed since this value was read."
    case .notAnObject: "A key can be added to an object only."
    case .notAnArray: "An entry can be added to a list only."
    case .placeNotFound: "The place to insert at is not there."
    case .keyExists(let key): "The object has the key \(JSONLiteral.string(key).write()) already."
    case .rootNotRemovable: "The outermost value of a file cannot be removed."
    case .splicesOverlap: "Two of the edits change the same place."
    case .resultRefused(let error): "The edit would spoil the file. \(error.message)"
    }
  }

  /// One sentence that says what to do now; the file is unchanged in every case.
  public var hint: String {
    switch code {
    case .foreignValue, .placeNotFound, .splicesOverlap:
      "Nothing was changed; look the value up again and repeat the edit."
    case .notAnObject, .notAnArray:
      "Nothing was changed; mend the kind of the value in the file first."
    case .keyExists: "Nothing was changed; replace the value of that key instead."
    case .rootNotRemovable: "Nothing was changed; replace the value instead."
    case .resultRefused(let error): "Nothing was changed. \(error.hint)"
    }
  }
}
